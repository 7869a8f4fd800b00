/** The languages of the debug adapter and the command line, and which of them somebody means. */
import type { Language } from '../../model/why/words/language';
import {
  ENGLISH as explainedInEnglish,
  languageOf as explainedIn,
  languages as explained,
} from '../../model/why/words/languages';
import { english } from './english';
import { german } from './german';
import type { SpokenLanguage, Words } from './language';
import { simplifiedChinese } from './simplified-chinese';
import { spanish } from './spanish';
import { traditionalChinese } from './traditional-chinese';

const spoken = (language: Language, words: Words): SpokenLanguage => ({
  ...language,
  words: { ...language.words, ...words },
});

export const ENGLISH = spoken(explainedInEnglish, english);

/** By the tags of the languages that explanations are said in. */
const tables: Readonly<Record<string, Words>> = {
  es: spanish,
  de: german,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
};

export const languages: readonly SpokenLanguage[] = explained.map((language) =>
  language.tag === ENGLISH.tag ? ENGLISH : spoken(language, tables[language.tag] ?? english),
);

/** The language of a tag as editors, browsers and shells write it; undefined where there is no such language. */
export function languageOf(tag: string): SpokenLanguage | undefined {
  const found = explainedIn(tag);
  return found && languages.find((language) => language.tag === found.tag);
}
