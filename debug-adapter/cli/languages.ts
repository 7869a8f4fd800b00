/**
 * The language of what the tool prints.
 */
import type { Language } from '../../model/why/words/language';
import { languageOf, languages } from '../../model/why/words/languages';
import { UserError } from '../errors';

/** @throws UserError for a language that Pagewalk does not speak. */
export function spoken(tag: string): Language {
  const language = languageOf(tag);
  if (language !== undefined) return language;
  throw new UserError(4007, "Explanations are not there in '{language}'. They are in {known}.", {
    language: tag,
    known: languages.map(({ tag }) => tag).join(', '),
  });
}
