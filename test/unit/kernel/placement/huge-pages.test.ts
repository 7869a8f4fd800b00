/**
 * Borders of huge pages: one character is 256 pages, two are a huge page of 2 MiB. A bar in the comments is a border.
 */
import { describe, expect, test } from 'vitest';
import { judge } from '../../../../model/kernel/judge';
import type { MmapCall } from '../../../../model/kernel/mapping-call';
import { fileRuleShown } from '../../../../model/kernel/mmap/placement';
import { directoryOf, FileRules } from '../../../../model/kernel/placement/file-rules';
import { kernelVersion } from '../../../../model/kernel/versions';
import { eventIndex } from '../../../../model/trace/positions';
import { beforeOf, callOf } from '../before';
import { AP, anonymous, layoutOf, placeIn, type Layout } from './layouts';

/** The base lies 0x1f0 pages above a border: 16 pages below the next. */
const HUGE = 512;
const layout = (base = {}): Layout => layoutOf('WWWWWWWW................WWWW|', { scale: 256, base });
/** First page above the free ones. */
const TOP = 24 * 256;
/** Pages from the drawing's first page to the first border. */
const border = (of: Layout): number => (HUGE - (of.first % HUGE)) % HUGE;
/** The highest border from which so many pages end at or below the top. */
const highestBorder = (of: Layout, pages: number): number =>
  Math.floor((TOP - pages - border(of)) / HUGE) * HUGE + border(of);

describe('private anonymous memory', () => {
  const places = (pages: number, kernel: readonly [number, number], hint: bigint | number = 0) =>
    placeIn(layout(), anonymous(pages, hint), { kernel });

  test.each<[string, number, readonly [number, number], 'border' | 'top']>([
    ['a multiple of a huge page', HUGE, [6, 18], 'border'],
    ['two of them', 2 * HUGE, [6, 12], 'border'],
    ['one page more', HUGE + 1, [6, 18], 'top'],
    ['one page more, on a kernel that took all sizes', HUGE + 1, [6, 8], 'border'],
    ['one page less', HUGE - 1, [6, 8], 'top'],
    ['before 6.7', 2 * HUGE, [6, 6], 'top'],
  ])('%s (%i pages on %j)', (_, pages, kernel, where) => {
    expect(places(pages, kernel)).toBe(where === 'top' ? TOP - pages : highestBorder(layout(), pages));
  });

  test('with a hint that cannot be followed: only where kernels agree', () => {
    const taken = BigInt(layout().first) << 12n;
    expect(places(HUGE, [6, 18], taken)).toBe(TOP - HUGE);
    expect(places(HUGE, [6, 12], taken)).toBe('unknown-alignment');
  });

  test('a kernel that nothing shows: only where all agree', () => {
    const machine = { kernel: kernelVersion(6, 18), assumed: new Set(['kernel']) };
    expect(placeIn(layout({ kernelSince: 0 }), anonymous(HUGE), { machine })).toBe('unknown-alignment');
    expect(placeIn(layout({ kernelSince: 6013 }), anonymous(HUGE), { machine })).toBe(
      highestBorder(layout(), HUGE),
    );
    expect(placeIn(layout({ kernelSince: 0 }), anonymous(HUGE - 1), { machine })).toBe(TOP - HUGE + 1);
  });

  test('a hole of just the size is passed over for one with room to align', () => {
    const tight = layoutOf('WW..WW|', { scale: 256 });
    const place = placeIn(tight, anonymous(HUGE));
    expect(place).toBe(border(tight) - Math.ceil((border(tight) + HUGE) / HUGE) * HUGE);
    expect(placeIn(tight, anonymous(HUGE, 0, 'MAP_SHARED|MAP_ANONYMOUS'))).toBe(2 * 256);
  });

  test('found on a border: a huge page up since 6.8', () => {
    // A search for two huge pages ends at the base, on a border.
    const even = layoutOf('WW......|', { scale: 256, base: { lowest: 0x7_ffff_7e00 as never } });
    expect(placeIn(even, anonymous(HUGE), { kernel: [6, 18] })).toBe(6 * 256);
    expect(placeIn(even, anonymous(HUGE), { kernel: [6, 7] })).toBe('unknown-alignment');
  });

  test('a legacy layout takes the first border upwards', () => {
    const up = layoutOf('^WW..............', { scale: 256 });
    expect(placeIn(up, anonymous(HUGE))).toBe(border(up) + HUGE);
  });

  test('32-bit programs have none', () => {
    const compat = layoutOf('WW..........WW|', {
      architecture: 'i386',
      base: { lowest: 0xf7ff0 as never },
      scale: 256,
    });
    const call = ['mmap2', 0, HUGE * 4096, 'PROT_READ', AP, -1, 0] as const;
    expect(placeIn(compat, call, { architecture: 'i386' })).toBe(12 * 256 - HUGE);
  });
});

describe('shared anonymous memory', () => {
  test('is not aligned', () => {
    const shared = anonymous(2 * HUGE, 0, 'MAP_SHARED|MAP_ANONYMOUS|MAP_NORESERVE');
    expect(placeIn(layout(), shared)).toBe(TOP - 2 * HUGE);
  });
});

