/**
 * What stands behind the `=` (strace's syscall.c: syscall_exiting_trace):
 *
 *     0x7f65b7d52000            3</etc/hostname>                 022 (umask, octal)
 *     -1 ENOMEM (Cannot allocate memory)                         -1 (errno 524), -1 ERRNO_524 (...), -1 E??? (errno 524)
 *     ? ERESTARTSYS (To be restarted if SA_RESTART is set)       ? <unavailable>
 *     1 ([{fd=0, revents=POLLIN}])    0 (Timeout)    0 (INJECTED: args)    0 <0.000042>
 */
import type { CallResult, Injection } from '../event';
import type { Value } from '../value';
import {
  BLANK,
  CLOSE_PAREN,
  GREATER,
  LESS,
  MINUS,
  OPEN_PAREN,
  QUESTION,
  blanksEnd,
  digitsEnd,
  isWord,
  trimmedEnd,
} from './char';
import { atComment, readComment, readSecurityContext } from './comment';
import { Cursor } from './cursor';
import { readDecoration } from './decoration';
import { readTarget } from './descriptor';
import { readBareNumber, readNumber, smallDecimal } from './number';
import { readSeconds } from './time';

export interface ReadResult {
  readonly result: CallResult;
  /** `<0.000042>`, in nanoseconds. */
  readonly duration: bigint | undefined;
}

/** Whether a result stands behind the `=` at `equals`: 'missing' where the line ends there, 'other' for other words. */
export function resultStart(text: string, equals: number): 'result' | 'missing' | 'other' {
  const end = trimmedEnd(text, equals + 1, text.length);
  const cursor = new Cursor(text, blanksEnd(text, equals + 1, end), end);
  if (cursor.at >= end) return 'missing';
  return cursor.peek() === QUESTION || readBareNumber(cursor) !== undefined ? 'result' : 'other';
}

/** Reads the result behind the `=` at `equals`. Undefined where what stands there is no result of strace's. */
export function readResult(text: string, equals: number): ReadResult | undefined {
  const end = trimmedEnd(text, equals + 1, text.length);
  const cursor = new Cursor(text, blanksEnd(text, equals + 1, end), end);
  const start = cursor.at;
  if (start >= end) return { result: { kind: 'never', why: 'truncated' }, duration: undefined };
  if (cursor.peek() === QUESTION) {
    cursor.at++;
    return readNone(cursor, start);
  }
  const number = readNumber(cursor);
  if (number === undefined) return undefined;
  if (text.charCodeAt(start) === MINUS && atErrno(cursor)) return readError(cursor, start);
  let decoration: Value | undefined;
  if (cursor.at < end) decoration = readAffix(cursor, number);
  const trailer = cursor.at < end ? readTrailer(cursor, decoration) : NO_TRAILER;
  const span = { start, end: trailer.end < 0 ? cursor.at : trailer.end };
  decoration ??= trailer.decoration;
  const { value } = number;
  const { injected, duration } = trailer;
  return {
    result:
      decoration === undefined
        ? { kind: 'value', value, span, injected }
        : { kind: 'value', value, span, decoration, injected },
    duration,
  };
}

/** `3</path>`, `21893<f1>`, `2 / * 23456 in strace's PID NS * /`, `3 [user_home_t]`: glued to the value. */
function readAffix(cursor: Cursor, number: Value & { kind: 'number' }): Value | undefined {
  const start = number.span.start;
  let value: Value | undefined;
  if (cursor.peek() === LESS) value = readTarget(cursor, start, Number(number.value));
  if (atComment(cursor)) {
    const comment = readComment(cursor);
    value = { ...(value ?? number), comment, span: cursor.spanFrom(start) };
  }
  const securityContext = readSecurityContext(cursor);
  if (securityContext === undefined) return value;
  return { ...(value ?? number), securityContext, span: cursor.spanFrom(start) };
}

interface Trailer {
  readonly injected: Injection;
  readonly duration: bigint | undefined;
  readonly decoration: Value | undefined;
  /** Where the result's own words end; -1 where nothing followed them. */
  readonly end: number;
}

const NO_TRAILER: Trailer = { injected: 'no', duration: undefined, decoration: undefined, end: -1 };

