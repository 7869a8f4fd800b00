/**
 * Ranges of pages that do not overlap, sorted: VMAs, unknown pages. A B+ tree of two storeys that shares what did not
 * change:
 *
 *     storey   [ * , * , * ]           a clone shares it; the first change after that copies it
 *                |   |   |
 *     leaves   [..] [..] [..]          sorted items; a change copies the one leaf that it is in
 *
 * Each leaf remembers the largest gap in it (range-leaf.ts): room is found without walking all items.
 *
 * Leaves grow with the root of the number of items, and so does the storey: a change takes 0.4 µs among 1,000 items, 2
 * among 60,000, 10 among a million.
 *
 * It is our own because a space is changed once for nearly every event of a pass, and a general B-tree keeps its keys
 * beside the items: page numbers beyond 2^31 are boxed whenever they are compared, which cost an event of the bench 2.6 µs
 * and 2.3 KB of garbage more. Here an item is its own key.
 *
 * Invariants: items are not empty and do not overlap; no leaf is empty.
 */
import { highestGap, largestGap, lowestGap, type Guard } from './gap-search';
import type { PageRange } from './page';
import { RangeLeaf } from './range-leaf';

/** Items of a leaf: of 32, 64 and 128 the quickest for a thousand items. */
const LEAF = 64;

export class RangeTree<Item extends PageRange> {
  /** Whether `leaves` is ours alone. */
  private ownStorey = false;
  /** The leaf that is ours alone: the one changed last. */
  private ownLeaf: RangeLeaf<Item> | undefined;

  private constructor(
    private leaves: RangeLeaf<Item>[],
    private count: number,
  ) {}

  static empty<Item extends PageRange>(): RangeTree<Item> {
    return new RangeTree<Item>([], 0);
  }

  get size(): number {
    return this.count;
  }

  /** Items of a leaf at the most. */
  private get most(): number {
    return Math.max(LEAF, Math.sqrt(this.count));
  }

  /** In no time: both go on with the same leaves until they change. */
  clone(): RangeTree<Item> {
    this.ownStorey = false;
    this.ownLeaf = undefined;
    return new RangeTree(this.leaves, this.count);
  }

  /** Takes the place of one that starts at the same page. The caller has made room: no other item overlaps. */
  insert(item: Item): void {
    if (this.leaves.length === 0) {
      this.ownLeaf = RangeLeaf.of(item);
      this.leaves = [this.ownLeaf];
      this.ownStorey = true;
      this.count = 1;
      return;
    }
    const n = this.leafOf(item.start);
    const before = this.leaves[n];
    const at = before?.startingUpTo(item.start) ?? 0;
    const replaces = at > 0 && before?.startAt(at - 1) === item.start;
    const leaf = replaces ? this.spliced(n, at - 1, 1, item) : this.spliced(n, at, 0, item);
    if (replaces || leaf === undefined) return;
    this.count++;
    if (leaf.items.length > this.most) this.split(n, leaf, at);
  }

  /** Does nothing where no item starts at the page. */
  remove(start: number): void {
    const n = this.leafOf(start);
    const at = (this.leaves[n]?.startingUpTo(start) ?? 0) - 1;
    if (at < 0 || this.leaves[n]?.startAt(at) !== start) return;
    const leaf = this.spliced(n, at, 1);
    if (leaf === undefined) return;
    this.count--;
    const size = leaf.items.length;
    const next = this.leaves[n + 1];
    // Leaves that have run dry become one, so that the storey stays short.
    if (size === 0) this.leaves.splice(n, 1);
    else if (next !== undefined && size + next.items.length <= this.most / 2) {
      leaf.append(next);
      this.leaves.splice(n + 1, 1);
    }
  }

  /** The item that holds the page. */
  at(page: number): Item | undefined {
    const item = this.lastStartingUpTo(page);
    return item !== undefined && page < item.end ? item : undefined;
  }

  startingAt(page: number): Item | undefined {
    const item = this.lastStartingUpTo(page);
    return item?.start === page ? item : undefined;
  }

  /** mm/mmap.c: find_vma */
  firstEndingAbove(page: number): Item | undefined {
    const n = this.leafOf(page);
    const leaf = this.leaves[n];
    if (leaf === undefined) return undefined;
    const at = leaf.startingUpTo(page);
    if (at > 0 && page < leaf.endAt(at - 1)) return leaf.items[at - 1];
    return at < leaf.items.length ? leaf.items[at] : this.leaves[n + 1]?.items[0];
  }

  lastStartingBelow(page: number): Item | undefined {
    // Starts are whole pages, so this is the last one that starts up to the page before.
    return this.lastStartingUpTo(page - 1);
  }

