/**
 * strace's own messages: `strace: Process 21817 attached`, with the path it was started by (`/usr/bin/strace: …`), alone
 * on a line or in the middle of a call:
 *
 *     clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLDstrace: Process 21817 attached
 *      <unfinished ...>
 */
import type { NoteEvent } from '../event';
import {
  BLANK,
  COLON,
  MINUS,
  OPEN_BRACKET,
  SLASH,
  STAR,
  blanksEnd,
  digitsEnd,
  isWord,
  trimmedEnd,
} from './char';
import type { BodyOf } from './event-body';
import { smallDecimal } from './number';

/** Where a message begins that was printed into the text of [from, end); -1 where there is none. */
export function messageAt(text: string, from: number, end: number = text.length): number {
  // A slice, so that the search ends at `end`: an argument is a small part of its line.
  const searched = text.slice(from, end);
  for (let at = searched.indexOf(NAME); at >= 0; at = searched.indexOf(NAME, at + NAME.length)) {
    const name = from + at;
    if (isMessageBehind(text, programEnd(text, name))) return pathStart(text, from, name);
  }
  return -1;
}

const NAME = 'strace';

/** Behind `strace` or `strace-6.1`, where the colon stands in a message. */
function programEnd(text: string, at: number): number {
  let i = at + NAME.length;
  while (i < text.length && i < at + 64 && isPathCharacter(text.charCodeAt(i))) i++;
  return i;
}

/** In the middle of a call only messages of tracees coming and going are told from a tracee's words. */
function isMessageBehind(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== COLON || text.charCodeAt(at + 1) !== BLANK) return false;
  return (
    text.startsWith('Process ', at + 2) ||
    text.startsWith('WARNING: ', at + 2) ||
    text.startsWith('umove', at + 2)
  );
}

const isPathCharacter = (c: number): boolean =>
  isWord(c) || c === SLASH || c === 0x2e || c === MINUS || c === 0x2b;

/** Bounds the walk back over a path. */
const LONGEST_PATH = 4096;

/** An absolute path before the program's name belongs to the message; a relative one can't be told from the call's text. */
function pathStart(text: string, from: number, name: number): number {
  let start = name;
  for (let i = name - 1; i >= from && i > name - LONGEST_PATH; i--) {
    const c = text.charCodeAt(i);
    if (!isPathCharacter(c)) break;
    if (c === SLASH && !(i > from && text.charCodeAt(i - 1) === STAR)) start = i;
  }
  return start;
}

/** True where a line begins with a message of strace's. */
export function isMessage(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c === OPEN_BRACKET) return isOldDetach(text, at);
  if (messageStart(text, at) >= 0) return true;
  // Before 4.7 messages had no name before them.
  return c === 0x50 && (oldWords(text, at) || text.startsWith('PANIC: ', at));
}

/** Behind `[path/]strace: ` at `at`; -1 without it. */
function messageStart(text: string, at: number): number {
  let i = at;
  while (i < text.length && i < at + LONGEST_PATH && isPathCharacter(text.charCodeAt(i))) i++;
  if (i === at || text.charCodeAt(i) !== COLON || text.charCodeAt(i + 1) !== BLANK) return -1;
  const slash = text.lastIndexOf('/', i);
  const name = slash >= at ? slash + 1 : at;
  return text.startsWith(NAME, name) ? i + 2 : -1;
}

/** `Process 29579 attached - interrupt to quit` */
function oldWords(text: string, at: number): boolean {
  if (!text.startsWith('Process ', at)) return false;
  const stop = digitsEnd(text, at + 8, text.length);
  if (stop === at + 8 || text.charCodeAt(stop) !== BLANK) return false;
  return OLD_VERBS.some((verb) => text.startsWith(verb, stop + 1));
}

const OLD_VERBS = ['attached', 'detached', 'suspended', 'resumed'];

/** `[ Process 29579 detached ]` */
const isOldDetach = (text: string, at: number): boolean =>
  text.startsWith('[ Process ', at) && oldWords(text, at + 2);

/** Reads the message at `at`; undefined where there is none. */
export function readMessage(text: string, at: number): BodyOf<NoteEvent> | undefined {
  if (!isMessage(text, at)) return undefined;
  const named = messageStart(text, at);
  const start = named >= 0 ? named : text.charCodeAt(at) === OPEN_BRACKET ? at + 2 : at;
  const message = text.slice(start, trimmedEnd(text, start, text.length));
  if (!text.startsWith('Process ', start)) return { kind: 'note', note: 'message', message };
  const stop = digitsEnd(text, start + 8, Math.min(text.length, start + 18));
  if (stop === start + 8) return { kind: 'note', note: 'message', message };
  const tid = smallDecimal(text, start + 8, stop);
  const verb = blanksEnd(text, stop, text.length);
  const note = text.startsWith('attached', verb)
    ? 'attached'
    : text.startsWith('detached', verb)
      ? 'detached'
      : 'message';
  return { kind: 'note', note, tid, message };
}
