/**
 * Numbers, exact in all 64 bits: decimal, hexadecimal, octal as strace prints modes (`0644`), products (`8192*1024`).
 */
import type { NumberValue } from '../value';
import { LOWER_X, MINUS, STAR, ZERO, digitsEnd, hexDigit, isDigit } from './char';
import type { Cursor } from './cursor';

type NumberForm = NumberValue['form'];

/** No number of strace's has more digits; it bounds the cost of BigInt for text that is none of its making. */
const MOST_DIGITS = 40;

/** True where a number begins: a digit, or a minus before one. */
export function atNumber(cursor: Cursor): boolean {
  const c = cursor.peek();
  return isDigit(c) || (c === MINUS && isDigit(cursor.peekAt(1)));
}

/** Reads the number at the cursor; undefined, with the cursor unmoved, where there is none that fits. */
export function readNumber(cursor: Cursor): NumberValue | undefined {
  const start = cursor.at;
  const form = scanNumber(cursor);
  if (form === undefined) {
    cursor.at = start;
    return undefined;
  }
  return { kind: 'number', span: cursor.spanFrom(start), value: scanned, form };
}

/** The bare value of the number at the cursor, for places where no span is asked for. */
export function readBareNumber(cursor: Cursor): bigint | undefined {
  const start = cursor.at;
  if (scanNumber(cursor) !== undefined) return scanned;
  cursor.at = start;
  return undefined;
}

/** What `scanNumber` found last: a second result without an object for each of a log's many numbers. */
let scanned = 0n;

function scanNumber(cursor: Cursor): NumberForm | undefined {
  const { text, end } = cursor;
  let at = cursor.at;
  const negative = at < end && text.charCodeAt(at) === MINUS;
  if (negative) at++;
  if (at >= end || !isDigit(text.charCodeAt(at))) return undefined;
  if (text.charCodeAt(at) === ZERO && at + 1 < end) {
    const next = text.charCodeAt(at + 1);
    if (next === LOWER_X) return scanHex(cursor, at + 2, negative);
    if (isDigit(next)) return scanOctal(cursor, at + 1, negative);
  }
  const stop = digitsEnd(text, at, end);
  if (stop - at > MOST_DIGITS) return undefined;
  cursor.at = stop;
  const value = decimal(text, at, stop);
  scanned = negative ? -value : value;
  if (stop < end && text.charCodeAt(stop) === STAR && !negative) return scanProduct(cursor);
  return 'decimal';
}

function scanHex(cursor: Cursor, from: number, negative: boolean): NumberForm | undefined {
  const { text, end } = cursor;
  let at = from;
  // Two halves of up to 32 and 52 bits: each is exact as a JS number.
  let high = 0;
  let low = 0;
  let digits = 0;
  for (; at < end; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit < 0) break;
    if (digits < 13) high = high * 16 + digit;
    else low = low * 16 + digit;
    digits++;
  }
  if (digits === 0 || digits > MOST_DIGITS) return undefined;
  cursor.at = at;
  let value: bigint;
  if (digits <= 13) value = BigInt(high);
  else if (digits <= 26) value = (BigInt(high) << BigInt(4 * (digits - 13))) | BigInt(low);
  else value = BigInt(text.slice(from - 2, at));
  scanned = negative ? -value : value;
  return 'hex';
}

function scanOctal(cursor: Cursor, from: number, negative: boolean): NumberForm | undefined {
  const { text, end } = cursor;
  const stop = digitsEnd(text, from, end);
  let value = 0;
  for (let i = from; i < stop; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    // 2^53 / 8: beyond it a JS number is not exact, and no mode of strace's is that long.
    if (digit > 7 || value > 0x4000000000000) return undefined;
    value = value * 8 + digit;
  }
  cursor.at = stop;
  scanned = negative ? -BigInt(value) : BigInt(value);
  return 'octal';
}

/** `8192*1024`: the cursor stands on the star, `scanned` holds the first factor. */
function scanProduct(cursor: Cursor): NumberForm {
  const { text, end } = cursor;
  const from = cursor.at + 1;
  const stop = digitsEnd(text, from, end);
  if (stop === from || stop - from > MOST_DIGITS) return 'decimal';
  cursor.at = stop;
  scanned *= decimal(text, from, stop);
  return 'product';
}

/** The decimal number in [from, to): digits alone, at most MOST_DIGITS. */
function decimal(text: string, from: number, to: number): bigint {
  if (to - from > 15) return BigInt(text.slice(from, to));
  return BigInt(smallDecimal(text, from, to));
}

/** The decimal number in [from, to) as a JS number: exact up to 15 digits. */
export function smallDecimal(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + (text.charCodeAt(i) - ZERO);
  return value;
}
