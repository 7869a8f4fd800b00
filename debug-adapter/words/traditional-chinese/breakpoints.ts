/** Traditional Chinese of english/breakpoints.ts. */
import type { Translated } from '../language';
import type { breakpointsWords as English } from '../english/breakpoints';

export const breakpointsWords: Translated<typeof English> = {
  'breakpoint.pending': '紀錄仍在讀取中。',
  'breakpoint.line': '第 {line} 行',
  'breakpoint.no-file': '「{path}」不是此紀錄的檔案。',
  'breakpoint.no-event': '第 {line} 行及其下方不遠處都沒有事件。',
  'breakpoint.hidden-task': '第 {line} 行的事件屬於未顯示的任務。',
  'breakpoint.no-class': '「{name}」不是此處已知的類別。唯一的類別是 %memory。',
  'breakpoint.no-call': '紀錄中沒有名為「{name}」的呼叫或訊號。',
  'breakpoint.no-call-near': '紀錄中沒有名為「{name}」的呼叫或訊號。是指「{near}」嗎？',
  'breakpoint.no-hit-count':
    '「{text}」不是命中次數。請寫一個數，前面可加 = > >= < <= % 之一，例如「>= 10」。',
  'breakpoint.never-hit': '「% 0」永遠不成立：請給出大於 0 的數。',
  'breakpoint.no-range': '「{id}」不是此紀錄的範圍。',
  'breakpoint.untouched': '紀錄中沒有事件改變這些頁。',
  'breakpoint.touched': '{count} 個事件改變這些頁。',
  'breakpoint.no-space': '這裡沒有已知的位址空間。',
  'breakpoint.no-address': '「{name}」既不是位址也不是 VMA。',
  'breakpoint.no-filter': '沒有篩選器「{filter}」。',
  'breakpoint.doubt': '在{line}無法判斷「{breakpoint}」的條件：{because}。遇到此類事件不會停下。',
};
