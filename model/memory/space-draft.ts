/**
 * The edit of an address space: the kernel's primitives on VMAs, as calls use them, with totals kept on the way.
 * Costs are those of what is touched: log(VMAs) for each VMA removed or inserted.
 *
 * Every step goes through #remove and #insert, which keep the map, the totals, VmLck and the net change in step.
 */
import type { EventIndex } from '../trace/positions';
import { anonVmaForWrite, settled } from './anon-vma';
import type { AddressSpace, SpaceChange, SpaceEdit, SpaceFacts } from './address-space';
import { inferredVma, informed, type Knowledge } from './inference';
import { anonVmaJoint, joint, mayVanish } from './merging';
import { NetChange } from './net-change';
import { lengthOf, pageNumber, type PageNumber, type PageRange } from './page';
import { RangeSet } from './range-set';
import type { SpaceParts } from './space-parts';
import type { Vma } from './vma';
import type { ReadonlyVmaMap, VmaMap } from './vma-map';
import { joined, pieceOf } from './vma-piece';
import { countedAs, lockedPagesOf } from './vma-totals';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Made = AddressSpace & { readonly parts: SpaceParts };
/** The neighbours that a VMA may be joined with; undefined: it does not touch one, or may not be. */
interface Sides {
  readonly low: Vma | undefined;
  readonly high: Vma | undefined;
}

export class SpaceDraft implements SpaceEdit {
  readonly #base: Made;
  readonly #make: (parts: SpaceParts) => Made;
  readonly #event: EventIndex;
  readonly #facts: Mutable<SpaceFacts>;
  readonly #net = new NetChange();
  readonly #learned: PageRange[] = [];
  #unknown: RangeSet;
  #inferred: number;
  /** Ours to change; undefined while the map is one that others see. */
  #own: VmaMap | undefined;
  #now: Made;
  #stale = false;
  #touched = 0;

  constructor(base: Made, event: EventIndex, make: (parts: SpaceParts) => Made) {
    this.#base = base;
    this.#make = make;
    this.#event = event;
    this.#facts = { ...base.parts.facts };
    this.#unknown = base.parts.unknown;
    this.#inferred = base.parts.inferred;
    this.#now = base;
  }

