/**
 * The lines of one source, one after the other, each with what it is. `facts` and `text` hold until the next line.
 */
import type { ByteSource } from '../byte-source';
import { ByteWindow, LONGEST } from './byte-window';
import { decodeBytes } from './decode-bytes';
import { Elapsed } from './elapsed';
import { readFastLine } from './fast-line';
import { readGrammarLine } from './grammar-line';
import { LineFacts, Role } from './line-facts';
import type { LineIndex } from './line-index';
import { shortenLine } from './long-line';
import type { Names } from './names';

const CR = 0x0d;
const LF = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export class FileLines {
  readonly facts = new LineFacts();
  readonly elapsed = new Elapsed();
  /** Bytes of the line at hand: `facts.start` to `facts.end` of it. */
  buffer: Uint8Array = new Uint8Array(0);
  private readonly window: ByteWindow;
  private known: string | undefined;
  /** Whether the line at hand is too long to be held: then buffer and text are shortened. */
  isLong = false;

  constructor(
    private readonly source: ByteSource,
    private readonly index: LineIndex,
    private readonly names: Names,
    chunkBytes: number,
  ) {
    const first = source.read(0, BYTE_ORDER_MARK.length);
    const hasMark = BYTE_ORDER_MARK.every((byte, i) => first[i] === byte);
    this.window = new ByteWindow(source, chunkBytes, hasMark ? BYTE_ORDER_MARK.length : 0);
  }

  /** Bytes of the source that are done with. */
  get done(): number {
    return Math.min(this.window.offset, this.source.size);
  }

  /** The text of the line at hand; shortened where the line is too long. */
  get text(): string {
    return (this.known ??= decodeBytes(this.buffer.subarray(this.facts.start, this.facts.end)));
  }

  /** The bytes [start, end) of the source, where they are at hand; good until the next line. */
  held(start: number, end: number): Uint8Array | undefined {
    return this.window.held(start, end);
  }

  /** The tid that the clone on the line at hand returned; -1 where it is no plain number. */
  readonly childTid = (): number => {
    const { resultStart, resultEnd, other } = this.facts;
    if (resultEnd === resultStart) return other;
    let tid = 0;
    for (let at = resultStart; at < resultEnd; at++) tid = tid * 10 + (this.buffer[at] ?? 0) - 0x30;
    return tid;
  };

  /** 'more': the next line is not read yet, call again. */
  next(): 'line' | 'more' | 'end' {
    const { window } = this;
    const state = window.fill();
    if (state === 'more') return state;
    if (state === 'end') {
      window.close();
      return state;
    }
    this.index.add(window.offset);
    this.facts.clear();
    this.facts.line = this.index.count;
    this.known = undefined;
    this.isLong = false;
    if (state === 'line') this.readLine();
    else {
      const { start, end } = window.takeLong();
      this.readLong(start, end);
    }
    this.index.finish(window.offset);
    // A number that the traced program wrote is no difference.
    const isPrinted = this.facts.role !== Role.unparsed && this.facts.role !== Role.blank;
    this.elapsed.add(this.facts.line, isPrinted ? this.facts.sinceLast : -1);
    return 'line';
  }

  private readLine(): void {
    const { window, facts, names } = this;
    const { buffer, at, offset } = window;
    this.buffer = buffer;
    const understood = readFastLine(buffer, at, facts, names);
    const { end } = facts;
    window.at = end + (buffer[end] === CR && buffer[end + 1] === LF ? 2 : 1);
    if (end - at > LONGEST) this.readLong(offset, offset + end - at);
    else if (!understood) this.ask();
  }

  private readLong(start: number, end: number): void {
    this.isLong = true;
    this.known = undefined;
    this.facts.clear();
    const { bytes } = shortenLine(this.source, start, end);
    this.buffer = bytes;
    if (!readFastLine(bytes, 0, this.facts, this.names)) this.ask();
  }

  private ask(): void {
    const { facts } = this;
    const { start, end } = facts;
    facts.clear();
    if (start === end) facts.role = Role.blank;
    else readGrammarLine(this.text, facts, this.names);
  }
}
