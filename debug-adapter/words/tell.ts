/**
 * What the debug adapter and the command line say, as data: the key of a sentence with its values. The compiler knows the
 * placeholders of each English sentence: one that is left out, or misspelt, does not compile.
 */
import type { LineNumber } from '../../model/trace/positions';
import type { Message, MessageValue } from '../../model/why/message-shape';
import { say, textOf } from '../../model/why/message';
import type { english } from './english';
import type { SpokenLanguage, WordKey } from './language';

type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type PlaceholdersOf<Key extends WordKey> = Key extends WordKey ? Placeholders<(typeof english)[Key]> : never;

/** The values of a sentence; nothing, where it has no place for any. */
export type Values<Key extends WordKey> = [PlaceholdersOf<Key>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<PlaceholdersOf<Key>, MessageValue>>];

export const tell = <Key extends WordKey>(key: Key, ...[values]: Values<Key>): Message => ({
  key,
  values: values ?? {},
});

/** The same at once, in a language. */
export const told = <Key extends WordKey>(
  language: SpokenLanguage,
  key: Key,
  ...values: Values<Key>
): string => textOf(tell(key, ...values), language);

/** 'line 12', where there is no event to link it to. */
export const lineWords = (line: LineNumber | number): Message => say('line', { n: line });

/** As it is, whatever the language: a name, a number, what an operating system said. Not bounded. */
export const verbatim = (text: string): Message => say('text', { text });

/** A number with its thousands apart, as the language writes them. */
export const grouped = (n: number, { tag }: SpokenLanguage): string => n.toLocaleString(tag);

type Counted = 'line' | 'event' | 'task' | 'failing-call';

/** '1 event', '1,234 events'. */
export const counted = (n: number, what: Counted, language: SpokenLanguage): string =>
  told(language, n === 1 ? `count.${what}` : `count.${what}s`, { n: grouped(n, language) });
