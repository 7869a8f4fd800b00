/**
 * Reads what stands before the event on its line, in the common forms: a pid column or `[pid N]`, with or without a
 * comm, the time stamps of -t, -tt, -ttt and -r, the numbers of -n and -i. Rarer ones are the grammar's.
 */
import type { LineFacts } from './line-facts';
import type { Names } from './names';

const [SPACE, PLUS, OPEN, CLOSE, DOT, COLON, LESS, MORE, BRACKET, BRACKET_END] = [
  0x20, 0x2b, 0x28, 0x29, 0x2e, 0x3a, 0x3c, 0x3e, 0x5b, 0x5d,
] as const;

/** PID_MAX_LIMIT is 4194304: a longer column is a time in whole seconds, not a pid. */
const PID_DIGITS = 7;

/** The kernel's comm has 15 bytes (TASK_COMM_LEN). */
const LONGEST_COMM = 60;

/** Digits of the seconds since the epoch, from 2001 to 2286. */
const EPOCH_DIGITS = 10;

/**
 * Fills tid, comm, time, sinceLast and hasTidOnly of `facts`.
 * @returns where the event starts, or -1: not a form known here.
 */
export function readFastPrefix(buffer: Uint8Array, at: number, facts: LineFacts, names: Names): number {
  const first = buffer[at] ?? 0;
  if (first === BRACKET && buffer[at + 1] === 0x70) {
    at = readBracket(buffer, at, facts, names);
    if (at < 0) return -1;
  } else if (isDigit(first)) {
    const end = skipDigits(buffer, at);
    const next = buffer[end];
    if (next === SPACE || next === LESS) {
      if (end - at <= PID_DIGITS) {
        facts.tid = decimal(buffer, at, end);
        at = next === LESS ? readComm(buffer, end, facts, names) : end;
        if (at < 0 || buffer[at] !== SPACE) return -1;
        at = skipSpaces(buffer, at);
      }
    }
  }
  const behindTid = at;
  at = readTimes(buffer, at, facts);
  if (at >= 0 && buffer[at] === BRACKET) at = readNumbers(buffer, at);
  facts.hasTidOnly = at === behindTid && facts.comm === 0;
  return at;
}

/** `[   9] ` of -n, `[00007f1f4966dca3] ` of -i, or both in this order. */
function readNumbers(buffer: Uint8Array, open: number): number {
  const behind = readNumber(buffer, open, false);
  const ip = behind < 0 ? open : behind;
  return buffer[ip] === BRACKET ? readNumber(buffer, ip, true) : behind;
}

/** Padded to four, or eight or sixteen hexadecimal digits. -1 where neither stands at `open`. */
function readNumber(buffer: Uint8Array, open: number, isIp: boolean): number {
  const first = isIp ? open + 1 : skipSpaces(buffer, open + 1);
  let at = first;
  while (isIp ? isHexDigit(buffer[at] ?? 0) : isDigit(buffer[at] ?? 0)) at++;
  if (at === first || buffer[at] !== BRACKET_END || buffer[at + 1] !== SPACE) return -1;
  const width = at - open - 1;
  const isAddress = width === 8 || width === 16;
  return (isIp ? isAddress : width >= 4 && !isAddress && at - first <= PID_DIGITS) ? at + 2 : -1;
}

/** `[pid   123] `, `[pid 123<comm>] `. */
function readBracket(buffer: Uint8Array, at: number, facts: LineFacts, names: Names): number {
  if (
    buffer[at + 1] !== 0x70 ||
    buffer[at + 2] !== 0x69 ||
    buffer[at + 3] !== 0x64 ||
    buffer[at + 4] !== SPACE
  )
    return -1;
  const digits = skipSpaces(buffer, at + 4);
  let end = skipDigits(buffer, digits);
  if (end === digits || end - digits > PID_DIGITS) return -1;
  facts.tid = decimal(buffer, digits, end);
  if (buffer[end] === LESS) end = readComm(buffer, end, facts, names);
  return end >= 0 && buffer[end] === BRACKET_END && buffer[end + 1] === SPACE ? end + 2 : -1;
}

/** `<comm>`: strace escapes angle brackets inside. With an escape, or beyond ASCII, it is the grammar's to undo. */
function readComm(buffer: Uint8Array, open: number, facts: LineFacts, names: Names): number {
  let at = open + 1;
  for (; buffer[at] !== MORE; at++) {
    const byte = buffer[at] ?? 0;
    if (byte < SPACE || byte >= 0x7f || byte === 0x5c || byte === LESS || at - open > LONGEST_COMM) return -1;
  }
  facts.comm = names.ofBytes(buffer, open + 1, at);
  return at + 1;
}

