/** Simplified Chinese of english/command-line.ts. */
import type { Translated } from '../language';
import type { commandLineWords as English } from '../english/command-line';

export const commandLineWords: Translated<typeof English> = {
  'cli.see-help': '{problem}参见 pagewalk --help。',
  'cli.no-command': '缺少命令。',
  'cli.unknown-command': '“{command}”不是命令。',
  'cli.unknown-option': '“{command}”没有选项“{option}”。',
  'cli.no-value': '“{option}”后面需要一个值。',
  'cli.takes-no-value': '“{option}”不带值。',
  'cli.dap-takes-no': '“dap”不接受“{word}”。',
  'cli.no-port': '“{port}”不是端口：0 到 65535。',
  'cli.needs-log': '“{command}”需要一个记录：文件、“-”或 -ff 文件组的前缀。',
  'cli.second-log': '“{command}”只接受一个记录，而“{word}”是第二个。',
  'cli.no-number': '“--{name} {value}”不是大于 0 的数。',
  'cli.no-size': '“--page-size {value}”不是大小：4K、16K 或 64K。',
  'cli.needs-line': '“{command}”需要行号：--line N。',
  'cli.needs-line-before': '“whatif”需要指定在哪一行之前：--line N。',
  'cli.needs-address': '“pages”需要地址，例如 0x7f12a4000000。',
  'cli.needs-target': '“blame”需要地址（0x7f12a4000000）、范围、locked 或限制（RLIMIT_MEMLOCK）。',
  'cli.needs-call': "“whatif”需要一个用引号括起的调用：'munmap(0x7f12a4000000, 4096)'。",
  'cli.which-file': '该文件组有 {n} 个文件：请用 --pid 指明 --line 是哪个文件的行号。',
  'cli.no-file-of-pid': '该文件组没有 pid {pid} 的文件。',
  'cli.no-line': '没有第 {line} 行：记录共有 {lines} 行。',
  'cli.nothing-above': '第 {line} 行及其上方没有事件。',
  'cli.no-call-at': '第 {line} 行不是调用也不是信号：没有可解释的内容。',
  'cli.no-space-at': '在第 {line} 行，记录没有显示地址空间的任何内容。',
  'cli.no-language': 'Pagewalk 不支持“{language}”。支持的有 {known}。',
  'cli.nothing-to-blame':
    '无法询问“{target}”：请写地址（0x7f12a4000000）、范围（0x7f12a4000000-0x7f12a4002000 或 0x7f12a4000000+8192）、locked、RLIMIT_MEMLOCK 或 CAP_IPC_LOCK。',
  'cli.html-needs-line': '“explain --html”只讲一处失败：请用 --line N 指明其行号。',
  'cli.no-task-before': '第 {line} 行之前没有任务 {pid}。',
  'cli.port-unusable': '无法使用端口 {port}：{problem}。',
  'cli.listening': '正在监听 {address}',
  'cli.part-of-memory': '记录没有显示全部内存：有 {count} 段未知，并已标明。用快照（--maps）可使其确切。',
  'replay.line': '行',
  'replay.call': '调用',
  'replay.kernel': '内核',
  'replay.rules': '规则',
  'replay.success': '成功',
  'replay.no-answer': '无应答',
  'replay.old-break': '原来的 break',
  'replay.cannot-tell': '无法判断',
  'replay.total':
    '判断了 {total} 个调用：内核与规则一致 {agree} 个，不一致 {differ} 个，无法判断 {open} 个。',
  'cli.help': `pagewalk: 录制的 strace 记录关于内存说明了什么

  pagewalk explain TRACE [--line N] [--manual] [--json | --html]
      失败的调用为何失败，或第 N 行的调用为何如此；加 --manual 还会给出 1996 年以来手册页对该错误的说法
  pagewalk maps TRACE --line N
      第 N 行之后的地址空间，格式同 /proc/PID/maps
  pagewalk pages TRACE --line N ADDRESS [--json]
      第 N 行之后到 ADDRESS 的页表遍历，哪些页已证实存在或不存在，有多少页表，以及第 N 行对它们做了什么
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--json]
      截至第 N 行之后，是哪些行映射、保护、锁定、移动或解除映射了 ADDRESS，构成了锁定的内存，或设定了限制
  pagewalk replay TRACE [--vmas] [--json]
      每个内存调用：内核如何应答，规则怎么说，其后的总量
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--json]
      在第 N 行之前，内核会如何应答这些调用（后者建立在前者之上），例如
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      调试适配器，使用标准输入输出或本机的端口

TRACE 是记录、gzip 压缩的记录、表示标准输入的 -，或 strace -ff 所写文件组的前缀。

以上命令的选项：
  --lang LANGUAGE     输出所用的语言：en、es、de、zh-Hans 或 zh-Hant；否则依 LC_ALL、LC_MESSAGES 或 LANG
  --maps FILE         /proc/PID/maps 或 smaps 快照（TRACE.maps 会自动采用）
  --kernel V          录制时的内核，例如 6.18
  --arch A            其架构：x86-64、i386、x32、arm64、arm、riscv64
  --page-size S       其页大小：4K、16K 或 64K
  --max-map-count N   其 vm.max_map_count
  --tables T          用于 pages：记录没有显示时所用的页表，例如 x86-64-5-level
  --pid P             在 -ff 文件组中与 --line 同用：指哪个进程的文件

状态：0；explain 发现失败的调用时为 1；输入无法使用时为 2。
`,
};