describe('/dev/zero', () => {
  const zero = (type: string, kernel: readonly [number, number]) =>
    placeIn(layout(), ['mmap', 0, (HUGE + 1) * 4096, 'PROT_READ', type, 3, 0], {
      files: { 3: { path: '/dev/zero', kind: 'character', writable: true } },
      kernel,
    });

  test('mapped privately is aligned since 6.18', () => {
    expect((Number(zero('MAP_PRIVATE', [6, 18])) + layout().first) % HUGE).toBe(0);
    expect(zero('MAP_PRIVATE', [6, 17])).toBe(TOP - HUGE - 1);
  });

  test('mapped shared is shared memory', () => {
    expect(zero('MAP_SHARED', [6, 18])).toBe(TOP - HUGE - 1);
  });
});

describe('a file', () => {
  const file = (pages: number, offset: number, path = '/usr/lib/libbig.so') =>
    placeIn(layout(), ['mmap', 0, pages * 4096, 'PROT_READ', 'MAP_PRIVATE', 3, offset * 4096], {
      files: { 3: { path } },
    });

  test('without a whole huge page of it: below what is above', () => {
    expect(file(600, 1)).toBe(TOP - 600);
    expect(file(100, 0)).toBe(TOP - 100);
  });

  test('with one: the filesystem decides, which no log shows', () => {
    expect(file(600, 0)).toBe('unknown-alignment');
  });

  test('with one, where both ways lead to the same place', () => {
    const even = layoutOf('WWWW....|', { scale: 256, base: { lowest: 0x7_ffff_7e00 as never } });
    const call = ['mmap', 0, HUGE * 4096, 'PROT_READ', 'MAP_PRIVATE', 3, 0] as const;
    expect(placeIn(even, call, { files: { 3: { path: '/big' } } })).toBe(6 * 256);
  });

  test('before 5.18 no filesystem aligned', () => {
    const call = ['mmap', 0, 600 * 4096, 'PROT_READ', 'MAP_PRIVATE', 3, 0] as const;
    expect(placeIn(layout(), call, { kernel: [5, 17], files: { 3: {} } })).toBe(TOP - 600);
  });

  test('on tmpfs: not aligned; a device: by a rule of its own', () => {
    expect(file(600, 0, '/dev/shm/pool')).toBe(TOP - 600);
    expect(file(600, 0, '/dev/dri/card0')).toBe('own-placement');
  });
});

describe('what a mapping shows of the filesystem', () => {
  const call = (index: number) =>
    callOf('mmap', [0, 600 * 4096, 'PROT_READ', 'MAP_PRIVATE', 3, 0], index) as MmapCall;
  const files = { 3: { path: '/usr/lib/libbig.so' } };
  const given = (fileRules?: FileRules) => beforeOf(layout().space, { files, machine: { fileRules } });
  const address = (page: number): bigint => BigInt(layout().first + page) << 12n;

  test('a place that only one rule leads to', () => {
    const [asking, plain] = [highestBorder(layout(), 600), TOP - 600];
    const shown = (page: number) => fileRuleShown(call(7), address(page), given());
    expect(shown(asking)).toEqual({ directory: '/usr/lib/', asks: true });
    expect(shown(plain)).toEqual({ directory: '/usr/lib/', asks: false });
    expect(shown(plain - 1)).toBeUndefined();
  });

  test.each([
    [true, highestBorder(layout(), 600)],
    [false, TOP - 600],
  ])('holds for the directory from then on (asks: %s)', (asks, place) => {
    const rules = new FileRules();
    rules.shows({ directory: '/usr/lib/', asks }, eventIndex(7));
    const after = judge(call(8), given(rules)).predicted;
    expect(after).toMatchObject({ kind: 'success', value: address(place) });
    // The call itself is judged without its own answer.
    expect(judge(call(7), given(rules)).predicted).toMatchObject({ because: { code: 'unknown-alignment' } });
  });

  test('not for other directories, nor for paths without one', () => {
    const rules = new FileRules();
    rules.shows({ directory: '/opt/', asks: true }, eventIndex(2));
    expect(judge(call(8), given(rules)).predicted).not.toHaveProperty('value');
    expect([directoryOf('/usr/lib/a.so'), directoryOf('/a'), directoryOf('a.so'), directoryOf('')]).toEqual([
      '/usr/lib/',
      '/',
      undefined,
      undefined,
    ]);
  });
});

describe('MAP_HUGETLB', () => {
  test('whole huge pages, in a hole with room for the worst alignment', () => {
    const huge = anonymous(1, 0, `${AP}|MAP_HUGETLB`);
    expect(placeIn(layout(), huge)).toBe(highestBorder(layout(), HUGE));
    // Whatever the border: three quarters of what is asked for would do here, but not everywhere.
    expect(placeIn(layoutOf('WW...WW|', { scale: 256 }), huge)).toBeLessThan(0);
  });
});
