/**
 * A language of the debug adapter and the command line: the words of explanations with those of the tool around them, in
 * one table, so that `textOf` of a message finds both. Carried by a session or a run of the tool; never a global.
 */
import type { Language } from '../../model/why/words/language';
import type { english } from './english';

export type WordKey = keyof typeof english;
export type Words = Readonly<Record<WordKey, string>>;

/** What a variable is, by a word that a language has. */
export type TypeName = WordKey extends infer Key ? (Key extends `type.${infer Name}` ? Name : never) : never;

export type { Translated } from '../../model/why/words/translation';

export interface SpokenLanguage extends Language {
  readonly words: Language['words'] & Words;
}
