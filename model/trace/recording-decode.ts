/**
 * Decodes events: reads their lines again, has the grammar read the logical line, and adds what only the recording knows.
 */
import type { CallEvent, EventBase, Prefix, StackFrame, TraceEvent } from './event';
import { EventFlag, EventKind } from './event-table';
import type { CallBody, EventBody } from './grammar/event-body';
import { blanksEnd } from './grammar/char';
import { plainText } from './index-pass/plain-text';
import { readPrefix } from './grammar/prefix';
import { readEvent } from './grammar/read-event';
import { readStackFrame } from './grammar/stack-frame';
import type { EventRows } from './index-pass/event-rows';
import { firstNumberAtHand, readCallAtHand } from './index-pass/call-at-hand';
import type { PassFile } from './index-pass/index-pass';
import type { Names } from './index-pass/names';
import type { OpenCall } from './index-pass/open-call';
import type { EventIndex, FileIndex, LineNumber, TaskId } from './positions';
import type { RecordingLines } from './recording-lines';
import { assembleLine, type LineUse } from './recording-logical-line';

/** Events that stay decoded: more than a screen of them. */
const KEPT = 256;

/** Deeper stacks are cut: strace itself stops at 256 frames (its unwind.c). */
const MOST_FRAMES = 1024;

export class EventDecoder {
  /** While the index pass runs: the file whose line is at hand. */
  atHand: (() => PassFile | undefined) | undefined;
  private readonly kept = new Map<EventIndex, TraceEvent>();

  constructor(
    private readonly lines: RecordingLines,
    private readonly rows: EventRows,
    private readonly names: Names,
    private readonly otherLines: ReadonlyMap<number, readonly number[]>,
    private readonly tidOfFile: (file: number) => number | undefined,
  ) {}

  /** @throws RangeError where there is no such event: the caller's mistake, not the log's. SourceError. */
  decode(event: EventIndex): TraceEvent {
    if (!(event >= 0 && event < this.rows.length))
      throw new RangeError(`There is no event ${event} in this recording.`);
    const known = this.kept.get(event);
    if (known !== undefined) {
      // The most recently asked for is the last to go.
      this.kept.delete(event);
      this.kept.set(event, known);
      return known;
    }
    const decoded = this.withStack(this.decodeRow(event));
    this.kept.set(event, decoded);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
    return decoded;
  }

  /** While the index pass stands on the event's last line: what follows it (stack frames) is not known yet. */
  decodeInPass(event: EventIndex): TraceEvent {
    return this.decodeAtHand(event) ?? this.decodeRow(event);
  }

  /** As `Decode.firstNumber` says. */
  firstNumberInPass(event: EventIndex): number | undefined {
    const current = this.fileAtHand(event);
    return current === undefined ? undefined : firstNumberAtHand(current.lines);
  }

  /** The file at hand where the event is a call that its line has all of. */
  private fileAtHand(event: EventIndex): PassFile | undefined {
    const { rows } = this;
    const current = this.atHand?.();
    if (current === undefined || rows.kind(event) !== EventKind.call) return undefined;
    const line = rows.line(event);
    const isWhole = line === current.lines.facts.line && line === rows.entryLine(event);
    return isWhole && current.state.index === rows.file(event) ? current : undefined;
  }

  /** The event where it is a call that is all of the line at hand, in a plain form. */
  private decodeAtHand(event: EventIndex): CallEvent | undefined {
    const { rows } = this;
    const current = this.fileAtHand(event);
    const call = current === undefined ? undefined : readCallAtHand(current.lines, this.names);
    if (current === undefined || call === undefined) return undefined;
    const line = rows.line(event);
    const file = current.state.index as FileIndex;
    const pieces = [{ at: 0, line, column: call.column }];
    const base: EventBase = {
      index: event,
      task: rows.task(event),
      file,
      line,
      entryLine: line,
      prefix: this.withFileTid(call.prefix, file),
      text: { text: call.text, file, pieces },
    };
    return callEvent(base, call.body);
  }

