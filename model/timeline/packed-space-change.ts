/**
 * What an event did to one address space, packed. Only the way forward is kept: the VMAs that go are named by their first
 * page, for the world before holds them; numbers that did not change are left out.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, MergeDoubt, SpaceChange, SpaceFacts } from '../memory/address-space';
import { factsOf } from '../memory/copies';
import { pageNumber, pageRange, type PageRange } from '../memory/page';
import type { Vma } from '../memory/vma';
import type { PageMove } from '../memory/page-run';
import type { PackedReader, PackedWriter } from './packed-bytes';
import { packMmapBase, unpackMmapBase } from './packed-mmap-base';
import {
  packMoves,
  packPages,
  pagesChangeOf,
  unpackMoves,
  unpackPages,
  type UnpackedPages,
} from './packed-pages';
import type { PackedTexts } from './packed-texts';
import { packEvent, packVma, unpackEvent, unpackVma, type Base } from './packed-vma';

export function packSpaceChange(
  change: SpaceChange,
  event: EventIndex,
  out: PackedWriter,
  texts: PackedTexts,
): void {
  const span = spanOf(change);
  const base = { page: span.start, event };
  out.number(span.start);
  out.number(span.end - span.start);
  out.number(change.removed.length);
  for (const vma of change.removed) out.number(vma.start - base.page);
  out.number(change.added.length);
  for (const vma of change.added) packVma(vma, base, out, texts);
  packFacts(change, base, out);
  const { mergeDoubts: doubts } = change;
  const { unknownBefore, unknownAfter, pages, moves } = change;
  out.number(
    (unknownBefore === undefined ? 0 : 1) |
      (unknownAfter === undefined ? 0 : 2) |
      (doubts === undefined ? 0 : 4) |
      (pages === undefined ? 0 : 8) |
      (moves === undefined ? 0 : 16),
  );
  if (unknownBefore !== undefined) packRanges(unknownBefore, base, out);
  if (unknownAfter !== undefined) packRanges(unknownAfter, base, out);
  if (doubts !== undefined) packDoubts(doubts, base, out);
  if (pages !== undefined) packPages(pages, base, out);
  if (moves !== undefined) packMoves(moves, base, out);
}

/** A change as it is packed: what goes is named by its first page. */
export interface UnpackedChange {
  readonly removedAt: readonly number[];
  readonly added: readonly Vma[];
  readonly factsAfter: SpaceFacts;
  readonly unknownBefore: readonly PageRange[] | undefined;
  readonly unknownAfter: readonly PageRange[] | undefined;
  readonly mergeDoubts: readonly MergeDoubt[] | undefined;
  readonly pages: UnpackedPages | undefined;
  readonly moves: readonly PageMove[] | undefined;
}

/** `facts`: those of the space that the change was made on. */
export function unpackSpaceChange(
  facts: SpaceFacts,
  event: EventIndex,
  from: PackedReader,
  texts: PackedTexts,
): UnpackedChange {
  const base = { page: from.number(), event };
  from.number();
  const removedAt: number[] = [];
  for (let n = from.number(); n > 0; n--) removedAt.push(base.page + from.number());
  const added: Vma[] = [];
  for (let n = from.number(); n > 0; n--) added.push(unpackVma(base, from, texts));
  const factsAfter = unpackFacts(facts, base, from);
  const bits = from.number();
  const unknownBefore = (bits & 1) !== 0 ? unpackRanges(base, from) : undefined;
  const unknownAfter = (bits & 2) !== 0 ? unpackRanges(base, from) : undefined;
  const mergeDoubts = (bits & 4) !== 0 ? unpackDoubts(base, from) : undefined;
  const pages = (bits & 8) !== 0 ? unpackPages(base, from) : undefined;
  const moves = (bits & 16) !== 0 ? unpackMoves(base, from) : undefined;
  return { removedAt, added, factsAfter, unknownBefore, unknownAfter, mergeDoubts, pages, moves };
}