/** The words in parentheses and the duration. What is none of them ends the result: a paste's marks, a reader's remark. */
function readTrailer(cursor: Cursor, affix: Value | undefined): Trailer {
  const { text, end } = cursor;
  let injected: Injection = 'no';
  let duration: bigint | undefined;
  let decoration = affix;
  let last = cursor.at;
  for (;;) {
    const at = blanksEnd(text, cursor.at, end);
    if (at >= end) break;
    const c = text.charCodeAt(at);
    if (c === LESS) {
      const time = readSeconds(text, at + 1, end);
      if (time === undefined || text.charCodeAt(time.end) !== GREATER) break;
      duration = time.nanoseconds;
      break;
    }
    if (c !== OPEN_PAREN) break;
    const mark = injectionAt(text, at);
    const close = closeOf(text, at, end);
    if (mark !== undefined) injected = injected === 'no' ? mark : injected;
    else decoration ??= readDecoration(new Cursor(text, at + 1, close));
    last = Math.min(end, close + 1);
    cursor.at = last;
  }
  return { injected, duration, decoration, end: last };
}

/** strace's syscall.c: print_injected_note. A made-up return value weighs more than poked arguments. */
function injectionAt(text: string, at: number): Injection | undefined {
  if (text.startsWith('(DELAYED)', at)) return 'delayed';
  if (!text.startsWith('(INJECTED', at)) return undefined;
  if (text.startsWith('(INJECTED: args)', at)) return 'args';
  return 'result';
}

/** Where the parenthesis at `at` is closed, in the text as it is: no strings are sought in strerror's words. */
function closeOf(text: string, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === OPEN_PAREN) depth++;
    else if (c === CLOSE_PAREN && --depth === 0) return i;
  }
  return end;
}

/** True where ` E…` or ` (errno ` follows a negative value. */
function atErrno(cursor: Cursor): boolean {
  if (cursor.peek() !== BLANK) return false;
  const c = cursor.peekAt(1);
  if (c === OPEN_PAREN) return cursor.text.startsWith('errno ', cursor.at + 2);
  return c === 0x45 && (isWord(cursor.peekAt(2)) || cursor.peekAt(2) === QUESTION);
}

/** The cursor stands on the blank before the errno's name or ` (errno 524)`. */
function readError(cursor: Cursor, start: number): ReadResult {
  const { text, end } = cursor;
  cursor.at++;
  const name = cursor.at;
  while (cursor.at < end && (isWord(cursor.peek()) || cursor.peek() === QUESTION)) cursor.at++;
  let errno = text.slice(name, cursor.at);
  let message = '';
  const open = blanksEnd(text, cursor.at, end);
  if (open < end && text.charCodeAt(open) === OPEN_PAREN && injectionAt(text, open) === undefined) {
    const close = closeOf(text, open, end);
    message = text.slice(open + 1, close);
    cursor.at = Math.min(end, close + 1);
    if (errno === '' || errno === 'E???') errno = unknownErrno(message);
  }
  const { injected, duration, end: last } = readTrailer(cursor, undefined);
  return { result: { kind: 'error', errno, message, span: { start, end: last }, injected }, duration };
}

/** An errno without a name is printed in three ways; they read as the one of strace 4.7 to 4.22, which is a name. */
function unknownErrno(message: string): string {
  if (!message.startsWith('errno ')) return 'E???';
  const stop = digitsEnd(message, 6, Math.min(message.length, 16));
  return stop === 6 ? 'E???' : `ERRNO_${String(smallDecimal(message, 6, stop))}`;
}

/** Behind the question mark: nothing, a restart's code with its meaning, or `<unavailable>`. */
function readNone(cursor: Cursor, start: number): ReadResult {
  const { text, end } = cursor;
  let reason: string | undefined;
  const at = blanksEnd(text, cursor.at, end);
  if (text.startsWith('<unavailable>', at)) {
    reason = 'unavailable';
    cursor.at = at + '<unavailable>'.length;
  } else {
    let stop = at;
    while (stop < end && isWord(text.charCodeAt(stop))) stop++;
    if (stop > at) {
      reason = text.slice(at, stop);
      cursor.at = stop;
    }
  }
  const { injected, duration, end: last } = readTrailer(cursor, undefined);
  const span = { start, end: last };
  const result: CallResult =
    reason === undefined ? { kind: 'none', span, injected } : { kind: 'none', reason, span, injected };
  return { result, duration };
}
