/**
 * Lines that a mail or a terminal wrapped:
 *
 *     mmap(NULL, 8392704, PROT_NONE,
 *     MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f622efae000
 */

/** Of a call put together from such lines, in UTF-16 units. */
export const LONGEST_WRAPPED = 16 * 1024;

/**
 * Puts the lines of a hard wrap together. A mail's wrap swallows the blank at which it breaks; strace has one behind a
 * comma and before a result.
 */
export function glueWrapped(before: string, after: string): string {
  return needsBlank(before, after) ? `${before} ${after}` : before + after;
}

export function needsBlank(before: string, after: string): boolean {
  if (!/^[^\s)]/.test(after)) return false;
  return /[,=)]$/.test(before) || endsInHalfResult(before);
}

/** Whether the words of a result are cut: `= -1`, `= -1 ENOMEM`, `= -1 ENOMEM (Cannot allocate`, `= 0x8002 (flags`. */
export function endsInHalfResult(text: string): boolean {
  return /= (-1|(-1|\?) E\w+|(-1|\?|\w+)( E\w+)? \([^()]*)$/.test(text.slice(-LONGEST_MESSAGE));
}

/** strerror's words in any language, and the result before them. */
const LONGEST_MESSAGE = 200;

/** Whether a text cut here looks wrapped, not interrupted: behind a separator, a blank, or inside a string. */
export function goesOn(text: string): boolean {
  return /[,|({[\s]$/.test(text) || (text.replaceAll(/\\./g, '').split('"').length & 1) === 0;
}

/** Whether a signal's line has its end: the grammar reads one without it too. */
export function isWholeSignal(text: string): boolean {
  return text.trimEnd().endsWith(' ---');
}
