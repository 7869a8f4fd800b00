/** traditional Chinese of english/general.ts. */
import type { generalWords as English } from '../english/general';
import type { Translated } from '../translation';

export const generalWords: Translated<typeof English> = {
  text: '{text}',
  line: '第 {n} 行',
  'size.byte': '{count} 位元組',
  'size.bytes': '{count} 位元組',
  comma: '，',
  and: '{one}，並{other}',
  'source.read': '{where}（據 {read} 的原文）',
  'source.measured': '{where}（在 {measured} 上實測）',
  'source.read-and-measured': '{where}（據 {read} 的原文，在 {measured} 上實測）',
};
