/**
 * What -y, -yy and -Y write behind a number: `3</etc/hostname>`, `4<TCP:[127.0.0.1:59380->127.0.0.1:38361]>`,
 * `14</dev/null<char 1:3>>`, `8</tmp/x>(deleted)`, `21893<f1>`.
 */
import type { DescriptorValue } from '../value';
import { BACKSLASH, CLOSE_BRACKET, GREATER, LESS, MINUS, OPEN_BRACKET, QUOTE, SLASH } from './char';
import type { Cursor } from './cursor';
import { stringEnd, unescape } from './string-literal';

/**
 * Behind the `>` that closes the `<` at `at`; -1 where it is not closed. Paths escape both since strace 4.22; devices
 * nest (`<char 1:3>`). What is no path is a socket, whose arrow stands in brackets with, it may be, a quoted path.
 */
export function targetEnd(text: string, at: number, end: number): number {
  const path = text.charCodeAt(at + 1) === SLASH;
  let depth = 1;
  let brackets = 0;
  for (let i = at + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === LESS) depth++;
    else if (c === GREATER) {
      if (brackets > 0 && text.charCodeAt(i - 1) === MINUS) continue;
      if (--depth === 0) return i + 1;
    } else if (path) continue;
    else if (c === OPEN_BRACKET) brackets++;
    else if (c === CLOSE_BRACKET && brackets > 0) brackets--;
    else if (c === QUOTE && brackets > 0) {
      const close = stringEnd(text, i, end);
      if (close < 0) return -1;
      i = close - 1;
    }
  }
  return -1;
}

/** Reads the target at the cursor, which stands on `<` behind the descriptor; undefined, unmoved, where it is not closed. */
export function readTarget(cursor: Cursor, start: number, fd: number): DescriptorValue | undefined {
  const { text } = cursor;
  const open = cursor.at;
  const close = targetEnd(text, open, cursor.end);
  if (close < 0) return undefined;
  cursor.at = close;
  let target = unescape(text, open + 1, close - 1);
  let deleted = false;
  // Outside since 5.19; inside it is the kernel's own mark in /proc/PID/fd.
  if (cursor.starts(OUTSIDE)) {
    cursor.at += OUTSIDE.length;
    deleted = true;
  } else if (target.endsWith(INSIDE)) {
    target = target.slice(0, -INSIDE.length);
    deleted = true;
  }
  return { kind: 'descriptor', span: cursor.spanFrom(start), fd, target, deleted };
}

const OUTSIDE = '(deleted)';
const INSIDE = ' (deleted)';

/** AT_FDCWD of linux/fcntl.h. */
export const AT_FDCWD = -100;
