/**
 * Strings as strace quotes them (its util.c: string_quote): C escapes, octal as short as the next character allows,
 * hexadecimal with -x and -xx, `...` behind the quote where -s cut the rest off.
 */
import type { StringValue } from '../value';
import { BACKSLASH, DOT, QUOTE, hexDigit } from './char';
import type { Cursor } from './cursor';

/** Behind the closing quote of the literal whose opening quote stands at `at`; -1 where it is not closed before `end`. */
export function stringEnd(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) return i + 1;
    if (c === BACKSLASH) i++;
  }
  return -1;
}

/** Reads the literal at the cursor, which stands on its opening quote. A literal that the text's end cuts counts as cut. */
export function readString(cursor: Cursor): StringValue {
  const { text, end } = cursor;
  const start = cursor.at;
  let i = start + 1;
  let plain = true;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) break;
    if (c === BACKSLASH) {
      plain = false;
      i++;
    } else if (c > 0x7e) plain = false;
    i++;
  }
  const closed = i < end;
  const inside = closed ? i : end;
  const bytes = plain ? text.slice(start + 1, inside) : unescape(text, start + 1, inside);
  cursor.at = closed ? i + 1 : end;
  const cut = readDots(cursor) || !closed;
  return { kind: 'string', span: cursor.spanFrom(start), bytes, cut };
}

function readDots(cursor: Cursor): boolean {
  if (cursor.peek() !== DOT || !cursor.starts('...')) return false;
  cursor.at += 3;
  return true;
}

/** Bounds the argument list of String.fromCharCode. */
const CHUNK = 4096;

/** The bytes that [from, to) spells, one code unit a byte. Raw characters beyond ASCII stand for their UTF-8 bytes. */
export function unescape(text: string, from: number, to: number): string {
  let bytes = '';
  let pending: number[] = [];
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH && i + 1 < to) i = readEscape(text, i + 1, to, pending);
    else if (c < 0x80) {
      pending.push(c);
      i++;
    } else {
      const point = text.codePointAt(i) ?? 0xfffd;
      pushUtf8(point, pending);
      i += point > 0xffff ? 2 : 1;
    }
    if (pending.length >= CHUNK) {
      bytes += String.fromCharCode(...pending);
      pending = [];
    }
  }
  return bytes + String.fromCharCode(...pending);
}

/** Reads what stands behind a backslash and pushes its byte; returns the place behind it. */
function readEscape(text: string, at: number, to: number, bytes: number[]): number {
  const c = text.charCodeAt(at);
  if (c >= 0x30 && c <= 0x37) {
    let value = 0;
    let i = at;
    for (; i < to && i < at + 3; i++) {
      const digit = text.charCodeAt(i) - 0x30;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
    }
    bytes.push(value & 0xff);
    return i;
  }
  if (c === 0x78 && at + 1 < to) {
    const high = hexDigit(text.charCodeAt(at + 1));
    if (high >= 0) {
      const low = at + 2 < to ? hexDigit(text.charCodeAt(at + 2)) : -1;
      bytes.push(low >= 0 ? high * 16 + low : high);
      return at + (low >= 0 ? 3 : 2);
    }
  }
  const named = NAMED_ESCAPES.get(c);
  if (named !== undefined) bytes.push(named);
  else if (c < 0x80) bytes.push(c);
  else return at;
  return at + 1;
}

const NAMED_ESCAPES = new Map([
  [0x61, 7],
  [0x62, 8],
  [0x74, 9],
  [0x6e, 10],
  [0x76, 11],
  [0x66, 12],
  [0x72, 13],
]);

/** A lone half of a surrogate pair has no UTF-8; it counts as the replacement character. */
function pushUtf8(point: number, bytes: number[]): void {
  const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  else {
    bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
    bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
}
