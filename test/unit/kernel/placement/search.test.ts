/**
 * The place that the kernel finds, in layouts of a few pages. What is drawn as `#` is where the mapping goes.
 */
import { describe, expect, test } from 'vitest';
import { AP, anonymous, layoutOf, placeIn, predictedIn, BASE } from './layouts';

/** '..W.##W|': the free pages, and the place asked for as many pages as there are '#'. */
function asked(drawing: string): { layout: ReturnType<typeof layoutOf>; pages: number; place: number } {
  const drawn = drawing.replace(/[|^]/g, '');
  const layout = layoutOf(drawing.replaceAll('#', '.'));
  return { layout, pages: drawn.split('#').length - 1, place: drawn.indexOf('#') };
}

describe('a mapping without address', () => {
  test.each([
    ['at the base, where that is free', 'W.....##|'],
    ['below what lies at the base', '....##WW|'],
    ['in the highest hole that is large enough', '.W..W##W.WW|'],
    ['at the upper end of a larger hole', '.W..##W.WW|'],
    ['in a hole of one page', '..W#WWW|'],
    ['not above the base', '...###W..W|'],
    ['lowest hole of a legacy layout', '^WW##W...W'],
    ['at the lower end of a hole of a legacy layout', '^W.WW###..W'],
    ['at the base of a legacy layout', '^##..W'],
    ['not below the base of a legacy layout', '^WW###'],
    ['shared memory beside private', '..##SSWW|'],
  ])('goes %s', (_, drawing) => {
    const { layout, pages, place } = asked(drawing);
    expect(placeIn(layout, anonymous(pages))).toBe(place);
  });

  test('an aligned address in hexadecimal, by the byte', () => {
    const predicted = predictedIn(layoutOf('WW|'), ['mmap', 0, 5000, 'PROT_READ', AP, -1, 0]);
    expect(predicted).toMatchObject({ kind: 'success', value: (BigInt(BASE) - 4n) << 12n });
  });

  test('nothing large enough anywhere: ENOMEM', () => {
    const tooLong = anonymous(0x7_0000_0000);
    expect(placeIn(layoutOf('W|'), anonymous(0x6_0000_0000))).toBeLessThan(0);
    const halves = layoutOf('W|', { scale: 0x4_0000_0000 });
    expect(placeIn(halves, tooLong)).toBe('ENOMEM');
  });
});

describe('the guard gap below a VMA that grows down', () => {
  // One character: 64 pages, so that four are the gap of 256.
  const layout = layoutOf('W......G.W|', { scale: 64 });

  test('stays free, and the end above it does not', () => {
    expect(placeIn(layout, anonymous(64))).toBe(8 * 64);
    expect(placeIn(layout, anonymous(65))).toBe(3 * 64 - 65);
    expect(placeIn(layout, anonymous(128))).toBe(64);
  });

  test('ends the search in all of it since 6.1, holes between other VMAs too', () => {
    //                        guard  <------->
    const holes = layoutOf('...W..W.W.....G|', { scale: 32 });
    expect(placeIn(holes, anonymous(32))).toBe(5 * 32);
    expect(placeIn(holes, anonymous(32), { kernel: [5, 15] })).toBe(7 * 32);
    // A kernel that nothing shows: only where both ways of searching come to one place.
    const unknown = { machine: { assumed: new Set(['kernel']) } };
    const old = layoutOf('...W..W.W.....G|', { scale: 32, base: { kernelSince: 0 } });
    expect(placeIn(old, anonymous(32), unknown)).toBe('unknown-machine');
    expect(placeIn(old, anonymous(64), unknown)).toBe(4 * 32);
    // One that does not fit into the hole right below never looks there.
    expect(placeIn(layoutOf('...W..W.WWWWWWG|', { scale: 32 }), anonymous(32))).toBe(7 * 32);
  });

  test('was no gap of the address space until 4.11', () => {
    expect(placeIn(layout, anonymous(65), { kernel: [4, 4] })).toBe(7 * 64 - 65);
  });
});

