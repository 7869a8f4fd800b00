/**
 * Comments, `/ * MAP_??? * /`, and the security context of --secontext, ` [user_home_t]`: both follow a value.
 */
import { BLANK, CLOSE_BRACKET, OPEN_BRACKET, SLASH, STAR, blanksEnd, isWord, trimmedEnd } from './char';
import type { Cursor } from './cursor';

/** True where ` / *` or `/ *` stands at the cursor. */
export function atComment(cursor: Cursor): boolean {
  const skip = cursor.peek() === BLANK ? 1 : 0;
  return cursor.peekAt(skip) === SLASH && cursor.peekAt(skip + 1) === STAR;
}

/** Reads the comment at the cursor: its words without the blanks around. An unclosed one takes all that is left. */
export function readComment(cursor: Cursor): string {
  const { text, end } = cursor;
  const from = cursor.at + (cursor.peek() === BLANK ? 3 : 2);
  const close = commentEnd(text, from, end);
  const to = close < 0 ? end : close - 2;
  cursor.at = close < 0 ? end : close;
  const start = blanksEnd(text, from, to);
  return text.slice(start, trimmedEnd(text, start, to));
}

/**
 * Behind the comment's closing mark, -1 without one; `from` is behind its opening mark. -X verbose nests them,
 * `0x2f / * 0xf / * MAP_??? * /|MAP_ANONYMOUS * /`; where the marks don't pair, the first closing one ends it.
 */
export function commentEnd(text: string, from: number, end: number): number {
  let depth = 1;
  let first = -1;
  for (let i = from; i + 1 < end; i++) {
    const c = text.charCodeAt(i);
    if (c === STAR && text.charCodeAt(i + 1) === SLASH) {
      i++;
      if (first < 0) first = i + 1;
      if (--depth === 0) return i + 1;
    } else if (c === SLASH && text.charCodeAt(i + 1) === STAR) {
      i++;
      depth++;
    }
  }
  return first;
}

/** Reads ` [user_home_t]` at the cursor; undefined, unmoved, where none stands. */
export function readSecurityContext(cursor: Cursor): string | undefined {
  if (cursor.peek() !== BLANK || cursor.peekAt(1) !== OPEN_BRACKET) return undefined;
  const { text, end } = cursor;
  const from = cursor.at + 2;
  let i = from;
  while (i < end && isContextCharacter(text.charCodeAt(i))) i++;
  if (i === from || i >= end || text.charCodeAt(i) !== CLOSE_BRACKET) return undefined;
  cursor.at = i + 1;
  return text.slice(from, i);
}

/** `unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023`, and `a!!b` of --secontext=mismatch. */
const isContextCharacter = (c: number): boolean =>
  isWord(c) || c === 0x3a || c === 0x2e || c === 0x2c || c === 0x2d || c === 0x21;
