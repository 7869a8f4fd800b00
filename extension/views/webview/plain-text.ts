/** What a log says, as text alone. */
import type { RichText } from '../../../debug-adapter/protocol';

/** Control characters, and the marks and overrides of the bidirectional algorithm. Unicode: UAX #9, table 4 */
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What cannot be seen, or turns the direction of what follows, by its number: `\u202e`. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A sentence without its links. */
export const plainText = (text: RichText): string =>
  text.map((part) => visible(typeof part === 'string' ? part : part.text)).join('');
