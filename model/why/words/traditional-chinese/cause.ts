/** traditional Chinese of english/cause.ts. */
import type { causeWords as English } from '../english/cause';
import type { Translated } from '../translation';

export const causeWords: Translated<typeof English> = {
  'cause.broken': '違反的規則：「{demand}」。',
  'cause.broken-with': '違反的規則：「{demand}」。此處：{numbers}。',
  'cause.only': '這裡只有它會傳回 {errno}，所以違反的是這條規則：「{demand}」。',
  'cause.only-with': '這裡只有它會傳回 {errno}，所以違反的是這條規則：「{demand}」。此處：{numbers}。',
  'cause.possible': '可能違反：「{demand}」。這份紀錄無法顯示它是否成立。',
  'cause.possible-with': '可能違反：「{demand}」。這份紀錄無法顯示它是否成立：{numbers}。',
  'divergence.failed': '依規則這個呼叫應當成功，但紀錄顯示 {errno}。',
  'divergence.succeeded': '依規則這個呼叫應當以 {errno}（{cause}）失敗，但紀錄顯示它成功了。',
  'divergence.other': '依規則結果應當是 {predicted}（{cause}），但紀錄顯示 {errno}。',
};
