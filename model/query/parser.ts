/**
 * Text to tree, by recursive descent. Binding, loosest first:
 *
 *     ||  or            not  !              |  ^  &         << >>
 *     &&  and           == != < <= > >=     (bit operations bind tighter than comparisons, unlike in C:
 *                       =~ !~ in  ..         args[2] & PROT_WRITE == 0 asks what it seems to ask)
 *     + -    * / %    unary - ~ !    . [ ] ( )
 */
import type { Message } from '../why/message-shape';
import { say } from '../why/message';
import { tokensOf } from './lexer';
import type { ArithmeticOperator, ComparisonOperator, Expression, LogicOperator, Query } from './syntax';
import { isError, queryError, shownToken, type Place, type QueryError, type Token } from './token';
import { withUnit, type NumberToken } from './units';

export type ParsedQuery =
  { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly error: QueryError };

/** Parentheses and prefixes nested deeper than any person nests them. */
const MAX_DEPTH = 100;

export const parseQuery = (text: string): ParsedQuery => {
  const tokens = tokensOf(text);
  if (isError(tokens)) return { ok: false, error: tokens };
  const parser = new Parser(tokens);
  const root = parser.whole();
  return isError(root)
    ? { ok: false, error: root }
    : { ok: true, query: { text, root, names: parser.names } };
};

type Parsed = Expression | QueryError;

const WORDS: Readonly<Record<string, LogicOperator | 'not' | 'in'>> = {
  and: '&&',
  or: '||',
  not: 'not',
  in: 'in',
};

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>=', '=~', '!~'];
const isComparison = (text: string): text is ComparisonOperator => COMPARISONS.includes(text);

