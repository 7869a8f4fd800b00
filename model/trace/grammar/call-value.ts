/**
 * Calls among the values: `makedev(0x1, 0x3)`, `htons(80)`, and the tests of a wait status,
 * `WIFEXITED(s) && WEXITSTATUS(s) == 3`, which make one value: the later tests are arguments named by their macro.
 */
import type { Argument, CallValue, FlagTerm } from '../value';
import { AMPERSAND, BLANK, CLOSE_PAREN, EQUALS, OPEN_PAREN, isWordStart, wordEnd } from './char';
import { readArguments } from './argument';
import type { Cursor } from './cursor';
import { atNumber, readNumber } from './number';
import { readTerms } from './flags';

/** Reads the call whose name began at `start`; the cursor stands on its parenthesis. */
export function readCallValue(cursor: Cursor, start: number): CallValue {
  const name = cursor.text.slice(start, cursor.at);
  const args = readParentheses(cursor);
  for (;;) {
    const test = readTest(cursor);
    if (test === undefined) break;
    args.push(test);
  }
  return { kind: 'call', span: cursor.spanFrom(start), name, args };
}

function readParentheses(cursor: Cursor): Argument[] {
  cursor.at++;
  const args: Argument[] = [];
  readArguments(cursor, args, false);
  if (cursor.peek() === CLOSE_PAREN) cursor.at++;
  return args;
}

/** ` && WEXITSTATUS(s) == 3`; ` && WCOREDUMP(s)` has no right side and names what it tests. */
function readTest(cursor: Cursor): Argument | undefined {
  if (cursor.peek() !== BLANK || cursor.peekAt(1) !== AMPERSAND || cursor.peekAt(2) !== AMPERSAND)
    return undefined;
  const before = cursor.at;
  const start = before + 4;
  const nameEnd = wordEnd(cursor.text, start, cursor.end);
  if (nameEnd === start || cursor.text.charCodeAt(nameEnd) !== OPEN_PAREN || nameEnd >= cursor.end)
    return undefined;
  const name = cursor.text.slice(start, nameEnd);
  cursor.at = nameEnd;
  const [tested] = readParentheses(cursor);
  if (cursor.peek() === BLANK && cursor.peekAt(1) === EQUALS && cursor.peekAt(2) === EQUALS) {
    cursor.at += 4;
    const value = readOperand(cursor);
    if (value !== undefined) return { name, value, span: cursor.spanFrom(start) };
  }
  if (tested === undefined) {
    cursor.at = before;
    return undefined;
  }
  return { name, value: tested.value, span: cursor.spanFrom(start) };
}

/** `3`, `SIGSEGV`, `SIGTRAP | 0x80`. */
function readOperand(cursor: Cursor): Argument['value'] | undefined {
  const start = cursor.at;
  if (atNumber(cursor)) return readNumber(cursor);
  if (!isWordStart(cursor.peek())) return undefined;
  cursor.at = wordEnd(cursor.text, start, cursor.end);
  const first: FlagTerm = { name: cursor.text.slice(start, cursor.at), span: cursor.spanFrom(start) };
  return readTerms(cursor, start, first);
}