  /** Items that touch the range, ascending, uncut. Not for a tree that changes meanwhile. */
  in(range: PageRange): RangeWalk<Item> {
    const n = this.leafOf(range.start);
    const leaf = this.leaves[n];
    const up = leaf?.startingUpTo(range.start) ?? 0;
    const at = leaf !== undefined && up > 0 && range.start < leaf.endAt(up - 1) ? up - 1 : up;
    return new RangeWalk(this.leaves, n, at, range.start < range.end ? range.end : -1);
  }

  /** The same as a list, which stays as it is while the tree changes. */
  listIn(range: PageRange): readonly Item[] {
    const items: Item[] = [];
    for (const item of this.in(range)) items.push(item);
    return items;
  }

  /** The parts of the range without item, ascending. */
  gaps(range: PageRange): readonly PageRange[] {
    const gaps: PageRange[] = [];
    let from = range.start;
    for (const item of this.in(range)) {
      if (from < item.start) gaps.push({ start: from, end: item.start });
      from = item.end;
    }
    if (from < range.end) gaps.push({ start: from, end: range.end });
    return gaps;
  }

  /** The highest gap between items that has `pages` pages inside the range, cut to it. */
  highestGap(within: PageRange, pages: number, guard: Guard<Item>): PageRange | undefined {
    return highestGap(this.leaves, this.leafOf(within.end - 1), within, pages, guard);
  }

  lowestGap(within: PageRange, pages: number, guard: Guard<Item>): PageRange | undefined {
    return lowestGap(this.leaves, this.leafOf(within.start), within, pages, guard);
  }

  /** Pages of the largest gap up to `end`. */
  largestGap(end: number): number {
    return largestGap(this.leaves, end);
  }

  /** The items in parts, ascending: for sums that are kept for each part. What has been published keeps its parts. */
  parts(): readonly { readonly items: readonly Item[] }[] {
    return this.leaves;
  }

  *all(): Generator<Item, void, undefined> {
    for (const { items } of this.leaves) yield* items;
  }

  /** The items number `start` to `start + count`, counted from the lowest. */
  list(start: number, count: number): readonly Item[] {
    let skip = Math.max(0, Math.trunc(start));
    const rows: Item[] = [];
    if (!(count > 0)) return rows;
    for (const { items } of this.leaves) {
      if (skip < items.length) rows.push(...items.slice(skip, skip + count - rows.length));
      if (rows.length >= count) break;
      skip = Math.max(0, skip - items.length);
    }
    return rows;
  }

  private lastStartingUpTo(page: number): Item | undefined {
    const leaf = this.leaves[this.leafOf(page)];
    return leaf?.items[leaf.startingUpTo(page) - 1];
  }

  /** The last leaf that begins up to the page; the first one where none does. */
  private leafOf(page: number): number {
    const { leaves } = this;
    let low = 0;
    let high = leaves.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((leaves[middle]?.start ?? 0) <= page) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Changes a leaf in place where it is ours, else a copy of it. */
  private spliced(n: number, at: number, gone: 0 | 1, made?: Item): RangeLeaf<Item> | undefined {
    const leaf = this.leaves[n];
    if (leaf === undefined || leaf === this.ownLeaf) {
      leaf?.splice(at, gone, made);
      return leaf;
    }
    if (!this.ownStorey) {
      this.leaves = this.leaves.slice();
      this.ownStorey = true;
    }
    return (this.leaves[n] = this.ownLeaf = leaf.spliced(at, gone, made));
  }

  /** Runs go up or down: behind an item at the end of its leaf the next will come, so the full part stays full. */
  private split(n: number, leaf: RangeLeaf<Item>, inserted: number): void {
    const last = leaf.items.length - 1;
    const keep = inserted === 0 ? 1 : inserted === last ? last : leaf.items.length >>> 1;
    this.ownLeaf = leaf.cut(keep);
    this.leaves.splice(n + 1, 0, this.ownLeaf);
  }
}

/** What a finished space shows of its VMAs. */
export type ReadonlyRangeTree<Item extends PageRange> = Omit<RangeTree<Item>, 'insert' | 'remove'>;

/**
 * A walk over the items of leaves that start below `end`. A class of its own and no generator: where it is inlined it costs no
 * object, and there is a walk in every other check of a call.
 */
class RangeWalk<Item extends PageRange> implements IterableIterator<Item, undefined> {
  constructor(
    private readonly leaves: readonly RangeLeaf<Item>[],
    private n: number,
    private at: number,
    private readonly end: number,
  ) {}

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Item, undefined> {
    let leaf = this.leaves[this.n];
    if (leaf !== undefined && this.at >= leaf.items.length) {
      leaf = this.leaves[++this.n];
      this.at = 0;
    }
    const item = leaf?.items[this.at];
    if (item === undefined || item.start >= this.end) return { done: true, value: undefined };
    this.at++;
    return { done: false, value: item };
  }
}
