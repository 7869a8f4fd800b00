/**
 * The arguments of a system call. Beyond a list of values it deals with what a terminal does to a log: the tracee's
 * output glued to a count, a message of strace's in the middle of a name, brackets that belong to neither.
 */
import type { Argument } from '../value';
import { readArgument, skipMark, skipSeparators } from './argument';
import { CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, COMMA, LESS, blanksEnd, isDigit } from './char';
import { Cursor } from './cursor';
import { messageAt } from './message';
import { skipToDelimiter } from './opaque';
import { readNumber } from './number';
import { gluedCount, writtenBy } from './tracee-output';

/**
 * Reads arguments to the cursor's end, or to a closing parenthesis behind which nothing stands. True where it found
 * that parenthesis, which it leaves unread.
 */
export function readArgumentList(cursor: Cursor, args: Argument[], output: boolean): boolean {
  for (;;) {
    skipSeparators(cursor);
    const c = cursor.peek();
    if (c < 0) return false;
    if (c === CLOSE_PAREN && blanksEnd(cursor.text, cursor.at + 1, cursor.end) >= cursor.end) return true;
    if (c === CLOSE_PAREN || c === CLOSE_BRACKET || c === CLOSE_BRACE) {
      spoilLast(cursor, args);
      continue;
    }
    if (c === LESS && skipMark(cursor)) continue;
    const before = cursor.at;
    const glued = output && isDigit(c) ? readGlued(cursor, args) : undefined;
    const argument = glued ?? readArgument(cursor, false);
    const own = argument.value.kind === 'opaque' ? withoutMessage(cursor.text, argument) : argument;
    if (own !== undefined) args.push(own);
    if (cursor.at === before) cursor.at++;
  }
}

/**
 * A bracket that closes nothing: some words that are not strace's stand before it. The last argument takes them in, up
 * to the next comma.
 */
function spoilLast(cursor: Cursor, args: Argument[]): void {
  const start = args.pop()?.span.start ?? cursor.at;
  const { text } = cursor;
  for (let c = cursor.peek(); c >= 0 && c !== COMMA; c = cursor.peek()) {
    if (c === CLOSE_PAREN && blanksEnd(text, cursor.at + 1, cursor.end) >= cursor.end) break;
    cursor.at++;
    skipToDelimiter(cursor);
  }
  const span = cursor.spanFrom(start);
  args.push({ value: { kind: 'opaque', span, text: text.slice(start, cursor.at) }, span });
}

/** The count behind the string that the call printed, without the output that is glued to it. */
function readGlued(cursor: Cursor, args: readonly Argument[]): Argument | undefined {
  const written = writtenBy(args.at(-1)?.value);
  if (written === undefined) return undefined;
  const start = cursor.at;
  const glued = gluedCount(cursor.text, start, cursor.end, written);
  if (glued === undefined) return undefined;
  const value = readNumber(new Cursor(cursor.text, start, glued.countEnd));
  if (value === undefined) return undefined;
  cursor.at = glued.end;
  if (written.count === undefined) skipToDelimiter(cursor);
  return { value, span: value.span };
}

/** `SIGCHLDstrace: Process 24196 attached`: what stands before the message, if that is a value; a message alone is none. */
function withoutMessage(text: string, argument: Argument): Argument | undefined {
  const { start, end } = argument.span;
  const message = messageAt(text, start, end);
  if (message === start) return undefined;
  if (message < 0) return argument;
  const cursor = new Cursor(text, start, message);
  const whole = readArgument(cursor, false);
  return cursor.at < message || whole.value.kind === 'opaque' ? argument : whole;
}
