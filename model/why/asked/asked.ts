/**
 * What an event asks of the address space, as places to be drawn: the ranges that a call names, the buffers that its pointers
 * lead to, the address of a fault; and where it met what made it fail.
 *
 *     mremap(old, 3 pages, 6 pages)       | old range | growth    |
 *     the space before                    |  VMA      |..| VMA    |
 *                                                        '- in the way
 */
import { EventKind } from '../../trace/event-table';
import type { CallEvent } from '../../trace/event';
import { pageRange, type PageRange } from '../../memory/page';
import type { EventIndex } from '../../trace/positions';
import type { Timeline } from '../../timeline/timeline';
import { candidateCauses } from '../candidate-causes';
import { brkStayed } from '../explain';
import { settledByLog } from '../settled-by-log';
import { worldBefore, type Subject } from '../subject';
import { askedByFault } from './fault';
import { askedByPointers } from './pointers';
import { askedRanges } from './ranges';
import { askedByTransfer } from './transfer';
import { troublesOf } from './troubles';

/**
 * 'range': what the call is about. 'old', 'growth', 'new': of a mapping that is resized or moved. 'hint': a place that the
 * kernel need not take. 'read', 'write': memory that the kernel uses for the call. 'done': as far as a transfer came that was
 * cut short. 'access': of the program itself.
 */
export type AskedRole = 'range' | 'old' | 'growth' | 'new' | 'hint' | 'read' | 'write' | 'done' | 'access';

/** In bytes; `bytes` may pass the end of the address space. `pages`: all that it touches; one of no length touches its own page. */
export interface AskedRange {
  readonly role: AskedRole;
  readonly address: bigint;
  readonly bytes: bigint;
  readonly pages: PageRange;
}

/**
 * 'hole': nothing is mapped. 'unknown': nor does the log show whether it is. 'in-the-way': what should be free is mapped.
 * 'other-mapping': where one mapping was asked for, the next one begins. 'misaligned': an address between two page borders.
 * 'beyond-end': no address of user space. 'too-low': below vm.mmap_min_addr. 'overlap': old and new place are one.
 * 'beyond-object': mapped, behind the end of the file. 'too-small': the largest gap there is. 'refuses': a mapping that does not allow it, for another reason.
 */
export type TroubleKind =
  | 'hole'
  | 'unknown'
  | 'in-the-way'
  | 'other-mapping'
  | 'misaligned'
  | 'beyond-end'
  | 'too-low'
  | 'overlap'
  | 'read-only'
  | 'no-access'
  | 'beyond-object'
  | 'too-small'
  | 'sealed'
  | 'refuses';

export interface Trouble {
  readonly what: TroubleKind;
  readonly pages: PageRange;
  /** The byte that it began with, where it is not the first of the pages. */
  readonly address?: bigint;
  /** Pages that a gap is too small by. */
  readonly missing?: number;
}

export interface Asked {
  readonly outcome: 'succeeded' | 'failed';
  /** 'ENOMEM', 'SIGSEGV'; null for brk, which says so by the old break, and for a transfer that was cut short. */
  readonly error: string | null;
  readonly ranges: readonly AskedRange[];
  readonly troubles: readonly Trouble[];
}

/** The last page border of all, in pages. */
const ALL_PAGES = 2 ** 52;

/** Pages that the bytes touch, cut where 64 bits end. */
export function touched(address: bigint, bytes: bigint): PageRange {
  const start = Math.min(Number(BigInt.asUintN(64, address) >> 12n), ALL_PAGES - 1);
  const end = Number((address + (bytes > 0n ? bytes : 1n) + 4095n) >> 12n);
  return pageRange(start, Math.max(start + 1, Math.min(end, ALL_PAGES)));
}

export const askedRange = (role: AskedRole, address: bigint, bytes: bigint): AskedRange => ({
  role,
  address,
  bytes,
  pages: touched(address, bytes),
});

/** Undefined where the event names no place, or the log has shown no address space. */
export function askedAt(timeline: Timeline, event: EventIndex): Asked | undefined {
  const kind = timeline.recording.events.kind(event);
  if (kind !== EventKind.call && kind !== EventKind.signal) return undefined;
  const decoded = timeline.recording.decode(event);
  const subject: Subject = { timeline, event, line: decoded.line, tid: decoded.prefix.tid };
  if (decoded.kind === 'signal') return askedByFault(subject, decoded);
  return decoded.kind === 'call' ? askedByCall(subject, decoded) : undefined;
}

function askedByCall(subject: Subject, call: CallEvent): Asked | undefined {
  const before = worldBefore(subject);
  if (before === undefined || call.result.kind === 'never' || call.result.kind === 'none') return undefined;
  const error = call.result.kind === 'error' ? call.result.errno : null;
  const memory = subject.timeline.memoryCallAt(subject.event);
  const failed = error !== null || (memory?.call === 'brk' && brkStayed(call));
  if (memory === undefined && error === null) return askedByTransfer(subject, call, before);
  const ranges = memory === undefined ? [] : askedRanges(memory, before, call.result);
  const judged = failed && call.result.injected !== 'result' ? troublesByRules(subject, call) : [];
  if (ranges.length === 0 && error === 'EFAULT') return askedByPointers(subject, call, before);
  if (ranges.length === 0 && judged.length === 0) return undefined;
  const outcome = failed ? 'failed' : 'succeeded';
  return { outcome, error, ranges, troubles: troublesOf(judged[0], ranges, before) };
}

/** The checks that can have answered so, likeliest first. */
function troublesByRules(subject: Subject, call: CallEvent): ReturnType<typeof candidateCauses> {
  const judgement = subject.timeline.judge(subject.event);
  if (judgement === undefined) return [];
  const errno = call.result.kind === 'error' ? call.result.errno : 'old-break';
  return candidateCauses(settledByLog(subject, call, judgement), errno);
}

/** Where a call put something at a place that it was given: MAP_FIXED, MREMAP_FIXED, SHM_REMAP. Empty for all others. */
export function mappedOver(timeline: Timeline, event: EventIndex): readonly PageRange[] {
  const call = timeline.memoryCallAt(event)?.call;
  if (call !== 'mmap' && call !== 'mremap' && call !== 'shmat') return [];
  const asked = askedAt(timeline, event);
  if (asked?.outcome !== 'succeeded') return [];
  return asked.ranges.filter(({ role }) => role === 'range' || role === 'new').map(({ pages }) => pages);
}
