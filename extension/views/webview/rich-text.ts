import type { RichText } from '../../../debug-adapter/protocol';
import { el } from './dom';
import { lineLink } from './host';

/** A sentence with links, as one element. */
export function richText(text: RichText, tag: 'p' | 'span' | 'strong' = 'span'): HTMLElement {
  return el(
    tag,
    {},
    ...text.map((part) => (typeof part === 'string' ? part : lineLink(part.text, part.link))),
  );
}

/** The same without links, for announcements. */
export const plainText = (text: RichText): string =>
  text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
