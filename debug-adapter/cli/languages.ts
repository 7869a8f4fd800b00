/**
 * Languages that explanations can be printed in.
 */
import type { Templates } from '../../model/why/message';
import { UserError } from '../errors';

const languages: Readonly<Record<string, Templates>> = { en: {} };

/** Languages of the editor's part that explanations are not written in: asked for, they come in English, and it is said. */
const otherwiseSpoken: ReadonlySet<string> = new Set(['es', 'de', 'zh']);

/**
 * 'es' of 'es', 'es-MX', 'es_ES.UTF-8'. `note` hears what the person should know.
 * @throws UserError for a language that Pagewalk speaks nowhere.
 */
export function templatesFor(language: string, note: (text: string) => void): Templates {
  const short = language.toLowerCase().split(/[-_.]/)[0] ?? '';
  const templates = Object.hasOwn(languages, short) ? languages[short] : undefined;
  if (templates !== undefined) return templates;
  const known = Object.keys(languages).join(', ');
  if (!otherwiseSpoken.has(short)) {
    throw new UserError(4007, "Explanations are not there in '{language}'. They are in {known}.", {
      language,
      known,
    });
  }
  note(`There are no explanations in '${language}' yet: these are in English.`);
  return {};
}
