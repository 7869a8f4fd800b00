/**
 * The fast lane of decoding: the pass has just read the line at hand from its bytes and knows where its parts stand, so
 * a whole call on one line goes from there straight to the grammar.
 *
 *     4711 munmap(0x7f0000001000, 8192) = 0
 *          ^nameStart                ^callEnd  ^end      all that the grammar would seek again
 *               ^nameEnd
 *
 * Invariant: what it gives is, member by member, what reading the line anew would give; a property test holds the two
 * together. Whatever could make a difference is left to the other way: it answers undefined.
 */
import type { Prefix } from '../event';
import { readBoundedCall } from '../grammar/call';
import type { CallBody } from '../grammar/event-body';
import { readPrefix } from '../grammar/prefix';
import { isOutputCall } from '../grammar/tracee-output';
import { decodeBytes } from './decode-bytes';
import type { FileLines } from './file-lines';
import type { Names } from './names';

export interface CallAtHand {
  /** The line without its prefix. */
  readonly text: string;
  /** Where the text starts in the line, in UTF-16 units. */
  readonly column: number;
  readonly prefix: Prefix;
  readonly body: CallBody;
}

const NO_PREFIX: Prefix = Object.freeze({});

/** Undefined where the line at hand is not read as a whole call, or not one of single-byte characters. */
export function readCallAtHand({ facts, buffer, isLong }: FileLines, names: Names): CallAtHand | undefined {
  const { nameStart, nameEnd, start, end } = facts;
  if (nameEnd === 0 || isLong) return undefined;
  const text = decodeBytes(buffer.subarray(nameStart, end));
  // As long as its bytes: then places in them are places in the text. Entities of web pages are undone elsewhere.
  if (text.length !== end - nameStart || text.includes('&')) return undefined;
  const name = names.text(facts.name);
  const nameLength = nameEnd - nameStart;
  if (name.length !== nameLength || isOutputCall(text, 0, nameLength)) return undefined;
  const body = readBoundedCall(text, name, nameLength, facts.callEnd - nameStart);
  if (body === undefined) return undefined;
  return { text, column: nameStart - start, prefix: prefixOf(facts, buffer), body };
}

/** Descriptors have no more digits. */
const MOST_DIGITS = 9;
const OPEN_PAREN = 0x28;
const COMMA = 0x2c;
const ZERO = 0x30;

/** `write(5, "…`: 5. Undefined where anything but a comma follows the digits (`5</path>`, `5)`), and for octal numbers. */
export function firstNumberAtHand({ facts: { nameEnd }, buffer, isLong }: FileLines): number | undefined {
  if (nameEnd === 0 || isLong || buffer[nameEnd] !== OPEN_PAREN) return undefined;
  const first = nameEnd + 1;
  let value = 0;
  for (let at = first; at <= first + MOST_DIGITS; at++) {
    const byte = buffer[at] ?? 0;
    if (byte === COMMA) return at === first ? undefined : value;
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9 || (value === 0 && at > first)) return undefined;
    value = value * 10 + digit;
  }
  return undefined;
}

function prefixOf({ hasTidOnly, tid, start, nameStart }: FileLines['facts'], buffer: Uint8Array): Prefix {
  if (hasTidOnly) return tid < 0 ? NO_PREFIX : { tid };
  return readPrefix(decodeBytes(buffer.subarray(start, nameStart))).prefix;
}
