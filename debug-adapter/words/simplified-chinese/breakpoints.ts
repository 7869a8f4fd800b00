/** Simplified Chinese of english/breakpoints.ts. */
import type { Translated } from '../language';
import type { breakpointsWords as English } from '../english/breakpoints';

export const breakpointsWords: Translated<typeof English> = {
  'breakpoint.pending': '记录仍在读取中。',
  'breakpoint.line': '第 {line} 行',
  'breakpoint.no-file': '“{path}”不是此记录的文件。',
  'breakpoint.no-event': '第 {line} 行及其下方不远处都没有事件。',
  'breakpoint.hidden-task': '第 {line} 行的事件属于未显示的任务。',
  'breakpoint.no-class': '“{name}”不是此处已知的类别。唯一的类别是 %memory。',
  'breakpoint.no-call': '记录中没有名为“{name}”的调用或信号。',
  'breakpoint.no-call-near': '记录中没有名为“{name}”的调用或信号。是指“{near}”吗？',
  'breakpoint.no-hit-count': '“{text}”不是命中次数。请写一个数，前面可加 = > >= < <= % 之一，例如“>= 10”。',
  'breakpoint.never-hit': '“% 0”永远不成立：请给出大于 0 的数。',
  'breakpoint.no-range': '“{id}”不是此记录的范围。',
  'breakpoint.untouched': '记录中没有事件改变这些页。',
  'breakpoint.touched': '{count} 个事件改变这些页。',
  'breakpoint.no-space': '这里没有已知的地址空间。',
  'breakpoint.no-address': '“{name}”既不是地址也不是 VMA。',
  'breakpoint.no-filter': '没有过滤器“{filter}”。',
  'breakpoint.doubt': '在{line}无法判断“{breakpoint}”的条件：{because}。遇到此类事件不会停下。',
};
