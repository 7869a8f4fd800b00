/**
 * strace and tracee on one terminal: strace prints a call's arguments, the tracee's bytes come out, strace prints the rest.
 *
 *     write(2, "hello\n", 6hello                   the count 6, then the output
 *     )                  = 6
 *     write(2, "8589934592", 108589934592) = 10    the count 10, then the output
 *
 * The string says what the output was, so the count can be told from it.
 */
import type { Value } from '../value';
import { CLOSE_PAREN, COMMA, DOT, QUOTE, blanksEnd, digitsEnd, isBlank, isDigit } from './char';
import { Cursor } from './cursor';
import { readString } from './string-literal';

const OUTPUT_CALLS = new Set(['write', 'pwrite64', 'send', 'sendto', 'sendmsg', 'writev']);

/** The longest of OUTPUT_CALLS. */
const LONGEST_NAME = 8;

/** True where [from, to) names a call that makes output of its string. */
export function isOutputCall(text: string, from: number, to: number): boolean {
  const c = text.charCodeAt(from);
  // 'w', 'p' and 's': no slice for the names of most calls.
  if (to - from > LONGEST_NAME || (c !== 0x77 && c !== 0x70 && c !== 0x73)) return false;
  return OUTPUT_CALLS.has(text.slice(from, to));
}

/** What a call printed. */
export interface Written {
  readonly bytes: string;
  /** What strace prints for how much it is: bytes, or buffers of writev; undefined where -s cut the bytes. */
  readonly count: number | undefined;
}

/** What a call with this argument prints: a string, or the buffers of an array one behind the other. */
export function writtenBy(value: Value | undefined): Written | undefined {
  if (value?.kind === 'string')
    return { bytes: value.bytes, count: value.cut ? undefined : value.bytes.length };
  if (value?.kind !== 'array') return undefined;
  let bytes = '';
  for (const { value: buffer } of value.items) {
    const base = buffer.kind === 'struct' ? buffer.members[0]?.value : undefined;
    if (base?.kind !== 'string') return undefined;
    bytes += base.bytes;
    if (base.cut) return { bytes, count: undefined };
  }
  return { bytes, count: value.abbreviated ? undefined : value.items.length };
}

/** A count with output glued to it: [at, countEnd) is the count, [countEnd, end) the output. */
export interface GluedCount {
  readonly countEnd: number;
  readonly end: number;
}

/** Finds the output of `written` glued to the count at `at`; undefined where the text does not prove it. */
export function gluedCount(text: string, at: number, end: number, written: Written): GluedCount | undefined {
  const { bytes, count } = written;
  const digits = digitsEnd(text, at, Math.min(end, at + 20));
  if (digits === at || bytes === '') return undefined;
  if (count === undefined) {
    if (endsCount(text, digits, end)) return undefined;
    // -s cut the string: the count is longer than it, and the output goes on behind what the string shows.
    for (let split = digits; split > at; split--) {
      const shown = outputEnd(text, split, end, bytes);
      if (shown >= 0) return { countEnd: split, end: shown };
    }
    return undefined;
  }
  const counted = String(count);
  if (!text.startsWith(counted, at)) return undefined;
  const countEnd = at + counted.length;
  if (endsCount(text, countEnd, end)) return undefined;
  const behind = outputEnd(text, countEnd, end, bytes);
  return behind < 0 ? undefined : { countEnd, end: behind };
}

function endsCount(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const c = text.charCodeAt(at);
  if (c !== CLOSE_PAREN && c !== COMMA && !isBlank(c)) return false;
  // `6)` may be the count and the call's end, or the count and the first byte of `)...` as output.
  const next = text.charCodeAt(blanksEnd(text, at + 1, end));
  return c !== CLOSE_PAREN || Number.isNaN(next) || next === 0x3d;
}

/**
 * Where `bytes`, printed at `at`, end; -1 where the text says otherwise. Line ends are not in a line's text; where the
 * text ends at one, the rest of the output stands on the following lines.
 */
function outputEnd(text: string, at: number, end: number, bytes: string): number {
  let i = at;
  for (let b = 0; b < bytes.length; b++) {
    const byte = bytes.charCodeAt(b);
    if (byte === 0x0a) continue;
    if (i >= end) return b > 0 && bytes.charCodeAt(b - 1) === 0x0a && i > at ? i : -1;
    const c = text.charCodeAt(i);
    if (c === byte) i++;
    else if (c >= 0x80 && byte >= 0xc2) {
      // A character of several bytes: its first byte decides, the others follow it.
      let more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
      i += more === 3 ? 2 : 1;
      while (more > 0 && (bytes.charCodeAt(b + 1) & 0xc0) === 0x80) {
        b++;
        more--;
      }
    } else return -1;
  }
  return i > at ? i : -1;
}

/**
 * For the scan that seeks a call's end: where a count with glued output stands behind the literal [from, to), the place
 * behind the output; else `to`.
 */
export function behindOutput(text: string, from: number, to: number, end: number): number {
  let at = to;
  while (at < end && text.charCodeAt(at) === DOT) at++;
  if (text.charCodeAt(at) !== COMMA) return to;
  const digits = blanksEnd(text, at + 1, end);
  if (digits >= end || !isDigit(text.charCodeAt(digits)) || text.charCodeAt(from) !== QUOTE) return to;
  const written = writtenBy(readString(new Cursor(text, from, end)));
  return (written && gluedCount(text, digits, end, written)?.end) ?? to;
}
