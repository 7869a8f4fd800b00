/**
 * Time stamps of -t, -tt, -ttt and --absolute-timestamps, differences of -r, durations of -T: 0, 3, 6 or 9 decimals.
 */
import { COLON, DOT, ZERO, digitsEnd, isDigit } from './char';
import { smallDecimal } from './number';

/** A time read from [start, end) of the text. */
export interface ReadTime {
  readonly nanoseconds: bigint;
  readonly end: number;
}

const BILLION = 1_000_000_000n;

/** Longer runs of digits are no seconds: 2^53 has 16. */
const MOST_DIGITS = 15;

/** Seconds with or without decimals: `1795216836.033514`, `0.000365`, `1`. */
export function readSeconds(text: string, at: number, end: number): ReadTime | undefined {
  const stop = digitsEnd(text, at, end);
  if (stop === at || stop - at > MOST_DIGITS) return undefined;
  const seconds = BigInt(smallDecimal(text, at, stop)) * BILLION;
  if (stop >= end || text.charCodeAt(stop) !== DOT) return { nanoseconds: seconds, end: stop };
  const fractionEnd = digitsEnd(text, stop + 1, end);
  const fraction = fractionOf(text, stop + 1, fractionEnd);
  return fraction < 0 ? undefined : { nanoseconds: seconds + BigInt(fraction), end: fractionEnd };
}

/** `23:20:36` or `23:20:36.049607`: since midnight. */
export function readClock(text: string, at: number, end: number): ReadTime | undefined {
  if (at + 8 > end || text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON)
    return undefined;
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  const seconds = twoDigits(text, at + 6);
  // 60: a leap second.
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) return undefined;
  const whole = (hours * 3600 + minutes * 60 + seconds) * 1e9;
  if (at + 8 >= end || text.charCodeAt(at + 8) !== DOT) return { nanoseconds: BigInt(whole), end: at + 8 };
  const fractionEnd = digitsEnd(text, at + 9, end);
  const fraction = fractionOf(text, at + 9, fractionEnd);
  return fraction < 0 ? undefined : { nanoseconds: BigInt(whole + fraction), end: fractionEnd };
}

/** Nanoseconds of the decimals in [from, to); -1 unless there are 3, 6 or 9 of them, as strace prints. */
function fractionOf(text: string, from: number, to: number): number {
  const value = smallDecimal(text, from, Math.min(to, from + 9));
  switch (to - from) {
    case 9:
      return value;
    case 6:
      return value * 1e3;
    case 3:
      return value * 1e6;
    default:
      return -1;
  }
}

/** The number of two decimal digits at `at`; -1 where there are none. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + (ones - ZERO) : -1;
}
