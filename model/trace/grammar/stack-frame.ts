/**
 * Lines of -k and -kk under a call or signal (strace's unwind.c):
 *
 *      > /usr/lib/libc.so.6(mlock+0x7) [0x101b97]      module, symbol, offset, address
 *      > /tmp/f1(main+0x1b) [0x1264] f1.c:12           -kk
 *      > /bin/x() [0x4f]                               no symbol
 *      > unexpected_backtracing_error [0x7f12]         no module
 */
import type { StackFrame } from '../event';
import {
  BLANK,
  CLOSE_BRACKET,
  COLON,
  GREATER,
  OPEN_PAREN,
  blanksEnd,
  digitsEnd,
  hexDigit,
  trimmedEnd,
} from './char';
import { smallDecimal } from './number';
import { unescape } from './string-literal';

export type FrameBody = Omit<StackFrame, 'line'>;

/** A demangled C++ name may be long, but a frame is no megabyte. */
const LONGEST_FRAME = 64 * 1024;

/** True where a line of a stack trace begins at `at`, which stands on its `>`. */
export function isStackFrame(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== GREATER || text.charCodeAt(at + 1) !== BLANK) return false;
  // A mail's mark before a frame, `>  > /lib/libc.so.6(…`.
  const first = text.charCodeAt(at + 2);
  if (first === BLANK || first === GREATER) return false;
  return addressAt(text, at + 2) >= 0 || isErrorFrame(text, at + 2);
}

/** libunwind's and libdw's words where a frame could not be walked, without an address. */
function isErrorFrame(text: string, at: number): boolean {
  return text.startsWith('unexpected_backtracing_error', at) || text.startsWith('BUG IN ', at);
}

/** Reads the frame whose `>` stands at `at`; undefined where there is none. */
export function readStackFrame(text: string, at: number): FrameBody | undefined {
  if (!isStackFrame(text, at)) return undefined;
  const from = at + 2;
  const bracket = addressAt(text, from);
  if (bracket < 0)
    return { module: '', symbol: text.slice(from, trimmedEnd(text, from, text.length)), address: 0n };
  let close = bracket + 3;
  while (hexDigit(text.charCodeAt(close)) >= 0) close++;
  const address = BigInt(text.slice(bracket + 1, close));
  const source = readSource(text, close + 1);
  const where = readWhere(text, from, bracket - 1);
  return source === undefined ? { ...where, address } : { ...where, address, source };
}

/** Where the last ` [0x…]` of the line opens its bracket; -1 without one. */
function addressAt(text: string, from: number): number {
  if (text.length - from > LONGEST_FRAME) return -1;
  const at = text.lastIndexOf(' [0x');
  if (at < from) return -1;
  let i = at + 4;
  while (hexDigit(text.charCodeAt(i)) >= 0) i++;
  const digits = i - at - 4;
  return digits > 0 && digits <= 16 && text.charCodeAt(i) === CLOSE_BRACKET ? at + 1 : -1;
}

/** Reads `module(symbol+0x7)`, `module()` or a bare word in [from, to). */
function readWhere(text: string, from: number, to: number): Omit<FrameBody, 'address' | 'source'> {
  const open = openingParenthesis(text, from, to);
  if (open < 0) return { module: '', symbol: text.slice(from, to) };
  const module = unescape(text, from, open);
  const plus = text.lastIndexOf('+0x', to);
  if (plus <= open) return { module };
  const digits = text.slice(plus + 1, to - 1);
  let i = 2;
  while (hexDigit(digits.charCodeAt(i)) >= 0) i++;
  if (i !== digits.length || i < 3 || i > 18) return { module, symbol: text.slice(open + 1, to - 1) };
  return { module, symbol: text.slice(open + 1, plus), offset: BigInt(digits) };
}

/** The parenthesis that the last one closes: a demangled symbol has some of its own, and so may a path. */
function openingParenthesis(text: string, from: number, to: number): number {
  if (text.charCodeAt(to - 1) !== 0x29) return -1;
  let depth = 0;
  for (let i = to - 1; i >= from; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x29) depth++;
    else if (c === OPEN_PAREN && --depth === 0) return i;
  }
  return -1;
}

/** ` f1.c:12` behind the address. */
function readSource(text: string, at: number): FrameBody['source'] {
  const from = blanksEnd(text, at, text.length);
  const to = trimmedEnd(text, from, text.length);
  const colon = text.lastIndexOf(':', to);
  if (colon <= from || text.charCodeAt(colon) !== COLON) return undefined;
  const stop = digitsEnd(text, colon + 1, to);
  if (stop !== to || stop === colon + 1 || stop - colon > 10) return undefined;
  return { path: text.slice(from, colon), line: smallDecimal(text, colon + 1, to) };
}
