/**
 * Sentences as data. A message is a key with values; templates give it words in a language, and a front end decides what
 * a link to a line looks like. English stands here because it is what every other language falls back to.
 */
import type { EventIndex, LineNumber } from '../trace/positions';
import type { Message, MessageValue } from './explanation';
import { english } from './words-english';

export type MessageKey = keyof typeof english;

/** Templates of another language; a key it lacks is said in English. */
export type Templates = Readonly<Partial<Record<MessageKey, string>>>;

export const say = (key: MessageKey, values: Readonly<Record<string, MessageValue>> = {}): Message => ({
  key,
  values,
});

/** Words that come from a rule itself (its demand), already a sentence. */
export const quote = (text: string): Message => ({ key: 'text', values: { text } });

export interface LineReference {
  readonly event: EventIndex;
  readonly line: LineNumber;
}
export type MessagePart = string | (LineReference & { readonly text: string });

const isLine = (value: MessageValue): value is LineReference => typeof value === 'object';

/**
 * The message as parts: plain text and references to lines. `{name}` in a template stands for the value of that name; a
 * name without value stays as it is, so that a fault in a translation shows instead of hiding a number.
 */
export function partsOf(message: Message, templates: Templates = {}): readonly MessagePart[] {
  const words: Readonly<Record<string, string | undefined>> = english;
  const translated: Readonly<Record<string, string | undefined>> = templates;
  const template = translated[message.key] ?? words[message.key] ?? message.key;
  const lineWord = translated['line'] ?? english.line;
  const parts: MessagePart[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    parts.push(template.slice(at, match.index));
    at = match.index + match[0].length;
    const value = message.values[match[1] ?? ''];
    if (value === undefined) parts.push(match[0]);
    else if (isLine(value)) parts.push({ ...value, text: lineWord.replace('{n}', String(value.line)) });
    else parts.push(String(value));
  }
  parts.push(template.slice(at));
  return parts.filter((part) => part !== '');
}

/** The message as plain text. */
export const textOf = (message: Message, templates?: Templates): string =>
  partsOf(message, templates)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
