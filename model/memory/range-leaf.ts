/**
 * A leaf of a tree of ranges: sorted items, and the largest gap between two of them, so that a search for room passes over
 * leaves without looking into them. The gap is worked out when first asked for; all trees that share the leaf share it.
 */
import type { PageRange } from './page';

export class RangeLeaf<Item extends PageRange> {
  private largest = UNKNOWN;

  constructor(readonly items: Item[]) {}

  /** Items come and go in place; only while no other tree has the leaf. */
  splice(at: number, gone: number, ...made: readonly Item[]): void {
    this.items.splice(at, gone, ...made);
    this.largest = UNKNOWN;
  }

  /** The same with the change made. */
  spliced(at: number, gone: number, ...made: readonly Item[]): RangeLeaf<Item> {
    return new RangeLeaf(this.items.toSpliced(at, gone, ...made));
  }

  /** Takes the items from `at` on away, into a leaf of their own. */
  cut(at: number): RangeLeaf<Item> {
    this.largest = UNKNOWN;
    return new RangeLeaf(this.items.splice(at));
  }

  /** First page of the first item. */
  get start(): number {
    return this.items[0]?.start ?? Infinity;
  }

  /** End of the last item. */
  get end(): number {
    return this.items[this.items.length - 1]?.end ?? 0;
  }

  /** Pages. */
  get largestGap(): number {
    if (this.largest === UNKNOWN) this.largest = largestBetween(this.items);
    return this.largest;
  }
}

const UNKNOWN = -1;

function largestBetween(items: readonly PageRange[]): number {
  let largest = 0;
  let from = items[0]?.end ?? 0;
  for (const { start, end } of items) {
    if (start - from > largest) largest = start - from;
    from = end;
  }
  return largest;
}
