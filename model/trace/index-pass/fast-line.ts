/**
 * One line, read from its bytes in a single pass: for the forms that make up nearly all of a large log. Whatever is not
 * exactly in one of these forms is left to the grammar (grammar-line.ts), which is slower and knows them all. Where this
 * reader says something, the grammar says the same: a property test holds the two together.
 */
import { EventFlag } from '../event-table';
import { readFastPrefix } from './fast-prefix';
import { readLineEnd } from './fast-result';
import { Role, type LineFacts } from './line-facts';
import { asciiBytes, hasBytes } from './decode-bytes';
import type { Names } from './names';

const [LF, CR, SPACE, QUOTE, AMPERSAND, OPEN, CLOSE, LESS, EQUALS, MORE, MINUS, BACKSLASH] = [
  0x0a, 0x0d, 0x20, 0x22, 0x26, 0x28, 0x29, 0x3c, 0x3d, 0x3e, 0x2d, 0x5c,
] as const;

/**
 * Bytes that stop the run through a line: control characters, the quote that opens a string, a parenthesis that may
 * end the call, the angle bracket of a descriptor's path (-y); and what is rare outside of strings and better left to the grammar: the backslash (paths of -y) and the
 * ampersand (entities of a log from a web page).
 */
const STOPS = new Uint8Array(256).fill(1, 0, SPACE);
for (const byte of [QUOTE, CLOSE, LESS, BACKSLASH, AMPERSAND, 0x7f]) STOPS[byte] = 1;

const RESUMED = asciiBytes(' resumed>');

/**
 * @param at start of the line; it ends with a terminator in the buffer.
 * @returns whether the line was understood. `facts.start` and `facts.end` are set in any case.
 */
export function readFastLine(buffer: Uint8Array, at: number, facts: LineFacts, names: Names): boolean {
  facts.start = at;
  const body = readFastPrefix(buffer, at, facts, names);
  if (body < 0) return stopAtEnd(buffer, at, facts);
  if (buffer[body] === LESS) return readResumed(buffer, body, facts, names);
  const nameEnd = skipName(buffer, body);
  if (nameEnd === body || buffer[nameEnd] !== OPEN) return stopAtEnd(buffer, body, facts);
  const floor = runThrough(buffer, nameEnd + 1, facts);
  if (floor < 0) return false;
  const end = readLineEnd(buffer, floor, facts.end, facts, names);
  if (end === 'other' || (end === 'unfinished' && facts.callEnd >= 0)) return false;
  facts.name = names.ofBytes(buffer, body, nameEnd);
  if (end === 'unfinished') facts.role = Role.unfinished;
  else {
    facts.role = Role.call;
    facts.nameStart = body;
    facts.nameEnd = nameEnd;
  }
  return true;
}

/** `<... read resumed>, "x", 1) = 1`: only with a result. */
function readResumed(buffer: Uint8Array, body: number, facts: LineFacts, names: Names): boolean {
  const name = body + 5;
  const nameEnd = skipName(buffer, name);
  const isResumed =
    buffer[body + 1] === 0x2e &&
    buffer[body + 2] === 0x2e &&
    buffer[body + 3] === 0x2e &&
    buffer[body + 4] === 0x20;
  if (!isResumed || nameEnd === name || !hasBytes(buffer, nameEnd, RESUMED)) {
    return stopAtEnd(buffer, body, facts);
  }
  const floor = runThrough(buffer, nameEnd + RESUMED.length, facts);
  if (floor < 0 || readLineEnd(buffer, floor, facts.end, facts, names) !== 'result') return false;
  facts.role = Role.resumed;
  facts.flags |= EventFlag.split;
  facts.name = names.ofBytes(buffer, name, nameEnd);
  return true;
}

/**
 * Runs to the end of the line and past its strings. Notes in `facts.callEnd` the first parenthesis outside of them that
 * blanks and `=` follow: there the arguments end.
 * @returns where the last string ends (`from` if there is none), or -1: a string has no end, or a control character
 * (colour, binary data) stands in the line.
 */
function runThrough(buffer: Uint8Array, from: number, facts: LineFacts): number {
  let floor = from;
  let at = from;
  facts.callEnd = -1;
  for (;;) {
    while (STOPS[buffer[at] ?? 0] === 0) at++;
    const stop = buffer[at];
    if (stop === LF || stop === CR) {
      facts.end = at;
      return floor;
    }
    at++;
    if (stop === CLOSE) {
      if (facts.callEnd < 0 && isResultBehind(buffer, at)) facts.callEnd = at - 1;
      continue;
    }
    if (stop === LESS) {
      if (isWordByte(buffer[at - 2] ?? 0) && buffer[at] !== LESS && !isClosed(buffer, at)) break;
      continue;
    }
    if (stop !== QUOTE) break;
    let byte = buffer[at] ?? 0;
    while (byte !== QUOTE && byte >= 0x20) {
      at += byte === BACKSLASH && (buffer[at + 1] ?? 0) >= 0x20 ? 2 : 1;
      byte = buffer[at] ?? 0;
    }
    if (byte !== QUOTE) break;
    floor = ++at;
  }
  stopAtEnd(buffer, at - 1, facts);
  return -1;
}

/** Whether the path whose bracket opens before `at` is closed before anything that could confuse where. */
function isClosed(buffer: Uint8Array, at: number): boolean {
  for (let depth = 1; depth > 0; at++) {
    const byte = buffer[at] ?? 0;
    if (byte === LESS) depth++;
    // Not the arrow of `<TCP:[127.0.0.1:59380->127.0.0.1:38361]>`.
    else if (byte === MORE) depth -= buffer[at - 1] === MINUS ? 0 : 1;
    else if (STOPS[byte] === 1) return false;
  }
  return true;
}

function isResultBehind(buffer: Uint8Array, at: number): boolean {
  while (buffer[at] === SPACE) at++;
  return buffer[at] === EQUALS && buffer[at + 1] === SPACE;
}

/** Finds the end of a line that is not for this reader. */
function stopAtEnd(buffer: Uint8Array, at: number, facts: LineFacts): false {
  while (buffer[at] !== LF && buffer[at] !== CR) at++;
  facts.end = at;
  return false;
}

function skipName(buffer: Uint8Array, at: number): number {
  if (isDigit(buffer[at] ?? 0)) return at;
  while (isWordByte(buffer[at] ?? 0)) at++;
  return at;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const isWordByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || isDigit(byte) || (byte >= 0x41 && byte <= 0x5a);
