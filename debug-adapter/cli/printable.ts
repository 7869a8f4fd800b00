/**
 * A log is somebody else's bytes: what it holds of control characters must not reach a terminal, where it could move the
 * cursor, hide text or set the title. JSON needs none of this: it escapes them itself.
 */

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);

/** Control characters as strace would print them: `\33`. */
export function printable(text: string): string {
  let safe = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    safe += isControl(code) ? `\\${code.toString(8)}` : character;
  }
  return safe;
}
