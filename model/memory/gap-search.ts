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
  // Starts are whole pages: this is the last item that starts below the range's end.
  let at = (leaves[n]?.startingUpTo(high - 1) ?? 0) - 1;
  let top = Math.min(high, lowerEndBehind(leaves, n, at, guard));
  // `top` is where the gap ends that lies above the item `at` of leaf `n`.
  for (let leaf = leaves[n]; leaf !== undefined; leaf = leaves[--n], at = (leaf?.items.length ?? 0) - 1) {
    // The one above the leaf's last item, which lies between two leaves; or the one that the range's end cuts.
    const below = leaf.endAt(at);
    if (below <= low) break;
    if (top - below >= pages) return pageRange(below, top);
    if (leaf.largestGap >= pages)
      for (; at > 0; at--) {
        const start = leaf.startAt(at);
        const end = leaf.endAt(at - 1);
        if (start <= low) return undefined;
        if (start - end < pages) continue;
        const inner = gapBetween(Math.max(low, end), lowerEnd(leaf, at, guard), pages);
        if (inner !== undefined) return inner;
      }
    if (leaf.start <= low) return undefined;
    top = lowerEnd(leaf, 0, guard);
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
      if (from >= high) return undefined;
      const gap = gapBetween(from, Math.min(high, lowerEnd(leaf, at, guard)), pages);
      if (gap !== undefined) return gap;
      from = Math.max(from, leaf.endAt(at));
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

/** Where the gap below the item ends. */
function lowerEnd<Item extends PageRange>(leaf: RangeLeaf<Item>, at: number, guard: Guard<Item>): number {
  const item = guard === undefined ? undefined : leaf.items[at];
  return item === undefined || guard === undefined ? leaf.startAt(at) : leaf.startAt(at) - guard(item);
}

/** The same of the item above the one at `at`, which may be the first of the next leaf; Infinity: there is none. */
function lowerEndBehind<Item extends PageRange>(
  leaves: Leaves<Item>,
  n: number,
  at: number,
  guard: Guard<Item>,
): number {
  const leaf = leaves[n];
  if (leaf !== undefined && at + 1 < leaf.items.length) return lowerEnd(leaf, at + 1, guard);
  const next = leaves[n + 1];
  return next === undefined ? Infinity : lowerEnd(next, 0, guard);
}

const gapBetween = (start: number, end: number, pages: number): PageRange | undefined =>
  end - start >= pages ? pageRange(start, end) : undefined;
