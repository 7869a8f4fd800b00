/** Who closed a descriptor that was open once. */
import type { DescriptorTableId, OpenFile } from '../../process/descriptors';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { Subject } from '../subject';

const CLOSING: ReadonlySet<string> = new Set(['close', 'close_range', 'dup2', 'dup3', 'execve']);
/** Events looked at, and calls that may close, back from the failing one: a descriptor is mostly used soon after. */
const MOST_EVENTS = 20_000;
const MOST_CLOSING = 100;

export interface Closed {
  readonly at: EventIndex;
  readonly file: OpenFile;
  /** It was open until another program took its place: O_CLOEXEC. */
  readonly byExec: boolean;
}

/**
 * The last call that closed the number, and what it was. Where that was a file of the loader's, what execve took from the
 * program comes before: a new program is told numbers of the old one, and ld.so uses the lowest that are free.
 */
export function closedAt(
  { timeline, event }: Subject,
  table: DescriptorTableId,
  fd: number,
): Closed | undefined {
  const { events } = timeline.recording;
  let loaders: Closed | undefined;
  let left = MOST_CLOSING;
  for (let e = event - 1; e >= Math.max(0, event - MOST_EVENTS) && left > 0; e--) {
    const at = eventIndex(e);
    if (!CLOSING.has(events.name(at))) continue;
    left--;
    const file = timeline.worldAt(at).descriptors(table)?.get(fd);
    const isOpenBehind = timeline
      .worldAt(eventIndex(e + 1))
      .descriptors(table)
      ?.get(fd);
    if (file === undefined || isOpenBehind !== undefined) continue;
    const closed = { at, file, byExec: events.name(at) === 'execve' };
    if (closed.byExec || (loaders === undefined && !LOADED.test(file.path))) return closed;
    loaders ??= closed;
  }
  return loaders;
}

/** The same of the task whose call it is. */
export function closedForCaller(subject: Subject, fd: number): Closed | undefined {
  const { timeline, event } = subject;
  const task = timeline.worldAt(event).task(timeline.recording.events.task(event));
  return task === undefined ? undefined : closedAt(subject, task.descriptors, fd);
}

/** What ld.so opens. */
const LOADED = /\/ld\.so\.cache$|\.so(?:\.[0-9.]{1,20})?$/;
