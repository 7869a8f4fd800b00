/**
 * What a person asks about, as written:
 *
 *     0x7f12a4000000                    an address: its page
 *     0x7f12a4000000-0x7f12a4002000     a range, as /proc/PID/maps prints it (there without 0x)
 *     0x7f12a4000000+8192               a range by its length in bytes
 *     locked                            all that makes up VmLck
 *     RLIMIT_MEMLOCK, CAP_IPC_LOCK      a limit, a capability
 */
import { pageOf, pageRange, type PageRange } from '../../memory/page';
import { CAPABILITY_NUMBERS } from '../../process/privileges-known';
import type { LimitName } from '../../process/limits';
import { limitWords } from '../../process/limits-calls';
import type { Capability } from '../../process/privileges';

export type Target =
  | { readonly kind: 'pages'; readonly range: PageRange }
  | { readonly kind: 'locked' }
  | { readonly kind: 'limit'; readonly name: LimitName }
  | { readonly kind: 'capability'; readonly name: Capability };

/** Of numbers with 64 bits. */
const MOST_DIGITS = 20;

/** Undefined where the words mean nothing of that. */
export function targetOf(words: string): Target | undefined {
  const text = words.trim();
  if (text === 'locked') return { kind: 'locked' };
  if (limitWords.includes(text)) return { kind: 'limit', name: text.slice('RLIMIT_'.length) as LimitName };
  for (const name of CAPABILITY_NUMBERS.keys()) if (text === name) return { kind: 'capability', name };
  const range = rangeOf(text);
  return range === undefined ? undefined : { kind: 'pages', range };
}

export const pagesOfAddress = (address: bigint): Target => {
  const page = pageOf(address);
  return { kind: 'pages', range: pageRange(page, page + 1) };
};

function rangeOf(text: string): PageRange | undefined {
  const match = /^([^+-]+)(?:([+-])([^+-]+))?$/.exec(text);
  if (match === null) return undefined;
  const [, first = '', sign, second = ''] = match;
  const bare = sign === '-' && !first.startsWith('0x');
  const start = numberOf(first, bare);
  if (start === undefined) return undefined;
  if (sign === undefined) return pageRange(pageOf(start), pageOf(start) + 1);
  const other = numberOf(second, bare);
  if (other === undefined) return undefined;
  const end = sign === '+' ? start + other : other;
  return end <= start || end > 1n << 64n ? undefined : pageRange(pageOf(start), Number((end + 4095n) >> 12n));
}

/** `bare`: hexadecimal without 0x, as in /proc/PID/maps; so is what has letters. */
function numberOf(text: string, bare: boolean): bigint | undefined {
  if (text.length > MOST_DIGITS) return undefined;
  const isBare = /^[0-9a-f]+$/i.test(text) && (bare || /[a-f]/i.test(text));
  const digits = isBare ? `0x${text}` : text;
  if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(digits)) return undefined;
  const value = BigInt(digits);
  return value < 1n << 64n ? value : undefined;
}