/** Loosest first. */
const ARITHMETIC: readonly (readonly ArithmeticOperator[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

class Parser {
  readonly names = new Set<string>();
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Parsed {
    const root = this.#expression();
    if (isError(root) || this.#next.kind === 'end') return root;
    return this.#unexpected(say('query.operator-or-end'));
  }

  get #next(): Token {
    const token = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)];
    return token ?? { kind: 'end', start: 0, end: 0 };
  }

  #take(): Token {
    const token = this.#next;
    this.#at++;
    return token;
  }

  #isOperator(text: string): boolean {
    return this.#next.kind === 'operator' && this.#next.text === text;
  }

  /** The next token as an operator, words included. */
  get #operator(): string | undefined {
    const next = this.#next;
    if (next.kind === 'operator') return next.text;
    return next.kind === 'name' ? WORDS[next.text] : undefined;
  }

  #unexpected(expected: Message): QueryError {
    const next = this.#next;
    return queryError(
      next,
      next.kind === 'end'
        ? say('query.ends', { expected })
        : say('query.unexpected', { found: shownToken(next), expected }),
    );
  }

  #expect(text: ')' | ']'): Token | QueryError {
    return this.#isOperator(text) ? this.#take() : this.#unexpected(say('query.quoted', { text }));
  }

  #expression(): Parsed {
    if (this.#depth >= MAX_DEPTH) return queryError(this.#next, say('query.too-deep'));
    this.#depth++;
    const result = this.#logic('||', () => this.#logic('&&', () => this.#negation()));
    this.#depth--;
    return result;
  }

  #logic(operator: LogicOperator, operand: () => Parsed): Parsed {
    let left = operand();
    while (!isError(left) && this.#operator === operator) {
      this.#take();
      const right = operand();
      if (isError(right)) return right;
      left = { kind: 'logic', operator, left, right, ...around(left, right) };
    }
    return left;
  }

  /** `not a == b` denies the comparison; `!a == b` only a. */
  #negation(): Parsed {
    if (this.#operator !== 'not') return this.#comparison();
    return this.#prefixed(() => this.#negation(), '!');
  }

  #comparison(): Parsed {
    const left = this.#range();
    const operator = this.#operator;
    if (isError(left) || operator === undefined || !(operator === 'in' || isComparison(operator)))
      return left;
    this.#take();
    const right = this.#range();
    if (isError(right)) return right;
    if (this.#operator === 'in' || isComparison(this.#operator ?? '')) {
      return queryError(this.#next, say('query.chained'));
    }
    return { kind: 'comparison', operator, left, right, ...around(left, right) };
  }

  #range(): Parsed {
    const from = this.#arithmetic(0);
    if (isError(from) || !this.#isOperator('..')) return from;
    this.#take();
    const to = this.#arithmetic(0);
    return isError(to) ? to : { kind: 'range', from, to, ...around(from, to) };
  }

  #arithmetic(level: number): Parsed {
    const operators = ARITHMETIC[level];
    if (operators === undefined) return this.#unary();
    let left = this.#arithmetic(level + 1);
    for (;;) {
      const operator = operators.find((text) => this.#isOperator(text));
      if (isError(left) || operator === undefined) return left;
      this.#take();
      const right = this.#arithmetic(level + 1);
      if (isError(right)) return right;
      left = { kind: 'arithmetic', operator, left, right, ...around(left, right) };
    }
  }

  #unary(): Parsed {
    const operator = (['!', '-', '~'] as const).find((text) => this.#isOperator(text));
    return operator === undefined ? this.#postfix() : this.#prefixed(() => this.#unary(), operator);
  }

  #prefixed(operandOf: () => Parsed, operator: '!' | '-' | '~'): Parsed {
    if (this.#depth >= MAX_DEPTH) return queryError(this.#next, say('query.too-deep'));
    this.#depth++;
    const { start } = this.#take();
    const operand = operandOf();
    this.#depth--;
    return isError(operand) ? operand : { kind: 'unary', operator, operand, start, end: operand.end };
  }

  #postfix(): Parsed {
    let of = this.#primary();
    for (;;) {
      if (isError(of)) return of;
      if (this.#isOperator('.')) of = this.#member(of);
      else if (this.#isOperator('[')) of = this.#index(of);
      else return of;
    }
  }

  #member(of: Expression): Parsed {
    this.#take();
    const name = this.#next;
    if (name.kind !== 'name') return this.#unexpected(say('query.a-name'));
    this.#take();
    return { kind: 'member', of, name: name.text, start: of.start, end: name.end };
  }

  #index(of: Expression): Parsed {
    this.#take();
    const at = this.#expression();
    if (isError(at)) return at;
    const close = this.#expect(']');
    return isError(close) ? close : { kind: 'index', of, at, start: of.start, end: close.end };
  }

  #primary(): Parsed {
    const token = this.#next;
    switch (token.kind) {
      case 'number':
      case 'fraction':
        this.#take();
        return this.#quantity(token);
      case 'string':
        this.#take();
        return { kind: 'string', value: token.value, start: token.start, end: token.end };
      case 'name':
        return this.#operator === undefined ? this.#named(token) : this.#unexpected(say('query.a-value'));
      case 'operator':
        if (token.text === '(') return this.#parenthesis();
        return token.text === '[' ? this.#list() : this.#unexpected(say('query.a-value'));
      case 'end':
        return this.#unexpected(say('query.a-value'));
    }
  }

  #quantity(token: NumberToken): Parsed {
    const { quantity, takesNext } = withUnit(token, this.#next);
    if (takesNext) this.#take();
    return quantity;
  }

  #named(token: Token & { readonly kind: 'name' }): Parsed {
    this.#take();
    const { start, end, text } = token;
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', start, end };
    if (!this.#isOperator('(')) {
      this.names.add(text);
      return { kind: 'name', name: text, start, end };
    }
    this.#take();
    const args = this.#items(')');
    if (isError(args)) return args;
    this.names.add(text);
    return { kind: 'call', name: text, args: args.items, start, end: args.end };
  }

  #parenthesis(): Parsed {
    const { start } = this.#take();
    const inner = this.#expression();
    if (isError(inner)) return inner;
    const close = this.#expect(')');
    return isError(close) ? close : { ...inner, start, end: close.end };
  }

  #list(): Parsed {
    const { start } = this.#take();
    const list = this.#items(']');
    return isError(list) ? list : { kind: 'list', items: list.items, start, end: list.end };
  }

  #items(close: ')' | ']'): { readonly items: readonly Expression[]; readonly end: number } | QueryError {
    const items: Expression[] = [];
    while (!this.#isOperator(close)) {
      if (items.length > 0 && !this.#isOperator(','))
        return this.#unexpected(say('query.either', { one: ',', other: close }));
      if (items.length > 0) this.#take();
      const item = this.#expression();
      if (isError(item)) return item;
      items.push(item);
    }
    return { items, end: this.#take().end };
  }
}

const around = (left: Place, right: Place): Place => ({ start: left.start, end: right.end });
