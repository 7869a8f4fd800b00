/**
 * The VMAs of an edit. Every step is a `replace`, which keeps the map, the totals, VmLck and the net change together;
 * neighbours merge as the kernel merges them. Costs are those of what is touched: log(VMAs) for each removed or inserted.
 */
import type { SpaceFacts } from './address-space';
import { settled } from './anon-vma';
import type { Mutable } from './copies';
import { joinedInferred } from './inference';
import { joinedWithSides, type Sides } from './joining';
import type { MergePolicy } from './merge-policy';
import { mayVanish } from './merging';
import { NetChange } from './net-change';
import type { PageNumber, PageRange } from './page';
import type { ReadonlyRangeTree, RangeTree } from './range-tree';
import type { Vma } from './vma';
import { pieceOf, restsOf } from './vma-piece';
import { countIn } from './vma-totals';

export class VmaDraft {
  readonly net = new NetChange();
  /** Ours to change; undefined while the map is one that others see. */
  private own: RangeTree<Vma> | undefined;

  /** `facts` is kept up to date in place; `inferred`: how many of the VMAs are. */
  constructor(
    private shared: ReadonlyRangeTree<Vma>,
    private readonly facts: Mutable<SpaceFacts>,
    public inferred: number,
    private readonly merging: MergePolicy,
  ) {}

  get map(): ReadonlyRangeTree<Vma> {
    return this.own ?? this.shared;
  }

  /** Since the map was last given away. */
  get isChanged(): boolean {
    return this.own !== undefined;
  }

  /** Gives the map away: what is changed from now on is changed in a copy. */
  share(): ReadonlyRangeTree<Vma> {
    this.shared = this.map;
    this.own = undefined;
    return this.shared;
  }

  /** `gone` are of the map; `made` lie where they were, or where nothing is. */
  replace(gone: readonly Vma[], made: readonly Vma[]): void {
    const map = this.writable();
    for (const vma of gone) {
      this.net.remove(vma);
      this.count(vma, -1);
      // One that is made at the same page takes its place in the map, which is cheaper than removing first.
      if (!startsAt(made, vma.start)) map.remove(vma.start);
    }
    for (const vma of made) {
      map.insert(vma);
      this.net.add(vma);
      this.count(vma, 1);
    }
  }

  /** Where nothing is mapped. `alone`: the kernel does not look whether it could merge. */
  add(vma: Vma, how: 'alone' | undefined): void {
    const low = how === 'alone' ? undefined : this.endingAt(vma.start);
    const high = how === 'alone' ? undefined : this.map.startingAt(vma.end);
    if (low === undefined && high === undefined) this.replace(NONE, [vma]);
    else this.replaceJoined(NONE, vma, NONE, { low, high, isNew: true });
  }

  addInferred(vma: Vma): void {
    const result = joinedInferred(vma, this.endingAt(vma.start), this.map.startingAt(vma.end));
    this.replace(result.swallowed, [result.vma]);
  }

  /**
   *     low  piece rest      a piece may join the neighbour that it touches: only the ends of its VMA have one
   *     AAAA bbbb  BBBB      mm/vma.c: vma_merge_existing_range
   *
   * Returns what the piece became part of.
   */
  replacePiece(vma: Vma, piece: Vma, changed: Vma): Vma {
    const isHead = piece.start === vma.start;
    const isTail = piece.end === vma.end;
    const mayMerge = !(isHead && isTail) || mayVanish(vma);
    return this.replaceJoined([vma], changed, restsOf(vma, piece), {
      low: mayMerge && isHead ? this.endingAt(piece.start) : undefined,
      high: mayMerge && isTail ? this.map.startingAt(piece.end) : undefined,
      isNew: false,
    });
  }

  splitAt(page: PageNumber): void {
    const vma = this.map.at(page);
    if (vma === undefined || vma.start === page) return;
    this.replace([vma], [pieceOf(vma, vma.start, page), pieceOf(vma, page, vma.end)]);
  }

  /** Removes what is mapped in the range; what stays on both sides does not touch, so nothing merges. */
  clear(range: PageRange): void {
    const highest = this.map.lastStartingBelow(range.end);
    if (highest === undefined || highest.end <= range.start) return;
    for (const vma of this.map.listIn(range)) this.cutOut(vma, range);
  }

  cutOut(vma: Vma, range: PageRange): void {
    this.replace([vma], restsOf(vma, range));
  }

  endingAt(page: PageNumber): Vma | undefined {
    const low = this.map.lastStartingBelow(page);
    return low?.end === page ? low : undefined;
  }

  /** Only when the call has ended: while it runs, user code can't have touched what it makes. */
  settle(vma: Vma): Vma {
    const result = settled(vma);
    if (result !== vma) this.writable().insert(result);
    return result;
  }

  private writable(): RangeTree<Vma> {
    return (this.own ??= this.shared.clone());
  }

  private count(vma: Vma, sign: 1 | -1): void {
    countIn(this.facts, vma, sign);
    if (vma.certainty === 'inferred') this.inferred += sign;
  }

  /** Puts `made` in the place of `gone`, `vma` as one with the neighbours that it merges with. Returns what it became. */
  private replaceJoined(gone: readonly Vma[], vma: Vma, made: readonly Vma[], sides: Sides): Vma {
    const result = joinedWithSides(vma, sides, this.merging);
    this.replace(
      result.swallowed.length === 0 ? gone : gone.concat(result.swallowed),
      made.length === 0 ? [result.vma] : [...made, result.vma],
    );
    for (const { border, merged } of result.doubts) this.net.doubt(border, merged);
    return result.vma;
  }
}

const NONE: readonly never[] = [];

function startsAt(vmas: readonly Vma[], page: PageNumber): boolean {
  for (const vma of vmas) if (vma.start === page) return true;
  return false;
}
