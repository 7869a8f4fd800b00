/**
 * The language of what the tool prints: that of `--lang`, else that of the environment. JSON is for programs: it changes only
 * when it is asked to.
 */
import { userError } from '../errors';
import type { SpokenLanguage } from '../words/language';
import { ENGLISH, languageOf, languages } from '../words/languages';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `words`: the command line, which may be wrong elsewhere: that is told in this language too.
 * @throws UserError for a language that Pagewalk does not speak.
 */
export function languageOfRun(words: readonly string[], environment: Environment): SpokenLanguage {
  const asked = langIn(words);
  if (asked === undefined) return words.includes('--json') ? ENGLISH : languageOfEnvironment(environment);
  const language = languageOf(asked);
  if (language !== undefined) return language;
  throw userError(4007, 'cli.no-language', {
    language: asked,
    known: languages.map(({ tag }) => tag).join(', '),
  });
}

/** The first of these that is set decides, as for messages of other programs: locale(7). */
export function languageOfEnvironment(environment: Environment): SpokenLanguage {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => environment[name])
    .find((value) => value !== undefined && value !== '');
  return languageOf(locale ?? '') ?? ENGLISH;
}

function langIn(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = words[at];
  return word === '--lang' ? words[at + 1] : word?.slice('--lang='.length);
}
