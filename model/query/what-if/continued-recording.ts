/**
 * A recording cut at a position, with calls of a what-if behind it in place of what the log has there. Explanations read it
 * like any recording.
 *
 *     log        0  1  2  3  4  5 …            position 3
 *     continued  0  1  2  A  B                 A and B are the calls of the what-if
 */
import { EventKind, type EventTable, type TaskInfo } from '../../trace/event-table';
import type { TraceEvent } from '../../trace/event';
import {
  eventIndex,
  type EventIndex,
  type FileIndex,
  type LineNumber,
  type TaskId,
} from '../../trace/positions';
import type { RecordedFile, Recording, Survey } from '../../trace/recording';
import type { LogicalLine, PlaceInFile, Span } from '../../trace/span';
import type { Position } from '../../timeline/timeline';
import type { WhatIfStep } from './step';

export class ContinuedRecording implements Recording {
  readonly events: EventTable;

  constructor(
    private readonly log: Recording,
    private readonly position: Position,
    private readonly steps: readonly WhatIfStep[],
  ) {
    this.events = new ContinuedEvents(log.events, position, steps);
  }

  get files(): readonly RecordedFile[] {
    return this.log.files;
  }

  get tasks(): readonly TaskInfo[] {
    return this.log.tasks;
  }

  get survey(): Survey {
    return this.log.survey;
  }

  decode(event: EventIndex): TraceEvent {
    return this.steps[event - this.position]?.call ?? this.log.decode(event);
  }

  lineText(file: FileIndex, line: LineNumber, limit?: number): string {
    return this.log.lineText(file, line, limit);
  }

  locate(text: LogicalLine, span: Span): readonly PlaceInFile[] {
    return this.log.locate(text, span);
  }

  /** Calls of a what-if take no time. */
  elapsed(event: EventIndex): number | undefined {
    return this.log.elapsed(event < this.position ? event : eventIndex(Math.max(0, this.position - 1)));
  }
}

class ContinuedEvents implements EventTable {
  constructor(
    private readonly log: EventTable,
    private readonly position: Position,
    private readonly steps: readonly WhatIfStep[],
  ) {}

  get length(): number {
    return this.position + this.steps.length;
  }

  private step(event: EventIndex) {
    return this.steps[event - this.position]?.call;
  }

  kind(event: EventIndex): EventKind {
    return this.step(event) === undefined ? this.log.kind(event) : EventKind.call;
  }

  task(event: EventIndex): TaskId {
    return this.step(event)?.task ?? this.log.task(event);
  }

  file(event: EventIndex): FileIndex {
    return this.step(event)?.file ?? this.log.file(event);
  }

  line(event: EventIndex): LineNumber {
    return this.step(event)?.line ?? this.log.line(event);
  }

  entryLine(event: EventIndex): LineNumber {
    return this.step(event)?.entryLine ?? this.log.entryLine(event);
  }

  name(event: EventIndex): string {
    return this.step(event)?.name ?? this.log.name(event);
  }

  errno(event: EventIndex): string {
    const step = this.step(event);
    if (step === undefined) return this.log.errno(event);
    return step.result.kind === 'error' ? step.result.errno : '';
  }

  flags(event: EventIndex): number {
    return this.step(event) === undefined ? this.log.flags(event) : 0;
  }

  /** Calls of a what-if stand on no line. */
  eventAtLine(file: FileIndex, line: LineNumber): EventIndex | undefined {
    const event = this.log.eventAtLine(file, line);
    return event !== undefined && event < this.position ? event : undefined;
  }
}
