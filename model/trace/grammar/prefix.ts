/**
 * What stands before the event on its line, in strace's order (its strace.c: printleader):
 *
 *     21595<f1> [unconfined_t] 23:20:36.049607 (+     0.000365) [   9] [00007f1f4966dca3] mmap(...
 *     [pid 123]
 *     tid, comm   --secontext    -t -tt -ttt       -r            -n     -i
 *
 * Each part is there or not, on its own.
 */
import type { Prefix } from '../event';
import {
  BLANK,
  CLOSE_BRACKET,
  DOT,
  GREATER,
  LESS,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUESTION,
  blanksEnd,
  digitsEnd,
  hexDigit,
  isBlank,
  isDigit,
} from './char';
import { smallDecimal } from './number';
import { decorationEnd } from './paste';
import { unescape } from './string-literal';
import { type ReadTime, readClock, readSeconds } from './time';

export interface ReadPrefix {
  readonly prefix: Prefix;
  /** Where the event begins. */
  readonly at: number;
  /** Where strace's own words begin: what stands before was added by others. */
  readonly foreign: number;
}

type Draft = { -readonly [Member in keyof Prefix]: Prefix[Member] };

const NOTHING: Prefix = Object.freeze({});

/**
 * The kernel's greatest pid is 4194304 (PID_MAX_LIMIT): more than seven digits are seconds since the epoch, as -ttt
 * prints them with precision 0.
 */
const MOST_PID_DIGITS = 7;

/** Reads the prefix of a physical line. Never fails: a line without one has an empty prefix and `at` on its first word. */
export function readPrefix(text: string): ReadPrefix {
  const first = text.charCodeAt(0);
  // Nine lines of ten in a log without options begin with the call's name: a letter that begins no decoration.
  if (first >= 0x61 && first <= 0x7a) return { prefix: NOTHING, at: 0, foreign: 0 };
  const foreign = decorationEnd(text);
  const draft: Draft = {};
  let at = readTask(text, foreign, draft);
  at = readBrackets(text, at, draft, 'context');
  at = readAbsoluteTime(text, at, draft);
  at = readRelativeTime(text, at, draft);
  at = readBrackets(text, at, draft, 'number');
  at = readBrackets(text, at, draft, 'ip');
  return { prefix: draft, at: blanksEnd(text, at, text.length), foreign };
}

/** `21595 `, `21641<comm> `, `[pid  123] `, `[pid 123<comm>] `. Returns the place behind it, or `from`. */
function readTask(text: string, from: number, draft: Draft): number {
  const end = text.length;
  const start = blanksEnd(text, from, end);
  if (text.charCodeAt(start) === OPEN_BRACKET) {
    if (!text.startsWith('pid ', start + 1)) return from;
    const digits = blanksEnd(text, start + 5, end);
    const behind = readPid(text, digits, draft);
    if (behind < 0 || text.charCodeAt(behind) !== CLOSE_BRACKET) return undoTask(draft, from);
    return behindBlank(text, behind + 1);
  }
  if (isPaddedSeconds(text, from, start)) return from;
  const behind = readPid(text, start, draft);
  if (behind < 0 || !isBlank(text.charCodeAt(behind))) return undoTask(draft, from);
  return behindBlank(text, behind);
}

/**
 * `     0 mmap(`: -r with precision 0 pads to six, a pid column is not padded on its left. Two blanks or less are an
 * indentation (a log quoted in a text): a thousand seconds between two calls are rarer.
 */
function isPaddedSeconds(text: string, from: number, digits: number): boolean {
  if (digits - from < 3 || !isDigit(text.charCodeAt(digits))) return false;
  return digitsEnd(text, digits, text.length) - from === 6;
}

/** Reads digits and an optional <comm>; returns the place behind, -1 where there is no pid. */
function readPid(text: string, at: number, draft: Draft): number {
  const stop = digitsEnd(text, at, Math.min(text.length, at + MOST_PID_DIGITS + 1));
  if (stop === at || stop - at > MOST_PID_DIGITS) return -1;
  draft.tid = smallDecimal(text, at, stop);
  if (text.charCodeAt(stop) !== LESS) return stop;
  const close = commEnd(text, stop + 1);
  if (close < 0) return -1;
  draft.comm = unescape(text, stop + 1, close);
  return close + 1;
}

/** The kernel's comm has 15 bytes (TASK_COMM_LEN), each up to four characters here; `<` and `>` are escaped. */
const LONGEST_COMM = 64;

function commEnd(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_COMM);
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === GREATER) return i;
    if (c === LESS) return -1;
  }
  return -1;
}

function undoTask(draft: Draft, from: number): number {
  delete draft.tid;
  delete draft.comm;
  return from;
}