function readTimes(buffer: Uint8Array, at: number, facts: LineFacts): number {
  let start = buffer[at] === SPACE ? skipSpaces(buffer, at) : at;
  if (isDigit(buffer[start] ?? 0)) {
    const end = skipDigits(buffer, start);
    const next = buffer[end];
    if (next === COLON && start === at) start = readDayTime(buffer, start, end, facts);
    else if (end - start === EPOCH_DIGITS && start === at) start = readEpoch(buffer, start, end, facts);
    else if (next === DOT && end - start <= PID_DIGITS) return readBareRelative(buffer, start, end, facts);
    else return -1;
    if (start < 0) return -1;
  } else if (start !== at) return -1;
  if (buffer[start] !== OPEN) return start;
  // strace writes it beside a time.
  return facts.clock === 'none' ? -1 : readRelative(buffer, start);
}

/** `23:20:36`, `23:20:36.049607`. */
function readDayTime(buffer: Uint8Array, at: number, colon: number, facts: LineFacts): number {
  if (colon - at !== 2 || buffer[at + 5] !== COLON) return -1;
  const hours = twoDigits(buffer, at);
  const minutes = twoDigits(buffer, at + 3);
  const seconds = twoDigits(buffer, at + 6);
  // 60: a leap second.
  if (hours > 23 || minutes > 59 || seconds > 60) return -1;
  facts.clock = 'day';
  facts.seconds = hours * 3600 + minutes * 60 + seconds;
  return readFraction(buffer, at + 8, facts);
}

function readEpoch(buffer: Uint8Array, at: number, end: number, facts: LineFacts): number {
  facts.clock = 'epoch';
  facts.seconds = decimal(buffer, at, end);
  return readFraction(buffer, end, facts);
}

function readFraction(buffer: Uint8Array, at: number, facts: LineFacts): number {
  facts.nanos = 0;
  if (buffer[at] === SPACE) return at + 1;
  if (buffer[at] !== DOT) return -1;
  const end = skipDigits(buffer, at + 1);
  if (!isFraction(end - at - 1) || buffer[end] !== SPACE) return -1;
  facts.nanos = decimal(buffer, at + 1, end) * (NANOS_OF_LAST_DIGIT[end - at - 1] ?? 0);
  return end + 1;
}

/** `0.000365 ` */
function readBareRelative(buffer: Uint8Array, at: number, dot: number, facts: LineFacts): number {
  const end = skipDigits(buffer, dot + 1);
  const digits = end - dot - 1;
  if (!isFraction(digits) || buffer[end] !== SPACE) return -1;
  const fraction = decimal(buffer, dot + 1, end) * (NANOS_OF_LAST_DIGIT[digits] ?? 0);
  facts.sinceLast = decimal(buffer, at, dot) * 1e9 + fraction;
  return end + 1;
}

/** `(+     0.000365) ` */
function readRelative(buffer: Uint8Array, open: number): number {
  if (buffer[open + 1] !== PLUS) return -1;
  const digits = skipSpaces(buffer, open + 2);
  let end = skipDigits(buffer, digits);
  if (end === digits || end - digits > PID_DIGITS) return -1;
  if (buffer[end] === DOT) {
    const dot = end;
    end = skipDigits(buffer, dot + 1);
    if (!isFraction(end - dot - 1)) return -1;
  }
  return buffer[end] === CLOSE && buffer[end + 1] === SPACE ? end + 2 : -1;
}

/** By the number of decimals. */
const NANOS_OF_LAST_DIGIT = [1e9, 0, 0, 1e6, 0, 0, 1e3, 0, 0, 1];

/** More than any part of a time where one of the two is no digit. */
function twoDigits(buffer: Uint8Array, at: number): number {
  const tens = buffer[at] ?? 0;
  const ones = buffer[at + 1] ?? 0;
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + ones - 0x30 : 100;
}

/** strace prints milli-, micro- or nanoseconds. */
const isFraction = (digits: number): boolean => digits === 3 || digits === 6 || digits === 9;

const isHexDigit = (byte: number): boolean => isDigit(byte) || (byte >= 0x61 && byte <= 0x66);

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

function skipDigits(buffer: Uint8Array, at: number): number {
  while (isDigit(buffer[at] ?? 0)) at++;
  return at;
}

function skipSpaces(buffer: Uint8Array, at: number): number {
  while (buffer[at] === SPACE) at++;
  return at;
}

function decimal(buffer: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + (buffer[at] ?? 0) - 0x30;
  return value;
}
