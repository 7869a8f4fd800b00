/**
 * A system call: `name(arguments) = result <duration>`, whole or cut.
 */
import type { CallResult } from '../event';
import type { Argument } from '../value';
import { readArgumentList } from './argument-list';
import { callEnd, endsInWords, resultBehind } from './call-end';
import { OPEN_PAREN, isWordStart, trimmedEnd, wordEnd } from './char';
import { Cursor } from './cursor';
import type { CallBody } from './event-body';
import { endMark, resumedEnd, resumedNameEnd } from './marks';
import { readResult } from './result';
import { isOutputCall } from './tracee-output';

/** Frames stand on lines of their own, which the index pass knows. */
const NO_STACK: CallBody['stack'] = Object.freeze([]);

/** A member that is not always there is put in later: a copy of the object would take longer than reading its line. */
type Draft = { -readonly [Member in keyof CallBody]: CallBody[Member] };

/** The parenthesis of the call whose name begins at `at`; -1 where no call begins there. */
export function callOpening(text: string, at: number): number {
  if (!isWordStart(text.charCodeAt(at))) return -1;
  const paren = wordEnd(text, at + 1, text.length);
  return text.charCodeAt(paren) === OPEN_PAREN ? paren : -1;
}

/**
 * Reads the call that begins at `at`; undefined where none does, or where what stands behind its `=` is no result.
 * The resumed half of a call whose beginning is not in the log reads as a call without arguments, not complete.
 */
export function readCall(text: string, at: number): CallBody | undefined {
  const paren = callOpening(text, at);
  if (paren >= 0) return readParts(text, at, paren, paren + 1, true);
  const resumed = resumedEnd(text, at);
  return resumed < 0 ? undefined : readParts(text, at + 5, resumedNameEnd(text, at), resumed, false);
}

/** The name is [nameStart, nameEnd); the arguments begin at `from`, all of them where `whole`. */
function readParts(
  text: string,
  nameStart: number,
  nameEnd: number,
  from: number,
  whole: boolean,
): CallBody | undefined {
  const output = isOutputCall(text, nameStart, nameEnd);
  const close = callEnd(text, from, output);
  const name = text.slice(nameStart, nameEnd);
  const nameSpan = { start: nameStart, end: nameEnd };
  if (close < 0) {
    const args: Argument[] = [];
    const mark = endMark(text, nameStart);
    if (mark === undefined && whole && !output && endsInWords(text, from, text.length)) return undefined;
    const end = mark?.span.start ?? trimmedEnd(text, from, text.length);
    const complete = whole && readArgumentList(new Cursor(text, from, end), args, output);
    const result: CallResult = { kind: 'never', why: mark?.kind ?? 'truncated' };
    return { kind: 'call', name, nameSpan, args, complete, result, stack: NO_STACK };
  }
  const args = whole ? { from, output } : undefined;
  return readReturned(text, name, nameSpan, close, args);
}

/**
 * Reads a call that begins the text, has its result, and of which it is known where its name and its arguments end; its
 * name is none that makes output.
 * @param name what stands in [0, nameEnd).
 * @param close what callEnd would find.
 */
export function readBoundedCall(
  text: string,
  name: string,
  nameEnd: number,
  close: number,
): CallBody | undefined {
  const nameSpan = { start: 0, end: nameEnd };
  return readReturned(text, name, nameSpan, close, { from: nameEnd + 1, output: false });
}

/** `within`: where the arguments begin; undefined where they stand in another line. */
function readReturned(
  text: string,
  name: string,
  nameSpan: CallBody['nameSpan'],
  close: number,
  within: { readonly from: number; readonly output: boolean } | undefined,
): CallBody | undefined {
  const read = readResult(text, resultBehind(text, close));
  if (read === undefined) return undefined;
  const args: Argument[] = [];
  const complete = within !== undefined;
  if (complete) readArgumentList(new Cursor(text, within.from, close), args, within.output);
  const { result, duration } = read;
  const body: Draft = { kind: 'call', name, nameSpan, args, complete, result, stack: NO_STACK };
  if (duration !== undefined) body.duration = duration;
  return body;
}
