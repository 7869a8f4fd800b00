/**
 * The index of a recording: one row of typed arrays an event, no strings. Decoding a row reads the log again.
 */
import type { EventIndex, FileIndex, LineNumber, TaskId } from './positions';

/** What an event is, before it is decoded. Values are stored: append only. */
export const EventKind = {
  call: 0,
  signal: 1,
  stop: 2,
  exit: 3,
  killed: 4,
  superseded: 5,
  personality: 6,
  note: 7,
  unparsed: 8,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/** Bits of `flags`. */
export const EventFlag = {
  /** The call stands on more than one line. */
  split: 1,
  /** `(INJECTED)`: the answer is strace's own. */
  injected: 2,
  /** `= ?` */
  noResult: 4,
  /** Lines of `-k` follow. */
  stack: 8,
  /** The call never returned in this recording. */
  never: 16,
} as const;

/** Read side of the index. All queries take constant or logarithmic time. */
export interface EventTable {
  readonly length: number;
  kind(event: EventIndex): EventKind;
  task(event: EventIndex): TaskId;
  file(event: EventIndex): FileIndex;
  /** Line of the result. */
  line(event: EventIndex): LineNumber;
  entryLine(event: EventIndex): LineNumber;
  /** Name of the call or signal; '' for other kinds. Interned: equal names are the same string. */
  name(event: EventIndex): string;
  /** 'ENOMEM' …; '' when the call did not fail with one. */
  errno(event: EventIndex): string;
  flags(event: EventIndex): number;
  /** The event that a line belongs to: a call's result, its entry, a line of its stack or dump. Undefined for blanks. */
  eventAtLine(file: FileIndex, line: LineNumber): EventIndex | undefined;
}

/** A traced task as the index pass met it. What the kernel makes of it (process, address space) is process/'s. */
export interface TaskInfo {
  readonly id: TaskId;
  /** Undefined in a log of one process that never prints its pid. */
  readonly tid: number | undefined;
  /** The tid under which it went on since its execve superseded the leader of its process. */
  readonly tidAfterExecve?: number;
  readonly comm: string | undefined;
  readonly firstEvent: EventIndex;
  readonly lastEvent: EventIndex;
}
