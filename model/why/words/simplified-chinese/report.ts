/** simplified Chinese of english/report.ts. */
import type { reportWords as English } from '../english/report';
import type { Translated } from '../translation';

export const reportWords: Translated<typeof English> = {
  'report.proven': '由记录和规则证实',
  'report.likely': '可能；记录留有多种原因',
  'report.outside': '原因不在地址空间',
  'report.no-failure': '这份记录中没有调用失败。',
  'report.how': '查明方法：{how}',
  'report.nothing-here': '这里没有调用，也没有信号。',
  'report.place': '第 {line} 行',
  'report.place-pid': '第 {line} 行，pid {pid}',
  'report.place-file': '{file}，第 {line} 行',
  'report.place-file-pid': '{file}，第 {line} 行，pid {pid}',
  'report.remedies': '怎样才会成功',
  'report.checks': '内核的检查，按其顺序',
  'report.manual': '各个时期的手册',
  'report.space': '此调用前后的地址空间',
  'report.before': '此调用之前',
  'report.after': '此调用之后',
  'report.free': '空闲',
  'report.locked': '已锁定',
};
