/** traditional Chinese of english/report.ts. */
import type { reportWords as English } from '../english/report';
import type { Translated } from '../translation';

export const reportWords: Translated<typeof English> = {
  'report.proven': '由紀錄和規則證實',
  'report.likely': '可能；紀錄留有多種原因',
  'report.outside': '原因不在位址空間',
  'report.no-failure': '這份紀錄中沒有呼叫失敗。',
  'report.how': '查明方法：{how}',
  'report.nothing-here': '這裡沒有呼叫，也沒有訊號。',
  'report.place': '第 {line} 行',
  'report.place-pid': '第 {line} 行，pid {pid}',
  'report.place-file': '{file}，第 {line} 行',
  'report.place-file-pid': '{file}，第 {line} 行，pid {pid}',
  'report.remedies': '怎樣才會成功',
  'report.checks': '核心的檢查，按其順序',
  'report.manual': '各個時期的手冊',
  'report.space': '此呼叫前後的位址空間',
  'report.before': '此呼叫之前',
  'report.after': '此呼叫之後',
  'report.free': '空閒',
  'report.locked': '已鎖定',
};
