/**
 * One value, told by its first character. What does not end where a value must end is opaque up to there.
 */
import type { FlagTerm, OpaqueValue, StringValue, Value } from '../value';
import {
  AT_SIGN,
  BAR,
  DOT,
  LESS,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SLASH,
  STAR,
  TILDE,
  isWordStart,
  wordEnd,
} from './char';
import { atComment, readComment, readSecurityContext } from './comment';
import { type Cursor, MAX_DEPTH } from './cursor';
import { AT_FDCWD, readTarget, targetEnd } from './descriptor';
import { atBar, readComplement, readShift, readTerms } from './flags';
import { readCallValue } from './call-value';
import { atNumber, readNumber } from './number';
import { atDelimiter, readOpaque } from './opaque';
import { readString } from './string-literal';
import { readArray, readStruct } from './struct';

/**
 * Reads the value at the cursor and leaves the cursor on what ends it. `blankEnds`: inside brackets a blank separates
 * values too, `[INT CHLD]`.
 */
export function readValue(cursor: Cursor, blankEnds: boolean): Value {
  const start = cursor.at;
  let value = readForm(cursor);
  if (value !== undefined && !atDelimiter(cursor, false)) {
    value = readTrailer(cursor, start, value);
    if (!atDelimiter(cursor, blankEnds)) value = undefined;
  }
  return value ?? readOpaque(cursor, start);
}

function readForm(cursor: Cursor): Value | undefined {
  const c = cursor.peek();
  if (isWordStart(c)) return readName(cursor);
  if (atNumber(cursor)) return readNumeric(cursor);
  switch (c) {
    case QUOTE:
      return readString(cursor);
    case OPEN_BRACE:
      return nested(cursor, readStruct);
    case OPEN_BRACKET:
      return nested(cursor, readArray);
    case TILDE:
      return cursor.peekAt(1) === OPEN_BRACKET ? readComplement(cursor) : undefined;
    case MINUS:
      // `-EFAULT` among the statuses of move_pages.
      return isWordStart(cursor.peekAt(1)) ? readName(cursor) : undefined;
    case AT_SIGN:
      return cursor.peekAt(1) === QUOTE ? readAbstractName(cursor) : undefined;
    case DOT:
      return readDots(cursor);
    case SLASH:
      return cursor.peekAt(1) === STAR ? readCommented(cursor) : undefined;
    case LESS:
      return readMark(cursor);
    default:
      return undefined;
  }
}

function nested(cursor: Cursor, read: (cursor: Cursor) => Value): Value | undefined {
  if (cursor.depth >= MAX_DEPTH) return undefined;
  cursor.depth++;
  const value = read(cursor);
  cursor.depth--;
  return value;
}

/** A name: a flag, NULL, AT_FDCWD</tmp>, makedev(0x1, 0x3). */
function readName(cursor: Cursor): Value | undefined {
  const { text } = cursor;
  const start = cursor.at;
  cursor.at = wordEnd(text, start + 1, cursor.end);
  const next = cursor.peek();
  if (next === OPEN_PAREN) return nested(cursor, (inner) => readCallValue(inner, start));
  if (next === LESS)
    return cursor.peekAt(1) === LESS
      ? undefined
      : readTargetOrRest(cursor, start, namedDescriptor(cursor, start));
  if (cursor.at - start === 4 && text.startsWith('NULL', start)) {
    return { kind: 'number', span: cursor.spanFrom(start), value: 0n, form: 'null' };
  }
  return readTerms(cursor, start, { name: text.slice(start, cursor.at), span: cursor.spanFrom(start) });
}

const namedDescriptor = (cursor: Cursor, start: number): number =>
  cursor.text.startsWith('AT_FDCWD', start) ? AT_FDCWD : NaN;

/** A descriptor's target, or, where it is not closed, nothing: then the rest of the line is no value either. */
function readTargetOrRest(cursor: Cursor, start: number, fd: number): Value | undefined {
  const value = Number.isNaN(fd) ? undefined : readTarget(cursor, start, fd);
  if (value === undefined) cursor.at = closedTarget(cursor);
  return value;
}

/** Behind the angle brackets at the cursor, the end of the text where they are not closed: never searched again. */
function closedTarget(cursor: Cursor): number {
  const close = targetEnd(cursor.text, cursor.at, cursor.end);
  return close < 0 ? cursor.end : close;
}

/** A number, and what may follow one: `21<<MAP_HUGE_SHIFT`, `|MAP_FIXED`, `</path>`. */
function readNumeric(cursor: Cursor): Value | undefined {
  const start = cursor.at;
  const number = readNumber(cursor);
  if (number === undefined) return undefined;
  const next = cursor.peek();
  if (next === LESS) {
    if (cursor.peekAt(1) !== LESS) return readTargetOrRest(cursor, start, Number(number.value));
    return readTerms(cursor, start, readShift(cursor, start, number.value));
  }
  if (next === BAR) return readTerms(cursor, start, { bits: number.value, span: number.span });
  return number;
}

/** `@"name"`: an abstract socket's name begins with a NUL byte (unix(7)). */
function readAbstractName(cursor: Cursor): StringValue {
  const start = cursor.at;
  cursor.at++;
  const name = readString(cursor);
  return { ...name, bytes: '\0' + name.bytes, span: cursor.spanFrom(start) };
}

function readDots(cursor: Cursor): Value | undefined {
  const start = cursor.at;
  if (!cursor.starts('...')) return undefined;
  cursor.at += 3;
  return { kind: 'omitted', span: cursor.spanFrom(start) };
}

/** `/ * bytes 0..3 * / "abcd"`: the comment stands first. Alone it is what strace 4.15 left of an environment. */
function readCommented(cursor: Cursor): Value | undefined {
  const start = cursor.at;
  const comment = readComment(cursor);
  if (atDelimiter(cursor, false)) return { kind: 'omitted', span: cursor.spanFrom(start), comment };
  cursor.at++;
  const value = readForm(cursor);
  return value === undefined ? undefined : { ...value, comment, span: cursor.spanFrom(start) };
}

/** `<... resuming interrupted clock_nanosleep ...>`: words about the call, not an argument. */
function readMark(cursor: Cursor): OpaqueValue {
  const start = cursor.at;
  cursor.at = closedTarget(cursor);
  return { kind: 'opaque', span: cursor.spanFrom(start), text: cursor.text.slice(start, cursor.at) };
}

/** What may stand behind a whole value: a comment, a descriptor's target behind the comment, a security context. */
function readTrailer(cursor: Cursor, start: number, bare: Value): Value {
  let value = bare;
  if (atComment(cursor)) {
    const comment = readComment(cursor);
    if (cursor.peek() === LESS && value.kind === 'number') {
      const described = readTarget(cursor, start, Number(value.value));
      if (described === undefined) cursor.at = cursor.end;
      else value = described;
    } else if (value.kind === 'number' && atBar(cursor)) {
      const term: FlagTerm = { bits: value.value, span: value.span };
      return readTerms(cursor, start, term, comment);
    }
    value = { ...value, comment: joined(value.comment, comment), span: cursor.spanFrom(start) };
  }
  const securityContext = readSecurityContext(cursor);
  return securityContext === undefined ? value : { ...value, securityContext, span: cursor.spanFrom(start) };
}

const joined = (before: string | undefined, comment: string): string =>
  before === undefined ? comment : `${before}|${comment}`;
