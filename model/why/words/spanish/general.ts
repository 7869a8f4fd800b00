/** Spanish of english/general.ts. */
import type { generalWords as English } from '../english/general';
import type { Translated } from '../translation';

export const generalWords: Translated<typeof English> = {
  text: '{text}',
  line: 'línea {n}',
  'size.byte': '{count} byte',
  'size.bytes': '{count} bytes',
  comma: ', ',
  and: '{one} y {other}',
  'source.read': '{where} (leído en {read})',
  'source.measured': '{where} (medido en {measured})',
  'source.read-and-measured': '{where} (leído en {read}, medido en {measured})',
};
