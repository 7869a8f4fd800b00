/**
 * The words of a query. Places are offsets in UTF-16 units, from 0, end not included.
 */
import type { Message } from '../why/message-shape';
import { say } from '../why/message';

export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Token = Place &
  (
    | { readonly kind: 'number'; readonly value: bigint; readonly isHex: boolean }
    /** Digits with a point: whole only together with a unit. `digits` / 10 ** `decimals`. */
    | { readonly kind: 'fraction'; readonly digits: bigint; readonly decimals: number }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'name'; readonly text: string }
    | { readonly kind: 'operator'; readonly text: Operator }
    | { readonly kind: 'end' }
  );

/** Longest first: the lexer takes the first that fits. */
export const OPERATORS = [
  ...(['&&', '||', '==', '!=', '<=', '>=', '<<', '>>', '=~', '!~', '..'] as const),
  ...(['<', '>', '!', '&', '|', '^', '~', '+', '-', '*', '/', '%'] as const),
  ...(['(', ')', '[', ']', ',', '.'] as const),
] as const;
export type Operator = (typeof OPERATORS)[number];

/** What is wrong with a query, and where. */
export interface QueryError extends Place {
  /** One sentence: what stands there and what was expected. */
  readonly message: Message;
  /** 1-based column of `start`, as editors count. */
  readonly column: number;
}

export const queryError = (place: Place, message: Message): QueryError => ({
  start: place.start,
  end: place.end,
  column: place.start + 1,
  message,
});

export const isError = (value: object): value is QueryError => 'message' in value && 'column' in value;

/** The token as an error names it. */
export const shownToken = (token: Token): Message | string => {
  switch (token.kind) {
    case 'number':
      return token.isHex ? `0x${token.value.toString(16)}` : token.value.toString();
    case 'fraction':
      return say('query.number-with-point');
    case 'string':
      return JSON.stringify(token.value);
    case 'name':
    case 'operator':
      return token.text;
    case 'end':
      return '';
  }
};