/** The change with both sides told. `before`: the space that it was made on. */
export function spaceChangeOf(before: AddressSpace, unpacked: UnpackedChange): SpaceChange {
  const { removedAt, pages: unpackedPages, ...rest } = unpacked;
  const removed = vmasStartingAt(before, removedAt);
  const pages = unpackedPages && pagesChangeOf(before, unpackedPages);
  return { space: before.id, removed, factsBefore: factsOf(before), ...rest, pages };
}

export function vmasStartingAt(space: AddressSpace, pages: Iterable<number>): Vma[] {
  const vmas: Vma[] = [];
  for (const page of pages) {
    const vma = space.vmaAt(pageNumber(page));
    if (vma !== undefined) vmas.push(vma);
  }
  return vmas;
}

/** Reads the head of a packed change only. */
export function spansRange(from: PackedReader, range: PageRange): boolean {
  const start = from.number();
  return start < range.end && range.start < start + from.number();
}

/** From the first page of the change to the last. */
function spanOf(change: SpaceChange): PageRange {
  const { removed, added, unknownBefore, unknownAfter, mergeDoubts, pages, moves } = change;
  let start = Math.min(startOf(removed), startOf(added), startOf(unknownBefore), startOf(unknownAfter));
  let end = Math.max(endOf(removed), endOf(added), endOf(unknownBefore), endOf(unknownAfter));
  if (pages !== undefined) {
    start = Math.min(start, startOf(pages.removed), startOf(pages.added));
    end = Math.max(end, endOf(pages.removed), endOf(pages.added));
  }
  for (const { from, to } of moves ?? []) {
    start = Math.min(start, from.start, to.start);
    end = Math.max(end, from.end, to.end);
  }
  for (const { border } of mergeDoubts ?? []) {
    start = Math.min(start, border);
    end = Math.max(end, border);
  }
  return start > end ? pageRange(0, 0) : pageRange(start, end);
}

/** Of an ascending list. */
const startOf = (ranges: readonly PageRange[] | undefined): number => ranges?.[0]?.start ?? Infinity;
const endOf = (ranges: readonly PageRange[] | undefined): number => ranges?.[ranges.length - 1]?.end ?? 0;

/** Each number of the mm: its bit says that it changed. The type makes a new one an error here. */
const FACTS = {
  complete: 1,
  total: 2,
  locked: 4,
  data: 8,
  stack: 16,
  exec: 32,
  mapCount: 64,
  startBrk: 128,
  brk: 256,
  futureLock: 512,
  futureLockSetAt: 1024,
  mmapBase: 2048,
  surplusUnsure: 4096,
  likelyLocked: 8192,
} as const satisfies Record<keyof SpaceFacts, number>;
const FUTURE: readonly SpaceFacts['futureLock'][] = ['off', 'locked', 'onfault', 'unknown'];

/** Named one by one: looked up by a name in a variable, each costs as much as packing a VMA. */
const changedFacts = (was: SpaceFacts, is: SpaceFacts): number =>
  (was.complete === is.complete ? 0 : FACTS.complete) |
  (was.total === is.total ? 0 : FACTS.total) |
  (was.locked === is.locked ? 0 : FACTS.locked) |
  (was.data === is.data ? 0 : FACTS.data) |
  (was.stack === is.stack ? 0 : FACTS.stack) |
  (was.exec === is.exec ? 0 : FACTS.exec) |
  (was.mapCount === is.mapCount ? 0 : FACTS.mapCount) |
  (was.startBrk === is.startBrk ? 0 : FACTS.startBrk) |
  (was.brk === is.brk ? 0 : FACTS.brk) |
  (was.futureLock === is.futureLock ? 0 : FACTS.futureLock) |
  (was.futureLockSetAt === is.futureLockSetAt ? 0 : FACTS.futureLockSetAt) |
  (was.mmapBase === is.mmapBase ? 0 : FACTS.mmapBase) |
  (was.surplusUnsure === is.surplusUnsure ? 0 : FACTS.surplusUnsure) |
  (was.likelyLocked === is.likelyLocked ? 0 : FACTS.likelyLocked);

