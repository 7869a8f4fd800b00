/**
 * Colour of `--color=always` (strace 7.0) and of terminals: ESC [ … m between the tokens. Strings escape ESC as \33, so a
 * raw one is never the tracee's.
 */
import { ESC, OPEN_BRACKET } from './char';

/** A run of the plain text that stands unbroken in the coloured one. */
export interface PlainPiece {
  /** Where the run starts in the plain text. */
  readonly at: number;
  /** Where it starts in the coloured text. */
  readonly column: number;
}

export interface PlainText {
  readonly text: string;
  /** Ascending; the first has at = 0. */
  readonly pieces: readonly PlainPiece[];
}

const WHOLE: readonly PlainPiece[] = Object.freeze([{ at: 0, column: 0 }]);

/** The text without its escape sequences, and where each part of it stood. */
export function stripColour(text: string): PlainText {
  let escape = text.indexOf('\x1b');
  if (escape < 0) return { text, pieces: WHOLE };
  const parts: string[] = [];
  const pieces: PlainPiece[] = [];
  let length = 0;
  let from = 0;
  while (escape >= 0) {
    if (escape > from) {
      pieces.push({ at: length, column: from });
      parts.push(text.slice(from, escape));
      length += escape - from;
    }
    from = sequenceEnd(text, escape);
    escape = text.charCodeAt(from) === ESC ? from : text.indexOf('\x1b', from);
  }
  if (from < text.length || pieces.length === 0) {
    pieces.push({ at: length, column: from });
    parts.push(text.slice(from));
  }
  return { text: parts.join(''), pieces };
}

/** Behind the sequence at `at`: parameters 0x30 to 0x3f, intermediates 0x20 to 0x2f, one final byte (ECMA-48, 5.4). */
function sequenceEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) !== OPEN_BRACKET) return at + 1;
  let i = at + 2;
  while (text.charCodeAt(i) >= 0x30 && text.charCodeAt(i) <= 0x3f) i++;
  while (text.charCodeAt(i) >= 0x20 && text.charCodeAt(i) <= 0x2f) i++;
  const last = text.charCodeAt(i);
  return last >= 0x40 && last <= 0x7e ? i + 1 : i;
}
