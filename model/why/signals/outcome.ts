/** What became of the process: a handler took the signal, or it was killed. */
import { EventFlag, EventKind } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { Timeline } from '../../timeline/timeline';
import type { Message } from '../message-shape';
import { say } from '../message';
import { lineOf, type Subject } from '../subject';
import { dispositionOf } from './handler';

/** The event that says the signal killed its task: the next that the log has of it. */
export function deathBy(timeline: Timeline, event: EventIndex): EventIndex | undefined {
  const { events } = timeline.recording;
  const task = events.task(event);
  for (let row = event + 1; row < events.length; row += 1) {
    const at = eventIndex(row);
    if (events.task(at) !== task) continue;
    const kind = events.kind(at);
    // What the task was in the middle of ends without a result first.
    if (kind === EventKind.call && (events.flags(at) & CUT_OFF) !== 0) continue;
    return kind === EventKind.killed ? at : undefined;
  }
  return undefined;
}

const CUT_OFF = EventFlag.noResult | EventFlag.never;

export function outcomeInWords(subject: Subject, signal: string, isFault: boolean): readonly Message[] {
  const death = deathBy(subject.timeline, subject.event);
  const disposition = dispositionOf(subject, signal);
  const line = disposition === undefined ? undefined : lineOf(subject, disposition.at);
  if (death === undefined) {
    if (line === undefined || disposition?.how !== 'handled') return [];
    return [say('signal.handled', { line })];
  }
  const killed = lineOf(subject, death);
  if (line === undefined || disposition?.how === 'default') return [say('signal.killed', { killed })];
  if (disposition?.how === 'ignored')
    return [say(isFault ? 'signal.killed-though-ignored' : 'signal.killed', { killed, line })];
  return [say(isFault ? 'signal.killed-in-handler' : 'signal.killed', { killed, line })];
}
