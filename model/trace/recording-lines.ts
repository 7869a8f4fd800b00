/**
 * Physical lines of a recording as text, read again from the bytes.
 */
import type { ByteSource } from './byte-source';
import { LONGEST } from './index-pass/byte-window';
import { decodeBytes } from './index-pass/decode-bytes';
import type { LineIndex } from './index-pass/line-index';
import { shortenLine } from './index-pass/long-line';

/** In UTF-16 units. */
const DEFAULT_LIMIT = 64 * 1024;

const [LF, CR] = [0x0a, 0x0d] as const;

/** A line to be decoded: whole, or head and tail of one that is too long. */
export interface LineForDecoding {
  readonly text: string;
  /** Where the tail starts in `text`, and in the physical line. */
  readonly gap?: { readonly at: number; readonly column: number };
}

export class RecordingLines {
  /** While the index pass runs: bytes [start, end) of a file that it still holds, so that they are not read twice. */
  held: ((file: number, start: number, end: number) => Uint8Array | undefined) | undefined;

  constructor(
    private readonly sources: readonly ByteSource[],
    private readonly indexes: readonly LineIndex[],
  ) {}

  /** At most `limit` units; '' where there is no such line. */
  text(file: number, line: number, limit = DEFAULT_LIMIT): string {
    const place = this.place(file, line);
    if (place === undefined || limit <= 0) return '';
    // A UTF-16 unit takes three bytes of UTF-8 at the most; two more for the terminator.
    const bytes = place.source.read(place.start, Math.min(place.next - place.start, limit * 3 + 2));
    const isWhole = bytes.length === place.next - place.start;
    return decodeBytes(isWhole ? withoutTerminator(bytes) : bytes).slice(0, limit);
  }

  forDecoding(file: number, line: number): LineForDecoding {
    const place = this.place(file, line);
    if (place === undefined) return { text: '' };
    const { source, start, next } = place;
    if (next - start <= LONGEST) {
      const bytes = this.held?.(file, start, next) ?? source.read(start, next - start);
      return { text: decodeBytes(withoutTerminator(bytes)) };
    }
    const last = withoutTerminator(source.read(next - 2, 2)).length;
    const end = next - 2 + last;
    if (end - start <= LONGEST) return { text: decodeBytes(source.read(start, end - start)) };
    const { bytes, gap, tailColumn } = shortenLine(source, start, end);
    const head = decodeBytes(bytes.subarray(0, gap));
    const tail = decodeBytes(bytes.subarray(gap, bytes.length - 1));
    return { text: head + tail, gap: { at: head.length, column: tailColumn } };
  }

  /** Where the line and the next one start. */
  private place(file: number, line: number): { source: ByteSource; start: number; next: number } | undefined {
    const source = this.sources[file];
    const index = this.indexes[file];
    if (source === undefined || index === undefined || line < 1 || line > index.count) return undefined;
    return { source, start: index.start(line), next: index.end(line) };
  }
}

function withoutTerminator(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const last = bytes[length - 1];
  if (last === CR) return bytes.subarray(0, length - 1);
  if (last !== LF) return bytes;
  return bytes.subarray(0, length - (bytes[length - 2] === CR ? 2 : 1));
}
