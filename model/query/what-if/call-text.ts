/**
 * Where the parts of a call stand that somebody writes, whole or half written:
 *
 *     mremap ( 0x7f0000000000 , 64*1024 , {…} ) = -1 ENOMEM ; munmap(…)
 *     name     args[0]          args[1]   args[2]  answer      the next call
 *
 * Only brackets, quotes and commas are looked at: what an argument means is read behind this (argument-text.ts), and by the
 * log's own grammar.
 */
import type { Span } from '../../trace/span';

/** No person writes a longer one. */
export const LONGEST_TEXT = 10_000;

export interface CallText {
  readonly name: string;
  readonly nameSpan: Span;
  /** Without the blanks around them. Of a half-written call the last may be empty. */
  readonly args: readonly Span[];
  /** Where the closing parenthesis stands; undefined: the text ends before it. */
  readonly close: number | undefined;
  /** From the '=' on, where an answer is written; without the blanks around it. */
  readonly answer: Span | undefined;
  /** What stands behind the parenthesis and is no answer. */
  readonly rest: Span | undefined;
}

/** The calls of a text, one behind the other: on lines of their own, or with ';' between them. */
export function callsIn(text: string): readonly Span[] {
  const calls: Span[] = [];
  let from = 0;
  let depth = 0;
  const add = (end: number): void => {
    const span = trimmed(text, from, end);
    if (span.start < span.end) calls.push(span);
    from = end + 1;
  };
  for (let at = 0; at < text.length; at = next(text, at, text.length)) {
    const c = text[at];
    if (isOpening(c)) depth++;
    else if (isClosing(c)) depth = Math.max(0, depth - 1);
    else if ((c === ';' || c === '\n') && depth === 0) add(at);
  }
  add(text.length);
  return calls;
}

const NAME = /^[A-Za-z_]\w*$/;

/** Undefined where the text does not begin as a call does: a name and a parenthesis. */
export function readCallText(text: string, { start, end }: Span): CallText | undefined {
  const open = text.indexOf('(', start);
  if (open < 0 || open >= end) return undefined;
  const nameSpan = trimmed(text, start, open);
  const name = text.slice(nameSpan.start, nameSpan.end);
  if (!NAME.test(name)) return undefined;
  const { parts, close } = partsOf(text, open + 1, end);
  const only = parts.length === 1 ? parts[0] : undefined;
  const args = only !== undefined && only.start === only.end && close !== undefined ? [] : parts;
  const behind = close === undefined ? undefined : trimmed(text, close + 1, end);
  const isEmpty = behind === undefined || behind.start === behind.end;
  const isAnswer = !isEmpty && text[behind.start] === '=' && text[behind.start + 1] !== '=';
  return {
    name,
    nameSpan,
    args,
    close,
    answer: isAnswer ? behind : undefined,
    rest: isEmpty || isAnswer ? undefined : behind,
  };
}

/** The parts between commas from `from` on, up to the bracket that closes them. At least one, which may be empty. */
export function partsOf(
  text: string,
  from: number,
  end: number,
): { readonly parts: readonly Span[]; readonly close: number | undefined } {
  const parts: Span[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < end; at = next(text, at, end)) {
    const c = text[at];
    if (isOpening(c)) depth++;
    else if (isClosing(c)) {
      if (depth === 0) {
        parts.push(trimmed(text, start, at));
        return { parts, close: at };
      }
      depth--;
    } else if (c === ',' && depth === 0) {
      parts.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  parts.push(trimmed(text, start, end));
  return { parts, close: undefined };
}

const isOpening = (c: string | undefined): boolean => c === '(' || c === '{' || c === '[';
const isClosing = (c: string | undefined): boolean => c === ')' || c === '}' || c === ']';

/** The next place to look at: strings and the targets of descriptors (`3</tmp/a,b>`) are passed whole. */
function next(text: string, at: number, end: number): number {
  const c = text[at];
  if (c === '"') return stringEnd(text, at, end);
  if (c === '<' && /\w/.test(text[at - 1] ?? '') && /[^\s<=\d]/.test(text[at + 1] ?? '')) {
    const close = text.indexOf('>', at);
    if (close > 0 && close < end) return close + 1;
  }
  return at + 1;
}

/** Behind the closing quote; the end where there is none. */
function stringEnd(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return end;
}

export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
