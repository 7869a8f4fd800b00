/** The command line: what is wrong with it, what its text output is headed by, and what it says beside it. */
export const commandLineWords = {
  'cli.see-help': '{problem} See pagewalk --help.',
  'cli.no-command': 'There is no command.',
  'cli.unknown-command': "'{command}' is no command.",
  'cli.unknown-option': "'{command}' has no option '{option}'.",
  'cli.no-value': "'{option}' needs a value behind it.",
  'cli.takes-no-value': "'{option}' takes no value.",
  'cli.dap-takes-no': "'dap' takes no '{word}'.",
  'cli.no-port': "'{port}' is no port: 0 to 65535.",
  'cli.needs-log': "'{command}' needs a log: a file, '-', or the prefix of a -ff set.",
  'cli.second-log': "'{command}' takes one log, and '{word}' is a second.",
  'cli.no-number': "'--{name} {value}' is no number above 0.",
  'cli.no-size': "'--page-size {value}' is no size: 4K, 16K or 64K.",
  'cli.needs-line': "'{command}' needs a line: --line N.",
  'cli.needs-line-before': "'whatif' needs a line to stand before: --line N.",
  'cli.needs-address': "'pages' needs an address, such as 0x7f12a4000000.",
  'cli.needs-target':
    "'blame' needs an address (0x7f12a4000000), a range, locked, or a limit (RLIMIT_MEMLOCK).",
  'cli.needs-call': "'whatif' needs a call, in quotes: 'munmap(0x7f12a4000000, 4096)'.",
  /** What a command cannot do with this log. */
  'cli.which-file': 'The set has {n} files: say with --pid in which of them --line counts.',
  'cli.no-file-of-pid': 'The set has no file of the pid {pid}.',
  'cli.no-line': 'There is no line {line}: the log has {lines}.',
  'cli.nothing-above': 'There is no event at or above line {line}.',
  'cli.no-call-at': 'Line {line} is no call and no signal: there is nothing to explain.',
  'cli.no-space-at': 'The log shows nothing of the address space at line {line}.',
  'cli.no-language': "Pagewalk does not speak '{language}'. It speaks {known}.",
  'cli.nothing-to-blame':
    "'{target}' is nothing to ask about: write an address (0x7f12a4000000), a range (0x7f12a4000000-0x7f12a4002000 or 0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK or CAP_IPC_LOCK.",
  'cli.html-needs-line': "'explain --html' tells of one failure: name its line with --line N.",
  'cli.no-task-before': 'There is no task {pid} before line {line}.',
  'cli.port-unusable': 'The port {port} cannot be used: {problem}.',
  'cli.listening': 'listening on {address}',
  'cli.part-of-memory':
    'The log does not show all of the memory: {count} stretches are unknown, and marked so. A snapshot (--maps) makes it exact.',
  /** replay. */
  'replay.line': 'line',
  'replay.call': 'call',
  'replay.kernel': 'kernel',
  'replay.rules': 'rules',
  'replay.success': 'success',
  'replay.no-answer': 'no answer',
  'replay.old-break': 'old break',
  'replay.cannot-tell': 'cannot be told',
  'replay.total':
    '{total} calls judged: kernel and rules agree on {agree}, differ on {differ}, {open} cannot be told.',
  'cli.help': `pagewalk: what a recorded strace log says about memory

  pagewalk explain TRACE [--line N] [--manual] [--json | --html]
      why the failing calls failed, or the call at line N; with --manual also what the manual pages
      said of that error since 1996
  pagewalk maps TRACE --line N
      the address space after line N, as /proc/PID/maps prints it
  pagewalk pages TRACE --line N ADDRESS [--json]
      the walk through the page tables to ADDRESS after line N, which pages are proven present or absent,
      how many tables there are, and what line N did to them
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--json]
      which lines mapped, protected, locked, moved or unmapped ADDRESS, make up what is locked, or set the limit,
      as things stand after line N
  pagewalk replay TRACE [--vmas] [--json]
      each memory call: what the kernel answered, what its rules say, totals after it
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--json]
      what the kernel would answer to these calls before line N, each building on those before it, such as
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      the debug adapter, on standard input and output or on a port of this machine

TRACE is a log, a gzip-compressed log, - for standard input, or the prefix of a set that strace -ff wrote.

Options for all of these:
  --lang LANGUAGE     what is printed is said in: en, es, de, zh-Hans or zh-Hant; else as LC_ALL, LC_MESSAGES or LANG say
  --maps FILE         a /proc/PID/maps or smaps snapshot (TRACE.maps is taken by itself)
  --kernel V          the kernel the log was recorded on, such as 6.18
  --arch A            its architecture: x86-64, i386, x32, arm64, arm, riscv64
  --page-size S       its pages: 4K, 16K or 64K
  --max-map-count N   its vm.max_map_count
  --tables T          for pages: the page tables, such as x86-64-5-level, where the log does not show them
  --pid P             with --line in a -ff set: whose file is meant

Status: 0, or for explain 1 when failing calls were found; 2 when the input cannot be used.
`,
} as const;
