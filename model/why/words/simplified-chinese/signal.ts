/** simplified Chinese of english/signal.ts. */
import type { signalWords as English } from '../english/signal';
import type { Translated } from '../translation';

export const signalWords: Translated<typeof English> = {
  'signal.access': '程序访问了 {address}',
  'signal.read': '程序试图读取 {address}',
  'signal.wrote': '程序试图写入 {address}',
  'signal.ran': '程序跳转到 {address}，要执行那里的代码',
  'signal.wrote-or-ran': '程序试图写入 {address}，或执行那里的代码（记录不显示是哪一种）',
  'signal.read-or-wrote': '程序试图读取或写入 {address}（记录不显示是哪一种）',
  'signal.read-or-ran': '程序试图读取 {address}，或执行那里的代码（记录不显示是哪一种）',
  'signal.other': '任务收到 {signal}。',
  'signal.fatal': '任务被 {signal} 杀死。',
  'signal.null': '指针为 NULL：{access}。',
  'signal.guard-page': '页 {page} 是在{line}设置的保护页（MADV_GUARD_INSTALL），不允许任何访问：{access}。',
  'signal.past-the-end': '{address} 处从未有过映射，它超出{line}所建映射的末端 {past}：{access}。',
  'signal.beyond-file':
    '{address} 处的页已映射，但背后没有内容：文件 {path} 在偏移量 {page} 之前结束，或无法读取。',
  'signal.beyond-known-file':
    '{address} 处的页已映射，但文件 {path} 只有 {size}：它在偏移量 {page}（该页的起点）之前结束。',
  'signal.beyond-file-since':
    '{address} 处的页已映射，但文件 {path} 自{line}起只有 {size}：它在偏移量 {page}（该页的起点）之前结束。',
  'signal.beyond-shared': '{address} 处的页已映射，但背后的共享内存创建时大小为 {size}，在该页之前结束。',
  'signal.userfault':
    '{address} 处没有页；该处自{line}起注册的 userfaultfd 要求以信号代替等待（UFFD_FEATURE_SIGBUS）。',
  'signal.protection-key': '{address} 处的页有保护键 {key}，而线程已对自己关闭该键（PKRU）。',
  'signal.protection-key-since': '{address} 处的页自{line}起有保护键 {key}，而线程已对自己关闭该键（PKRU）。',
  'signal.not-canonical': '处理器没有给出地址：该指针根本不是地址，因为它在位 {bits} 之上的各位与该位不同。',
  'signal.unaligned-vector': '处理器没有给出地址：要求对齐的向量指令（movaps）遇到了没有对齐的地址。',
  'signal.privileged-instruction': '处理器没有给出地址：程序执行了只有内核可以执行的指令。',
  'signal.bad-frame': '内核没有给出地址：自{line}起运行的信号处理程序，其栈帧无法写入或已损坏。',
  'signal.illegal-instruction': '程序执行了处理器不认识的指令（{signal}）：与内存无关。',
  'signal.arithmetic': '程序除以零或溢出（{signal}）：与内存无关。',
  'signal.trap': '程序遇到断点或陷阱（{signal}）：与内存无关。',
  'signal.parent-death':
    '{signal} 因父进程结束而来，这是在{line}要求的（PR_SET_PDEATHSIG）：与内存错误无关。',
  'signal.bounds': '对 {address} 的访问超出程序所设的边界 {lower}–{upper}。',
  'signal.memory-tag': '指针 {address} 的标记与内存的标记不同（{code}）：该内存已被释放，或属于另一个对象。',
  'signal.control-protection': '{address} 处的返回或跳转不符合影子栈或分支标记所允许的。',
  'signal.refused-unknown': '那里映射的内存不允许这样做，而这份记录没有显示那是什么：{access}。',
  'signal.refused-program':
    '{address} 位于堆之前，那里是程序本身：代码、常量（包括引号中的文本）和数据。那里的内容不允许这样做，而记录没有显示是哪一部分：{access}。',
  'signal.disagrees':
    '按这份记录，{address} 已映射且允许任何访问，但内核返回 {code}：改变该映射的调用不在记录中。',
  'signal.disagrees-line':
    '按这份记录，{address} 自{line}起已映射且允许该访问，但内核返回 {code}：改变该映射的调用不在记录中，或被拒绝的是记录没有显示的访问。',
  'signal.stack-overflow':
    '栈已用完：{address} 低于它可以增长到的位置。RLIMIT_STACK 通常为 {limit}；这份记录没有显示它。',
  'signal.stack-overflow-limit':
    '栈已用完：{address} 低于它可以增长到的位置，RLIMIT_STACK 为 {limit}（{line}）。',
  'signal.stack-meets-mapping':
    '栈不能增长到 {address}：它必须与末端为 {end} 的映射（{line}）保持 1 MiB 的距离。',
  'signal.thread-stack-guard':
    '线程的栈已用完：{address} 位于其栈之前的保护区；栈始于 {low}，大小为 {size}（线程在{thread}创建）。',
  'signal.thread-stack-end':
    '线程的栈已用完：{address} 低于其栈；栈始于 {low}，大小为 {size}（线程在{thread}创建）。',
  'signal.unaligned': '访问没有按其大小对齐，而程序曾要求处理器检查对齐（或处理器总是检查）。',
  'signal.bus-unknown': '{address} 处的映射背后没有内容：超出文件末尾，或设备出错。',
  'signal.bus-mapped': '{address} 处自{line}起的映射背后没有内容：超出文件末尾，或设备出错。',
  'signal.handled': '在{line}设置的信号处理程序接收了该信号。',
  'signal.killed': '没有信号处理程序接收：进程被杀死（{killed}）。',
  'signal.killed-though-ignored':
    '它本应被忽略（{line}），但由错误引发的信号不能忽略：进程被杀死（{killed}）。',
  'signal.killed-in-handler':
    '在{line}设置了信号处理程序，但内核无法运行它：该信号被阻塞（在它自己的处理程序中即如此），或处理程序的栈无法写入。进程被杀死（{killed}）。',
  'signal.sent': '{signal} 由某个进程发送，与内存错误无关。',
  'signal.sent-by': '{signal} 由进程 {pid} 发送，与内存错误无关；发送的那一行不在这份记录中。',
  'signal.sent-line': '{signal} 在{line}发送，与内存错误无关。',
  'signal.sent-itself': '进程在{line}向自己发送了 {signal}：与内存错误无关。',
  'signal.aborted': '程序主动放弃：它在{line}发送了 {signal}，如同 abort() 和断言失败的 assert() 所做的。',
  'signal.limit': '{signal}：进程超过了 {limit}，这份记录没有显示该限制。',
  'signal.limit-line': '{signal}：进程超过了在{line}设置的 {limit}。',
  'signal.pipe': '{signal}：在{line}写入时已经没有读者。',
  'signal.seccomp': 'seccomp 过滤器阻止了调用 {call}。',
  'signal.seccomp-line': '在{line}设置的 seccomp 过滤器阻止了调用 {call}。',
  'signal.timer': '{signal}：定时器到期。',
  'signal.timer-line': '{signal}：在{line}设置的定时器到期。',
  'signal.killed-by-seccomp': '在调用中途被 {signal} 杀死：在{line}设置的 seccomp 过滤器不允许它。',
  'signal.sigkill':
    '被 {signal} 杀死，而这份记录中没有哪一行发送它：可能来自另一个进程、被停止的容器，或因内存不足而来自内核。',
};
