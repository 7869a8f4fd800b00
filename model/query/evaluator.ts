/**
 * Evaluates a query. Never throws; what can't be known comes out as unknown, with the reason. Logic is three-valued:
 * `false && unknown` is false, `true || unknown` is true.
 */
import { say } from '../why/message';
import { calculate, complement, negatedNumber } from './arithmetic';
import { compare, negated } from './comparison';
import type { Scope } from './scope';
import type { Expression, Query } from './syntax';
import {
  booleanValue,
  kindName,
  NOTHING,
  numberValue,
  truthOf,
  unknownValue,
  type QueryValue,
} from './value';

export const evaluate = (query: Query, scope: Scope): QueryValue => valueOf(query.root, scope);

const valueOf = (node: Expression, scope: Scope): QueryValue => {
  switch (node.kind) {
    case 'number':
      return numberValue(node.value, node.isHex ? 'hex' : undefined);
    case 'string':
    case 'boolean':
      return node.kind === 'string'
        ? { kind: 'string', value: node.value }
        : { kind: 'boolean', value: node.value };
    case 'name':
      return named(node.name, scope);
    case 'member':
      return memberOf(valueOf(node.of, scope), node.name);
    case 'index':
      return itemOf(valueOf(node.of, scope), valueOf(node.at, scope));
    case 'call':
      return called(node, scope);
    case 'list':
      return { kind: 'list', items: node.items.map((item) => valueOf(item, scope)) };
    case 'range':
      return rangeOf(valueOf(node.from, scope), valueOf(node.to, scope));
    case 'unary':
      return unary(node.operator, valueOf(node.operand, scope));
    case 'arithmetic':
      return calculate(node.operator, valueOf(node.left, scope), valueOf(node.right, scope));
    case 'comparison':
      return compare(node.operator, valueOf(node.left, scope), valueOf(node.right, scope));
    case 'logic':
      return logic(node, scope);
  }
};

/** Words in capitals are the kernel's: flags and errors. Others must be known. */
const named = (name: string, scope: Scope): QueryValue => {
  const value = scope.lookup(name);
  if (value !== undefined) return value;
  if (name === 'NULL') return numberValue(0n, 'hex');
  return isSymbol(name) ? { kind: 'symbol', name } : unknownValue(say('query.no-name', { name }));
};

/** `ENOMEM`, `MAP_FIXED`, `SIGSEGV`. */
export const isSymbol = (name: string): boolean =>
  name.length > 1 && name === name.toUpperCase() && !name.startsWith('$');

const memberOf = (of: QueryValue, name: string): QueryValue => {
  if (of.kind === 'unknown') return of;
  if (of.kind === 'nothing') return NOTHING;
  if (of.kind === 'range' && (name === 'start' || name === 'end')) {
    return numberValue(name === 'start' ? of.from : of.to, 'hex');
  }
  if (of.kind === 'list' && name === 'length') return numberValue(of.items.length);
  const member = of.kind === 'record' ? of.member(name) : undefined;
  return (
    member ??
    unknownValue(say('query.no-member', { of: of.kind === 'record' ? of.text : kindName(of), name }))
  );
};

/** Lists count from 0; a record can be asked for a member by text. */
const itemOf = (of: QueryValue, at: QueryValue): QueryValue => {
  if (of.kind === 'unknown') return of;
  if (at.kind === 'unknown') return at;
  if (of.kind === 'nothing') return NOTHING;
  if (at.kind === 'string') return memberOf(of, at.value);
  if (of.kind !== 'list' || at.kind !== 'number') {
    return unknownValue(say('query.not-indexed', { of: kindName(of), at: kindName(at) }));
  }
  const item = at.value < 0n || at.value > BigInt(of.items.length) ? undefined : of.items[Number(at.value)];
  return item ?? unknownValue(say('query.no-item', { at: at.value, count: of.items.length }));
};

const called = (node: Expression & { readonly kind: 'call' }, scope: Scope): QueryValue => {
  const args = node.args.map((arg) => valueOf(arg, scope));
  return scope.call?.(node.name, args) ?? unknownValue(say('query.no-function', { name: node.name }));
};

const rangeOf = (from: QueryValue, to: QueryValue): QueryValue => {
  if (from.kind === 'unknown') return from;
  if (to.kind === 'unknown') return to;
  return from.kind === 'number' && to.kind === 'number'
    ? { kind: 'range', from: from.value, to: to.value }
    : unknownValue(say('query.range-of-numbers'));
};

const unary = (operator: '!' | '-' | '~', operand: QueryValue): QueryValue => {
  if (operator === '!') return negated(operand);
  return operator === '-' ? negatedNumber(operand) : complement(operand);
};

const logic = (node: Expression & { readonly kind: 'logic' }, scope: Scope): QueryValue => {
  // The answer that decides alone: false for &&, true for ||.
  const deciding = node.operator === '||';
  const left = valueOf(node.left, scope);
  if (truthOf(left) === deciding) return booleanValue(deciding);
  const right = valueOf(node.right, scope);
  if (truthOf(right) === deciding) return booleanValue(deciding);
  if (truthOf(left) === undefined) return left;
  return truthOf(right) === undefined ? right : booleanValue(!deciding);
};
