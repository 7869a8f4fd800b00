import type { RichText } from '../../../debug-adapter/protocol/rich-text';
import { visible } from '../../../picture/shown-text';
import { el } from './dom';
import { lineLink } from './host';

/** A sentence with links, as one element. */
export function richText(text: RichText, tag: 'p' | 'span' | 'strong' | 'bdi' = 'span'): HTMLElement {
  return el(
    tag,
    {},
    ...text.map((part) => (typeof part === 'string' ? visible(part) : lineLink(part.text, part.link))),
  );
}
