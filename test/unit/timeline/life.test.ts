import { describe, expect, test } from 'vitest';
import { pageRange } from '../../../model/memory/page';
import { lifeOf, MOST_TOUCHES } from '../../../model/timeline/life';
import { at, record, taskWithTid } from './recorded';

const LOG = `
  101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
  101 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
  101 getppid() = 1
  101 mprotect(0x20001000, 4096, PROT_READ) = 0
  101 mremap(0x20000000, 4096, 4096, MREMAP_MAYMOVE|MREMAP_FIXED, 0x30000000) = 0x30000000
  101 mlock(0x30000000, 4096) = 0
  101 munmap(0x30000000, 4096) = 0
  101 getppid() = 1
`;

const told = async (start: number, pages: number, position: number): Promise<string | undefined> => {
  const timeline = await record(LOG);
  const { space } = taskWithTid(timeline, timeline.end, 101);
  const life = lifeOf(timeline, space, pageRange(start, start + pages), at(position));
  if (life === undefined) return undefined;
  const abodes = life.abodes.map(({ from, to, range }) => `${range.start.toString(16)} ${from}-${to}`);
  const touches = life.touches.map(({ event, how }) => `${how} ${event}`);
  return [...abodes, ...touches, `${life.begun ?? '?'}..${life.ended ?? '?'}`].join(', ');
};

describe('the life of memory', () => {
  const whole = '20000 2-4, 30000 5-6, mapped 1, moved 4, locked 5, unmapped 6, 1..6';
  test.each<[start: number, pages: number, at: number, life: string | undefined]>([
    [0x20000, 1, 2, whole],
    [0x20000, 1, 4, whole],
    [0x30000, 1, 5, whole],
    [0x30000, 1, 6, whole],
    [0x20001, 1, 3, '20001 2-8, mapped 1, protected 3, 1..?'],
    // Of two pages the first is followed; what is done to either counts while they are together.
    [0x20000, 2, 2, '20000 2-4, 30000 5-6, mapped 1, protected 3, moved 4, locked 5, unmapped 6, 1..6'],
    [0x20000, 1, 5, undefined],
    [0x50000, 1, 3, undefined],
  ])('%#: of %i, %i pages, at %i', async (start, pages, position, life) => {
    expect(await told(start, pages, position)).toBe(life);
  });

  test('is cut where the memory was touched too often, and says so', async () => {
    const toggles = Array.from(
      { length: MOST_TOUCHES + 10 },
      (_, i) => `101 mprotect(0x20000000, 4096, ${i % 2 === 0 ? 'PROT_READ' : 'PROT_READ|PROT_WRITE'}) = 0`,
    );
    const [exec = '', map = ''] = LOG.trim().split('\n');
    const timeline = await record([exec, map, ...toggles].join('\n'));
    const { space } = taskWithTid(timeline, timeline.end, 101);
    const life = lifeOf(timeline, space, pageRange(0x20000, 0x20001), at(2));
    expect(life?.touches).toHaveLength(MOST_TOUCHES);
    expect(life?.isCut).toBe(true);
    expect(life?.touches.at(-1)?.event).toBe(timeline.end - 1);
  });
});
