/** The languages there are, and which of them somebody means. */
import { german } from './german';
import type { Language } from './language';
import { simplifiedChinese } from './simplified-chinese';
import { spanish } from './spanish';
import { traditionalChinese } from './traditional-chinese';

export const ENGLISH: Language = { tag: 'en', words: {}, demands: {} };

export const languages: readonly Language[] = [
  ENGLISH,
  spanish,
  german,
  simplifiedChinese,
  traditionalChinese,
];

/**
 * The language of a tag as editors, browsers and shells write it: 'es-MX', 'es_ES.UTF-8', 'zh-cn', 'zh_TW.UTF-8'. 'C' and
 * 'POSIX' mean English. Undefined where there is no such language.
 */
export function languageOf(tag: string): Language | undefined {
  const [locale = ''] = tag.toLowerCase().split(/[.@]/);
  const [short = '', ...regions] = locale.split(/[-_]/);
  if (short === 'c' || short === 'posix') return ENGLISH;
  const wanted = short === 'zh' ? `zh-${traditional(regions) ? 'hant' : 'hans'}` : short;
  return languages.find((language) => language.tag.toLowerCase() === wanted);
}

/** Taiwan, Hong Kong and Macau write traditional characters, unless the script is given. */
const traditional = (regions: readonly string[]): boolean =>
  regions.includes('hant') ||
  (!regions.includes('hans') &&
    regions.some((region) => region === 'tw' || region === 'hk' || region === 'mo'));
