/**
 * Text that is no value known here, up to where the value must end. It goes forward from where reading stopped, never
 * back to the value's start: so a wrong guess costs nothing.
 */
import type { OpaqueValue } from '../value';
import {
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COMMA,
  EQUALS,
  GREATER,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SLASH,
  STAR,
  blanksEnd,
  isWord,
} from './char';
import { commentEnd } from './comment';
import type { Cursor } from './cursor';
import { targetEnd } from './descriptor';
import { stringEnd } from './string-literal';

/** Where the value that began at `start` and got as far as the cursor ends, as an opaque one. */
export function readOpaque(cursor: Cursor, start: number): OpaqueValue {
  skipToDelimiter(cursor);
  return { kind: 'opaque', span: cursor.spanFrom(start), text: cursor.text.slice(start, cursor.at) };
}

/** Moves to the comma, bracket or ` => ` that ends the value here; brackets, strings and comments inside are skipped. */
export function skipToDelimiter(cursor: Cursor): void {
  const { text, end } = cursor;
  let depth = 0;
  let i = cursor.at;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const close = stringEnd(text, i, end);
      i = close < 0 ? end : close;
      continue;
    }
    if (c === SLASH && text.charCodeAt(i + 1) === STAR) {
      const close = commentEnd(text, i + 2, end);
      i = close < 0 ? end : close;
      continue;
    }
    if (c === LESS && text.charCodeAt(i + 1) !== LESS && i > cursor.at && isWord(text.charCodeAt(i - 1))) {
      const close = targetEnd(text, i, end);
      i = close < 0 ? end : close;
      continue;
    }
    if (c === OPEN_PAREN || c === OPEN_BRACKET || c === OPEN_BRACE) depth++;
    else if (c === CLOSE_PAREN || c === CLOSE_BRACKET || c === CLOSE_BRACE) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && (c === COMMA || (c === BLANK && atChange(text, i)))) break;
    i++;
  }
  cursor.at = Math.min(i, end);
}

const atChange = (text: string, at: number): boolean =>
  text.charCodeAt(at + 1) === EQUALS && text.charCodeAt(at + 2) === GREATER;

/** True where a value may end: at the end, a comma, a closing bracket, ` => `, or the blank before a parenthesis. */
export function atDelimiter(cursor: Cursor, blankEnds: boolean): boolean {
  const c = cursor.peek();
  if (c < 0 || c === COMMA || c === CLOSE_PAREN || c === CLOSE_BRACKET || c === CLOSE_BRACE) return true;
  if (c !== BLANK) return false;
  if (blankEnds || atChange(cursor.text, cursor.at)) return true;
  // `<... select resumed> )` of strace before 5.0 leaves a blank; so does the mark of a call that a kill cut short.
  const next = cursor.text.charCodeAt(blanksEnd(cursor.text, cursor.at, cursor.end));
  return next === CLOSE_PAREN || next === LESS || Number.isNaN(next);
}
