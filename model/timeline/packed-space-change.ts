/**
 * What an event did to one address space, packed. Only the way forward is kept: the VMAs that go are named by their first
 * page, for the world before holds them; numbers that did not change are left out.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, MergeDoubt, SpaceChange, SpaceFacts } from '../memory/address-space';
import { pageNumber, pageRange, type PageRange } from '../memory/page';
import type { Vma } from '../memory/vma';
import type { PackedReader, PackedWriter } from './packed-bytes';
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
  out.number(
    (change.unknownBefore === undefined ? 0 : 1) |
      (change.unknownAfter === undefined ? 0 : 2) |
      (doubts === undefined ? 0 : 4),
  );
  if (change.unknownBefore !== undefined) packRanges(change.unknownBefore, base, out);
  if (change.unknownAfter !== undefined) packRanges(change.unknownAfter, base, out);
  if (doubts !== undefined) packDoubts(doubts, base, out);
}

/** A change as it is packed: what goes is named by its first page. */
export interface UnpackedChange {
  readonly removedAt: readonly number[];
  readonly added: readonly Vma[];
  readonly factsAfter: SpaceFacts;
  readonly unknownBefore?: readonly PageRange[];
  readonly unknownAfter?: readonly PageRange[];
  readonly mergeDoubts?: readonly MergeDoubt[];
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
  if (bits === 0) return { removedAt, added, factsAfter };
  return {
    removedAt,
    added,
    factsAfter,
    ...((bits & 1) !== 0 && { unknownBefore: unpackRanges(base, from) }),
    ...((bits & 2) !== 0 && { unknownAfter: unpackRanges(base, from) }),
    ...((bits & 4) !== 0 && { mergeDoubts: unpackDoubts(base, from) }),
  };
}

/** The change with both sides told. `before`: the space that it was made on. */
export function spaceChangeOf(before: AddressSpace, unpacked: UnpackedChange): SpaceChange {
  const { removedAt, ...rest } = unpacked;
  const removed = vmasStartingAt(before, removedAt);
  return { space: before.id, removed, factsBefore: factsOf(before), ...rest };
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
  let start = Infinity;
  let end = 0;
  for (const list of [change.removed, change.added, change.unknownBefore, change.unknownAfter]) {
    for (const range of list ?? []) {
      start = Math.min(start, range.start);
      end = Math.max(end, range.end);
    }
  }
  for (const { border } of change.mergeDoubts ?? []) start = Math.min(start, border);
  return start === Infinity ? pageRange(0, 0) : pageRange(start, Math.max(start, end));
}

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
} as const satisfies Record<keyof SpaceFacts, number>;
type Fact = keyof SpaceFacts;
const NAMES = Object.keys(FACTS) as readonly Fact[];
const FUTURE: readonly SpaceFacts['futureLock'][] = ['off', 'locked', 'onfault', 'unknown'];

/** The facts of a space as a record of their own: a space is larger. */
export const factsOf = (space: SpaceFacts): SpaceFacts => ({
  complete: space.complete,
  total: space.total,
  locked: space.locked,
  data: space.data,
  stack: space.stack,
  exec: space.exec,
  mapCount: space.mapCount,
  startBrk: space.startBrk,
  brk: space.brk,
  futureLock: space.futureLock,
  futureLockSetAt: space.futureLockSetAt,
});

function packFacts({ factsBefore, factsAfter }: SpaceChange, base: Base, out: PackedWriter): void {
  let changed = 0;
  for (const name of NAMES) if (factsBefore[name] !== factsAfter[name]) changed |= FACTS[name];
  out.number(changed);
  const has = (name: Fact): boolean => (changed & FACTS[name]) !== 0;
  if (has('complete')) out.number(factsAfter.complete ? 1 : 0);
  for (const name of ['total', 'data', 'stack', 'exec', 'mapCount'] as const)
    if (has(name)) out.signed(factsAfter[name] - factsBefore[name]);
  if (has('locked')) out.optional(factsAfter.locked);
  for (const name of ['startBrk', 'brk'] as const) {
    if (!has(name)) continue;
    out.number(factsAfter[name] === undefined ? 0 : 1);
    if (factsAfter[name] !== undefined) out.big(factsAfter[name]);
  }
  if (has('futureLock')) out.number(FUTURE.indexOf(factsAfter.futureLock));
  if (has('futureLockSetAt')) packEvent(factsAfter.futureLockSetAt, base, out);
}

function unpackFacts(before: SpaceFacts, base: Base, from: PackedReader): SpaceFacts {
  const changed = from.number();
  if (changed === 0) return before;
  const has = (name: Fact): boolean => (changed & FACTS[name]) !== 0;
  const complete = has('complete') ? from.number() === 1 : before.complete;
  const moved = (name: 'total' | 'data' | 'stack' | 'exec' | 'mapCount'): number =>
    has(name) ? before[name] + from.signed() : before[name];
  const total = moved('total');
  const data = moved('data');
  const stack = moved('stack');
  const exec = moved('exec');
  const mapCount = moved('mapCount');
  const locked = has('locked') ? from.optional() : before.locked;
  const address = (name: 'startBrk' | 'brk'): bigint | undefined =>
    has(name) ? (from.number() === 1 ? from.big() : undefined) : before[name];
  const startBrk = address('startBrk');
  const brk = address('brk');
  const futureLock = has('futureLock') ? (FUTURE[from.number()] ?? 'unknown') : before.futureLock;
  const futureLockSetAt = has('futureLockSetAt') ? unpackEvent(base, from) : before.futureLockSetAt;
  return { complete, total, locked, data, stack, exec, mapCount, startBrk, brk, futureLock, futureLockSetAt };
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
