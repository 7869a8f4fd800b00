/**
 * Where each physical line of one file starts, and which event it belongs to: eight bytes a line.
 */
import { Column } from './column';

const TWO_32 = 2 ** 32;

export class LineIndex {
  /**
   * The low 32 bits of each start. Starts only ever rise, so the high bits follow from how often they wrapped around:
   * exact beyond 4 GiB at the price of one number for each 4 GiB.
   */
  private readonly low = new Column();
  /** The index (0-based line) at which each further 4 GiB begins, ascending; a line twice if it spans more. */
  private readonly wraps: number[] = [];
  /** Event + 1; 0 for lines that belong to none. */
  private readonly events = new Column();
  private endOfLast = 0;

  get count(): number {
    return this.low.length;
  }

  get bytes(): number {
    return this.low.bytes + this.events.bytes;
  }

  /** Appends a line that starts at byte `start`; its event is not known yet. */
  add(start: number): void {
    while (start >= (this.wraps.length + 1) * TWO_32) this.wraps.push(this.low.length);
    this.low.push(start - this.wraps.length * TWO_32);
    this.events.push(0);
  }

  /** The last line so far, its terminator included, ends before byte `end` of the file. */
  finish(end: number): void {
    this.endOfLast = end;
  }

  /** @param line 1-based, of a line that exists. */
  start(line: number): number {
    let wraps = 0;
    for (const at of this.wraps) if (at <= line - 1) wraps++;
    return this.low.get(line - 1) + wraps * TWO_32;
  }

  /** Where the next line starts: the line's bytes, its newline included, end there. */
  end(line: number): number {
    return line < this.low.length ? this.start(line + 1) : this.endOfLast;
  }

  setEvent(line: number, event: number): void {
    this.events.set(line - 1, event + 1);
  }

  /** -1 when the line belongs to no event, or there is no such line. */
  event(line: number): number {
    return this.events.get(line - 1) - 1;
  }
}
