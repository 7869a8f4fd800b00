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
  /** Where a rule is from. A release is the kernel's, or says whose it is: 'man-pages 6.20'. */
  'source.read': '{where} (read in {read})',
  'source.measured': '{where} (measured on {measured})',
  'source.read-and-measured': '{where} (read in {read}, measured on {measured})',
} as const;