function packFacts({ factsBefore: was, factsAfter: is }: SpaceChange, base: Base, out: PackedWriter): void {
  const changed = changedFacts(was, is);
  out.number(changed);
  if ((changed & FACTS.complete) !== 0) out.number(is.complete ? 1 : 0);
  if ((changed & FACTS.total) !== 0) out.signed(is.total - was.total);
  if ((changed & FACTS.data) !== 0) out.signed(is.data - was.data);
  if ((changed & FACTS.stack) !== 0) out.signed(is.stack - was.stack);
  if ((changed & FACTS.exec) !== 0) out.signed(is.exec - was.exec);
  if ((changed & FACTS.mapCount) !== 0) out.signed(is.mapCount - was.mapCount);
  if ((changed & FACTS.locked) !== 0) out.optional(is.locked);
  if ((changed & FACTS.startBrk) !== 0) packAddress(is.startBrk, out);
  if ((changed & FACTS.brk) !== 0) packAddress(is.brk, out);
  if ((changed & FACTS.futureLock) !== 0) out.number(FUTURE.indexOf(is.futureLock));
  if ((changed & FACTS.futureLockSetAt) !== 0) packEvent(is.futureLockSetAt, base, out);
  if ((changed & FACTS.mmapBase) !== 0) packMmapBase(is.mmapBase, out);
  if ((changed & FACTS.likelyLocked) !== 0) out.optional(is.likelyLocked);
}

function packAddress(address: bigint | undefined, out: PackedWriter): void {
  out.number(address === undefined ? 0 : 1);
  if (address !== undefined) out.big(address);
}

const unpackAddress = (from: PackedReader): bigint | undefined =>
  from.number() === 1 ? from.big() : undefined;

function unpackFacts(was: SpaceFacts, base: Base, from: PackedReader): SpaceFacts {
  const changed = from.number();
  if (changed === 0) return was;
  const is = factsOf(was);
  if ((changed & FACTS.complete) !== 0) is.complete = from.number() === 1;
  if ((changed & FACTS.total) !== 0) is.total += from.signed();
  if ((changed & FACTS.data) !== 0) is.data += from.signed();
  if ((changed & FACTS.stack) !== 0) is.stack += from.signed();
  if ((changed & FACTS.exec) !== 0) is.exec += from.signed();
  if ((changed & FACTS.mapCount) !== 0) is.mapCount += from.signed();
  if ((changed & FACTS.locked) !== 0) is.locked = from.optional();
  if ((changed & FACTS.startBrk) !== 0) is.startBrk = unpackAddress(from);
  if ((changed & FACTS.brk) !== 0) is.brk = unpackAddress(from);
  if ((changed & FACTS.futureLock) !== 0) is.futureLock = FUTURE[from.number()] ?? 'unknown';
  if ((changed & FACTS.futureLockSetAt) !== 0) is.futureLockSetAt = unpackEvent(base, from);
  if ((changed & FACTS.mmapBase) !== 0) is.mmapBase = unpackMmapBase(from);
  if ((changed & FACTS.surplusUnsure) !== 0) is.surplusUnsure = !was.surplusUnsure;
  if ((changed & FACTS.likelyLocked) !== 0) is.likelyLocked = from.optional();
  return is;
}

function packRanges(ranges: readonly PageRange[], base: Base, out: PackedWriter): void {
  out.number(ranges.length);
  for (const { start, end } of ranges) {
    out.number(start - base.page);
    out.number(end - start);
  }
}

function unpackRanges(base: Base, from: PackedReader): PageRange[] {
  const ranges: PageRange[] = [];
  for (let n = from.number(); n > 0; n--) {
    const start = base.page + from.number();
    ranges.push(pageRange(start, start + from.number()));
  }
  return ranges;
}

function packDoubts(doubts: readonly MergeDoubt[], base: Base, out: PackedWriter): void {
  out.number(doubts.length);
  for (const { border, merged } of doubts) out.number((border - base.page) * 2 + (merged ? 1 : 0));
}

function unpackDoubts(base: Base, from: PackedReader): MergeDoubt[] {
  const doubts: MergeDoubt[] = [];
  for (let n = from.number(); n > 0; n--) {
    const packed = from.number();
    doubts.push({ border: pageNumber(base.page + Math.floor(packed / 2)), merged: packed % 2 === 1 });
  }
  return doubts;
}
