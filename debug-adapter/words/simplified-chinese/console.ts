/** Simplified Chinese of english/console.ts. */
import type { Translated } from '../language';
import type { consoleWords as English } from '../english/console';

export const consoleWords: Translated<typeof English> = {
  'console.help': `输入表达式会打印其值：errno、arg.length、locked、errno == ENOMEM。
maps          此处的地址空间，格式同 /proc/PID/maps
why           此处的调用为何失败，或做了什么
manual [CALL [ERRNO]]  1996 年以来手册页对此错误的说法，以及内核的做法
blame WHAT    是哪些行造成的：地址、范围、locked、RLIMIT_MEMLOCK、CAP_IPC_LOCK、arg.addr
goto LINE     转到记录的某一行
find EXPR     转到下一个使表达式成立的事件
rfind EXPR    同上，向后查找
CALL          内核在此处会如何应答一个内存调用（按 strace 的写法），不改变记录：
              mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)
              各调用依次累积；$1 是第一个的应答，$ 是最后一个有结果的应答：munmap($1 + 4096, 4096)。
              写在后面的应答视为真实：mremap($1, 4096, 8192, MREMAP_MAYMOVE) = 0x7f0000000000
whatif        在此处试过的调用，以及它们造成的与记录的不同
whatif maps   它们之后的地址空间
reset         忘记它们
help          本说明`,
  'console.nothing-of-space': '记录到此还没有显示任何地址空间的内容。',
  'console.no-line': '“{text}”不是行号。请写 goto 和行号：goto 12。',
  'console.none-after': '此后没有符合的事件。',
  'console.none-before': '此前没有符合的事件。',
  'console.nothing-to-blame':
    '无法询问“{text}”。请写 blame 和地址、范围（0x7f12a4000000+8192）、locked、RLIMIT_MEMLOCK、CAP_IPC_LOCK，或结果为地址的表达式：blame arg.addr。',
  'console.no-target': '无法询问“{text}”。',
};
