/**
 * Calculating with exact whole numbers, within bounds: a query typed in anger must not eat the memory.
 */
import type { ArithmeticOperator } from './syntax';
import type { Message } from '../why/message-shape';
import { say } from '../why/message';
import { booleanValue, kindName, unknownValue, type NumberValue, type QueryValue } from './value';

const MAX_BITS = 1024;
const LIMIT = 1n << BigInt(MAX_BITS);

export const calculate = (operator: ArithmeticOperator, left: QueryValue, right: QueryValue): QueryValue => {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (left.kind !== 'number' || right.kind !== 'number') {
    return (operator === '&' ? flagTest(left, right) : undefined) ?? notNumbers(operator, left, right);
  }
  const value = result(operator, left.value, right.value);
  if (typeof value === 'object') return unknownValue(value);
  if (value >= LIMIT || value <= -LIMIT) return unknownValue(say('query.too-large', { most: MAX_BITS }));
  const isHex = [left, right].some((operand) => operand.shown === 'hex' || operand.symbols !== undefined);
  return isHex ? { kind: 'number', value, shown: 'hex' } : { kind: 'number', value };
};

/** The number, or why there is none. */
const result = (operator: ArithmeticOperator, a: bigint, b: bigint): bigint | Message => {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0n ? say('query.division-by-zero') : a / b;
    case '%':
      return b === 0n ? say('query.division-by-zero') : a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
    case '>>':
      if (b < 0n || b > BigInt(MAX_BITS)) return say('query.shift', { count: b });
      return operator === '<<' ? a << b : a >> b;
  }
};

/** `flags & MAP_FIXED` where no table gives the word's number: the log's own words decide. */
const flagTest = (left: QueryValue, right: QueryValue): QueryValue | undefined => {
  const [flags, word] = left.kind === 'symbol' ? [right, left] : [left, right];
  return flags.kind === 'number' && flags.symbols !== undefined && word.kind === 'symbol'
    ? booleanValue(flags.symbols.includes(word.name))
    : undefined;
};

const notNumbers = (operator: string, left: QueryValue, right: QueryValue): QueryValue => {
  const odd = left.kind === 'number' ? right : left;
  return unknownValue(
    odd.kind === 'symbol'
      ? say('query.number-unknown', { name: odd.name })
      : say('query.needs-numbers', { operator, kind: kindName(odd) }),
  );
};

export const negatedNumber = (value: QueryValue): QueryValue =>
  overNumber(value, '-', (number) => ({ kind: 'number', value: -number.value }));

export const complement = (value: QueryValue): QueryValue =>
  overNumber(value, '~', (number) => ({ kind: 'number', value: ~number.value, shown: 'hex' }));

const overNumber = (
  value: QueryValue,
  operator: string,
  change: (number: NumberValue) => NumberValue,
): QueryValue => {
  if (value.kind === 'unknown') return value;
  return value.kind === 'number' ? change(value) : notNumbers(operator, value, value);
};
