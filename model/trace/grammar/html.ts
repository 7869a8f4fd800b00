/**
 * A log copied from the source of a web page: `read(3,  &lt;unfinished ...&gt;`. Whether a log is one is decided for a
 * whole file, by entities that stand outside of strings: within strings the tracee may have written them.
 */
import { AMPERSAND, QUOTE } from './char';
import type { PlainPiece, PlainText } from './colour';
import { stringEnd } from './string-literal';

/** What pages escape: the four characters of markup, and the apostrophe in its spellings. */
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&#34;', '"'],
  ['&nbsp;', ' '],
  ['&apos;', "'"],
];

/** True where an entity stands outside of the line's strings: strace prints none there. */
export function isHtmlEscaped(text: string): boolean {
  if (!text.includes('&')) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === AMPERSAND && entityAt(text, i) !== undefined) return true;
    if (c === QUOTE) {
      const close = stringEnd(text, i, text.length);
      if (close < 0) return false;
      i = close - 1;
    }
  }
  return false;
}

const entityAt = (text: string, at: number): readonly [string, string] | undefined =>
  ENTITIES.find(([entity]) => text.startsWith(entity, at));

/** The text with its entities undone, and where each part of it stood. */
export function unescapeHtml(text: string): PlainText {
  const parts: string[] = [];
  const pieces: PlainPiece[] = [{ at: 0, column: 0 }];
  let length = 0;
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0;) {
    const found = entityAt(text, at);
    if (found !== undefined) {
      const [entity, character] = found;
      parts.push(text.slice(from, at), character);
      length += at - from + 1;
      from = at + entity.length;
      pieces.push({ at: length, column: from });
    }
    at = text.indexOf('&', Math.max(at + 1, from));
  }
  if (parts.length === 0) return { text, pieces };
  if (from === text.length) pieces.pop();
  parts.push(text.slice(from));
  return { text: parts.join(''), pieces };
}
