/**
 * The VMAs of one address space, sorted by first page: find by page, neighbours, ranges, n-th to m-th.
 *
 * Kept in a B+ tree of the `sorted-btree` package, because a space must be both immutable and cheap to change: its
 * `clone` is O(1) and a later edit copies only the nodes on the way to the change, so that the spaces before and after a
 * call share all the rest. A sorted array would be copied whole (60,000 VMAs: half a megabyte a call); the persistent
 * collections at hand are hash tries without order. Nodes of 32 keys were the quickest of 16, 32 and 64, at 1,000
 * VMAs as well as at 60,000.
 *
 * Invariant: VMAs are not empty and do not overlap. Whoever holds a map that others may see clones it before changing it.
 */
import BTree from 'sorted-btree';
import type { PageNumber, PageRange } from './page';
import type { Vma } from './vma';

const NODE_SIZE = 32;
/** A paged view walks at most this many VMAs to its first row. */
const LANDMARK_EVERY = 128;

const ascending = (a: number, b: number): number => a - b;

/** What a finished space shows of its map. */
export interface ReadonlyVmaMap {
  readonly size: number;
  at(page: number): Vma | undefined;
  /** mm/mmap.c: find_vma */
  firstEndingAbove(page: number): Vma | undefined;
  lastStartingBelow(page: number): Vma | undefined;
  startingAt(page: number): Vma | undefined;
  /** VMAs that touch the range, ascending, uncut. */
  in(range: PageRange): Iterable<Vma>;
  all(): Iterable<Vma>;
  /** The VMAs number `start` to `start + count`, counted from the lowest. */
  list(start: number, count: number): readonly Vma[];
  /** The parts of the range without VMA, ascending. */
  gaps(range: PageRange): Iterable<PageRange>;
  clone(): VmaMap;
}

export class VmaMap implements ReadonlyVmaMap {
  readonly #tree: BTree<number, Vma>;
  /** First page of every LANDMARK_EVERY-th VMA, made when a view first asks for rows. */
  #landmarks: number[] | undefined;

  private constructor(tree: BTree<number, Vma>) {
    this.#tree = tree;
  }

  static empty(): VmaMap {
    return new VmaMap(new BTree<number, Vma>(undefined, ascending, NODE_SIZE));
  }

  get size(): number {
    return this.#tree.size;
  }

  clone(): VmaMap {
    return new VmaMap(this.#tree.clone());
  }

  /** The caller has made room: nothing of the map overlaps. */
  insert(vma: Vma): void {
    this.#landmarks = undefined;
    this.#tree.set(vma.start, vma);
  }

  remove(start: number): void {
    this.#landmarks = undefined;
    this.#tree.delete(start);
  }

  at(page: number): Vma | undefined {
    const below = this.#tree.getPairOrNextLower(page)?.[1];
    return below !== undefined && page < below.end ? below : undefined;
  }

  firstEndingAbove(page: number): Vma | undefined {
    return this.at(page) ?? this.#tree.nextHigherPair(page)?.[1];
  }

  lastStartingBelow(page: number): Vma | undefined {
    return this.#tree.nextLowerPair(page)?.[1];
  }

  startingAt(page: number): Vma | undefined {
    return this.#tree.get(page);
  }

  *in(range: PageRange): Generator<Vma, void, undefined> {
    let vma = range.start < range.end ? this.firstEndingAbove(range.start) : undefined;
    while (vma !== undefined && vma.start < range.end) {
      yield vma;
      vma = this.#tree.nextHigherPair(vma.start)?.[1];
    }
  }

  all(): Iterable<Vma> {
    return this.#tree.values();
  }

  list(start: number, count: number): readonly Vma[] {
    const first = Math.max(0, Math.trunc(start));
    const rows: Vma[] = [];
    if (!(count > 0) || first >= this.size) return rows;
    const landmarks = (this.#landmarks ??= this.#findLandmarks());
    let skip = first % LANDMARK_EVERY;
    for (const vma of this.#tree.values(landmarks[(first - skip) / LANDMARK_EVERY])) {
      if (skip > 0) skip--;
      else if (rows.push(vma) >= count) break;
    }
    return rows;
  }

  *gaps(range: PageRange): Generator<PageRange, void, undefined> {
    let from: PageNumber = range.start;
    for (const vma of this.in(range)) {
      if (from < vma.start) yield { start: from, end: vma.start };
      from = vma.end;
    }
    if (from < range.end) yield { start: from, end: range.end };
  }

  #findLandmarks(): number[] {
    const landmarks: number[] = [];
    let n = 0;
    this.#tree.forEachPair((start) => {
      if (n++ % LANDMARK_EVERY === 0) landmarks.push(start);
    });
    return landmarks;
  }
}
