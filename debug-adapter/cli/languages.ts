/**
 * Languages that explanations can be printed in.
 */
import type { Templates } from '../../model/why/message';
import { UserError } from '../errors';

const languages: Readonly<Record<string, Templates>> = { en: {} };

/** 'es' of 'es', 'es-MX', 'es_ES.UTF-8'. @throws UserError for a language without words. */
export function templatesFor(language: string): Templates {
  const short = language.toLowerCase().split(/[-_.]/)[0] ?? '';
  const templates = Object.hasOwn(languages, short) ? languages[short] : undefined;
  if (templates) return templates;
  throw new UserError(4007, "Explanations are not there in '{language}'. They are in {known}.", {
    language,
    known: Object.keys(languages).join(', '),
  });
}
