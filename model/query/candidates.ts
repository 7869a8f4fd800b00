/**
 * What can stand at a place of a half-written query: for completion while somebody types.
 */
import { tokensOf } from './lexer';
import { isError, type Token } from './token';
import { unitNames } from './units';

export interface Candidate {
  /** The text to put in. */
  readonly text: string;
  readonly kind: 'name' | 'function' | 'member' | 'value' | 'operator' | 'unit';
  /** One line about it. */
  readonly detail?: string;
}

/** The words that whoever evaluates the query knows. */
export interface Vocabulary {
  /** Names and functions for a scope's lookup and call. */
  readonly names: readonly Candidate[];
  /** Members of what a path names: `['vma']` for `vma(...).`, `['args']`. */
  members(path: readonly string[]): readonly Candidate[];
  /** What a name is usually compared with: errors for `errno`, call names for `call`. */
  values(name: string): readonly Candidate[];
}

export interface Completion {
  /** Offsets of the text that a candidate replaces: the word begun. */
  readonly start: number;
  readonly end: number;
  /** Those that begin with what is there, in the vocabulary's order. */
  readonly candidates: readonly Candidate[];
}

const operators: readonly Candidate[] = ['==', '!=', '<', '<=', '>', '>=', '=~', 'in', '&&', '||', '&'].map(
  (text) => ({ text, kind: 'operator' }),
);
const units: readonly Candidate[] = unitNames.map((text) => ({ text, kind: 'unit' }));
const COMPARES: ReadonlySet<string> = new Set(['==', '!=', '=~', '!~', 'in']);

/** At `offset` UTF-16 units into the text; what stands behind it does not count. */
export const candidatesAt = (text: string, offset: number, words: Vocabulary): Completion => {
  const typed = text.slice(0, offset);
  const { before, begun, start, inText } = lastWord(typed);
  const all = inText ? quotedValues(before, words) : fitting(before, words);
  return { start, end: offset, candidates: all.filter(({ text: word }) => word.startsWith(begun)) };
};

interface LastWord {
  /** The tokens before the word. */
  readonly before: readonly Token[];
  readonly begun: string;
  readonly start: number;
  /** In a text whose quote is still open. */
  readonly inText: boolean;
}

const lastWord = (typed: string): LastWord => {
  const read = tokensOf(typed);
  const broken = isError(read) ? read : undefined;
  const complete = broken === undefined ? read : tokensOf(typed.slice(0, broken.start));
  const tokens = isError(complete) ? [] : complete.slice(0, -1);
  if (broken !== undefined) {
    const inText = '"\''.includes(typed.charAt(broken.start));
    const start = inText ? broken.start + 1 : typed.length;
    return { before: tokens, begun: typed.slice(start), start, inText };
  }
  const last = tokens.at(-1);
  const touches = last?.kind === 'name' && last.end === typed.length;
  return touches
    ? { before: tokens.slice(0, -1), begun: last.text, start: last.start, inText: false }
    : { before: tokens, begun: '', start: typed.length, inText: false };
};

const fitting = (before: readonly Token[], words: Vocabulary): readonly Candidate[] => {
  const last = before.at(-1);
  if (last === undefined) return words.names;
  if (last.kind === 'operator' && last.text === '.')
    return words.members(pathBefore(before, before.length - 1));
  const compared = comparedName(before);
  if (compared !== undefined) return [...words.values(compared).map(quoted), ...words.names];
  if (last.kind === 'number' || last.kind === 'fraction') return [...units, ...operators];
  const isOperand = last.kind === 'name' ? !isWordOperator(last.text) : last.kind === 'string';
  const closes = last.kind === 'operator' && (last.text === ')' || last.text === ']');
  return isOperand || closes ? operators : words.names;
};

const quotedValues = (before: readonly Token[], words: Vocabulary): readonly Candidate[] => {
  const compared = comparedName(before);
  return compared === undefined ? [] : words.values(compared);
};

/** A word in capitals needs no quotes. */
const quoted = (candidate: Candidate): Candidate =>
  candidate.text === candidate.text.toUpperCase() ? candidate : { ...candidate, text: `"${candidate.text}"` };

/** `errno ==` or `call in [ "mmap",`: the name in front of the comparison. */
const comparedName = (before: readonly Token[]): string | undefined => {
  let at = before.length - 1;
  while (at > 0 && isInList(before[at])) at--;
  const operator = before[at];
  const name = before[at - 1];
  const text = operator?.kind === 'operator' || operator?.kind === 'name' ? operator.text : '';
  return COMPARES.has(text) && name?.kind === 'name' ? name.text : undefined;
};

const isInList = (token: Token | undefined): boolean =>
  token?.kind === 'string' || (token?.kind === 'operator' && (token.text === ',' || token.text === '['));

const isWordOperator = (text: string): boolean => ['and', 'or', 'not', 'in'].includes(text);

/** `a.b` before the point at `dot`; what is in brackets or parentheses is passed over. */
const pathBefore = (tokens: readonly Token[], dot: number): readonly string[] => {
  const path: string[] = [];
  let at = dot - 1;
  while (at >= 0) {
    at = beforeBrackets(tokens, at);
    const token = tokens[at];
    if (token?.kind !== 'name') break;
    path.unshift(token.text);
    const point = tokens[at - 1];
    if (point?.kind !== 'operator' || point.text !== '.') break;
    at -= 2;
  }
  return path;
};

const beforeBrackets = (tokens: readonly Token[], from: number): number => {
  let depth = 0;
  for (let at = from; at >= 0; at--) {
    const token = tokens[at];
    const text = token?.kind === 'operator' ? token.text : '';
    if (text === ')' || text === ']') depth++;
    else if (text === '(' || text === '[') depth--;
    else if (depth === 0) return at;
  }
  return -1;
};
