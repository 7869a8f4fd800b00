/** simplified Chinese of english/general.ts. */
import type { generalWords as English } from '../english/general';
import type { Translated } from '../translation';

export const generalWords: Translated<typeof English> = {
  text: '{text}',
  line: '第 {n} 行',
  'size.byte': '{count} 字节',
  'size.bytes': '{count} 字节',
  comma: '，',
  and: '{one}，并{other}',
  'source.read': '{where}（据 {read} 的原文）',
  'source.measured': '{where}（在 {measured} 上实测）',
  'source.read-and-measured': '{where}（据 {read} 的原文，在 {measured} 上实测）',
};