describe('a hint', () => {
  const layout = layoutOf('W....W..WW|');
  const page = (n: number, plus = 0): bigint => (BigInt(layout.first + n) << 12n) + BigInt(plus);

  test.each<[string, bigint, number, number]>([
    ['is followed where all is free', page(1), 3, 1],
    ['is rounded down to its page', page(2, 4095), 2, 2],
    ['is ignored where a page is taken', page(3), 3, 2],
    ['is ignored where it is mapped', page(0), 1, 7],
    ['is followed above the base', page(20), 3, 20],
    ['below one page is none', 0x800n, 1, 7],
    ['straddling the end of user space is ignored', 0x7fff_ffff_e000n, 2, 6],
  ])('%s', (_, hint, pages, place) => {
    expect(placeIn(layout, anonymous(pages, hint))).toBe(place);
  });

  test('below vm.mmap_min_addr is raised to it', () => {
    expect(predictedIn(layout, anonymous(1, 0x2000))).toMatchObject({ value: 0x10000n });
  });

  test('in the guard gap of a stack is ignored', () => {
    const stack = layoutOf('W......G|', { scale: 64 });
    const hint = BigInt(stack.first + 5 * 64) << 12n;
    expect(placeIn(stack, anonymous(1, hint))).toBe(3 * 64 - 1);
  });

  test('above 2^47 depends on the levels of the page tables', () => {
    const high = anonymous(1, 0x8000_0000_0000n);
    expect(placeIn(layout, high)).toBe('unknown-machine');
    expect(placeIn(layout, high, { machine: { addressBits: 48 } })).toBe(7);
  });
});

describe('what is not known', () => {
  test('matters where it may be the place', () => {
    expect(placeIn(layoutOf('...W.??W|'), anonymous(2))).toBe('unknown-layout');
    expect(placeIn(layoutOf('...W??.W|'), anonymous(2))).toBe('unknown-layout');
  });

  test('does not matter below the place, nor where it is too small', () => {
    expect(placeIn(layoutOf('.??W???..W|'), anonymous(2))).toBe(7);
    expect(placeIn(layoutOf('....W?W|'), anonymous(2))).toBe(2);
  });

  test('is told with its range', () => {
    const predicted = predictedIn(layoutOf('...W.??W|'), anonymous(2));
    expect(predicted).toMatchObject({
      kind: 'success',
      because: {
        code: 'unknown-layout',
        facts: [
          { fact: 'number', name: 'asked' },
          { fact: 'range', state: 'unknown', range: { start: BASE - 3, end: BASE - 1 } },
        ],
      },
    });
  });

  test('a base that may lie higher leaves only what is too large for the pages between', () => {
    const base = { highest: (BASE + 3) as never };
    expect(placeIn(layoutOf('....WW|', { base }), anonymous(3))).toBe('unknown-layout');
    expect(placeIn(layoutOf('....WW|', { base }), anonymous(4))).toBe(0);
  });

  test('MAP_32BIT draws its place', () => {
    const low = anonymous(1, 0, `${AP}|MAP_32BIT`);
    expect(placeIn(layoutOf('WW|'), low)).toBe('random-place');
    const tooLong = anonymous(0x40001, 0, `${AP}|MAP_32BIT`);
    expect(placeIn(layoutOf('WW|'), tooLong)).toBe('ENOMEM');
    const hinted = anonymous(1, 0x5000_0000, `${AP}|MAP_32BIT`);
    expect(predictedIn(layoutOf('WW|'), hinted)).toMatchObject({ value: 0x5000_0000n });
  });

  test('kernels to 3.8 kept a cursor', () => {
    expect(placeIn(layoutOf('WW|'), anonymous(1), { kernel: [3, 8] })).toBe('old-search');
    expect(placeIn(layoutOf('.WW|'), anonymous(1), { kernel: [3, 10] })).toBe(0);
  });

  test('int 0x80 of a 64-bit program has a base of its own', () => {
    const layout = layoutOf('WW|');
    const call = ['mmap2', 0, 4096, 'PROT_READ', AP, -1, 0] as const;
    expect(placeIn(layout, call, { architecture: 'i386' })).toBe('unknown-layout');
  });
});
