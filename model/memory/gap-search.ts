/**
 * Room between ranges: the highest gap, or the lowest, that has so many pages. lib/maple_tree.c: mas_empty_area_rev,
 * mas_empty_area; mm/vma.c: unmapped_area_topdown, unmapped_area
 *
 *     within   |----------------------------------|
 *     items      AA      BB  CC        gD
 *     gaps     ..  ......  ..  ........             a gap ends `guard` pages below the item above it
 */
import { pageRange, type PageRange } from './page';
import type { RangeLeaf } from './range-leaf';

/** Pages below an item that nothing else is put into; undefined: none below any. */
export type Guard<Item> = ((item: Item) => number) | undefined;

type Leaves<Item extends PageRange> = readonly RangeLeaf<Item>[];

/**
 * The highest gap with `pages` pages inside `within`, cut to it. Leaves without such a gap are passed over.
 * @param from the last leaf that begins below the range's end; the first one where none does.
 */
export function highestGap<Item extends PageRange>(
  leaves: Leaves<Item>,
  from: number,
  within: PageRange,
  pages: number,
  guard: Guard<Item>,
): PageRange | undefined {
  const { start: low, end: high } = within;
  let n = from;
  let at = lastStartingBelow(leaves[n], high);
  const above = leaves[n]?.items[at + 1] ?? leaves[n + 1]?.items[0];
  let top = above === undefined ? high : Math.min(high, lowerEnd(above, guard));
  // `top` is where the gap ends that lies above the item `at` of leaf `n`.
  for (let leaf = leaves[n]; leaf !== undefined; leaf = leaves[--n], at = (leaf?.items.length ?? 0) - 1) {
    const { items } = leaf;
    if (leaf.end <= low) break;
    // The one above the leaf's last item, which lies between two leaves; or the one that the range's end cuts.
    const last = items[at];
    const gap = last === undefined ? undefined : gapBetween(Math.max(low, last.end), top, pages);
    if (gap !== undefined) return gap;
    if (leaf.largestGap >= pages)
      for (; at > 0; at--) {
        const item = items[at];
        const below = items[at - 1];
        if (item === undefined || below === undefined || item.start <= low) return undefined;
        if (item.start - below.end < pages) continue;
        const inner = gapBetween(Math.max(low, below.end), lowerEnd(item, guard), pages);
        if (inner !== undefined) return inner;
      }
    const [first] = items;
    if (first === undefined || first.start <= low) return undefined;
    if (last !== undefined) top = lowerEnd(first, guard);
  }
  return gapBetween(low, top, pages);
}

/**
 * The lowest gap with `pages` pages inside `within`, cut to it.
 * @param first the last leaf that begins up to the range's start; the first one where none does.
 */
export function lowestGap<Item extends PageRange>(
  leaves: Leaves<Item>,
  first: number,
  within: PageRange,
  pages: number,
  guard: Guard<Item>,
): PageRange | undefined {
  const { start: low, end: high } = within;
  let n = first;
  let from = Math.max(low, leaves[n - 1]?.end ?? 0);
  for (let leaf = leaves[n]; leaf !== undefined; leaf = leaves[++n]) {
    // Between leaves there may be a gap too: the first item is always looked at.
    const looks = leaf.largestGap >= pages ? leaf.items.length : 1;
    for (let at = 0; at < looks; at++) {
      const item = leaf.items[at];
      if (item === undefined || from >= high) return undefined;
      const gap = gapBetween(from, Math.min(high, lowerEnd(item, guard)), pages);
      if (gap !== undefined) return gap;
      from = Math.max(from, item.end);
    }
    from = Math.max(from, leaf.end);
  }
  return gapBetween(from, high, pages);
}

/** Pages of the largest gap below `end`, guards left out of account. */
export function largestGap<Item extends PageRange>(leaves: Leaves<Item>, end: number): number {
  let largest = 0;
  let from = 0;
  for (const leaf of leaves) {
    largest = Math.max(largest, leaf.start - from, leaf.largestGap);
    from = leaf.end;
  }
  return Math.max(largest, end - from);
}

const lowerEnd = <Item extends PageRange>(item: Item, guard: Guard<Item>): number =>
  guard === undefined ? item.start : item.start - guard(item);

const gapBetween = (start: number, end: number, pages: number): PageRange | undefined =>
  end - start >= pages ? pageRange(start, end) : undefined;

/** The place in the leaf of the last item that starts below the page; -1: none does. */
function lastStartingBelow(leaf: RangeLeaf<PageRange> | undefined, page: number): number {
  const items = leaf?.items ?? [];
  let at = items.length - 1;
  while (at >= 0 && (items[at]?.start ?? 0) >= page) at--;
  return at;
}
