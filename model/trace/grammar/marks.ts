/**
 * The marks of a call that was cut: where it stops (`read(3 <unfinished ...>`) and where it goes on
 * (`<... read resumed>, "x", 1) = 1`).
 */
import type { Span } from '../span';
import {
  BLANK,
  CLOSE_PAREN,
  DOT,
  GREATER,
  LESS,
  OPEN_PAREN,
  digitsEnd,
  isBlank,
  trimmedEnd,
  wordEnd,
} from './char';
import { endOfString } from './call-end';
import { smallDecimal } from './number';
import { isOutputCall } from './tracee-output';

/** A mark at a line's end, with the blank before it. */
export interface EndMark {
  readonly kind: 'unfinished' | 'detached' | 'pid-changed';
  readonly span: Span;
  /** `<pid changed to 21801 ...>`: the tid under which the task goes on. */
  readonly tid?: number;
}

/** `<pid changed to 4194304 ...>` has 29 characters. */
const LONGEST_MARK = 40;

/** ` <unfinished ...>` at the line's end, not one that is part of a string. `from`: where the event begins. */
export function unfinishedAt(text: string, from = 0): Span | undefined {
  const mark = endMark(text, from);
  return mark?.kind === 'unfinished' ? mark.span : undefined;
}

/** The mark at the line's end, if any. */
export function endMark(text: string, from = 0): EndMark | undefined {
  const end = trimmedEnd(text, from, text.length);
  if (end - from < 2 || text.charCodeAt(end - 1) !== GREATER || text.charCodeAt(end - 2) !== DOT)
    return undefined;
  let open = end - 2;
  while (open > from && open > end - LONGEST_MARK && text.charCodeAt(open) !== LESS) open--;
  if (text.charCodeAt(open) !== LESS) return undefined;
  const start = open > from && text.charCodeAt(open - 1) === BLANK ? open - 1 : open;
  const mark = markIn(text, open, { start, end });
  return mark === undefined || isInString(text, from, open) ? undefined : mark;
}

function markIn(text: string, open: number, span: Span): EndMark | undefined {
  const { end } = span;
  const words = text.slice(open, end);
  if (words === '<unfinished ...>') return { kind: 'unfinished', span };
  if (words === '<detached ...>') return { kind: 'detached', span };
  if (!words.startsWith(PID_CHANGED)) return undefined;
  const digits = open + PID_CHANGED.length;
  const stop = digitsEnd(text, digits, Math.min(end, digits + 10));
  if (stop === digits || !words.endsWith(' ...>') || stop !== end - 5) return undefined;
  return { kind: 'pid-changed', span, tid: smallDecimal(text, digits, stop) };
}

const PID_CHANGED = '<pid changed to ';

function isInString(text: string, from: number, at: number): boolean {
  const name = wordEnd(text, from, at);
  const output = text.charCodeAt(name) === OPEN_PAREN && isOutputCall(text, from, name);
  return endOfString(text, from, at, output) < 0;
}

/** `<... read resumed>` at `at`, where the event begins. */
export function resumedAt(text: string, at: number): Span | undefined {
  const end = resumedEnd(text, at);
  return end < 0 ? undefined : { start: at, end };
}

/** Behind `<... read resumed>` at `at`; -1 where no such mark stands. */
export function resumedEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== LESS || !text.startsWith('<... ', at)) return -1;
  const name = resumedNameEnd(text, at);
  return name > at + 5 && text.startsWith(' resumed>', name) ? name + 9 : -1;
}

/** Where the name in `<... read resumed>` at `at` ends; it begins at `at + 5`. */
export function resumedNameEnd(text: string, at: number): number {
  let i = at + 5;
  const end = Math.min(text.length, i + 256);
  while (i < end && !isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== CLOSE_PAREN) i++;
  return i;
}
