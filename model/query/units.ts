/**
 * Units behind a number: sizes in bytes, times in nanoseconds.
 */
import { say } from '../why/message';
import type { Expression } from './syntax';
import { queryError, type QueryError, type Token } from './token';

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['B', 1n],
  // As in /proc: 1 kB is 1024 bytes there.
  ['kB', 1n << 10n],
  ['KiB', 1n << 10n],
  ['MiB', 1n << 20n],
  ['GiB', 1n << 30n],
  ['TiB', 1n << 40n],
  ['page', 1n << 12n],
  ['pages', 1n << 12n],
  ['ns', 1n],
  ['us', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
]);

export const unitNames = [...UNITS.keys()];

export type NumberToken = Token & { readonly kind: 'number' | 'fraction' };

export interface Quantity {
  readonly quantity: Expression | QueryError;
  /** Whether the next token was its unit. */
  readonly takesNext: boolean;
}

/** A number with its unit, if the next token is one: `1MiB`, `1.5 ms`. */
export const withUnit = (token: NumberToken, next: Token): Quantity => {
  const unit = next.kind === 'name' ? UNITS.get(next.text) : undefined;
  if (unit !== undefined) return { quantity: inUnit(token, unit, next.end), takesNext: true };
  if (next.kind === 'name' && next.start === token.end) {
    const message = say('query.no-unit', { text: next.text, units: unitNames.join(', ') });
    return { quantity: queryError(next, message), takesNext: false };
  }
  return { quantity: plain(token), takesNext: false };
};

const inUnit = (token: NumberToken, unit: bigint, end: number): Expression | QueryError => {
  const place = { start: token.start, end };
  const isHex = false;
  if (token.kind === 'number') return { kind: 'number', value: token.value * unit, isHex, ...place };
  const scale = 10n ** BigInt(token.decimals);
  const total = token.digits * unit;
  return total % scale === 0n
    ? { kind: 'number', value: total / scale, isHex, ...place }
    : queryError(place, say('query.not-whole'));
};

const plain = (token: NumberToken): Expression | QueryError =>
  token.kind === 'number'
    ? { kind: 'number', value: token.value, isHex: token.isHex, start: token.start, end: token.end }
    : queryError(token, say('query.needs-unit'));
