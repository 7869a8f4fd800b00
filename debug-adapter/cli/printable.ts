/**
 * A log is somebody else's bytes: what it holds of control characters must not reach a terminal, where it could move the
 * cursor, hide text or set the title; nor what turns the direction of writing, which makes a path read as another one.
 */

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);

/** Marks, embeddings, overrides and isolates of the bidirectional algorithm. Unicode: UAX #9, table 4 */
const turnsDirection = (code: number): boolean =>
  code === 0x061c ||
  code === 0x200e ||
  code === 0x200f ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

const encoder = new TextEncoder();
const octal = (bytes: Iterable<number>): string => [...bytes].map((byte) => `\\${byte.toString(8)}`).join('');

/** Control characters as strace would print them, `\33`, and marks of direction by their bytes: `\342\200\256`. */
export function printable(text: string): string {
  let safe = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isControl(code)) safe += octal([code]);
    else safe += turnsDirection(code) ? octal(encoder.encode(character)) : character;
  }
  return safe;
}

/** What JSON leaves as it is of the above. */
const LEFT_BY_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** JSON on one line, all of it fit for a terminal. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    LEFT_BY_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
