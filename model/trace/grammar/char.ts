/**
 * Characters of strace's output as code units, and the classes that the scanners ask for. The scanners compare numbers
 * instead of matching expressions: every loop moves forward, so reading is linear whatever the log holds.
 */
export const TAB = 0x09;
export const ESC = 0x1b;
export const BLANK = 0x20;
export const QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const OPEN_PAREN = 0x28;
export const CLOSE_PAREN = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const AT_SIGN = 0x40;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const LOWER_X = 0x78;
export const OPEN_BRACE = 0x7b;
export const BAR = 0x7c;
export const CLOSE_BRACE = 0x7d;
export const TILDE = 0x7e;

export const isDigit = (c: number): boolean => c >= ZERO && c <= 0x39;

export const isBlank = (c: number): boolean => c === BLANK || c === TAB;

/** Letters, digits and the underscore: what names of calls, flags and members are made of. */
export const isWord = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= ZERO && c <= 0x39) || c === 0x5f;

/** A letter or the underscore. */
export const isWordStart = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;

/** The value of a hexadecimal digit; -1 for anything else. */
export const hexDigit = (c: number): number =>
  c >= ZERO && c <= 0x39
    ? c - ZERO
    : c >= 0x61 && c <= 0x66
      ? c - 0x57
      : c >= 0x41 && c <= 0x46
        ? c - 0x37
        : -1;

/** The first place in [at, end) that holds no blank; end where there is none. */
export function blanksEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

/** The first place in [at, end) that is no part of a word. */
export function wordEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isWord(text.charCodeAt(i))) i++;
  return i;
}

/** The first place in [at, end) that is no decimal digit. */
export function digitsEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** Where the text ends when blanks and line ends behind it are left out. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from) {
    const c = text.charCodeAt(i - 1);
    if (!isBlank(c) && c !== 0x0d && c !== 0x0a) break;
    i--;
  }
  return i;
}
