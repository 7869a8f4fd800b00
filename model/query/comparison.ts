/**
 * Comparing values. Kinds that can't be compared give an unknown that says so, never a silent false: a condition with a
 * fault must not look like one that did not hold.
 */
import { say } from '../why/message';
import { matchesGlob } from './glob';
import type { ComparisonOperator } from './syntax';
import { booleanValue, kindName, truthOf, unknownValue, type NumberValue, type QueryValue } from './value';

export const compare = (operator: ComparisonOperator, left: QueryValue, right: QueryValue): QueryValue => {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return negated(equal(left, right));
    case '=~':
      return glob(left, right);
    case '!~':
      return negated(glob(left, right));
    case 'in':
      return within(left, right);
    default:
      return ordered(operator, left, right);
  }
};

export const negated = (value: QueryValue): QueryValue => {
  const truth = truthOf(value);
  return truth === undefined ? value : booleanValue(!truth);
};

const incomparable = (left: QueryValue, right: QueryValue): QueryValue =>
  unknownValue(say('query.not-compared', { left: kindName(left), right: kindName(right) }));

const equal = (left: QueryValue, right: QueryValue): QueryValue => {
  if (left.kind === 'nothing' || right.kind === 'nothing') return booleanValue(left.kind === right.kind);
  if (left.kind === 'number' && right.kind === 'number') return booleanValue(left.value === right.value);
  if (left.kind === 'boolean' && right.kind === 'boolean') return booleanValue(left.value === right.value);
  if (left.kind === 'range' && right.kind === 'range') {
    return booleanValue(left.from === right.from && left.to === right.to);
  }
  const a = wordOf(left);
  const b = wordOf(right);
  if (a !== undefined && b !== undefined) return booleanValue(a === b);
  const symbol = left.kind === 'symbol' ? left : right.kind === 'symbol' ? right : undefined;
  if (symbol !== undefined && (left.kind === 'number' || right.kind === 'number')) {
    return unknownValue(say('query.number-unknown', { name: symbol.name }));
  }
  return incomparable(left, right);
};

/** A value as a word: a text, a symbol, or a number that the log wrote as words. */
const wordOf = (value: QueryValue): string | undefined => {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'symbol':
      return value.name;
    case 'number':
      return value.symbols?.join('|');
    default:
      return undefined;
  }
};

const ordered = (operator: '<' | '<=' | '>' | '>=', left: QueryValue, right: QueryValue): QueryValue => {
  if (left.kind === 'number' && right.kind === 'number') {
    return booleanValue(holds(operator, left.value, right.value));
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return booleanValue(holds(operator, left.value, right.value));
  }
  return incomparable(left, right);
};

const holds = <T extends bigint | string>(operator: '<' | '<=' | '>' | '>=', a: T, b: T): boolean => {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

const glob = (left: QueryValue, right: QueryValue): QueryValue => {
  if (left.kind === 'nothing') return booleanValue(false);
  const text = wordOf(left);
  return text === undefined || right.kind !== 'string'
    ? unknownValue(say('query.not-matched', { left: kindName(left), right: kindName(right) }))
    : booleanValue(matchesGlob(text, right.value));
};

/** In a range, a list, a text, or the range of a record. */
const within = (left: QueryValue, right: QueryValue): QueryValue => {
  switch (right.kind) {
    case 'range':
      return withinRange(left, right.from, right.to);
    case 'list':
      return withinList(left, right.items);
    case 'string': {
      const word = wordOf(left);
      return word === undefined ? incomparable(left, right) : booleanValue(right.value.includes(word));
    }
    case 'record': {
      const start = right.member('start');
      const end = right.member('end');
      return start?.kind === 'number' && end?.kind === 'number'
        ? withinRange(left, start.value, end.value)
        : incomparable(left, right);
    }
    case 'number':
      return hasSymbol(left, right) ?? incomparable(left, right);
    default:
      return incomparable(left, right);
  }
};

const withinRange = (left: QueryValue, from: bigint, to: bigint): QueryValue => {
  if (left.kind === 'number') return booleanValue(from <= left.value && left.value < to);
  if (left.kind === 'range') return booleanValue(from <= left.from && left.to <= to);
  return unknownValue(say('query.not-in-range', { left: kindName(left) }));
};

/** True as soon as one is equal, even where others can't be compared. */
const withinList = (left: QueryValue, items: readonly QueryValue[]): QueryValue => {
  let open: QueryValue | undefined;
  for (const item of items) {
    const answer = item.kind === 'range' ? compare('in', left, item) : compare('==', left, item);
    if (truthOf(answer) === true) return answer;
    if (answer.kind === 'unknown') open ??= answer;
  }
  return open ?? booleanValue(false);
};

/** `PROT_WRITE in prot`. */
const hasSymbol = (left: QueryValue, flags: NumberValue): QueryValue | undefined => {
  if (left.kind === 'number') return booleanValue((flags.value & left.value) === left.value);
  return left.kind === 'symbol' && flags.symbols !== undefined
    ? booleanValue(flags.symbols.includes(left.name))
    : undefined;
};
