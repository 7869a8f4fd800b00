/**
 * Random memory calls, the same for the same seed: small ranges of one window, so that they meet each other often.
 */

/** mulberry32: a small generator of 32-bit numbers; all that is wanted of it is that a seed repeats. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PAGE = 4096;
/** Pages of the window that calls name. */
const PAGES = 40;

export function randomCalls(seed: number, count: number): string[] {
  const below = generator(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const chance = (percent: number): boolean => below(100) < percent;
  const address = (): string => `w+${below(PAGES) * PAGE + (chance(4) ? 1 + below(PAGE - 1) : 0)}`;
  const length = (): number => {
    if (chance(3)) return 0;
    return (1 + below(chance(20) ? 16 : 5)) * PAGE - (chance(15) ? below(PAGE) : 0);
  };
  const prot = (): number => pick([0, 1, 3, 3, 3, 5, 7]);
  const makers: readonly (readonly [number, () => string])[] = [
    [
      26,
      () => {
        const type = pick([0x22, 0x22, 0x22, 0x21]);
        const extra = pick([0, 0, 0, 0, 0x2000, 0x4000, 0x8000, 0x100, 0x20000]);
        const fixed = pick([0x10, 0x10, 0x10, 0x100000, 0]);
        return `mmap ${address()} ${length()} ${prot()} ${type | extra | fixed} -1 0`;
      },
    ],
    [12, () => `munmap ${address()} ${length()}`],
    [16, () => `mprotect ${address()} ${length()} ${chance(3) ? 0x100 : prot()}`],
    [
      22,
      () => {
        const flags = pick([0, 1, 1, 3, 3, 3, 5, 7, 2, 8]);
        const old = chance(6) ? 0 : length();
        const next = chance(35) ? old : length();
        return `mremap ${address()} ${old} ${next} ${flags} ${address()}`;
      },
    ],
    [9, () => `mlock ${address()} ${length()}`],
    [3, () => `mlock2 ${address()} ${length()} ${pick([0, 1, 1, 2])}`],
    [9, () => `munlock ${address()} ${length()}`],
    [2, () => `mlockall ${pick([0, 1, 2, 2, 4, 6, 8])}`],
    [1, () => 'munlockall'],
    [5, () => `brk k+${(below(12) - 3) * PAGE + (chance(30) ? below(PAGE) : 0)}`],
    [8, () => `madvise ${address()} ${length()} ${pick([0, 1, 2, 4, 8, 10, 11, 14, 15, 16, 17, 18, 19, 5])}`],
  ];
  const total = makers.reduce((sum, [weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let left = below(total);
    const [, make] = makers.find(([weight]) => (left -= weight) < 0) ?? makers[0] ?? [0, () => 'munlockall'];
    return `call ${make()}`;
  });
}
