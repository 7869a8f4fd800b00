/**
 * What made VmLck, or its limit, another: each change of a process's course with the event that did it. The curve's points are
 * positions, between events; a person looks for the call.
 */
import type { LimitValue } from '../../../model/process/limits';
import type { Process, WorldChange } from '../../../model/process/world';
import { eventIndex, type EventIndex } from '../../../model/trace/positions';
import type { LockChange, LockChangesBody } from '../../protocol/panel';
import type { Replay } from '../../replay';
import type { Course } from './course';

/** Each is looked up in the change log. */
const MOST_CHANGES = 400;

export function lockChangesOf(replay: Replay, { events, totals }: Course): LockChangesBody {
  const changed = events.flatMap((event, i) => {
    const { lockedKb = null, limitKb = null } = totals[i] ?? {};
    const before = totals[i - 1];
    if (i > 0 && before?.lockedKb === lockedKb && before.limitKb === limitKb) return [];
    return [{ event, lockedKb, limitKb }];
  });
  return {
    changes: changed
      .slice(0, MOST_CHANGES)
      .map((change): LockChange => ({ ...change, by: causeOf(replay, change.event) })),
    leftOut: Math.max(0, changed.length - MOST_CHANGES),
  };
}

/** The event before the position, where its effect has to do with locks; else what the next one brings to light. */
function causeOf(replay: Replay, position: number): LockChange['by'] {
  if (position === 0) return null;
  const effect = replay.timeline.changeAt(eventIndex(position - 1));
  const isDone = effect !== undefined && concernsLocks(effect);
  if (!isDone && position >= replay.end) return null;
  const event = eventIndex(isDone ? position - 1 : position);
  return {
    event,
    line: replay.lineOf(event),
    what: nameOf(replay, event),
    how: isDone ? 'did' : 'showed',
  };
}

/** exec, fork and exit make and end spaces. */
const concernsLocks = ({ spaces, spaceLives, tasks, processes }: WorldChange): boolean =>
  spaceLives.length > 0 ||
  tasks.some(({ before, after }) => before?.space !== after?.space || before?.ended !== after?.ended) ||
  spaces.some(({ factsBefore, factsAfter }) => factsBefore.locked !== factsAfter.locked) ||
  processes.some(({ before, after }) => limitOf(before) !== limitOf(after));

const limitOf = (process: Process | undefined): LimitValue | undefined =>
  process?.limits.get('MEMLOCK')?.soft;

/** A call's or a signal's name; of a death, how it came. */
function nameOf({ recording }: Replay, event: EventIndex): string {
  const name = recording.events.name(event);
  if (name !== '') return name;
  const decoded = recording.decode(event);
  return decoded.kind === 'exit' ? `exit ${decoded.status}` : decoded.kind === 'killed' ? decoded.signal : '';
}
