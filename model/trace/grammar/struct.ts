/**
 * Structures `{tv_sec=1, tv_nsec=2}`, old ones without names `{1, 2}`, arrays `[1, 0]`, sets `[INT CHLD]`, and the array
 * of which strace could read but a part: `[0x1, ... / * 0x7f0000001000 * /]`.
 */
import type { Argument, ArrayValue, StructValue } from '../value';
import { readArguments } from './argument';
import { CLOSE_BRACE, CLOSE_BRACKET, LOWER_X, ZERO, hexDigit } from './char';
import type { Cursor } from './cursor';

/** Reads the structure at the cursor, up to its closing brace or where the text has another bracket in its place. */
export function readStruct(cursor: Cursor): StructValue {
  const start = cursor.at;
  cursor.at++;
  const members: Argument[] = [];
  const { abbreviated, comment } = readArguments(cursor, members, false);
  if (cursor.peek() === CLOSE_BRACE) cursor.at++;
  const span = cursor.spanFrom(start);
  if (comment === undefined) return { kind: 'struct', span, members, abbreviated };
  return { kind: 'struct', span, members, abbreviated, comment };
}

/** Reads the array at the cursor, up to its closing bracket or where the text has another one in its place. */
export function readArray(cursor: Cursor): ArrayValue {
  const start = cursor.at;
  cursor.at++;
  const items: Argument[] = [];
  const { abbreviated, comment } = readArguments(cursor, items, true);
  if (cursor.peek() === CLOSE_BRACKET) cursor.at++;
  const span = cursor.spanFrom(start);
  if (comment === undefined) return { kind: 'array', span, items, abbreviated };
  const unreadableAt = addressIn(comment);
  if (unreadableAt === undefined) return { kind: 'array', span, items, abbreviated, comment };
  return { kind: 'array', span, items, abbreviated, unreadableAt, comment };
}

/** The address that is all of a comment. */
function addressIn(comment: string): bigint | undefined {
  if (comment.length < 3 || comment.length > 18) return undefined;
  if (comment.charCodeAt(0) !== ZERO || comment.charCodeAt(1) !== LOWER_X) return undefined;
  for (let i = 2; i < comment.length; i++) if (hexDigit(comment.charCodeAt(i)) < 0) return undefined;
  return BigInt(comment);
}
