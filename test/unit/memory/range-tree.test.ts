import { describe, expect, test } from 'vitest';
import { pageNumber, pageRange } from '../../../model/memory/page';
import { RangeSet } from '../../../model/memory/range-set';
import { RangeTree } from '../../../model/memory/range-tree';
import type { Vma } from '../../../model/memory/vma';
import { vmaOf } from './drawing';

/** VMAs of two pages, two apart, at the very top of 64 bits. */
const TOP = 2 ** 52;
const at = (n: number, of: number): Vma => {
  const start = TOP - (of - n) * 4;
  return { ...vmaOf('W', 0, 1), start: pageNumber(start), end: pageNumber(start + 2) };
};

describe('a map of sixty thousand VMAs', () => {
  const count = 60_000;
  const map = RangeTree.empty<Vma>();
  for (let n = 0; n < count; n++) map.insert(at((n * 7919) % count, count));
  const first = at(0, count).start;

  test('finds by page, exactly to the page', () => {
    const vma = at(41_234, count);
    expect(map.at(vma.start)).toEqual(vma);
    expect(map.at(vma.start + 1)).toEqual(vma);
    expect(map.at(vma.end)).toBeUndefined();
    expect(map.at(vma.start - 1)).toBeUndefined();
    expect(map.firstEndingAbove(vma.end)).toEqual(at(41_235, count));
    expect(map.firstEndingAbove(vma.start + 1)).toEqual(vma);
    expect(map.lastStartingBelow(vma.start)).toEqual(at(41_233, count));
    expect(map.firstEndingAbove(TOP - 2)).toBeUndefined();
    expect(map.lastStartingBelow(first)).toBeUndefined();
  });

  test('gives any page of rows', () => {
    expect(map.list(59_990, 100).length).toBe(10);
    expect(map.list(31_007, 3)).toEqual([at(31_007, count), at(31_008, count), at(31_009, count)]);
    expect([map.list(count, 5), map.list(-1, 0), map.list(0, Number.NaN)]).toEqual([[], [], []]);
    expect(map.list(-5, 1)).toEqual([at(0, count)]);
  });

  test('a clone changes alone', () => {
    const clone = map.clone();
    clone.remove(first);
    expect([clone.size, map.size, clone.at(first)]).toEqual([count - 1, count, undefined]);
    expect(clone.list(0, 1)).toEqual([at(1, count)]);
    expect(map.list(0, 1)).toEqual([at(0, count)]);
  });

  test('ranges and gaps', () => {
    const range = pageRange(first + 1, first + 9);
    expect([...map.in(range)].length).toBe(3);
    expect([...map.gaps(range)]).toEqual([pageRange(first + 2, first + 4), pageRange(first + 6, first + 8)]);
    expect([...map.in(pageRange(first + 2, first + 4))]).toEqual([]);
    expect([...map.in(pageRange(first, first))]).toEqual([]);
  });
});

describe('a set of page ranges', () => {
  const set = RangeSet.of([pageRange(10, 20), pageRange(30, 40), pageRange(20, 22), pageRange(5, 5)]);
  const ranges = (of: RangeSet): number[][] => [...of.ranges()].map(({ start, end }) => [start, end]);

  test.each<readonly [string, RangeSet, number[][]]>([
    [
      'ranges that touch are one',
      set,
      [
        [10, 22],
        [30, 40],
      ],
    ],
    [
      'cut in the middle',
      set.without(pageRange(12, 15)),
      [
        [10, 12],
        [15, 22],
        [30, 40],
      ],
    ],
    [
      'cut over a gap',
      set.without(pageRange(20, 35)),
      [
        [10, 20],
        [35, 40],
      ],
    ],
    ['cut all', set.without(pageRange(0, 100)), []],
    ['filled', set.with(pageRange(22, 30)), [[10, 40]]],
    ['swallowed', set.with(pageRange(0, 50)), [[0, 50]]],
  ])('%s', (_name, of, expected) => {
    expect(ranges(of)).toEqual(expected);
  });

  test('is itself where nothing changes', () => {
    expect(set.without(pageRange(22, 30))).toBe(set);
    expect(RangeSet.empty.without(pageRange(0, 9))).toBe(RangeSet.empty);
  });

  test('parts within', () => {
    expect(set.within(pageRange(15, 31))).toEqual([pageRange(15, 22), pageRange(30, 31)]);
    expect([set.has(9), set.has(10), set.has(21), set.has(22)]).toEqual([false, true, true, false]);
  });
});
