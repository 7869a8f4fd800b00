/**
 * Which lines make up VmLck: each locked stretch of memory with the call that locked it.
 *
 *     mlock      mlock(2), mlock2(2) of that range
 *     all        mlockall(MCL_CURRENT) found it mapped
 *     mapping    mmap with MAP_LOCKED, shmat or mmap of memory that is always locked
 *     future     mlockall(MCL_FUTURE) came first: every mapping made behind it is locked
 *
 * Two locked neighbours may be one VMA by now: its pages are shared out among the calls that locked them.
 */
import type { EventIndex, LineNumber } from '../../trace/positions';
import type { AddressSpace } from '../../memory/address-space';
import { isLocked, isSecretMemory, lockedSurplus } from '../../memory/locked';
import { lengthOf, pageOf, pageRange, pagesFor, type PageRange } from '../../memory/page';
import { RangeSet } from '../../memory/range-set';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { Position, Timeline } from '../../timeline/timeline';
import { changePieces, type ChangePiece } from '../change-pieces';
import { say } from '../message';
import { rangeInWords, sizeOfRange } from '../sizes';
import type { Deed, LockDeed } from './deed';

export interface LockedPart {
  readonly range: PageRange;
  /** Undefined: it was locked before the log begins. */
  readonly by: Deed<LockDeed> | undefined;
  /** The call that mapped it, where another one said that it be locked. */
  readonly mapped: EventIndex | undefined;
}

export interface LockedTotal {
  /** VmLck in pages; undefined where the log cannot tell. */
  readonly pages: number | undefined;
  /** Largest first. */
  readonly parts: readonly LockedPart[];
  /** VmLck above the sum of the parts: MREMAP_DONTUNMAP of locked memory counts twice. mm/mremap.c: move_vma */
  readonly surplus: number;
}

/** VMAs whose pages are shared out among several calls; of the others the last call stands for all. */
const SHARED_OUT = 8;
/** Calls looked at for one of them. */
const MOST_TOUCHES = 32;

/** `mostSharedOut`: of how many VMAs the pages are shared out; each takes a look at the calls that touched it. */
export function lockedTotal(
  timeline: Timeline,
  space: AddressSpace,
  position: Position,
  mostSharedOut = SHARED_OUT,
): LockedTotal {
  const locked = [...space.vmas()]
    .filter((vma) => has(vma, VmFlag.locked))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const parts = locked.flatMap((vma, i) =>
    i < mostSharedOut
      ? sharedOut(timeline, space, vma, position)
      : [partOf(timeline, vma, vma, vma.origin.locked)],
  );
  return {
    pages: space.locked,
    parts: parts.sort(
      (a, b) => lengthOf(b.range) - lengthOf(a.range) || (a.by?.event ?? -1) - (b.by?.event ?? -1),
    ),
    surplus: lockedSurplus(space) ?? 0,
  };
}

function sharedOut(
  timeline: Timeline,
  { id }: AddressSpace,
  vma: Vma,
  position: Position,
): readonly LockedPart[] {
  let open = RangeSet.of([vma]);
  const parts: LockedPart[] = [];
  let left = MOST_TOUCHES;
  for (const { event } of timeline.touching(id, vma, position)) {
    if (open.isEmpty || left-- <= 0) break;
    for (const change of timeline.changeAt(event)?.spaces ?? []) {
      for (const piece of changePieces(change, event)) {
        if (piece.after === undefined || isLocked(piece.after) !== true) continue;
        if (
          piece.before !== undefined &&
          isLocked(piece.before) === true &&
          piece.after.origin.mapped !== event
        )
          continue;
        for (const { range: whole, by } of lockersOf(timeline, piece))
          for (const range of open.within(whole)) {
            parts.push(partOf(timeline, piece.after, range, by));
            open = open.without(range);
          }
      }
    }
  }
  return [...parts, ...[...open.ranges()].map((range) => partOf(timeline, vma, range, vma.origin.locked))];
}

/**
 * Who locked the pages of a piece that came to be locked: the event itself; an mlockall before it; and of what mremap brought
 * from elsewhere, whoever locked it there, but for what it grew by.
 */
function lockersOf(
  timeline: Timeline,
  { after, before, event, start, end }: ChangePiece,
): readonly { readonly range: PageRange; readonly by: EventIndex | undefined }[] {
  const range = pageRange(start, end);
  if (after === undefined) return [];
  const { origin } = after;
  if (origin.mapped === event) return [{ range, by: origin.locked ?? event }];
  const call = timeline.memoryCallAt(event);
  if (call?.call !== 'mremap' || before !== undefined || origin.moved !== event)
    return [{ range, by: event }];
  const target = call.event.result.kind === 'value' ? pageOf(call.event.result.value) : start;
  const kept = Math.min(end, target + pagesFor(call.oldSize.value ?? 0n));
  const grown = { range: pageRange(Math.max(start, kept), end), by: event };
  return kept <= start ? [grown] : [{ range: pageRange(start, kept), by: origin.locked }, grown];
}

function partOf(timeline: Timeline, vma: Vma, whole: PageRange, event: EventIndex | undefined): LockedPart {
  const range = pageRange(whole.start, whole.end);
  const { mapped } = vma.origin;
  if (event === undefined) return { range, by: undefined, mapped };
  const line = timeline.recording.events.line(event);
  const how = deedOf(timeline, vma, event);
  return {
    range,
    by: { how, event, line, text: textOf(how, range, { event, line }) },
    mapped: how === 'lock-future' ? mapped : undefined,
  };
}

const textOf = (
  how: LockDeed,
  range: PageRange,
  line: { readonly event: EventIndex; readonly line: LineNumber },
) => say(`blame.${how}`, { range: rangeInWords(range), size: sizeOfRange(range), line });

function deedOf({ recording }: Timeline, vma: Vma, event: EventIndex): LockDeed {
  const name = recording.events.name(event);
  if (name === 'mlockall') return (vma.origin.mapped ?? -1) > event ? 'lock-future' : 'lock-all';
  if (name === 'mlock' || name === 'mlock2') return 'lock';
  if (isSecretMemory(vma)) return 'lock-secret';
  return name === 'mremap' || name === 'brk' ? 'lock-by-growth' : 'lock-on-mapping';
}
