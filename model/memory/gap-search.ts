/**
 * Room between ranges: the highest gap, or the lowest, that has so many pages. lib/maple_tree.c: mas_empty_area_rev,
 * mas_empty_area; mm/vma.c: unmapped_area_topdown, unmapped_area
 *
 *     within   |----------------------------------|
 *     items      AA      BB  CC        gD
 *     gaps     ..  ......  ..  ........             a gap ends `guard` pages below the item above it
 */
import type { LeafGaps } from './leaf-gaps';
import { pageRange, type PageRange } from './page';

/** Pages below an item that nothing else is put into. */
export type Guard<Item> = (item: Item) => number;

export interface Leaves<Item extends PageRange> {
  readonly leaves: readonly (readonly Item[])[];
  readonly gaps: LeafGaps;
  /** The last leaf that begins up to the page; the first one where none does. */
  leafOf(page: number): number;
}

/** The highest gap with `pages` pages inside `within`, cut to it. Leaves without such a gap are passed over. */
export function highestGap<Item extends PageRange>(
  tree: Leaves<Item>,
  within: PageRange,
  pages: number,
  guard: Guard<Item>,
): PageRange | undefined {
  const { leaves, gaps } = tree;
  const { start: low, end: high } = within;
  // The gap that the upper end of the range cuts, then those below the items that start below that end.
  let n = tree.leafOf(high - 1);
  let leaf = leaves[n];
  if (leaf === undefined) return gapBetween(low, high, pages);
  let at = leaf.length - 1;
  while (at >= 0 && (leaf[at]?.start ?? 0) >= high) at--;
  const above = leaf[at + 1] ?? leaves[n + 1]?.[0];
  const top = above === undefined ? high : Math.min(high, above.start - guard(above));
  const topGap = gapBetween(Math.max(low, leaf[at]?.end ?? 0), top, pages);
  if (topGap !== undefined) return topGap;
  for (;;) {
    if (gaps.of(n, leaves) >= pages)
      for (; at >= 0; at--) {
        const item = leaf[at];
        if (item === undefined || item.start <= low) return undefined;
        const below = leaf[at - 1] ?? leaves[n - 1]?.at(-1);
        const gap = gapBetween(Math.max(low, below?.end ?? 0), item.start - guard(item), pages);
        if (gap !== undefined) return gap;
      }
    if (n === 0 || (leaf[0]?.start ?? 0) <= low) return undefined;
    leaf = leaves[--n] ?? [];
    at = leaf.length - 1;
  }
}

/** The lowest gap with `pages` pages inside `within`, cut to it. */
export function lowestGap<Item extends PageRange>(
  tree: Leaves<Item>,
  within: PageRange,
  pages: number,
  guard: Guard<Item>,
): PageRange | undefined {
  const { leaves, gaps } = tree;
  const { start: low, end: high } = within;
  for (let n = tree.leafOf(low); n < leaves.length; n++) {
    let from = Math.max(low, leaves[n - 1]?.at(-1)?.end ?? 0);
    if (from >= high) return undefined;
    if (gaps.of(n, leaves) < pages) continue;
    for (const item of leaves[n] ?? []) {
      if (from >= high) return undefined;
      const gap = gapBetween(from, Math.min(high, item.start - guard(item)), pages);
      if (gap !== undefined) return gap;
      from = Math.max(from, item.end);
    }
  }
  const last = leaves.at(-1)?.at(-1);
  return gapBetween(Math.max(low, last?.end ?? 0), high, pages);
}

/** Pages of the largest gap below `end`, guards left out of account. */
export function largestGap<Item extends PageRange>({ leaves, gaps }: Leaves<Item>, end: number): number {
  let largest = end - (leaves.at(-1)?.at(-1)?.end ?? 0);
  for (let n = 0; n < leaves.length; n++) largest = Math.max(largest, gaps.of(n, leaves));
  return largest;
}

const gapBetween = (start: number, end: number, pages: number): PageRange | undefined =>
  end - start >= pages ? pageRange(start, end) : undefined;
