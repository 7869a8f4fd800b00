/**
 * Arguments of calls, members of structures, items of arrays: a value that may have a name (`prot=PROT_READ`) and a
 * second value that the kernel left there (`{fd=3} => {fd=4}`).
 */
import type { Argument } from '../value';
import {
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  LESS,
  OPEN_BRACKET,
  OPEN_PAREN,
  digitsEnd,
  isWord,
  isWordStart,
  wordEnd,
} from './char';
import { atComment, readComment } from './comment';
import type { Cursor } from './cursor';
import { readValue } from './read-value';

/** What a list had beside its elements. */
export interface ListEnd {
  /** `...` among the elements. */
  abbreviated: boolean;
  /** The words of a comment behind the `...`, or in its place. */
  comment: string | undefined;
}

/**
 * Reads elements up to a closing bracket, which it leaves unread. Any bracket will do: where the wrong one closes, a
 * part of the text is missing, and the list ends all the same. `inBrackets`: blanks separate too, and `[3]=` is a name.
 */
export function readArguments(cursor: Cursor, into: Argument[], inBrackets: boolean): ListEnd {
  const list: ListEnd = { abbreviated: false, comment: undefined };
  for (;;) {
    skipSeparators(cursor);
    const c = cursor.peek();
    if (c < 0 || c === CLOSE_PAREN || c === CLOSE_BRACKET || c === CLOSE_BRACE) return list;
    if (c === LESS && skipMark(cursor)) continue;
    if (c === DOT && cursor.starts('...')) {
      cursor.at += 3;
      list.abbreviated = true;
      if (atComment(cursor)) list.comment = readComment(cursor);
      continue;
    }
    const before = cursor.at;
    const argument = readArgument(cursor, inBrackets);
    if (argument.value.kind === 'omitted' && argument.value.comment !== undefined) {
      list.abbreviated = true;
      list.comment = argument.value.comment;
    } else into.push(argument);
    // A bracket or blank that no value takes: step over it, for reading has to go on.
    if (cursor.at === before) cursor.at++;
  }
}

export function skipSeparators(cursor: Cursor): void {
  for (;;) {
    const c = cursor.peek();
    if (c !== COMMA && c !== BLANK) return;
    cursor.at++;
  }
}

/** Reads one element at the cursor. */
export function readArgument(cursor: Cursor, inBrackets: boolean): Argument {
  const start = cursor.at;
  const nameLimit = readName(cursor, inBrackets);
  const value = readValue(cursor, inBrackets);
  if (cursor.peek() === BLANK || cursor.peek() === EQUALS) {
    const onExit = readChange(cursor, inBrackets);
    if (onExit !== undefined) {
      const span = cursor.spanFrom(start);
      if (nameLimit < 0) return { value, onExit, span };
      return { name: nameIn(cursor.text, start, nameLimit), value, onExit, span };
    }
  }
  if (nameLimit < 0) return { value, span: value.span };
  return { name: nameIn(cursor.text, start, nameLimit), value, span: cursor.spanFrom(start) };
}

/** Moves behind `name=` and returns where the name ends; -1, unmoved, where the element has none. */
function readName(cursor: Cursor, inBrackets: boolean): number {
  const { text, at, end } = cursor;
  const c = cursor.peek();
  let limit: number;
  if (isWordStart(c)) limit = longNameEnd(text, wordEnd(text, at, end), end);
  else if (c === OPEN_BRACKET && inBrackets) limit = indexEnd(text, at, end);
  else return -1;
  if (limit >= end || text.charCodeAt(limit) !== EQUALS) return -1;
  const behind = limit + 1 < end ? text.charCodeAt(limit + 1) : 0;
  if (behind === EQUALS || behind === BLANK) return -1;
  cursor.at = limit + 1;
  return limit;
}

/** Most names end with their word; `c_cc[VMIN]`, `msg_iov(1)` of strace 4 and `a.b` go on. */
function longNameEnd(text: string, at: number, end: number): number {
  if (at >= end) return at;
  const c = text.charCodeAt(at);
  if (c === OPEN_BRACKET) return indexEnd(text, at, end);
  if (c === OPEN_PAREN) {
    const close = digitsEnd(text, at + 1, end);
    return close > at + 1 && close < end && text.charCodeAt(close) === CLOSE_PAREN ? close + 1 : at;
  }
  return c === DOT && at + 1 < end && isWord(text.charCodeAt(at + 1)) ? wordEnd(text, at + 1, end) : at;
}

/** Behind `[3]` or `[NAME]` at `at`; `at` where it is something else. */
function indexEnd(text: string, at: number, end: number): number {
  const close = wordEnd(text, at + 1, end);
  return close > at + 1 && close < end && text.charCodeAt(close) === CLOSE_BRACKET ? close + 1 : at;
}

/** An array's `[3]=` is named `3`: the brackets are the notation's. */
const nameIn = (text: string, start: number, limit: number): string =>
  text.charCodeAt(start) === OPEN_BRACKET ? text.slice(start + 1, limit - 1) : text.slice(start, limit);

/** ` => value`; undefined, unmoved, where there is none. */
function readChange(cursor: Cursor, inBrackets: boolean): Argument['value'] | undefined {
  const skip = cursor.peek() === BLANK ? 1 : 0;
  if (cursor.peekAt(skip) !== EQUALS || cursor.peekAt(skip + 1) !== GREATER) return undefined;
  cursor.at += skip + 2;
  if (cursor.peek() === BLANK) cursor.at++;
  return readValue(cursor, inBrackets);
}

/** `<unfinished ...>` within the parentheses: a kill or an exec ended the call before the rest was printed. */
export function skipMark(cursor: Cursor): boolean {
  if (!cursor.starts(UNFINISHED)) return false;
  cursor.at += UNFINISHED.length;
  return true;
}

const UNFINISHED = '<unfinished ...>';