/** `23:20:36.049607 ` or `1795216836.033514 `. */
function readAbsoluteTime(text: string, from: number, draft: Draft): number {
  const end = text.length;
  const start = blanksEnd(text, from, end);
  if (!isDigit(text.charCodeAt(start))) return from;
  let time = readClock(text, start, end);
  let clock: 'day' | 'epoch' = 'day';
  if (time === undefined) {
    const digits = digitsEnd(text, start, Math.min(end, start + 20)) - start;
    if (digits <= MOST_PID_DIGITS) return from;
    time = readSeconds(text, start, end);
    clock = 'epoch';
  }
  if (time === undefined || !isBlank(text.charCodeAt(time.end))) return from;
  draft.time = { nanoseconds: time.nanoseconds, clock };
  return behindBlank(text, time.end);
}

/** `(+     0.000365) ` beside a time, bare `     0.000365 ` without one. */
function readRelativeTime(text: string, from: number, draft: Draft): number {
  const end = text.length;
  const start = blanksEnd(text, from, end);
  let time: ReadTime | undefined;
  let behind: number;
  if (text.charCodeAt(start) === OPEN_PAREN) {
    if (text.charCodeAt(start + 1) !== 0x2b) return from;
    time = readSeconds(text, blanksEnd(text, start + 2, end), end);
    if (time === undefined || text.charCodeAt(time.end) !== 0x29) return from;
    behind = time.end + 1;
  } else {
    if (!isDigit(text.charCodeAt(start))) return from;
    time = readSeconds(text, start, end);
    if (time === undefined || !isBlank(text.charCodeAt(time.end))) return from;
    // Without decimals only strace's padding tells seconds from any other number.
    const decimals = text.charCodeAt(digitsEnd(text, start, end)) === DOT;
    if (!decimals && time.end - from < 6) return from;
    behind = time.end;
  }
  draft.sinceLast = time.nanoseconds;
  return behindBlank(text, behind);
}

/**
 * The three parts in brackets. They are told apart by their inside: a number padded to four is -n's, 8 or 16
 * hexadecimal digits are -i's, question marks are whichever has their count, and other words are a security context.
 */
function readBrackets(text: string, from: number, draft: Draft, wanted: 'context' | 'number' | 'ip'): number {
  const start = blanksEnd(text, from, text.length);
  if (text.charCodeAt(start) !== OPEN_BRACKET) return from;
  const close = bracketEnd(text, start + 1);
  if (close < 0 || !isBlank(text.charCodeAt(close + 1))) return from;
  const inside = blanksEnd(text, start + 1, close);
  const width = close - start - 1;
  if (kindInBrackets(text, inside, close, width) !== wanted) return from;
  const known = text.charCodeAt(inside) !== QUESTION;
  if (wanted === 'context') draft.securityContext = text.slice(inside, close);
  else if (wanted === 'number' && known) draft.syscallNumber = smallDecimal(text, inside, close);
  else if (known) draft.ip = BigInt('0x' + text.slice(inside, close));
  return behindBlank(text, close + 1);
}

/** SELinux allows contexts of a page; strace's brackets hold no blank but the padding of a number. */
const LONGEST_BRACKETS = 4096;

function bracketEnd(text: string, from: number): number {
  const end = Math.min(text.length, from + LONGEST_BRACKETS);
  let i = blanksEnd(text, from, end);
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === CLOSE_BRACKET) return i;
    if (c === BLANK || c === OPEN_BRACKET || c === OPEN_PAREN || c === 0x7b || c === 0x22) return -1;
  }
  return -1;
}

function kindInBrackets(
  text: string,
  at: number,
  close: number,
  width: number,
): 'context' | 'number' | 'ip' | undefined {
  if (at === close) return undefined;
  if (text.charCodeAt(at) === QUESTION) {
    for (let i = at; i < close; i++) if (text.charCodeAt(i) !== QUESTION) return undefined;
    return width === 3 ? 'number' : width === 8 || width === 16 ? 'ip' : undefined;
  }
  let digits = 0;
  let hex = 0;
  for (let i = at; i < close && i < at + 20; i++) {
    const c = text.charCodeAt(i);
    if (isDigit(c)) digits++;
    if (hexDigit(c) >= 0) hex++;
  }
  const length = close - at;
  if (hex === length && (width === 8 || width === 16)) return 'ip';
  if (digits === length && length <= 10 && width >= 4) return 'number';
  if (digits === length || at !== close - width) return undefined;
  return 'context';
}

/** Exactly one blank is the separator; more are the padding of what follows. */
function behindBlank(text: string, at: number): number {
  return isBlank(text.charCodeAt(at)) ? at + 1 : at;
}
