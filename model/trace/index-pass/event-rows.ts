/**
 * The rows of the event table while they are written, and their read side. About 17 bytes an event.
 */
import type { EventKind, EventTable } from '../event-table';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../positions';
import { Column } from './column';
import type { LineIndex } from './line-index';
import type { Names } from './names';

const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;

export class EventRows implements EventTable {
  private readonly kindAndFlags = new Column();
  private readonly tasks = new Column();
  private readonly files = new Column();
  private readonly lines = new Column();
  private readonly entryLines = new Column();
  private readonly names = new Column();
  private readonly errnos = new Column();

  constructor(
    private readonly texts: Names,
    private readonly lineIndexes: readonly LineIndex[],
  ) {}

  get length(): number {
    return this.lines.length;
  }

  get bytes(): number {
    const columns = [
      this.kindAndFlags,
      this.tasks,
      this.files,
      this.lines,
      this.entryLines,
      this.names,
      this.errnos,
    ];
    return columns.reduce((sum, column) => sum + column.bytes, 0);
  }

  /** Appends a row. `name` and `errno` are numbers of Names. */
  add(
    kind: number,
    flags: number,
    task: number,
    file: number,
    line: number,
    entryLine: number,
    name: number,
    errno: number,
  ): void {
    this.kindAndFlags.push(kind | (flags << KIND_BITS));
    this.tasks.push(task);
    this.files.push(file);
    this.lines.push(line);
    this.entryLines.push(entryLine);
    this.names.push(name);
    this.errnos.push(errno);
  }

  addFlag(event: number, flag: number): void {
    this.kindAndFlags.set(event, this.kindAndFlags.get(event) | (flag << KIND_BITS));
  }

  kind(event: EventIndex): EventKind {
    return (this.kindAndFlags.get(event) & KIND_MASK) as EventKind;
  }

  flags(event: EventIndex): number {
    return this.kindAndFlags.get(event) >>> KIND_BITS;
  }

  task(event: EventIndex): TaskId {
    return this.tasks.get(event) as TaskId;
  }

  file(event: EventIndex): FileIndex {
    return this.files.get(event) as FileIndex;
  }

  line(event: EventIndex): LineNumber {
    return this.lines.get(event) as LineNumber;
  }

  entryLine(event: EventIndex): LineNumber {
    return this.entryLines.get(event) as LineNumber;
  }

  name(event: EventIndex): string {
    return this.texts.text(this.names.get(event));
  }

  errno(event: EventIndex): string {
    return this.texts.text(this.errnos.get(event));
  }

  eventAtLine(file: FileIndex, line: LineNumber): EventIndex | undefined {
    const event = this.lineIndexes[file]?.event(line) ?? -1;
    return event < 0 ? undefined : (event as EventIndex);
  }
}
