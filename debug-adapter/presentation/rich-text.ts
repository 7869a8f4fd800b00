/**
 * Messages of the model as text with links for the views, in the session's language.
 */
import type { Message } from '../../model/why/explanation';
import { partsOf } from '../../model/why/message';
import type { Language } from '../../model/why/words/language';
import type { LineLink, RichText } from '../protocol';

export const richText = (message: Message, language: Language): RichText =>
  partsOf(message, language).map((part) => (typeof part === 'string' ? part : linked(part.text, part)));

const linked = (text: string, { event, line }: LineLink): Exclude<RichText[number], string> => ({
  text,
  link: { event, line },
});
