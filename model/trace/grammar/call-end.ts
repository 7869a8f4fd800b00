/**
 * Where a call ends: at the first parenthesis that ` = ` follows. Among strace's values that sequence stands in quoted
 * strings only (wait's tests have ` == `), so no nesting has to be followed, and an argument that a message cut short
 * can't swallow the result.
 */
import { BLANK, BACKSLASH, CLOSE_PAREN, EQUALS, LESS, OPEN_PAREN, QUOTE, blanksEnd, isWord } from './char';
import { targetEnd } from './descriptor';
import { stringEnd } from './string-literal';
import { behindOutput } from './tracee-output';

/**
 * The closing parenthesis of the call whose arguments begin at `from`; -1 where the text has no result for it. `output`:
 * the call prints its string, so that text may be glued in (tracee-output).
 */
export function callEnd(text: string, from: number, output: boolean): number {
  const end = text.length;
  let targets = true;
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const close = stringEnd(text, i, end);
      if (close < 0) return -1;
      i = (output ? behindOutput(text, i, close, end) : close) - 1;
    } else if (c === CLOSE_PAREN) {
      if (resultBehind(text, i) >= 0) return i;
    } else if (
      c === LESS &&
      targets &&
      i > from &&
      text.charCodeAt(i + 1) !== LESS &&
      isWord(text.charCodeAt(i - 1))
    ) {
      // A path may hold anything. Where one target is not closed, none behind it need be sought.
      const close = targetEnd(text, i, end);
      if (close < 0) targets = false;
      else i = close - 1;
    }
  }
  return -1;
}

/** Where `=` stands behind the parenthesis at `at`; -1 where something else does. */
export function resultBehind(text: string, at: number): number {
  const equals = blanksEnd(text, at + 1, text.length);
  if (text.charCodeAt(equals) !== EQUALS) return -1;
  return equals + 1 >= text.length || text.charCodeAt(equals + 1) === BLANK ? equals : -1;
}

/** `to` where it stands outside of the strings that begin behind `from`, else -1. */
export function endOfString(text: string, from: number, to: number, output: boolean): number {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) {
      const close = stringEnd(text, i, text.length);
      if (close < 0 || close > to) return -1;
      i = (output ? behindOutput(text, i, close, text.length) : close) - 1;
    }
  }
  return to;
}

/**
 * True where a parenthesis closes the list that begins at `from` and other words than a result follow: so a line of
 * the tracee's reads, `error(s) found`, never a call that something cut.
 */
export function endsInWords(text: string, from: number, end: number): boolean {
  let depth = 0;
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      const close = stringEnd(text, i, end);
      if (close < 0) return false;
      i = close - 1;
    } else if (c === OPEN_PAREN) depth++;
    else if (c === CLOSE_PAREN && --depth < 0) return blanksEnd(text, i + 1, end) < end;
  }
  return false;
}
