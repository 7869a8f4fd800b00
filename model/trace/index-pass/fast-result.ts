/**
 * Reads the end of a call's line, backwards from its last byte: a result in one of the common forms.
 *
 *     close(3)                = 0
 *     brk(NULL)               = 0x55d0c0de0000 <0.000012>
 *     mlock(0x10000, 4096)    = -1 ENOMEM (Cannot allocate memory)
 *     exit_group(0)           = ?
 *     pause()                 = ? ERESTARTNOHAND (To be restarted if no handler)
 *     read(3 <unfinished ...>
 */
import { EventFlag } from '../event-table';
import type { LineFacts } from './line-facts';
import { asciiBytes, hasBytes } from './decode-bytes';
import type { Names } from './names';

export type LineEnd = 'result' | 'unfinished' | 'other';

const UNFINISHED = asciiBytes(' <unfinished ...>');
const [SPACE, OPEN, CLOSE, MINUS, DOT, ZERO, NINE, LESS, EQUALS, MORE, QUESTION] = [
  0x20, 0x28, 0x29, 0x2d, 0x2e, 0x30, 0x39, 0x3c, 0x3d, 0x3e, 0x3f,
] as const;

/**
 * Fills errno, flags and the result's place in `facts`. 'other': not a form known here; nothing is filled then.
 * @param floor no byte before it is looked at: the result must stand behind the last string of the line.
 */
export function readLineEnd(
  buffer: Uint8Array,
  floor: number,
  end: number,
  facts: LineFacts,
  names: Names,
): LineEnd {
  let last = end - 1;
  if (buffer[last] === MORE) {
    if (endsUnfinished(buffer, floor, end)) return 'unfinished';
    last = beforeDuration(buffer, floor, last, facts);
  }
  if (last < floor) return 'other';
  const final = buffer[last] ?? 0;
  if (final === CLOSE) return readNamedError(buffer, floor, last, facts, names);
  if (final === QUESTION) {
    if (!isBehindCall(buffer, last, facts)) return 'other';
    facts.flags = EventFlag.noResult;
    return 'result';
  }
  return readValue(buffer, floor, last, facts);
}

function endsUnfinished(buffer: Uint8Array, floor: number, end: number): boolean {
  const start = end - UNFINISHED.length;
  return start >= floor && buffer[start + 1] === LESS && hasBytes(buffer, start, UNFINISHED);
}

/** The last byte before ` <0.000042>`; -1 when something else stands between the angle brackets. */
function beforeDuration(buffer: Uint8Array, floor: number, close: number, facts: LineFacts): number {
  let at = close - 1;
  while (at > floor && isDigitOrDot(buffer[at] ?? 0)) at--;
  if (at >= close - 1 || at <= floor || buffer[at] !== LESS || buffer[at - 1] !== SPACE) return -1;
  facts.durationNanos = nanosIn(buffer, at + 1, close);
  return at - 2;
}

/** `0.000042`: strace prints none, three, six or nine digits of a second's parts. */
function nanosIn(buffer: Uint8Array, start: number, end: number): number {
  let digits = 0;
  let unit = 1e9;
  let isPart = false;
  for (let at = start; at < end; at++) {
    const byte = buffer[at] ?? 0;
    if (byte === DOT) {
      isPart = true;
      continue;
    }
    digits = digits * 10 + (byte - ZERO);
    if (isPart) unit /= 10;
  }
  return Math.round(digits * unit);
}

/** `= -1 ENOMEM (Cannot allocate memory)`, `= ? ERESTARTSYS (...)`. */
function readNamedError(
  buffer: Uint8Array,
  floor: number,
  close: number,
  facts: LineFacts,
  names: Names,
): LineEnd {
  let at = close - 1;
  while (at > floor && buffer[at] !== OPEN && buffer[at] !== CLOSE) at--;
  if (buffer[at] !== OPEN || buffer[at - 1] !== SPACE) return 'other';
  const wordEnd = at - 1;
  let word = wordEnd;
  while (word > floor && isErrnoByte(buffer[word - 1] ?? 0)) word--;
  if (wordEnd - word < 2 || buffer[word] !== 0x45 || buffer[word - 1] !== SPACE) return 'other';
  const value = word - 2;
  if (buffer[value] === QUESTION) {
    if (!isBehindCall(buffer, value, facts)) return 'other';
    facts.flags = EventFlag.noResult;
    return 'result';
  }
  if (buffer[value] !== ZERO + 1 || buffer[value - 1] !== MINUS || !isBehindCall(buffer, value - 1, facts))
    return 'other';
  facts.errno = names.ofBytes(buffer, word, wordEnd);
  return 'result';
}

/** A decimal or hexadecimal number. Octal ones (umask) are left to the grammar. */
function readValue(buffer: Uint8Array, floor: number, last: number, facts: LineFacts): LineEnd {
  let at = last;
  while (at > floor && isHexByte(buffer[at] ?? 0)) at--;
  const digits = at + 1;
  if (digits > last) return 'other';
  let decimal = true;
  const hex = buffer[digits] === ZERO && buffer[digits + 1] === 0x78;
  for (let i = hex ? digits + 2 : digits; i <= last; i++) {
    const byte = buffer[i] ?? 0;
    if (byte === 0x78 || (!hex && byte > NINE)) return 'other';
    if (byte > NINE) decimal = false;
  }
  if (hex ? last < digits + 2 : buffer[digits] === ZERO && last > digits) return 'other';
  if (!isBehindCall(buffer, digits, facts)) return 'other';
  if (decimal && !hex) {
    facts.resultStart = digits;
    facts.resultEnd = last + 1;
  }
  return 'result';
}

/** Whether the parenthesis that ends the arguments, blanks and `= ` stand before `at`. */
function isBehindCall(buffer: Uint8Array, at: number, facts: LineFacts): boolean {
  if (buffer[at - 1] !== SPACE || buffer[at - 2] !== EQUALS || buffer[at - 3] !== SPACE) return false;
  let before = at - 4;
  while (before > facts.callEnd && buffer[before] === SPACE) before--;
  return facts.callEnd >= 0 && before === facts.callEnd;
}

const isDigitOrDot = (byte: number): boolean => (byte >= ZERO && byte <= NINE) || byte === DOT;

const isErrnoByte = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= ZERO && byte <= NINE) || byte === 0x5f;

/** Hexadecimal digits as strace prints them (lower case) and the x of 0x. */
const isHexByte = (byte: number): boolean =>
  (byte >= ZERO && byte <= NINE) || (byte >= 0x61 && byte <= 0x66) || byte === 0x78;
