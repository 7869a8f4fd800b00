/**
 * Shell patterns: `*` any text, `?` one character. No regular expression, for a pattern or a log could make one that
 * never ends; the work is at most the product of both lengths.
 */
export const matchesGlob = (text: string, pattern: string): boolean => {
  let at = 0;
  let inPattern = 0;
  /** Where to go on when the text after the last star did not fit: one character further. */
  let star = -1;
  let retry = 0;
  while (at < text.length) {
    const wanted = pattern.charAt(inPattern);
    if (wanted === '*') {
      star = inPattern++;
      retry = at;
    } else if (wanted === '?' || wanted === text.charAt(at)) {
      at++;
      inPattern++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++retry;
    } else return false;
  }
  while (pattern.charAt(inPattern) === '*') inPattern++;
  return inPattern >= pattern.length;
};
