/**
 * The edit of an address space: the kernel's primitives on VMAs, as calls use them, with totals kept on the way.
 * Costs are those of what is touched: log(VMAs) for each VMA removed or inserted.
 *
 * Every step is a `replace`, which keeps the map, the totals, VmLck and the net change together.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceChange, SpaceEdit, SpaceFacts } from './address-space';
import { settled, touchedBy, type Giver } from './anon-vma';
import { factsOf, type Mutable } from './copies';
import { inferredVma, informed, joinedInferred, type Knowledge } from './inference';
import { joinedWithSides, type Sides } from './joining';
import { unsurePagesIn } from './locked';
import type { MergePolicy } from './merge-policy';
import { mayVanish } from './merging';
import { NetChange } from './net-change';
import { pageNumber, within, type PageNumber, type PageRange } from './page';
import { PageDraft } from './page-draft';
import { RangeSet } from './range-set';
import type { ReadonlyRangeTree, RangeTree } from './range-tree';
import type { SpaceParts } from './space-parts';
import { Prot, type Vma } from './vma';
import { pieceOf, restsOf } from './vma-piece';
import { countIn } from './vma-totals';

type Made = AddressSpace & { readonly parts: SpaceParts };

export class SpaceDraft implements SpaceEdit {
  private readonly base: Made;
  private readonly make: (parts: SpaceParts) => Made;
  private readonly event: EventIndex;
  private readonly merging: MergePolicy;
  private readonly facts: Mutable<SpaceFacts>;
  private readonly net = new NetChange();
  private readonly learned: PageRange[] = [];
  private unknown: RangeSet;
  private inferred: number;
  /** Ours to change; undefined while the map is one that others see. */
  private own: RangeTree<Vma> | undefined;
  private latest: Made;
  private stale = false;
  /** Undefined until a step concerns pages: most events concern none. */
  private pageDraft: PageDraft | undefined;
  private touched = 0;

  constructor(base: Made, event: EventIndex, merging: MergePolicy, make: (parts: SpaceParts) => Made) {
    this.base = base;
    this.make = make;
    this.event = event;
    this.merging = merging;
    this.facts = factsOf(base.parts.facts);
    this.unknown = base.parts.unknown;
    this.inferred = base.parts.inferred;
    this.latest = base;
  }

  get now(): AddressSpace {
    const pages = this.pageDraft?.runs ?? this.base.parts.pages;
    const { latest, stale } = this;
    if (!stale && pages === latest.parts.pages) return latest;
    this.facts.complete = this.unknown.isEmpty && this.inferred === 0;
    const { id, taskSize, startStack, shownHeap } = this.base.parts;
    this.latest = this.make({
      id,
      taskSize,
      startStack,
      shownHeap,
      vmas: this.own ?? latest.parts.vmas,
      unknown: this.unknown,
      inferred: this.inferred,
      // The same record where no number changed: that tells an event that did nothing.
      facts: stale ? factsOf(this.facts) : latest.parts.facts,
      pages,
    });
    this.own = undefined;
    this.stale = false;
    return this.latest;
  }

  get pages(): PageDraft {
    return (this.pageDraft ??= new PageDraft(this.base.parts.pages, this.event, (range) =>
      this.vmas.listIn(range),
    ));
  }

  unmap(range: PageRange): void {
    if (range.start >= range.end) return;
    this.clear(range);
    if (this.hasPagesIn(range)) this.pages.forget(range);
    this.know(range);
  }

  map(vma: Vma, how?: 'alone'): void {
    if (vma.start >= vma.end) return;
    this.unmap(vma);
    const mayJoin = how === undefined;
    const low = mayJoin ? this.endingAt(vma.start) : undefined;
    const high = mayJoin ? this.vmas.startingAt(vma.end) : undefined;
    if (low === undefined && high === undefined) this.replace(NONE, [vma]);
    else this.replaceJoined(NONE, vma, NONE, { low, high, isNew: true });
  }

  modify(range: PageRange, next: (piece: Vma) => Vma): void {
    let page = range.start;
    while (page < range.end) {
      const vma = this.vmas.firstEndingAbove(page);
      if (vma === undefined || vma.start >= range.end) return;
      const start = pageNumber(Math.max(vma.start, page));
      const end = pageNumber(Math.min(vma.end, range.end));
      const piece = pieceOf(vma, start, end);
      const changed = next(piece);
      // The kernel's walk goes on behind the VMA that the piece became part of.
      if (piece.prot === Prot.none && changed.prot !== Prot.none && this.hasPagesIn(piece))
        this.pages.opened(piece);
      if (changed !== piece) page = this.replacePiece(vma, piece, changed).end;
      if (page < end) page = end;
    }
  }

  mark(range: PageRange, next: (vma: Vma) => Vma): void {
    for (const vma of this.vmas.listIn(range)) {
      const marked = next(vma);
      if (marked !== vma) this.replace([vma], [marked]);
    }
  }

  splitAt(page: PageNumber): void {
    const vma = this.vmas.at(page);
    if (vma === undefined || vma.start === page) return;
    this.replace([vma], [pieceOf(vma, vma.start, page), pieceOf(vma, page, vma.end)]);
  }

  touch(range: PageRange, by: Giver = 'write'): void {
    for (const vma of this.vmas.listIn(range)) {
      const fresh = this.event * TOUCHES_PER_EVENT + this.touched;
      const low = this.endingAt(vma.start);
      const high = this.vmas.startingAt(vma.end);
      const touched = touchedBy(by, vma, low, high, fresh);
      if (touched === vma) continue;
      if (touched.anonVma === fresh || touched.shownAnonVma === fresh) this.touched++;
      this.replace([vma], [touched]);
    }
  }

  infer(range: PageRange, known: Knowledge): void {
    // The usual case: a call on memory that is known as well as can be.
    const first = this.vmas.at(range.start);
    if (first?.certainty === 'exact' && range.end <= first.end) return;
    const { locked } = this.facts;
    for (const vma of this.vmas.listIn(range)) {
      const { start, end } = within(vma, range);
      const piece = pieceOf(vma, start, end);
      const better = informed(piece, known);
      if (better !== piece) {
        this.cutOut(vma, piece);
        this.insertInferred(better);
      }
    }
    for (const gap of this.vmas.gaps(range)) this.insertInferred(inferredVma(gap, known, this.event));
    this.know(range);
    // Knowledge about what was there before changes no count of the kernel's.
    this.facts.locked = locked;
  }

  inferFree(range: PageRange): void {
    const { locked } = this.facts;
    for (const vma of this.vmas.listIn(range)) {
      if (vma.certainty !== 'inferred') continue;
      this.cutOut(vma, range);
      if (this.hasPagesIn(range)) this.pages.forget(within(vma, range));
    }
    for (const gap of this.vmas.gaps(range)) this.know(gap);
    this.facts.locked = locked;
  }

  setFacts(facts: Parameters<SpaceEdit['setFacts']>[0]): void {
    Object.assign(this.facts, facts);
    this.stale = true;
  }

  finish(): { readonly space: AddressSpace; readonly change: SpaceChange } {
    const { removed, added: made } = this.net.lists();
    const added = made.length === 0 ? made : made.map((vma) => this.settle(vma));
    // What becomes of locks that are not known takes as many pages from VmLck, or adds them, as nobody knows.
    const { locked } = this.facts;
    if (
      locked !== undefined &&
      this.base.parts.facts.surplusUnsure &&
      unsurePagesIn(removed) !== unsurePagesIn(added)
    )
      this.setFacts({ locked: undefined, likelyLocked: locked });
    const space = this.now;
    const mergeDoubts = this.net.doubts();
    const learned = this.learned.length > 0;
    const change: SpaceChange = {
      space: space.id,
      removed,
      added,
      factsBefore: this.base.parts.facts,
      factsAfter: this.latest.parts.facts,
      unknownBefore: learned ? RangeSet.inOrder(this.learned) : undefined,
      unknownAfter: learned ? NONE : undefined,
      mergeDoubts,
      pages: this.pageDraft?.change,
      moves: this.pageDraft?.moves,
    };
    return { space, change };
  }

  /** Cheap: asked for nearly every call, of memory of which seldom anything is proven. */
  private hasPagesIn({ start, end }: PageRange): boolean {
    if (this.pageDraft !== undefined) return true;
    const run = this.base.parts.pages.firstEndingAbove(start);
    return run !== undefined && run.start < end;
  }

  private get vmas(): ReadonlyRangeTree<Vma> {
    return this.own ?? this.latest.parts.vmas;
  }

  private writable(): RangeTree<Vma> {
    this.stale = true;
    return (this.own ??= this.latest.parts.vmas.clone());
  }

  /** Only now: while the call runs, user code can't have touched what the call makes. */
  private settle(vma: Vma): Vma {
    const result = settled(vma);
    if (result !== vma) this.writable().insert(result);
    return result;
  }

  /** `gone` are of the map; `made` lie where they were, or where nothing is. */
  private replace(gone: readonly Vma[], made: readonly Vma[]): void {
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

  private count(vma: Vma, sign: 1 | -1): void {
    countIn(this.facts, vma, sign);
    if (vma.certainty === 'inferred') this.inferred += sign;
  }

  private know(range: PageRange): void {
    if (!this.unknown.touches(range)) return;
    const parts = this.unknown.within(range);
    this.learned.push(...parts);
    this.unknown = this.unknown.without(range);
    this.stale = true;
  }

  /** Removes what is mapped in the range; what stays on both sides does not touch, so nothing merges. */
  private clear(range: PageRange): void {
    const highest = this.vmas.lastStartingBelow(range.end);
    if (highest === undefined || highest.end <= range.start) return;
    for (const vma of this.vmas.listIn(range)) this.cutOut(vma, range);
  }

  private cutOut(vma: Vma, range: PageRange): void {
    this.replace([vma], restsOf(vma, range));
  }

  private endingAt(page: PageNumber): Vma | undefined {
    const low = this.vmas.lastStartingBelow(page);
    return low?.end === page ? low : undefined;
  }

  /**
   *     low  piece rest      a piece may join the neighbour that it touches: only the ends of its VMA have one
   *     AAAA bbbb  BBBB      mm/vma.c: vma_merge_existing_range
   */
  private replacePiece(vma: Vma, piece: Vma, changed: Vma): Vma {
    const isHead = piece.start === vma.start;
    const isTail = piece.end === vma.end;
    const mayMerge = !(isHead && isTail) || mayVanish(vma);
    return this.replaceJoined([vma], changed, restsOf(vma, piece), {
      low: mayMerge && isHead ? this.endingAt(piece.start) : undefined,
      high: mayMerge && isTail ? this.vmas.startingAt(piece.end) : undefined,
      isNew: false,
    });
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

  private insertInferred(vma: Vma): void {
    const result = joinedInferred(vma, this.endingAt(vma.start), this.vmas.startingAt(vma.end));
    this.replace(result.swallowed, [result.vma]);
  }
}

const NONE: readonly never[] = [];

function startsAt(vmas: readonly Vma[], page: PageNumber): boolean {
  for (const vma of vmas) if (vma.start === page) return true;
  return false;
}

/** Far above the VMAs of any process, so that the anon_vma numbers of two events never meet. */
const TOUCHES_PER_EVENT = 2 ** 22;
