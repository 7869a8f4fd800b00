/** Which events a person calls failing, as `pagewalk explain` lists them. */
import { EventKind } from '../trace/event-table';
import type { EventIndex } from '../trace/positions';
import type { Timeline } from '../timeline/timeline';
import { brkStayed } from './explain';
import { shortTransfer, transferring } from './pointers/short-transfer';
import { isFatalSignal, isMemoryFault, isSilentDeath } from './signal';

/** Their answers can hide a failure: brk never says so, and a transfer can stop at a bad page. */
const mayHide = (name: string): boolean => name === 'brk' || transferring.has(name);

/**
 * Answers a failing call's errno from the index alone; only brk and transfers are decoded. A fault of memory fails even where
 * a handler took it.
 */
export function isFailing(timeline: Timeline, event: EventIndex): boolean {
  const { events } = timeline.recording;
  const kind = events.kind(event);
  if (kind === EventKind.signal) return isMemoryFault(timeline, event) || isFatalSignal(timeline, event);
  if (kind === EventKind.killed) return isSilentDeath(timeline, event);
  if (kind !== EventKind.call) return false;
  if (events.errno(event) !== '') return true;
  if (!mayHide(events.name(event))) return false;
  const decoded = timeline.recording.decode(event);
  if (decoded.kind !== 'call' || decoded.result.kind !== 'value' || decoded.result.injected === 'result')
    return false;
  if (decoded.name === 'brk') return brkStayed(decoded);
  return (
    shortTransfer({ timeline, event, line: decoded.line, tid: decoded.prefix.tid }, decoded) !== undefined
  );
}
