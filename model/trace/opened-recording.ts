/**
 * A recording after its index pass.
 */
import type { TraceEvent } from './event';
import type { EventTable, TaskInfo } from './event-table';
import type { Elapsed } from './index-pass/elapsed';
import type { EventIndex, FileIndex, LineNumber } from './positions';
import type { RecordedFile, Recording, Survey } from './recording';
import type { EventDecoder } from './recording-decode';
import type { RecordingLines } from './recording-lines';
import type { LogicalLine, PlaceInFile, Span } from './span';
import { locateSpan } from './locate-span';

export class OpenedRecording implements Recording {
  constructor(
    readonly files: readonly RecordedFile[],
    readonly events: EventTable,
    readonly tasks: readonly TaskInfo[],
    readonly survey: Survey,
    private readonly decoder: EventDecoder,
    private readonly lines: RecordingLines,
    /** Of a recording that is one file. */
    private readonly times: Elapsed | undefined,
  ) {}

  decode(event: EventIndex): TraceEvent {
    return this.decoder.decode(event);
  }

  lineText(file: FileIndex, line: LineNumber, limit?: number): string {
    return this.lines.text(file, line, limit);
  }

  locate(text: LogicalLine, span: Span): readonly PlaceInFile[] {
    return locateSpan(text, span);
  }

  elapsed(event: EventIndex): number | undefined {
    return this.times?.isKnown === true ? this.times.at(this.events.line(event)) : undefined;
  }
}
