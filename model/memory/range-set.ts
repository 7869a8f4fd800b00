/**
 * An immutable set of pages, kept as sorted ranges that neither overlap nor touch: the pages of which a log has shown
 * nothing yet. A log of a process that was attached to may punch tens of thousands of holes into it, one a call, so sets
 * share what did not change.
 */
import { pageRange, type PageRange } from './page';
import { RangeTree } from './range-tree';

export class RangeSet {
  static readonly empty = new RangeSet(RangeTree.empty<PageRange>());

  private constructor(private readonly tree: RangeTree<PageRange>) {}

  /** Of ranges in any order; they may overlap, and empty ones count for nothing. */
  static of(ranges: Iterable<PageRange>): RangeSet {
    let set = RangeSet.empty;
    for (const range of ranges) set = set.with(range);
    return set;
  }

  /** The same pages ascending, no two ranges touching. */
  static inOrder(ranges: readonly PageRange[]): readonly PageRange[] {
    return ranges.length < 2 ? ranges : [...RangeSet.of(ranges).ranges()];
  }

  get isEmpty(): boolean {
    return this.tree.size === 0;
  }

  /** Number of ranges. */
  get size(): number {
    return this.tree.size;
  }

  has(page: number): boolean {
    return this.tree.at(page) !== undefined;
  }

  /** Whether any page of the range is in the set: cheap, for a log asks it of most calls, and seldom is one. */
  touches({ start, end }: PageRange): boolean {
    const first = start < end ? this.tree.firstEndingAbove(start) : undefined;
    return first !== undefined && first.start < end;
  }

  /** The set's parts inside the range, cut to it, ascending. */
  within(range: PageRange): PageRange[] {
    const parts: PageRange[] = [];
    for (const whole of this.tree.in(range))
      parts.push(pageRange(Math.max(whole.start, range.start), Math.min(whole.end, range.end)));
    return parts;
  }

  /** All ranges, ascending. */
  ranges(): Iterable<PageRange> {
    return this.tree.all();
  }

  /** Itself where nothing changes. */
  without(range: PageRange): RangeSet {
    const touched = [...this.tree.in(range)];
    if (touched.length === 0) return this;
    const tree = this.tree.clone();
    cut(tree, touched, range);
    return new RangeSet(tree);
  }

  /** Without any of them: one copy for all, where `without` makes one each. */
  withoutAll(gone: readonly PageRange[]): RangeSet {
    const [only] = gone;
    if (only === undefined) return this;
    if (gone.length === 1) return this.without(only);
    const tree = this.tree.clone();
    for (const range of gone) cut(tree, [...tree.in(range)], range);
    return new RangeSet(tree);
  }

  with(range: PageRange): RangeSet {
    if (range.start >= range.end) return this;
    const tree = this.tree.clone();
    let { start, end } = range;
    // One page more on both sides: what only touches grows together with it.
    for (const near of [...tree.in(pageRange(range.start - 1, range.end + 1))]) {
      tree.remove(near.start);
      if (near.start < start) start = near.start;
      if (near.end > end) end = near.end;
    }
    tree.insert({ start, end });
    return new RangeSet(tree);
  }
}

/** Takes the range out of those that it touches. In place: the tree is one that nobody has seen yet. */
function cut(tree: RangeTree<PageRange>, touched: readonly PageRange[], { start, end }: PageRange): void {
  for (const whole of touched) {
    if (whole.start < start) tree.insert({ start: whole.start, end: start });
    else tree.remove(whole.start);
    if (end < whole.end) tree.insert({ start: end, end: whole.end });
  }
}
