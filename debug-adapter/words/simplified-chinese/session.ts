/** Simplified Chinese of english/session.ts. */
import type { Translated } from '../language';
import type { sessionWords as English } from '../english/session';

export const sessionWords: Translated<typeof English> = {
  'filter.failed-memory': '失败的内存调用',
  'filter.failed-memory.help': '改变地址空间而失败的调用，以及每个以 EFAULT 失败的调用。',
  'filter.failed': '失败的调用',
  'filter.failed.help': '每个返回错误的系统调用。',
  'filter.fatal-signal': '致命信号',
  'filter.fatal-signal.help': '使进程终止的信号。',
  'filter.disagree': '模型与内核不一致',
  'filter.disagree.help': '规则所言与记录中内核所为不同的内存调用。',
  'filter.unparsed': '无法理解的行',
  'filter.unparsed.help': '就此处所知不属于 strace 输出的行。',
  'filter.condition': '表达式，例如 errno == ENOMEM',
  'stop.end': '记录结束',
  'stop.start': '记录开头',
  'stop.end-of-task': '任务结束',
  'stop.start-of-task': '任务开头',
  'stop.not-understood': '无法理解',
  'stop.unparsed': '第 {line} 行不是此处已知的 strace 输出：{text}',
  'frame.created-by': '创建者',
  'frame.end': '记录结束',
  'frame.end-of-task': '任务结束',
  'frame.task': '任务',
  'progress.searching': '正在搜索记录',
  'progress.event': '事件 {event}，共 {of} 个',
  'progress.reading': '正在读取记录',
  'progress.read': '{percent}%，{events} 个事件',
  'session.log-changed':
    '会话读取之后，{path} 在磁盘上已改变：显示的内容可能与文件现在的内容不符。请重新启动会话以重新读取。',
  'search.stopped': '搜索中止：{problem}',
  'search.logpoints': '记录点输出了 {times} 次；显示前 {shown} 行。',
};
