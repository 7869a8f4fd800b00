/**
 * Where joined events go: into the rows, to the lines that they stand on, to the counts and to the listener.
 */
import { EventFlag, EventKind } from '../event-table';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../positions';
import type { Decode, EventListener } from '../recording';
import type { TraceEvent } from '../event';
import type { EventRows } from './event-rows';
import type { LineIndex } from './line-index';
import type { Names } from './names';
import type { OpenCall } from './open-call';
import type { Life } from './tasks';

/** Decodes what the pass has at hand. */
export interface PassDecoding {
  event(event: EventIndex): TraceEvent;
  firstNumber(event: EventIndex): number | undefined;
  /** A call that has not returned, as if the log ended here. */
  entered(open: OpenCall, task: TaskId): TraceEvent;
}

export class EventSink {
  calls = 0;
  failingCalls = 0;
  /** Whether the first call of the recording is an execve that succeeded. */
  startsAtExecve = false;

  constructor(
    readonly rows: EventRows,
    private readonly lines: readonly LineIndex[],
    private readonly names: Names,
    /** Lines of a call that are neither its entry's nor its result's. */
    private readonly otherLines: Map<number, readonly number[]>,
    private readonly listener: EventListener | undefined,
    private readonly decoding: PassDecoding,
  ) {}

  /** An event on one line. @returns its index. */
  add(
    kind: EventKind,
    flags: number,
    life: Life,
    file: number,
    line: number,
    name: number,
    errno: number,
  ): number {
    return this.append(kind, flags, life, file, line, line, name, errno, undefined);
  }

  /** An event, no call, that a wrap put on two lines. */
  addWrapped(kind: EventKind, life: Life, file: number, line: number, name: number, second: number): number {
    return this.append(kind, 0, life, file, line, line, name, 0, [second]);
  }

  /** A call that may stand on several lines; its result stands on `line`. */
  addJoined(open: OpenCall, flags: number, life: Life, line: number, errno: number): number {
    const { more, entryLine } = open;
    const others = more?.filter((each) => each !== line);
    const split = line === entryLine && (others?.length ?? 0) === 0 ? 0 : EventFlag.split;
    return this.append(
      EventKind.call,
      flags | split,
      life,
      open.file,
      line,
      entryLine,
      open.name,
      errno,
      others,
    );
  }

  private append(
    kind: EventKind,
    flags: number,
    life: Life,
    file: number,
    line: number,
    entryLine: number,
    name: number,
    errno: number,
    others: readonly number[] | undefined,
  ): number {
    const event = this.rows.length;
    this.rows.add(kind, flags, life.id, file, line, entryLine, name, errno);
    const lines = this.lines[file];
    if (lines !== undefined) {
      lines.setEvent(line, event);
      if (entryLine !== line) lines.setEvent(entryLine, event);
      if (others !== undefined) for (const each of others) lines.setEvent(each, event);
    }
    if (others !== undefined && others.length > 0) this.otherLines.set(event, others);
    if (life.firstEvent < 0) life.firstEvent = event;
    life.lastEvent = event;
    if (kind === EventKind.call) this.count(flags, name, errno);
    const { listener } = this;
    if (listener === undefined) return event;
    this.telling = event;
    listener.event(
      event as EventIndex,
      kind,
      life.id as TaskId,
      this.names.text(name),
      this.names.text(errno),
      this.decodeTold,
      file as FileIndex,
      line as LineNumber,
    );
    return event;
  }

  /** @returns false when `event` is none that frames or dumps can belong to. */
  addBelow(event: number, isStack: boolean): boolean {
    if (this.rows.kind(event as EventIndex) === EventKind.unparsed) return false;
    if (isStack) this.rows.addFlag(event, EventFlag.stack);
    return true;
  }

  /** A call was entered that will return on a later line, or never. */
  enter(life: Life, open: OpenCall): void {
    if (this.listener?.entered === undefined) return;
    const task = life.id as TaskId;
    this.listener.entered(task, this.names.text(open.name), () => this.decoding.entered(open, task));
  }

  private count(flags: number, name: number, errno: number): void {
    if (this.calls++ === 0) {
      const succeeded = errno === 0 && (flags & (EventFlag.noResult | EventFlag.never)) === 0;
      this.startsAtExecve = succeeded && /^execve(at)?$/.test(this.names.text(name));
    }
    if (errno !== 0) this.failingCalls++;
  }

  private telling = 0;
  /** One function for all events: the pass makes no garbage a line. */
  private readonly decodeTold: Decode = Object.assign(() => this.decoding.event(this.telling as EventIndex), {
    firstNumber: () => this.decoding.firstNumber(this.telling as EventIndex),
  });
}
