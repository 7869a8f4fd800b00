/**
 * What all commands on a log share: opening it, naming lines and tasks, and the event that `--line` means.
 */
import { eventIndex, fileIndex, lineNumber } from '../../model/trace/positions';
import type { EventIndex, FileIndex } from '../../model/trace/positions';
import { userError } from '../errors';
import type { Opened } from '../opening';

export type TraceRun = Opened;

/** Members that every JSON object begins with. `file` is there for `-ff` sets only. */
export function placeOf(
  { timeline, sources }: TraceRun,
  event: EventIndex,
): {
  readonly file?: string;
  readonly line: number;
  readonly pid: number | null;
} {
  const { events, tasks } = timeline.recording;
  const file = sources.logs[events.file(event)];
  const isSet = file?.tid !== undefined;
  return {
    ...(isSet ? { file: file.location } : {}),
    line: events.line(event),
    pid: tasks[events.task(event)]?.tid ?? null,
  };
}

/** The file that `--line` counts in. In a set that is the file of `--pid`; without it, of the first process. */
export function fileOf({ timeline, sources }: TraceRun, pid: number | undefined): FileIndex {
  const { files } = timeline.recording;
  const isSet = sources.logs[0]?.tid !== undefined;
  if (!isSet) return fileIndex(0);
  if (pid === undefined) {
    if (files.length === 1) return fileIndex(0);
    throw userError(4001, 'cli.which-file', { n: files.length });
  }
  const found = files.find((file) => file.tid === pid);
  if (!found) throw userError(4002, 'cli.no-file-of-pid', { pid });
  return found.index;
}

/** The event of the line, else the last one above it. @throws UserError where the log has no such line. */
export function eventAtOrAbove({ timeline }: TraceRun, file: FileIndex, line: number): EventIndex {
  const { events, files } = timeline.recording;
  const lines = files[file]?.lines ?? 0;
  if (line > lines) {
    throw userError(4003, 'cli.no-line', { line, lines });
  }
  for (let at = line; at > 0; at--) {
    const event = events.eventAtLine(file, lineNumber(at));
    if (event !== undefined) return event;
  }
  throw userError(4004, 'cli.nothing-above', { line });
}

export function* allEvents({ timeline }: TraceRun): Iterable<EventIndex> {
  for (let e = 0; e < timeline.end; e++) yield eventIndex(e);
}
