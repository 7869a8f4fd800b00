/** A sentence without its links. */
import type { RichText } from '../../../debug-adapter/protocol/rich-text';
import { visible } from '../../../picture/shown-text';

export const plainText = (text: RichText): string =>
  text.map((part) => visible(typeof part === 'string' ? part : part.text)).join('');
