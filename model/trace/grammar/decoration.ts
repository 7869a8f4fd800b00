/**
 * The words in parentheses behind a result, which belong to the call: `([{fd=0, revents=POLLIN}])`, `(Timeout)`,
 * `(in [3], left {tv_sec=1, tv_usec=9})`, `(flags O_RDWR|O_LARGEFILE)`. With words before the values it reads as a
 * structure whose members have these names.
 */
import type { Argument, Value } from '../value';
import { BLANK, COMMA, isWordStart, wordEnd } from './char';
import type { Cursor } from './cursor';
import { readArgument } from './argument';

/** Reads all that the cursor has; opaque where a part of it is no value. */
export function readDecoration(cursor: Cursor): Value {
  const { text, at: start, end } = cursor;
  const members: Argument[] = [];
  let known = true;
  while (known && cursor.at < end) {
    const member = readMember(cursor);
    members.push(member);
    known = member.value.kind !== 'opaque' && (cursor.at >= end || cursor.peek() === COMMA);
    while (cursor.peek() === COMMA || cursor.peek() === BLANK) cursor.at++;
  }
  const span = { start, end };
  const [only] = members;
  if (!known || only === undefined) return { kind: 'opaque', span, text: text.slice(start, end) };
  if (members.length === 1 && only.name === undefined) return only.value;
  return { kind: 'struct', span, members, abbreviated: false };
}

/** `left {tv_sec=1}`: a word, a blank, a value. */
function readMember(cursor: Cursor): Argument {
  const { text, at: start, end } = cursor;
  if (isWordStart(cursor.peek())) {
    const name = wordEnd(text, start, end);
    if (name + 1 < end && text.charCodeAt(name) === BLANK) {
      cursor.at = name + 1;
      const { value } = readArgument(cursor, false);
      return { name: text.slice(start, name), value, span: cursor.spanFrom(start) };
    }
  }
  return readArgument(cursor, false);
}
