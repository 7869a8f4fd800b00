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
};
