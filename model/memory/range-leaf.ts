/**
 * A leaf of a tree of ranges: sorted items, their borders, and the largest gap between two of them, so that a search for room
 * passes over leaves without looking into them. The gap is worked out when first asked for; all trees that share the leaf share
 * it.
 *
 *     items     [ A , B , C ]
 *     borders   [ A.start, A.end, B.start, B.end, C.start, C.end ]
 *
 * A number beyond 2^31 is a box of its own in an object, and lies in place in an array of numbers: searching the borders
 * follows no reference, where searching the items follows two a step.
 */
import type { PageRange } from './page';

export class RangeLeaf<Item extends PageRange> {
  private largest = UNKNOWN;

  private constructor(
    readonly items: Item[],
    private readonly borders: number[],
  ) {}

  static of<Item extends PageRange>(item: Item): RangeLeaf<Item> {
    return new RangeLeaf([item], [item.start, item.end]);
  }

  /** `gone` items from `at` on go, one may come in their place. Only while no other tree has the leaf. */
  splice(at: number, gone: 0 | 1, item?: Item): void {
    if (item === undefined) {
      this.items.splice(at, gone);
      this.borders.splice(2 * at, 2 * gone);
    } else if (gone === 1) {
      this.items[at] = item;
      this.borders[2 * at] = item.start;
      this.borders[2 * at + 1] = item.end;
    } else {
      this.items.splice(at, 0, item);
      this.borders.splice(2 * at, 0, item.start, item.end);
    }
    this.largest = UNKNOWN;
  }

  /** The same with the change made. */
  spliced(at: number, gone: 0 | 1, item?: Item): RangeLeaf<Item> {
    if (item === undefined)
      return new RangeLeaf(this.items.toSpliced(at, gone), this.borders.toSpliced(2 * at, 2 * gone));
    if (gone === 0) {
      const borders = this.borders.toSpliced(2 * at, 0, item.start, item.end);
      return new RangeLeaf(this.items.toSpliced(at, 0, item), borders);
    }
    const copy = new RangeLeaf(this.items.slice(), this.borders.slice());
    copy.splice(at, gone, item);
    return copy;
  }

  /** Takes those of the next leaf in. */
  append(next: RangeLeaf<Item>): void {
    this.items.push(...next.items);
    this.borders.push(...next.borders);
    this.largest = UNKNOWN;
  }

  /** Takes the items from `at` on away, into a leaf of their own. */
  cut(at: number): RangeLeaf<Item> {
    this.largest = UNKNOWN;
    return new RangeLeaf(this.items.splice(at), this.borders.splice(2 * at));
  }

  /** First page of the first item. */
  get start(): number {
    return this.startAt(0);
  }

  /** End of the last item. */
  get end(): number {
    return this.borders[this.borders.length - 1] ?? 0;
  }

  startAt(at: number): number {
    return this.borders[2 * at] ?? Infinity;
  }

  endAt(at: number): number {
    return this.borders[2 * at + 1] ?? 0;
  }

  /** How many items start up to the page. */
  startingUpTo(page: number): number {
    const { borders } = this;
    let low = 0;
    let high = borders.length >>> 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((borders[2 * middle] ?? Infinity) <= page) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Pages. */
  get largestGap(): number {
    if (this.largest === UNKNOWN) this.largest = largestBetween(this.borders);
    return this.largest;
  }
}

const UNKNOWN = -1;

function largestBetween(borders: readonly number[]): number {
  let largest = 0;
  for (let end = 1; end + 1 < borders.length; end += 2) {
    const gap = (borders[end + 1] ?? 0) - (borders[end] ?? 0);
    if (gap > largest) largest = gap;
  }
  return largest;
}
