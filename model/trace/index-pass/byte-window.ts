/**
 * A window over the bytes of one source that always holds whole lines. A line ends, as in VS Code, at LF, CRLF or a lone
 * CR; the last one at the end of the source. Chunk borders may fall anywhere: the rest of a cut line moves to the front
 * of the window and the next chunk is put behind it.
 *
 *     buffer  [ done ........ | whole lines ......... | cut line | spare ]
 *                             ^ at                    ^ limit    ^ filled
 *
 * A line longer than LONGEST is never held: see `longLine`.
 */
import type { ByteSource } from '../byte-source';

/** What is kept of one line at the most, in bytes. */
export const LONGEST = 64 * 1024;

const LF = 10;
const CR = 13;

export class ByteWindow {
  buffer = new Uint8Array(0);
  /** Where in the buffer the next line starts. */
  at = 0;
  /** All lines before it are whole: each ends with a terminator in the buffer. */
  limit = 0;
  private filled = 0;
  /** Offset in the source of buffer[0]. */
  private base = 0;
  /** Of the long line at `at`: its end in the source once it is found, and how far it was looked for. */
  private longEnd = -1;
  private searchAt = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly chunkBytes: number,
    start: number,
  ) {
    this.base = start;
  }

  /** Offset in the source of the next line. */
  get offset(): number {
    return this.base + this.at;
  }

  /**
   * Makes the next line whole in the window. 'long': it is too long for that and ends before `takeLong`.
   * 'more': more bytes are needed first; call again (so that a pass can pause between reads).
   */
  fill(): 'line' | 'long' | 'more' | 'end' {
    if (this.at < this.limit) return 'line';
    if (this.longEnd >= 0) return 'long';
    if (this.filled - this.at > LONGEST + 1) {
      if (this.endsAtCarriageReturn()) return 'line';
      return this.searchLongEnd() ? 'long' : 'more';
    }
    const searched = this.filled - this.at;
    this.moveToFront();
    const wanted = Math.min(this.chunkBytes, this.source.size - this.base - this.filled);
    const chunk = wanted > 0 ? this.source.read(this.base + this.filled, wanted) : undefined;
    if (chunk === undefined || chunk.length === 0) return this.finish();
    this.reserve(this.filled + chunk.length + 1);
    this.buffer.set(chunk, this.filled);
    this.filled += chunk.length;
    this.limit = this.endOfWhole(Math.max(searched - 1, 0));
    return this.limit > this.at ? 'line' : 'more';
  }

  /** The bytes [start, end) of the source, where the window still holds them; good until the next fill. */
  held(start: number, end: number): Uint8Array | undefined {
    const { base } = this;
    return start >= base && end <= base + this.filled
      ? this.buffer.subarray(start - base, end - base)
      : undefined;
  }

  /** Skips the long line. @returns its bounds in the source: start, end without and with terminator. */
  takeLong(): { start: number; end: number; next: number } {
    const start = this.offset;
    const end = this.longEnd;
    const [a, b] = this.source.read(end, 2);
    const next = end + (a === CR && b === LF ? 2 : a === undefined ? 0 : 1);
    this.base = next;
    this.at = this.limit = this.filled = 0;
    this.longEnd = -1;
    this.searchAt = 0;
    return { start, end, next };
  }

  /** Gives the buffer back. */
  close(): void {
    this.buffer = new Uint8Array(0);
    this.at = this.limit = this.filled = 0;
  }

  /** Lone CRs in the rest were not searched as long as an LF could still come: see endOfWhole. */
  private endsAtCarriageReturn(): boolean {
    const length = this.buffer.subarray(this.at, this.filled - 1).indexOf(CR);
    if (length >= 0) this.limit = this.at + length + 1;
    return length >= 0;
  }

  /** Looks through one more chunk for the end of the long line at `at`. */
  private searchLongEnd(): boolean {
    const from = Math.max(this.searchAt, this.base + this.filled - 1);
    const chunk = this.source.read(from, Math.max(this.chunkBytes, LONGEST));
    const lf = chunk.indexOf(LF);
    const cr = (lf < 0 ? chunk : chunk.subarray(0, lf)).indexOf(CR);
    const found = cr >= 0 ? cr : lf;
    if (found >= 0) this.longEnd = from + found;
    else if (chunk.length === 0 || from + chunk.length >= this.source.size)
      this.longEnd = from + chunk.length;
    else this.searchAt = from + chunk.length;
    return this.longEnd >= 0;
  }

  private moveToFront(): void {
    this.buffer.copyWithin(0, this.at, this.filled);
    this.filled -= this.at;
    this.base += this.at;
    this.at = 0;
    this.limit = 0;
  }

  private reserve(size: number): void {
    if (size <= this.buffer.length) return;
    const wider = new Uint8Array(
      Math.max(size, Math.min(this.buffer.length * 2, this.chunkBytes + 2 * LONGEST)),
    );
    wider.set(this.buffer.subarray(0, this.filled));
    this.buffer = wider;
  }

  /** End of the last whole line. A CR at the very end may be half of a CRLF: not whole yet. */
  private endOfWhole(from: number): number {
    const { buffer, filled } = this;
    for (let i = filled - 1; i >= from; i--) if (buffer[i] === LF) return i + 1;
    for (let i = filled - 2; i >= from; i--) if (buffer[i] === CR) return i + 1;
    return 0;
  }

  /** The source is read to its end: what is left is the last line; it gets a terminator that the file lacks. */
  private finish(): 'line' | 'end' {
    if (this.filled === 0) return 'end';
    this.reserve(this.filled + 2);
    const last = this.buffer[this.filled - 1];
    if (last !== LF && last !== CR) this.buffer[this.filled++] = LF;
    this.buffer[this.filled] = 0; // so that a CR before it is seen to be alone
    this.limit = this.filled;
    return 'line';
  }
}
