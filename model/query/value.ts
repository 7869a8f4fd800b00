/**
 * What a query works with. Numbers are exact at any size; what a log does not tell is a value too, and says why.
 */
import type { Message } from '../why/message-shape';
import { say, textOf as said } from '../why/message';
import type { Language } from '../why/words/language';

export type QueryValue =
  | NumberValue
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A word of the kernel's interface whose number is not known here: `ENOMEM`. */
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly QueryValue[] }
  /** Half-open. */
  | { readonly kind: 'range'; readonly from: bigint; readonly to: bigint }
  | RecordValue
  /** There is none: the path of a call that takes no path. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly because: Message };

export interface NumberValue {
  readonly kind: 'number';
  readonly value: bigint;
  /** How it is shown; decimal unless said. */
  readonly shown?: 'hex';
  /** The words it was written as, joined by `|` in a log: `['PROT_READ', 'PROT_WRITE']`. */
  readonly symbols?: readonly string[];
}

/** Something with parts: a VMA. One with `start` and `end` is a range to `in`. */
export interface RecordValue {
  readonly kind: 'record';
  /** The whole of it in a line. */
  readonly text: string;
  member(name: string): QueryValue | undefined;
}

export const numberValue = (value: bigint | number, shown?: 'hex'): NumberValue => ({
  kind: 'number',
  value: BigInt(value),
  ...(shown && { shown }),
});
export const stringValue = (value: string): QueryValue => ({ kind: 'string', value });
export const booleanValue = (value: boolean): QueryValue => ({ kind: 'boolean', value });
export const unknownValue = (because: Message): QueryValue => ({ kind: 'unknown', because });
export const NOTHING: QueryValue = { kind: 'nothing' };

/** Whether a condition holds; undefined where it can't be told. Numbers hold unless 0, texts and lists unless empty. */
export const truthOf = (value: QueryValue): boolean | undefined => {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'number':
      return value.value !== 0n;
    case 'string':
      return value.value !== '';
    case 'list':
      return value.items.length > 0;
    case 'range':
      return value.from < value.to;
    case 'symbol':
    case 'record':
      return true;
    case 'nothing':
      return false;
    case 'unknown':
      return undefined;
  }
};

/** The value in a line, as logpoints, the console and hovers show it. */
export const textOf = (value: QueryValue, language?: Language): string => {
  switch (value.kind) {
    case 'number':
      if (value.symbols !== undefined && value.symbols.length > 0) return value.symbols.join('|');
      return value.shown === 'hex' ? hex(value.value) : value.value.toString();
    case 'string':
      return value.value;
    case 'boolean':
      return String(value.value);
    case 'symbol':
      return value.name;
    case 'list':
      return `[${value.items.map((item) => textOf(item, language)).join(', ')}]`;
    case 'range':
      return `${hex(value.from)}..${hex(value.to)}`;
    case 'record':
      return value.text;
    case 'nothing':
      return said(say('query.nothing'), language);
    case 'unknown':
      return said(say('query.unknown', { because: value.because }), language);
  }
};

const hex = (value: bigint): string =>
  value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;

/** The kind as sentences name it. */
export const kindName = ({ kind }: QueryValue): Message => say(`query.kind.${kind}`);