  /** A call that has not returned, as if the log ended here. */
  decodeEntered(open: OpenCall, task: TaskId, index: EventIndex): TraceEvent {
    const physical = [open.entryLine, ...(open.more ?? [])];
    return this.read(physical, 'call-without-result', {
      index,
      task,
      file: open.file as FileIndex,
      line: open.lastLine as LineNumber,
      entryLine: open.entryLine as LineNumber,
    });
  }

  private decodeRow(event: EventIndex): TraceEvent {
    const { rows } = this;
    const line = rows.line(event);
    const entryLine = rows.entryLine(event);
    const physical = linesOf(line, entryLine, this.otherLines.get(event));
    const place = { index: event, task: rows.task(event), file: rows.file(event), line, entryLine };
    return this.read(physical, useOf(rows.kind(event), rows.flags(event)), place);
  }

  private read(
    physical: readonly number[],
    use: LineUse,
    place: Omit<EventBase, 'text' | 'prefix'>,
  ): TraceEvent {
    const { text, at, prefix, shortened } = assembleLine(this.lines, place.file, physical, use);
    const { index, task, file, line, entryLine } = place;
    const ofTask = this.withFileTid(prefix, file);
    const base: EventBase = { index, task, file, line, entryLine, prefix: ofTask, text };
    const body = readEvent(text, at);
    if (use === 'whole') return { ...base, ...unparsedBody(body, at, shortened) };
    return body.kind === 'call' ? callEvent(base, body) : { ...base, ...body };
  }

  private withFileTid(prefix: Prefix, file: number): Prefix {
    const tid = this.tidOfFile(file);
    return tid === undefined || prefix.tid !== undefined ? prefix : { ...prefix, tid };
  }

  /** The frames of -k stand on the lines below. Only calls have a place for them. */
  private withStack(event: TraceEvent): TraceEvent {
    if (event.kind !== 'call' || (this.rows.flags(event.index) & EventFlag.stack) === 0) return event;
    const stack: StackFrame[] = [];
    for (let line = event.line + 1; stack.length < MOST_FRAMES; line++) {
      if (this.rows.eventAtLine(event.file, line as LineNumber) !== event.index) break;
      const { text } = plainText(this.lines.text(event.file, line));
      const start = blanksEnd(text, readPrefix(text).at, text.length);
      const frame = readStackFrame(text, start);
      if (frame !== undefined) stack.push({ ...frame, line: line as LineNumber });
    }
    return { ...event, stack };
  }
}

/** The lines of an event in their order. */
function linesOf(line: number, entryLine: number, others: readonly number[] | undefined): readonly number[] {
  if (others === undefined) return line === entryLine ? [line] : [entryLine, line];
  return [...new Set([entryLine, ...others, line])].sort((a, b) => a - b);
}

type Draft = { -readonly [Member in keyof CallEvent]: CallEvent[Member] };

/** Member by member: the pass decodes calls by the hundred thousand, and copying an object takes as long as reading. */
function callEvent(base: EventBase, body: CallBody): CallEvent {
  const { index, task, file, line, entryLine, prefix, text } = base;
  const { kind, name, nameSpan, args, complete, result, stack } = body;
  const event: Draft = {
    kind,
    index,
    task,
    file,
    line,
    entryLine,
    prefix,
    text,
    name,
    nameSpan,
    args,
    complete,
    result,
    stack,
  };
  if (body.duration !== undefined) event.duration = body.duration;
  return event;
}

function useOf(kind: EventKind, flags: number): LineUse {
  if (kind === EventKind.call) return (flags & EventFlag.never) !== 0 ? 'call-without-result' : 'call';
  if (kind === EventKind.note) return 'note';
  return kind === EventKind.unparsed ? 'whole' : 'other';
}

/** A line that joining could not place stays unparsed, even if it reads like an event by itself. */
function unparsedBody(body: EventBody, at: number, shortened: boolean): EventBody & { kind: 'unparsed' } {
  if (shortened) return { kind: 'unparsed', why: 'too-long', at };
  return body.kind === 'unparsed' ? body : { kind: 'unparsed', why: 'not-strace', at };
}
