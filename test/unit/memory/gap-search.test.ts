/**
 * Room between ranges: against a walk over all items, whatever was put in and taken out before.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageRange, type PageRange } from '../../../model/memory/page';
import { RangeTree } from '../../../model/memory/range-tree';

/** Every third item keeps four pages below it free. */
const guard = ({ start }: PageRange): number => (start % 3 === 0 ? 4 : 0);
const END = 4000;

/** All gaps inside `within`, ascending, as the definition has them. */
function gapsIn(items: readonly PageRange[], within: PageRange): PageRange[] {
  const gaps: PageRange[] = [];
  let from = 0;
  for (const item of [...items, undefined]) {
    const end = item === undefined ? Infinity : item.start - guard(item);
    gaps.push(pageRange(Math.max(from, within.start), Math.min(end, within.end)));
    from = item?.end ?? 0;
  }
  return gaps;
}

const build = (starts: readonly number[], gone: readonly number[]): RangeTree<PageRange> => {
  const tree = RangeTree.empty<PageRange>();
  for (const start of starts) if (tree.at(start) === undefined) tree.insert(pageRange(start, start + 1));
  // Asked between changes, so that what was remembered has to be forgotten.
  tree.highestGap(pageRange(0, END), 3, guard);
  const changed = tree.clone();
  for (const start of gone) {
    changed.remove(start);
    changed.largestGap(END);
  }
  return changed;
};

describe('a search for room', () => {
  const page = fc.integer({ min: 0, max: END });
  const drawn = fc.record({
    starts: fc.array(page, { minLength: 0, maxLength: 400 }),
    gone: fc.array(page, { maxLength: 300 }),
    low: page,
    high: page,
    pages: fc.integer({ min: 1, max: 60 }),
  });

  test('finds the highest and the lowest gap that fits', () => {
    fc.assert(
      fc.property(drawn, ({ starts, gone, low, high, pages }) => {
        const tree = build(starts, gone);
        const within = pageRange(low, high);
        const fitting = gapsIn([...tree.all()], within).filter(({ start, end }) => end - start >= pages);
        expect(tree.highestGap(within, pages, guard)).toEqual(fitting.at(-1));
        expect(tree.lowestGap(within, pages, guard)).toEqual(fitting.at(0));
      }),
    );
  });

  test('knows the largest gap', () => {
    fc.assert(
      fc.property(drawn, ({ starts, gone }) => {
        const tree = build(starts, gone);
        const ends = [0, ...[...tree.all()].map(({ end }) => end)];
        const gaps = [...tree.all()].map(({ start }, n) => start - (ends[n] ?? 0));
        expect(tree.largestGap(END + 1)).toBe(Math.max(END + 1 - (ends.at(-1) ?? 0), ...gaps));
      }),
    );
  });

  test('sees the one hole of sixty thousand ranges', () => {
    const tree = RangeTree.empty<PageRange>();
    for (let n = 0; n < 60_000; n++) tree.insert(pageRange(n * 2, n * 2 + 1));
    const all = pageRange(0, 120_000);
    expect(tree.highestGap(all, 3, () => 0)).toBeUndefined();
    const clone = tree.clone();
    clone.remove(2 * 31_000);
    expect(clone.highestGap(all, 3, () => 0)).toEqual(pageRange(2 * 30_999 + 1, 2 * 31_001));
    expect(clone.lowestGap(all, 3, () => 0)).toEqual(pageRange(2 * 30_999 + 1, 2 * 31_001));
    expect(tree.highestGap(all, 3, () => 0)).toBeUndefined();
  });
});
