/** German of english/general.ts. */
import type { generalWords as English } from '../english/general';
import type { Translated } from '../translation';

export const generalWords: Translated<typeof English> = {
  text: '{text}',
  line: 'Zeile {n}',
  'size.byte': '{count} Byte',
  'size.bytes': '{count} Byte',
  comma: ', ',
  and: '{one} und {other}',
  'source.read': '{where} (gelesen in {read})',
  'source.measured': '{where} (gemessen auf {measured})',
  'source.read-and-measured': '{where} (gelesen in {read}, gemessen auf {measured})',
};
