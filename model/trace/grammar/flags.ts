/**
 * Names and bits: `PROT_READ|PROT_WRITE|0x20`, `MADV_DONTNEED`, `MAP_PRIVATE|21<<MAP_HUGE_SHIFT`,
 * `0xf / * MAP_??? * /|MAP_FIXED`, and sets with their complement, `~[RTMIN RT_1]`.
 */
import type { FlagTerm, FlagsValue } from '../value';
import { BAR, BLANK, CLOSE_BRACKET, LESS, MINUS, isWordStart, wordEnd } from './char';
import { atComment, readComment } from './comment';
import type { Cursor } from './cursor';
import { atNumber, readBareNumber } from './number';

/** Reads terms joined by `|`, the first of which the caller has read. Stops before what is no term. */
export function readTerms(cursor: Cursor, start: number, first: FlagTerm, firstComment?: string): FlagsValue {
  const terms: FlagTerm[] = [first];
  let comment = firstComment;
  while (atBar(cursor)) {
    const bar = cursor.at;
    cursor.at += cursor.peek() === BLANK ? 3 : 1;
    const term = readTerm(cursor);
    if (term === undefined) {
      cursor.at = bar;
      break;
    }
    terms.push(term);
    if (atComment(cursor)) {
      const next = readComment(cursor);
      comment = comment === undefined ? next : `${comment}|${next}`;
    }
  }
  const span = cursor.spanFrom(start);
  return comment === undefined ? { kind: 'flags', span, terms } : { kind: 'flags', span, terms, comment };
}

/** `|`, or ` | ` as wait's status has it. */
export function atBar(cursor: Cursor): boolean {
  const c = cursor.peek();
  return c === BAR || (c === BLANK && cursor.peekAt(1) === BAR && cursor.peekAt(2) === BLANK);
}

function readTerm(cursor: Cursor): FlagTerm | undefined {
  const start = cursor.at;
  const c = cursor.peek();
  if (isWordStart(c) || (c === MINUS && isWordStart(cursor.peekAt(1)))) {
    cursor.at = wordEnd(cursor.text, start + 1, cursor.end);
    return { name: cursor.text.slice(start, cursor.at), span: cursor.spanFrom(start) };
  }
  if (!atNumber(cursor)) return undefined;
  const bits = readBareNumber(cursor);
  return bits === undefined ? undefined : readShift(cursor, start, bits);
}

/** `<<MAP_HUGE_SHIFT` behind a number; without it the number is bits. */
export function readShift(cursor: Cursor, start: number, bits: bigint): FlagTerm {
  if (cursor.peek() === LESS && cursor.peekAt(1) === LESS) {
    const from = cursor.at + 2;
    const end = wordEnd(cursor.text, from, cursor.end);
    if (end > from) {
      cursor.at = end;
      return { shifted: bits, shift: cursor.text.slice(from, end), span: cursor.spanFrom(start) };
    }
  }
  return { bits, span: cursor.spanFrom(start) };
}

/** `~[RTMIN RT_1]`: all but these. The cursor stands on the tilde; undefined, moved, where the set has another inside. */
export function readComplement(cursor: Cursor): FlagsValue | undefined {
  const start = cursor.at;
  cursor.at += 2;
  const terms: FlagTerm[] = [];
  for (;;) {
    while (cursor.peek() === BLANK) cursor.at++;
    if (cursor.peek() === CLOSE_BRACKET) {
      cursor.at++;
      return { kind: 'flags', span: cursor.spanFrom(start), terms, complement: true };
    }
    const term = readTerm(cursor);
    if (term === undefined) return undefined;
    terms.push(term);
    if (atComment(cursor)) readComment(cursor);
  }
}
