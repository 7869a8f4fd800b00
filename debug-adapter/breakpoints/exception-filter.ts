/**
 * The failures to stop at. Each filter is a test on the index row where that suffices, and looks closer only where not.
 */
import { EventFlag, EventKind } from '../../model/trace/event-table';
import type { EventTable } from '../../model/trace/event-table';
import type { EventIndex } from '../../model/trace/positions';
import { mayBeJudged } from '../../model/kernel/typed-call';
import { brkStayed } from '../../model/why/explain';
import { isFatalSignal } from '../../model/why/signal';
import type { FilterId } from '../capabilities';
import type { Replay } from '../replay';
import type { Target } from './breakpoint';
import { memoryClass } from './memory-class';

export function findFailures(replay: Replay, filter: FilterId): Target {
  const { events } = replay.recording;
  switch (filter) {
    case 'failed':
      return { rows: (event) => events.errno(event) !== '' };
    case 'failed-memory':
      return { rows: (event) => isFailedMemoryCall(replay, event) };
    case 'fatal-signal':
      return {
        rows: (event) => events.kind(event) === EventKind.signal && isFatalSignal(replay.timeline, event),
      };
    case 'disagree':
      return { rows: (event) => isJudged(events, event) && replay.timeline.agreement(event) === 'differs' };
    case 'unparsed':
      return { rows: (event) => events.kind(event) === EventKind.unparsed };
  }
}

/** A brk that fails has no errno: it answers with the old break, which only the judgement tells from success. */
export function isFailedMemoryCall(replay: Replay, event: EventIndex): boolean {
  const { events } = replay.recording;
  const errno = events.errno(event);
  if (errno !== '') return errno === 'EFAULT' || memoryClass.has(events.name(event));
  if (events.name(event) !== 'brk') return false;
  const call = replay.recording.decode(event);
  return call.kind === 'call' && brkStayed(call);
}

/** Calls that the timeline judges; others are not decoded to find out. */
const isJudged = (events: EventTable, event: EventIndex): boolean =>
  events.kind(event) === EventKind.call &&
  (events.flags(event) & EventFlag.noResult) === 0 &&
  mayBeJudged(events.name(event));
