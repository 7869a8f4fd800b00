/** Traditional Chinese of english/session.ts. */
import type { Translated } from '../language';
import type { sessionWords as English } from '../english/session';

export const sessionWords: Translated<typeof English> = {
  'filter.failed-memory': '失敗的記憶體呼叫',
  'filter.failed-memory.help': '改變位址空間而失敗的呼叫，以及每個以 EFAULT 失敗的呼叫。',
  'filter.failed': '失敗的呼叫',
  'filter.failed.help': '每個傳回錯誤的系統呼叫。',
  'filter.fatal-signal': '致命訊號',
  'filter.fatal-signal.help': '使行程終止的訊號。',
  'filter.disagree': '模型與核心不一致',
  'filter.disagree.help': '規則所言與紀錄中核心所為不同的記憶體呼叫。',
  'filter.unparsed': '無法理解的行',
  'filter.unparsed.help': '就此處所知不屬於 strace 輸出的行。',
  'filter.condition': '運算式，例如 errno == ENOMEM',
  'stop.end': '紀錄結束',
  'stop.start': '紀錄開頭',
  'stop.end-of-task': '任務結束',
  'stop.start-of-task': '任務開頭',
  'stop.not-understood': '無法理解',
  'stop.unparsed': '第 {line} 行不是此處已知的 strace 輸出：{text}',
  'frame.created-by': '建立者',
  'frame.end': '紀錄結束',
  'frame.end-of-task': '任務結束',
  'frame.task': '任務',
  'progress.searching': '正在搜尋紀錄',
  'progress.event': '事件 {event}，共 {of} 個',
  'progress.reading': '正在讀取紀錄',
  'progress.read': '{percent}%，{events} 個事件',
  'session.log-changed':
    '工作階段讀取之後，{path} 在磁碟上已改變：顯示的內容可能與檔案現在的內容不符。請重新啟動工作階段以重新讀取。',
  'search.stopped': '搜尋中止：{problem}',
  'search.logpoints': '記錄點輸出了 {times} 次；顯示前 {shown} 行。',
};
