/** traditional Chinese of english/manual.ts. */
import type { manualWords as English } from '../english/manual';
import type { Translated } from '../translation';
import { mmapManualWords } from './manual/mmap';
import { mremapManualWords } from './manual/mremap';
import { otherCallsManualWords } from './manual/other-calls';
import { protectionAndLocksManualWords } from './manual/protection-and-locks';

export const manualWords: Translated<typeof English> = {
  'manual.era.1996': '1996 年，Linux 1.3.87',
  'manual.era.2.4': 'Linux 2.4',
  'manual.era.2010': '2010 年，man-pages 3.55',
  'manual.era.today': '現今',
  'manual.as-before': '同前。',
  'manual.silent': '沒有提及。',
  'manual.not-at-hand': '手邊沒有那個時期的手冊頁。',
  'manual.page': '{era}：{says}',
  'manual.page-and-kernel': '{era}：{says}核心：{kernel}',
  'manual.heading': '手冊頁關於 {call} 傳回 {errno} 的說法：',
  'manual.of-checks': '{errno}（{checks}）',
  'manual.of-no-check': '{errno}（現今沒有對應的規則）',
  'manual.calls': '這裡收錄以下呼叫的手冊頁：{calls}',
  'manual.errors': '這裡收錄 {call} 的手冊頁關於以下錯誤的說法：{errors}',
  'manual.no-call': '這裡沒有收錄 {call} 的手冊頁。收錄的呼叫有：{calls}',
  'manual.no-errno': '這裡沒有收錄 {call} 的 {errno}。收錄的錯誤有：{errors}',
  ...mmapManualWords,
  ...mremapManualWords,
  ...protectionAndLocksManualWords,
  ...otherCallsManualWords,
};
