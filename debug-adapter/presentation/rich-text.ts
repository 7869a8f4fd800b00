/**
 * Messages of the model as text with links for the views, in the session's language.
 */
import type { Message } from '../../model/why/message-shape';
import { partsOf } from '../../model/why/message';
import type { Language } from '../../model/why/words/language';
import type { LineLink } from '../protocol/row';
import type { RichText } from '../protocol/rich-text';

export const richText = (message: Message, language: Language): RichText =>
  partsOf(message, language).map((part) => (typeof part === 'string' ? part : linked(part.text, part)));

const linked = (text: string, { event, line }: LineLink): Exclude<RichText[number], string> => ({
  text,
  link: { event, line },
});