  get now(): AddressSpace {
    if (this.#stale) {
      this.#facts.complete = this.#unknown.isEmpty && this.#inferred === 0;
      this.#now = this.#make({
        ...this.#base.parts,
        vmas: this.#own ?? this.#now.parts.vmas,
        unknown: this.#unknown,
        inferred: this.#inferred,
        facts: { ...this.#facts },
      });
      this.#own = undefined;
      this.#stale = false;
    }
    return this.#now;
  }

  unmap(range: PageRange): void {
    if (range.start >= range.end) return;
    this.#clear(range);
    this.#know(range);
  }

  map(vma: Vma): void {
    if (vma.start >= vma.end) return;
    this.unmap(vma);
    this.#insertJoined(vma, this.#touching(vma));
  }

  modify(range: PageRange, next: (piece: Vma) => Vma): void {
    let page = range.start;
    while (page < range.end) {
      const vma = this.#vmas.firstEndingAbove(page);
      if (vma === undefined || vma.start >= range.end) return;
      const start = pageNumber(Math.max(vma.start, page));
      const end = pageNumber(Math.min(vma.end, range.end));
      const piece = pieceOf(vma, start, end);
      const changed = next(piece);
      // The kernel's walk goes on behind the VMA that the piece became part of.
      page = changed === piece ? end : this.#replacePiece(vma, piece, changed).end;
    }
  }

  splitAt(page: PageNumber): void {
    const vma = this.#vmas.at(page);
    if (vma === undefined || vma.start === page) return;
    this.#remove(vma);
    this.#insert(pieceOf(vma, vma.start, page));
    this.#insert(pieceOf(vma, page, vma.end));
  }

  touch(range: PageRange): void {
    for (const vma of [...this.#vmas.in(range)]) {
      const neighbours = this.#touching(vma);
      const fresh = this.#event * TOUCHES_PER_EVENT + this.#touched;
      const anonVma = anonVmaForWrite(vma, neighbours.low, neighbours.high, fresh);
      if (anonVma === vma.anonVma) continue;
      if (anonVma === fresh) this.#touched++;
      this.#remove(vma);
      this.#insert({ ...vma, anonVma });
    }
  }

  infer(range: PageRange, known: Knowledge): void {
    const { locked } = this.#facts;
    for (const vma of [...this.#vmas.in(range)]) {
      const start = pageNumber(Math.max(vma.start, range.start));
      const end = pageNumber(Math.min(vma.end, range.end));
      const piece = pieceOf(vma, start, end);
      const better = informed(piece, known);
      if (better !== piece) {
        this.#cutOut(vma, piece);
        this.#insertInferred(better);
      }
    }
    for (const gap of [...this.#vmas.gaps(range)]) this.#insertInferred(inferredVma(gap, known));
    this.#know(range);
    this.#setLocked(locked);
  }

  inferFree(range: PageRange): void {
    const { locked } = this.#facts;
    for (const vma of [...this.#vmas.in(range)]) {
      if (vma.certainty === 'inferred') this.#cutOut(vma, range);
    }
    for (const gap of [...this.#vmas.gaps(range)]) this.#know(gap);
    this.#setLocked(locked);
  }

  setFacts(facts: Parameters<SpaceEdit['setFacts']>[0]): void {
    Object.assign(this.#facts, facts);
    this.#stale = true;
  }

  finish(): { readonly space: AddressSpace; readonly change: SpaceChange } {
    const space = this.now;
    const doubts = this.#net.doubts();
    const change: SpaceChange = {
      space: space.id,
      ...this.#net.lists(),
      factsBefore: this.#base.parts.facts,
      factsAfter: this.#now.parts.facts,
      ...(this.#learned.length > 0 && {
        unknownBefore: [...RangeSet.of(this.#learned).ranges()],
        unknownAfter: [],
      }),
      ...(doubts.length > 0 && { mergeDoubts: doubts }),
    };
    return { space, change };
  }

  get #vmas(): ReadonlyVmaMap {
    return this.#own ?? this.#now.parts.vmas;
  }

  #writable(): VmaMap {
    this.#stale = true;
    return (this.#own ??= this.#now.parts.vmas.clone());
  }

  #remove(vma: Vma): void {
    this.#writable().remove(vma.start);
    this.#net.remove(vma);
    this.#count(vma, -1);
  }

  #insert(vma: Vma): void {
    this.#writable().insert(vma);
    this.#net.add(vma);
    this.#count(vma, 1);
  }

  #count(vma: Vma, sign: 1 | -1): void {
    const facts = this.#facts;
    const pages = sign * lengthOf(vma);
    const kind = countedAs(vma);
    facts.total += pages;
    facts.mapCount += sign;
    if (kind !== 'other') facts[kind] += pages;
    if (facts.locked !== undefined) facts.locked += sign * lockedPagesOf(vma);
    if (vma.certainty === 'inferred') this.#inferred += sign;
  }

  /** Knowledge about what was there before changes no count of the kernel's. */
  #setLocked(locked: number | undefined): void {
    this.#facts.locked = locked;
  }

  #know(range: PageRange): void {
    const parts = this.#unknown.within(range);
    if (parts.length === 0) return;
    this.#learned.push(...parts);
    this.#unknown = this.#unknown.without(range);
    this.#stale = true;
  }

  /** Removes what is mapped in the range; what stays on both sides does not touch, so nothing merges. */
  #clear(range: PageRange): void {
    for (const vma of [...this.#vmas.in(range)]) this.#cutOut(vma, range);
  }

  #cutOut(vma: Vma, range: PageRange): void {
    this.#remove(vma);
    if (vma.start < range.start) this.#insert(pieceOf(vma, vma.start, range.start));
    if (range.end < vma.end) this.#insert(pieceOf(vma, range.end, vma.end));
  }

  #touching(range: PageRange): Sides {
    const low = this.#vmas.lastStartingBelow(range.start);
    const high = this.#vmas.at(range.end);
    return {
      low: low?.end === range.start ? low : undefined,
      high: high?.start === range.end ? high : undefined,
    };
  }

  /**
   *     low  piece rest      a piece may join the neighbour that it touches: only the ends of its VMA have one
   *     AAAA bbbb  BBBB      mm/vma.c: vma_merge_existing_range
   */
  #replacePiece(vma: Vma, piece: Vma, changed: Vma): Vma {
    const { low, high } = this.#touching(piece);
    const isWhole = piece.start === vma.start && piece.end === vma.end;
    const mayMerge = !isWhole || mayVanish(vma);
    this.#cutOut(vma, piece);
    return this.#insertJoined(changed, {
      low: mayMerge && piece.start === vma.start ? low : undefined,
      high: mayMerge && piece.end === vma.end ? high : undefined,
    });
  }

  /** Inserts the VMA as one with the neighbours that it merges with, the lower first. Returns what it became. */
  #insertJoined(vma: Vma, { low, high }: Sides): Vma {
    const left = low && joint(low, vma);
    const right = high && joint(vma, high);
    let result = vma;
    if (low !== undefined && left !== undefined) {
      if (!left.certain) this.#net.doubt(vma.start, left.merges);
      if (left.merges) {
        this.#remove(low);
        result = joined(low, result, !left.certain);
      }
    }
    if (high !== undefined && right !== undefined) {
      // Each side may suit the VMA and not the other one; and in a merge of three the highest vanishes.
      const both = left?.merges === true && low !== undefined && right.merges;
      const outer = both ? anonVmaJoint(low, high) : right;
      const merges = right.merges && outer.merges && (!both || mayVanish(high));
      const certain = (right.certain && outer.certain) || (both && !mayVanish(high));
      if (!certain) this.#net.doubt(high.start, merges);
      if (merges) {
        this.#remove(high);
        result = joined(result, high, !certain);
      }
    }
    const settledResult = settled(result);
    this.#insert(settledResult);
    return settledResult;
  }

  #insertInferred(vma: Vma): void {
    const { low, high } = this.#touching(vma);
    let result = vma;
    if (low?.certainty === 'inferred' && joint(low, result).merges) {
      this.#remove(low);
      result = joined(low, result, false);
    }
    if (high?.certainty === 'inferred' && joint(result, high).merges) {
      this.#remove(high);
      result = joined(result, high, false);
    }
    this.#insert(result);
  }
}

/** Far above the VMAs of any process, so that the anon_vma numbers of two events never meet. */
const TOUCHES_PER_EVENT = 2 ** 22;
