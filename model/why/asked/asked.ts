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
import type { PageRange } from '../../memory/page';
import type { EventIndex } from '../../trace/positions';
import type { Timeline } from '../../timeline/timeline';
import { candidateCauses } from '../candidate-causes';
import { brkStayed } from '../explain';
import { settledByLog } from '../settled-by-log';
import { worldBefore, type Subject } from '../subject';
import type { Asked } from './asked-range';
import { askedByFault } from './fault';
import { askedByPointers } from './pointers';
import { askedRanges } from './ranges';
import { askedByTransfer } from './transfer';
import { troublesOf } from './troubles';

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
