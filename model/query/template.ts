/**
 * A logpoint's message: text with queries in braces, `mapped {length} bytes at {result}`. `{{` and `}}` are braces.
 */
import { say } from '../why/message';
import type { Language } from '../why/words/language';
import { evaluate } from './evaluator';
import { parseQuery } from './parser';
import type { Scope } from './scope';
import type { Query } from './syntax';
import { queryError, type QueryError } from './token';
import { textOf } from './value';

export interface Template {
  readonly parts: readonly (string | Query)[];
}

export type ParsedTemplate =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly error: QueryError };

export const parseTemplate = (text: string): ParsedTemplate => {
  const parts: (string | Query)[] = [];
  let words = '';
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const isBrace = character === '{' || character === '}';
    if (!isBrace || text.charAt(at + 1) === character) {
      words += character;
      at += isBrace ? 2 : 1;
      continue;
    }
    const place = { start: at, end: at + 1 };
    if (character === '}') {
      return { ok: false, error: queryError(place, say('query.brace-unopened')) };
    }
    const end = closingBrace(text, at + 1);
    if (end === undefined) {
      return { ok: false, error: queryError(place, say('query.brace-unclosed')) };
    }
    const parsed = parseQuery(text.slice(at + 1, end));
    if (!parsed.ok) return { ok: false, error: moved(parsed.error, at + 1) };
    if (words !== '') parts.push(words);
    words = '';
    parts.push(parsed.query);
    at = end + 1;
  }
  if (words !== '') parts.push(words);
  return { ok: true, template: { parts } };
};

export const fillTemplate = ({ parts }: Template, scope: Scope, language?: Language): string =>
  parts.map((part) => (typeof part === 'string' ? part : textOf(evaluate(part, scope), language))).join('');

/** Queries have no braces but in texts. */
const closingBrace = (text: string, from: number): number | undefined => {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === '' && character === '}') return at;
    if (quote !== '' && character === '\\') at++;
    else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return undefined;
};

const moved = (error: QueryError, by: number): QueryError =>
  queryError({ start: error.start + by, end: error.end + by }, error.message);
