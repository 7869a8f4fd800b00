/** Words that all sentences share. */
export const generalWords = {
  text: '{text}',
  line: 'line {n}',
  'size.byte': '{count} byte',
  'size.bytes': '{count} bytes',
  /** Between the parts of an enumeration. */
  comma: ', ',
  /** Between the two ends of an 'and'. */
  and: '{one} and {other}',
} as const;
