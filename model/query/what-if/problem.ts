/** What is wrong with a call that somebody wrote, and where in the text. */
import type { Message } from '../../why/message-shape';
import { quote, say, type MessageKey } from '../../why/message';
import type { Span } from '../../trace/span';
import { nearest } from './nearest';

export interface Problem extends Span {
  /** What stands there, and what to write instead. */
  readonly message: Message;
}

export const problem = (span: Span, message: Message): Problem => ({
  start: span.start,
  end: Math.max(span.end, span.start),
  message,
});

export const isProblem = (value: object): value is Problem => 'message' in value && 'start' in value;

/** 1-based, as editors count. */
export const columnOf = ({ start }: Problem): number => start + 1;

const SHOWN = 60;
export const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A word that is not known, with those that may have been meant. */
export function unknownWord(
  span: Span,
  word: string,
  known: Iterable<string>,
  keys: { readonly alone: MessageKey; readonly near: MessageKey },
  values: Readonly<Record<string, string>> = {},
): Problem {
  const near = nearest(word, known);
  const all = { ...values, word: shortened(word) };
  return problem(
    span,
    near.length === 0 ? say(keys.alone, all) : say(keys.near, { ...all, near: near.map(quote) }),
  );
}
