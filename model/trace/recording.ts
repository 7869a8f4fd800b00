/**
 * A recording: one log, or the files of a `-ff` set merged, indexed and ready to be decoded at any event.
 */
import type { EventIndex, FileIndex, LineNumber, TaskId } from './positions';
import type { EventTable, TaskInfo } from './event-table';
import type { TraceEvent } from './event';
import type { PlaceInFile, Span, LogicalLine } from './span';

export interface Recording {
  readonly files: readonly RecordedFile[];
  readonly events: EventTable;
  readonly tasks: readonly TaskInfo[];
  /** What the pass saw of the log as a whole. */
  readonly survey: Survey;
  /** Decodes one event. Cheap enough for hovers, not for loops over the whole log. */
  decode(event: EventIndex): TraceEvent;
  /** The physical line as text, at most `limit` UTF-16 units (default 64 Ki). '' beyond the end. */
  lineText(file: FileIndex, line: LineNumber, limit?: number): string;
  locate(text: LogicalLine, span: Span): readonly PlaceInFile[];
  /**
   * Nanoseconds from the log's first line to the event's own, summed up from -r. strace (its strace.c: printleader) counts
   * each difference by the monotonic clock from the line before, of whatever task, and cuts it off behind its last digit: a
   * sum falls short by less than one such digit a line, and by all that -z or -Z left out. Undefined: the log has no
   * differences, or has times, which are better, or has several files: a file's differences count from the last line of any.
   */
  elapsed(event: EventIndex): number | undefined;
}

export interface RecordedFile {
  readonly index: FileIndex;
  readonly name: string;
  readonly bytes: number;
  readonly lines: number;
  /** The suffix of a `-ff` file. */
  readonly tid?: number;
}

export interface Survey {
  readonly lines: number;
  readonly events: number;
  readonly calls: number;
  readonly failingCalls: number;
  readonly unparsed: number;
  /** The first lines that were not understood, at most 20, for messages. */
  readonly firstUnparsed: readonly {
    readonly file: FileIndex;
    readonly line: LineNumber;
    readonly text: string;
  }[];
  /**
   * How the order of events of different files was found: one file needs none; 'times' merged by time stamps;
   * 'none' where the files have no times: then each file keeps its order and files follow one another by first pid.
   */
  readonly order: 'one-file' | 'times' | 'none';
  /** True when the log begins with the execve of its first task: then nothing of the past is missing. */
  readonly startsAtExecve: boolean;
  /** What `verdict` rests on is in lines and unparsed. */
  readonly verdict: 'strace' | 'empty' | 'not-strace';
  /** For 'not-strace': what the file looks like ('an ELF binary', 'JSON', 'ltrace output' …), one phrase in English. */
  readonly looksLike?: string;
}

/** Called between slices of the index pass: lets a host answer requests, show progress, and stop the pass. */
export interface Pacer {
  /** True when the slice has lasted long enough and the pass should await `pause`. Called often: must be cheap. */
  due(): boolean;
  /** @throws what the host throws to cancel the pass. */
  pause(progress: {
    readonly bytes: number;
    readonly ofBytes: number;
    readonly events: number;
  }): Promise<void>;
}

/** Decodes the event that the pass stands on; good during the listener's call only. */
export interface Decode {
  (): TraceEvent;
  /**
   * The first argument of a call that stands on one line, where it is a bare decimal number followed by another argument:
   * nearly always a descriptor. Costs a look at a few bytes, so that calls on descriptors that matter to nobody need not
   * be decoded. Undefined says nothing: the event must be decoded to know.
   */
  readonly firstNumber?: () => number | undefined;
}

/** Receives each event of the pass in order. Decodes only what it needs through `decode`. */
export interface EventListener {
  /** `file` and `line`: where the result stands, as in the row. */
  event(
    index: EventIndex,
    kind: number,
    task: TaskId,
    name: string,
    errno: string,
    decode: Decode,
    file: FileIndex,
    line: LineNumber,
  ): void;
  /**
   * The first half of a split call was read, before its event: its place comes with its result. A child's first lines may
   * stand between the halves of the clone that made it, so whoever follows tasks must know who has a clone open.
   * `decode` gives the call as it would be if the log ended here (result 'never').
   */
  entered?(task: TaskId, name: string, decode: () => TraceEvent): void;
  /** Before the first event: how events of different files will be ordered. */
  ordered?(order: Survey['order']): void;
}
