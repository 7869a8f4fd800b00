/**
 * Sentences as data. A message is a key with values; a language gives it words, and a front end decides what a link to a
 * line looks like. Values may be messages themselves, so that a sentence is translated whole.
 */
import type { EventIndex, LineNumber } from '../trace/positions';
import type { Message, MessageValue } from './message-shape';
import { english } from './words/english';
import type { Language, MessageKey } from './words/language';
import { ENGLISH } from './words/languages';

export type { MessageKey };

export const say = (key: MessageKey, values: Readonly<Record<string, MessageValue>> = {}): Message => ({
  key,
  values,
});

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(english, key);

/** More than this is cut in its middle: of a path both ends say the most, and a log may hold one of 4,000 characters. */
const LONGEST_QUOTE = 200;

/** Words that need no translation: a line of the log, a name. */
export const quote = (text: string): Message => ({ key: 'text', values: { text: bounded(text) } });

const bounded = (text: string): string =>
  text.length <= LONGEST_QUOTE
    ? text
    : `${text.slice(0, LONGEST_QUOTE / 2)}…${text.slice(-LONGEST_QUOTE / 2)}`;

/** What a rule demands: the English words stand with the rule, and are what its translations go by. */
export const demandOf = ({ demand }: { readonly demand: string }): Message => ({
  key: 'demand',
  values: { demand },
});

/** Parts one behind the other, with commas. */
export const enumerate = (parts: readonly Message[]): Message => {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { key: 'text', values: { text: parts } };
};

export interface LineReference {
  readonly event: EventIndex;
  readonly line: LineNumber;
}
export type MessagePart = string | (LineReference & { readonly text: string });

/**
 * The message as parts: plain text and references to lines. `{name}` in a template stands for the value of that name; a
 * name without value stays as it is, so that a fault in a translation shows instead of hiding a number.
 */
export function partsOf(message: Message, language: Language = ENGLISH): readonly MessagePart[] {
  const parts = joined(templateParts(message, language));
  return parts.filter((part) => part !== '');
}

/** The message as plain text. */
export const textOf = (message: Message, language?: Language): string =>
  partsOf(message, language)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');

function* templateParts(message: Message, language: Language): Iterable<MessagePart> {
  const template = templateOf(message, language);
  let at = 0;
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    yield template.slice(at, match.index);
    at = match.index + match[0].length;
    const value = message.values[match[1] ?? ''];
    if (value === undefined) yield match[0];
    else yield* valueParts(value, language);
  }
  yield template.slice(at);
}

function templateOf({ key, values }: Message, { words, demands }: Language): string {
  if (key === 'demand') {
    const { demand } = values;
    return (typeof demand === 'string' ? demands[demand] : undefined) ?? '{demand}';
  }
  const own: Readonly<Record<string, string | undefined>> = words;
  const fallback: Readonly<Record<string, string | undefined>> = english;
  return own[key] ?? fallback[key] ?? key;
}

function* valueParts(value: MessageValue, language: Language): Iterable<MessagePart> {
  if (typeof value !== 'object') yield String(value);
  else if ('line' in value)
    yield { ...value, text: (language.words.line ?? english.line).replace('{n}', String(value.line)) };
  else if ('key' in value) yield* templateParts(value, language);
  else
    for (const [i, part] of value.entries()) {
      if (i > 0) yield language.words.comma ?? english.comma;
      yield* templateParts(part, language);
    }
}

/** Text beside text is one part. */
function joined(parts: Iterable<MessagePart>): readonly MessagePart[] {
  const all: MessagePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
