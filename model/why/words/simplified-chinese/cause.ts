/** simplified Chinese of english/cause.ts. */
import type { causeWords as English } from '../english/cause';
import type { Translated } from '../translation';

export const causeWords: Translated<typeof English> = {
  'cause.broken': '违反的规则：“{demand}”。',
  'cause.broken-with': '违反的规则：“{demand}”。此处：{numbers}。',
  'cause.only': '这里只有它会返回 {errno}，所以违反的是这条规则：“{demand}”。',
  'cause.only-with': '这里只有它会返回 {errno}，所以违反的是这条规则：“{demand}”。此处：{numbers}。',
  'cause.possible': '可能违反：“{demand}”。这份记录无法显示它是否成立。',
  'cause.possible-with': '可能违反：“{demand}”。这份记录无法显示它是否成立：{numbers}。',
  'divergence.failed': '按规则这个调用应当成功，但记录显示 {errno}。',
  'divergence.succeeded': '按规则这个调用应当以 {errno}（{cause}）失败，但记录显示它成功了。',
  'divergence.other': '按规则结果应当是 {predicted}（{cause}），但记录显示 {errno}。',
};
