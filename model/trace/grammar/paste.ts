/**
 * What others put before strace's line: the quote marks of a mail, the numbers of a list, `cat -n` and `grep -n`, the
 * stamps of syslog, ts, docker and journalctl. None of it says anything of the tracee.
 */
import {
  BACKSLASH,
  BLANK,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  GREATER,
  LESS,
  MINUS,
  OPEN_BRACKET,
  PLUS,
  STAR,
  TAB,
  blanksEnd,
  digitsEnd,
  isBlank,
  isDigit,
  isWord,
  isWordStart,
} from './char';
import { isStackFrame } from './stack-frame';
import { readClock, twoDigits } from './time';

/** Some editors begin a file with it. */
const BYTE_ORDER_MARK = 0xfeff;

/** Where strace's own line begins. Blanks before it stay: -r pads its seconds with them. */
export function decorationEnd(text: string): number {
  const quoted = quoteMarksEnd(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  const listed = listNumberEnd(text, quoted);
  const stamped = foreignStampEnd(text, listed);
  return emphasisEnd(text, stamped);
}

/** `> > `: but not the `>` of a stack frame, ` > /lib/libc.so.6(mlock+0x7) [0x101b97]`. */
function quoteMarksEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const mark = blanksEnd(text, at, text.length);
    if (text.charCodeAt(mark) !== GREATER || isStackFrame(text, mark)) return at;
    at = mark + 1;
    // One blank belongs to the mark; further ones may be strace's padding.
    if (isBlank(text.charCodeAt(at))) at++;
  }
}

/** `1.  ` of a list, `12:` of grep -n, `    12<TAB>` of cat -n. */
function listNumberEnd(text: string, from: number): number {
  const digits = blanksEnd(text, from, text.length);
  const stop = digitsEnd(text, digits, Math.min(text.length, digits + 8));
  if (stop === digits) return from;
  const c = text.charCodeAt(stop);
  const next = text.charCodeAt(stop + 1);
  // Up to two blanks are the list's; more are strace's padding.
  if (c === DOT && isBlank(next)) return isBlank(text.charCodeAt(stop + 2)) ? stop + 3 : stop + 2;
  if (c === TAB) return stop + 1;
  if (c === COLON && isEventStart(next) && readClock(text, digits, text.length) === undefined)
    return stop + 1;
  return from;
}

/** What a line of strace's may begin with, blanks left out. */
const isEventStart = (c: number): boolean =>
  isWord(c) || c === OPEN_BRACKET || c === LESS || c === PLUS || c === MINUS || c === BLANK;

/** Marks of emphasis and code in a forum's text. */
function emphasisEnd(text: string, from: number): number {
  const at = blanksEnd(text, from, text.length);
  if (
    text.charCodeAt(at) === STAR &&
    text.charCodeAt(at + 1) === STAR &&
    isWordStart(text.charCodeAt(at + 2))
  )
    return at + 2;
  if (text.charCodeAt(at) === 0x60 && isWordStart(text.charCodeAt(at + 1))) return at + 1;
  return from;
}

/** `Jan 12 10:11:12 host prog[123]: `, `2024-05-01T12:00:00.123Z stdout F `, `[2024-05-01 12:00:00] `. */
function foreignStampEnd(text: string, from: number): number {
  const at = blanksEnd(text, from, text.length);
  const bracketed = text.charCodeAt(at) === OPEN_BRACKET;
  const start = bracketed ? at + 1 : at;
  const date = isDigit(text.charCodeAt(start)) ? isoStampEnd(text, start) : monthStampEnd(text, start);
  if (date < 0) return from;
  let end = date;
  if (bracketed) {
    if (text.charCodeAt(end) !== CLOSE_BRACKET) return from;
    end++;
  }
  if (end < text.length && !isBlank(text.charCodeAt(end))) return from;
  return tagEnd(text, end < text.length ? end + 1 : end);
}

/** Behind `2024-05-01T12:00:00.123+02:00`; -1 where there is no such stamp. */
function isoStampEnd(text: string, at: number): number {
  const year = digitsEnd(text, at, text.length);
  if (year - at !== 4 || text.charCodeAt(year) !== MINUS || text.charCodeAt(year + 3) !== MINUS) return -1;
  if (twoDigits(text, year + 1) < 0 || twoDigits(text, year + 4) < 0) return -1;
  const separator = text.charCodeAt(year + 6);
  if (separator !== 0x54 && separator !== BLANK) return -1;
  const clock = readClock(text, year + 7, Math.min(text.length, year + 15));
  if (clock === undefined) return -1;
  let end = clock.end;
  const point = text.charCodeAt(end);
  if (point === DOT || point === COMMA) end = digitsEnd(text, end + 1, text.length);
  const zone = text.charCodeAt(end);
  if (zone === 0x5a) return end + 1;
  if (zone !== PLUS && zone !== MINUS) return end;
  end = digitsEnd(text, end + 1, text.length);
  return text.charCodeAt(end) === COLON ? digitsEnd(text, end + 1, text.length) : end;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Behind `Jan 12 10:11:12`; -1 where there is no such stamp. */
function monthStampEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 3) !== BLANK || !MONTHS.includes(text.slice(at, at + 3))) return -1;
  const day = blanksEnd(text, at + 3, Math.min(text.length, at + 6));
  const stop = digitsEnd(text, day, Math.min(text.length, day + 3));
  if (stop === day || text.charCodeAt(stop) !== BLANK) return -1;
  return readClock(text, stop + 1, text.length)?.end ?? -1;
}

/** Behind `host program[123]: ` or a container's `stdout F `, where one stands at `at`; else `at`. */
function tagEnd(text: string, at: number): number {
  if (text.startsWith('stdout F ', at) || text.startsWith('stderr F ', at)) return at + 9;
  const host = nameEnd(text, at);
  if (host === at || text.charCodeAt(host) !== BLANK) return at;
  let end = nameEnd(text, host + 1);
  if (end === host + 1) return at;
  if (text.charCodeAt(end) === OPEN_BRACKET) {
    const pid = digitsEnd(text, end + 1, text.length);
    if (text.charCodeAt(pid) !== CLOSE_BRACKET) return at;
    end = pid + 1;
  }
  return text.charCodeAt(end) === COLON && text.charCodeAt(end + 1) === BLANK ? end + 2 : at;
}

/** Longer names are none: it bounds the search in a line of garbage. */
const LONGEST_NAME = 256;

function nameEnd(text: string, at: number): number {
  const end = Math.min(text.length, at + LONGEST_NAME);
  let i = at;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (!isWord(c) && c !== DOT && c !== MINUS && c !== 0x2f && c !== BACKSLASH) break;
    i++;
  }
  return i;
}
