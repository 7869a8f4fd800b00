/**
 * An immutable set of pages, kept as sorted ranges that neither overlap nor touch: the pages of which a log has shown
 * nothing yet. A log of a process that was attached to may punch tens of thousands of holes into it, one a call, so it
 * shares what did not change, in the same B+ tree as the VMAs (see vma-map.ts), here from a range's start to its end.
 */
import BTree from 'sorted-btree';
import { pageRange, type PageRange } from './page';

type Ranges = BTree<number, number>;

const ascending = (a: number, b: number): number => a - b;

export class RangeSet {
  static readonly empty = new RangeSet(new BTree<number, number>(undefined, ascending));

  readonly #ranges: Ranges;

  private constructor(ranges: Ranges) {
    this.#ranges = ranges;
  }

  /** Of ranges in any order; they may overlap, and empty ones count for nothing. */
  static of(ranges: Iterable<PageRange>): RangeSet {
    let set = RangeSet.empty;
    for (const range of ranges) set = set.with(range);
    return set;
  }

  get isEmpty(): boolean {
    return this.#ranges.isEmpty;
  }

  /** Number of ranges. */
  get size(): number {
    return this.#ranges.size;
  }

  has(page: number): boolean {
    const below = this.#ranges.getPairOrNextLower(page);
    return below !== undefined && page < below[1];
  }

  /** The set's parts inside the range, cut to it, ascending. */
  within(range: PageRange): PageRange[] {
    const parts: PageRange[] = [];
    if (this.#ranges.isEmpty || range.start >= range.end) return parts;
    let pair = this.#ranges.getPairOrNextLower(range.start) ?? this.#ranges.nextHigherPair(range.start);
    while (pair !== undefined && pair[0] < range.end) {
      const start = Math.max(pair[0], range.start);
      const end = Math.min(pair[1], range.end);
      if (start < end) parts.push(pageRange(start, end));
      pair = this.#ranges.nextHigherPair(pair[0]);
    }
    return parts;
  }

  /** All ranges, ascending. */
  *ranges(): Generator<PageRange, void, undefined> {
    for (const [start, end] of this.#ranges.entries()) yield pageRange(start, end);
  }

  /** Itself where nothing changes. */
  without(range: PageRange): RangeSet {
    const parts = this.within(range);
    if (parts.length === 0) return this;
    const set = new RangeSet(this.#ranges.clone());
    set.#cut(parts);
    return set;
  }

  /** Without any of them: one copy for all, where `without` makes one each. */
  withoutAll(gone: readonly PageRange[]): RangeSet {
    const [only] = gone;
    if (only === undefined) return this;
    if (gone.length === 1) return this.without(only);
    const set = new RangeSet(this.#ranges.clone());
    for (const range of gone) set.#cut(set.within(range));
    return set;
  }

  with(range: PageRange): RangeSet {
    if (range.start >= range.end) return this;
    // One page more on both sides: what only touches grows together with it.
    const near = this.within(pageRange(range.start - 1, range.end + 1));
    const ranges = this.#ranges.clone();
    let start: number = range.start;
    let end: number = range.end;
    for (const part of near) {
      const [wholeStart, wholeEnd] = this.#holding(part.start);
      ranges.delete(wholeStart);
      start = Math.min(start, wholeStart);
      end = Math.max(end, wholeEnd);
    }
    ranges.set(start, end);
    return new RangeSet(ranges);
  }

  /** In place: for a set that nobody has seen yet. The parts are of the set, of different ranges. */
  #cut(parts: readonly PageRange[]): void {
    for (const part of parts) {
      const [start, end] = this.#holding(part.start);
      if (start < part.start) this.#ranges.set(start, part.start);
      else this.#ranges.delete(start);
      if (part.end < end) this.#ranges.set(part.end, end);
    }
  }

  /** The whole range around a page of the set. */
  #holding(page: number): readonly [number, number] {
    return this.#ranges.getPairOrNextLower(page) ?? [page, page];
  }
}
