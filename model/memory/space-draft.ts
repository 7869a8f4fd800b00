/**
 * The edit of an address space: the kernel's primitives, as calls use them, on the VMAs, on what is known of pages and on
 * what is unknown altogether.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceChange, SpaceEdit, SpaceFacts } from './address-space';
import { touchedBy, type Giver } from './anon-vma';
import { factsOf, type Mutable } from './copies';
import { inferredVma, informed, type Knowledge } from './inference';
import { unsurePagesIn } from './locked';
import type { MergePolicy } from './merge-policy';
import { pageNumber, within, type PageNumber, type PageRange } from './page';
import { PageDraft } from './page-draft';
import { RangeSet } from './range-set';
import type { SpaceParts } from './space-parts';
import { Prot, type Vma } from './vma';
import { VmaDraft } from './vma-draft';
import { pieceOf } from './vma-piece';

type Made = AddressSpace & { readonly parts: SpaceParts };

export class SpaceDraft implements SpaceEdit {
  private readonly base: Made;
  private readonly make: (parts: SpaceParts) => Made;
  private readonly event: EventIndex;
  private readonly facts: Mutable<SpaceFacts>;
  private readonly vmas: VmaDraft;
  private readonly learned: PageRange[] = [];
  private unknown: RangeSet;
  private latest: Made;
  /** Facts, or what is unknown, have changed since `latest` was made. */
  private stale = false;
  /** Undefined until a step concerns pages: most events concern none. */
  private pageDraft: PageDraft | undefined;
  private touched = 0;

  constructor(base: Made, event: EventIndex, merging: MergePolicy, make: (parts: SpaceParts) => Made) {
    const { facts, vmas, unknown, inferred } = base.parts;
    this.base = base;
    this.make = make;
    this.event = event;
    this.facts = factsOf(facts);
    this.vmas = new VmaDraft(vmas, this.facts, inferred, merging);
    this.unknown = unknown;
    this.latest = base;
  }

  get now(): AddressSpace {
    const pages = this.pageDraft?.runs ?? this.base.parts.pages;
    const { latest } = this;
    const stale = this.stale || this.vmas.isChanged;
    if (!stale && pages === latest.parts.pages) return latest;
    const { inferred } = this.vmas;
    this.facts.complete = this.unknown.isEmpty && inferred === 0;
    const { id, taskSize, startStack, shownHeap } = this.base.parts;
    this.latest = this.make({
      id,
      taskSize,
      startStack,
      shownHeap,
      vmas: this.vmas.share(),
      unknown: this.unknown,
      inferred,
      // The same record where no number changed: that tells an event that did nothing.
      facts: stale ? factsOf(this.facts) : latest.parts.facts,
      pages,
    });
    this.stale = false;
    return this.latest;
  }

  get pages(): PageDraft {
    return (this.pageDraft ??= new PageDraft(this.base.parts.pages, this.event, (range) =>
      this.vmas.map.listIn(range),
    ));
  }

  unmap(range: PageRange): void {
    if (range.start >= range.end) return;
    this.vmas.clear(range);
    if (this.hasPagesIn(range)) this.pages.forget(range);
    this.know(range);
  }

  map(vma: Vma, how?: 'alone'): void {
    if (vma.start >= vma.end) return;
    this.unmap(vma);
    this.vmas.add(vma, how);
  }

  modify(range: PageRange, next: (piece: Vma) => Vma): void {
    let page = range.start;
    while (page < range.end) {
      const vma = this.vmas.map.firstEndingAbove(page);
      if (vma === undefined || vma.start >= range.end) return;
      const start = pageNumber(Math.max(vma.start, page));
      const end = pageNumber(Math.min(vma.end, range.end));
      const piece = pieceOf(vma, start, end);
      const changed = next(piece);
      // The kernel's walk goes on behind the VMA that the piece became part of.
      if (piece.prot === Prot.none && changed.prot !== Prot.none && this.hasPagesIn(piece))
        this.pages.opened(piece);
      if (changed !== piece) page = this.vmas.replacePiece(vma, piece, changed).end;
      if (page < end) page = end;
    }
  }

  mark(range: PageRange, next: (vma: Vma) => Vma): void {
    for (const vma of this.vmas.map.listIn(range)) {
      const marked = next(vma);
      if (marked !== vma) this.vmas.replace([vma], [marked]);
    }
  }

  splitAt(page: PageNumber): void {
    this.vmas.splitAt(page);
  }

  touch(range: PageRange, by: Giver = 'write'): void {
    for (const vma of this.vmas.map.listIn(range)) {
      const fresh = this.event * TOUCHES_PER_EVENT + this.touched;
      const low = this.vmas.endingAt(vma.start);
      const high = this.vmas.map.startingAt(vma.end);
      const touched = touchedBy(by, vma, low, high, fresh);
      if (touched === vma) continue;
      if (touched.anonVma === fresh || touched.shownAnonVma === fresh) this.touched++;
      this.vmas.replace([vma], [touched]);
    }
  }

  infer(range: PageRange, known: Knowledge): void {
    // The usual case: a call on memory that is known as well as can be.
    const first = this.vmas.map.at(range.start);
    if (first?.certainty === 'exact' && range.end <= first.end) return;
    const { locked } = this.facts;
    for (const vma of this.vmas.map.listIn(range)) {
      const { start, end } = within(vma, range);
      const piece = pieceOf(vma, start, end);
      const better = informed(piece, known);
      if (better !== piece) {
        this.vmas.cutOut(vma, piece);
        this.vmas.addInferred(better);
      }
    }
    for (const gap of this.vmas.map.gaps(range)) this.vmas.addInferred(inferredVma(gap, known, this.event));
    this.know(range);
    // Knowledge about what was there before changes no count of the kernel's.
    this.facts.locked = locked;
  }

  inferFree(range: PageRange): void {
    const { locked } = this.facts;
    for (const vma of this.vmas.map.listIn(range)) {
      if (vma.certainty !== 'inferred') continue;
      this.vmas.cutOut(vma, range);
      if (this.hasPagesIn(range)) this.pages.forget(within(vma, range));
    }
    for (const gap of this.vmas.map.gaps(range)) this.know(gap);
    this.facts.locked = locked;
  }

  setFacts(facts: Parameters<SpaceEdit['setFacts']>[0]): void {
    Object.assign(this.facts, facts);
    this.stale = true;
  }

  finish(): { readonly space: AddressSpace; readonly change: SpaceChange } {
    const { net } = this.vmas;
    const { removed, added: made } = net.lists();
    const added = made.length === 0 ? made : made.map((vma) => this.vmas.settle(vma));
    // What becomes of locks that are not known takes as many pages from VmLck, or adds them, as nobody knows.
    const { locked } = this.facts;
    if (
      locked !== undefined &&
      this.base.parts.facts.surplusUnsure &&
      unsurePagesIn(removed) !== unsurePagesIn(added)
    )
      this.setFacts({ locked: undefined, likelyLocked: locked });
    const space = this.now;
    const learned = this.learned.length > 0;
    const change: SpaceChange = {
      space: space.id,
      removed,
      added,
      factsBefore: this.base.parts.facts,
      factsAfter: this.latest.parts.facts,
      unknownBefore: learned ? RangeSet.inOrder(this.learned) : undefined,
      unknownAfter: learned ? NONE : undefined,
      mergeDoubts: net.doubts(),
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

  private know(range: PageRange): void {
    if (!this.unknown.touches(range)) return;
    const parts = this.unknown.within(range);
    this.learned.push(...parts);
    this.unknown = this.unknown.without(range);
    this.stale = true;
  }
}

const NONE: readonly never[] = [];

/** Far above the VMAs of any process, so that the anon_vma numbers of two events never meet. */
const TOUCHES_PER_EVENT = 2 ** 22;
