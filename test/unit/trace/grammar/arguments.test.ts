import { describe, expect, it } from 'vitest';
import { argument, callOf, result, spansOf } from './sketch';

/** How a hexadecimal number reads. */
const hex = (value: number | bigint, vars?: number): string =>
  `hex ${value}${vars === undefined ? '' : ` # ${vars} vars`}`;

/** A line, what each argument's span covers and reads as, the result. */
type Row = readonly [
  line: string,
  args: readonly (readonly [covers: string, reads: string])[],
  result: string,
];

const MEMORY: readonly Row[] = [
  [
    'mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f046bf88000',
    [
      ['NULL', 'null 0'],
      ['8192', 'decimal 8192'],
      ['PROT_READ|PROT_WRITE', 'flags PROT_READ PROT_WRITE'],
      ['MAP_PRIVATE|MAP_ANONYMOUS', 'flags MAP_PRIVATE MAP_ANONYMOUS'],
      ['-1', 'decimal -1'],
      ['0', 'decimal 0'],
    ],
    String(0x7f046bf88000n),
  ],
  [
    'mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3</etc/hostname>, 0x26000) = 0xffffffffffffff00',
    [
      ['NULL', 'null 0'],
      ['4096', 'decimal 4096'],
      ['PROT_READ', 'flags PROT_READ'],
      ['MAP_PRIVATE', 'flags MAP_PRIVATE'],
      ['3</etc/hostname>', 'fd 3 /etc/hostname'],
      ['0x26000', hex(0x26000)],
    ],
    String(0xffffffffffffff00n),
  ],
  [
    'mmap(addr=NULL, length=8192, prot=PROT_NONE, flags=MAP_SHARED_VALIDATE, fd=-1, offset=0) = 0x1000',
    [
      ['addr=NULL', 'addr=null 0'],
      ['length=8192', 'length=decimal 8192'],
      ['prot=PROT_NONE', 'prot=flags PROT_NONE'],
      ['flags=MAP_SHARED_VALIDATE', 'flags=flags MAP_SHARED_VALIDATE'],
      ['fd=-1', 'fd=decimal -1'],
      ['offset=0', 'offset=decimal 0'],
    ],
    '4096',
  ],
  [
    'mmap(NULL)                              = -1 EFAULT (Bad address)',
    [['NULL', 'null 0']],
    'EFAULT (Bad address)',
  ],
  [
    'old_mmap(NULL, 65536, PROT_NONE, MAP_PRIVATE|MAP_FIXED|MAP_NORESERVE, -1, 0) = -1 EPERM (Operation not permitted)',
    [
      ['NULL', 'null 0'],
      ['65536', 'decimal 65536'],
      ['PROT_NONE', 'flags PROT_NONE'],
      ['MAP_PRIVATE|MAP_FIXED|MAP_NORESERVE', 'flags MAP_PRIVATE MAP_FIXED MAP_NORESERVE'],
      ['-1', 'decimal -1'],
      ['0', 'decimal 0'],
    ],
    'EPERM (Operation not permitted)',
  ],
  [
    'mmap2(NULL, 4096, 0xf /* PROT_??? */|PROT_EXEC, MAP_PRIVATE|MAP_HUGETLB|21<<MAP_HUGE_SHIFT|0x20, -1, 0) = 0xf7fe5000',
    [
      ['NULL', 'null 0'],
      ['4096', 'decimal 4096'],
      ['0xf /* PROT_??? */|PROT_EXEC', 'flags 0xf PROT_EXEC # PROT_???'],
      [
        'MAP_PRIVATE|MAP_HUGETLB|21<<MAP_HUGE_SHIFT|0x20',
        'flags MAP_PRIVATE MAP_HUGETLB 21<<MAP_HUGE_SHIFT 0x20',
      ],
      ['-1', 'decimal -1'],
      ['0', 'decimal 0'],
    ],
    String(0xf7fe5000n),
  ],
  [
    'mmap(NULL, 8192, 0x3 /* PROT_READ|PROT_WRITE */, 0x2f /* 0xf /* MAP_??? */|MAP_ANONYMOUS */, -1, 0) = 0',
    [
      ['NULL', 'null 0'],
      ['8192', 'decimal 8192'],
      ['0x3 /* PROT_READ|PROT_WRITE */', 'hex 3 # PROT_READ|PROT_WRITE'],
      ['0x2f /* 0xf /* MAP_??? */|MAP_ANONYMOUS */', 'hex 47 # 0xf /* MAP_??? */|MAP_ANONYMOUS'],
      ['-1', 'decimal -1'],
      ['0', 'decimal 0'],
    ],
    '0',
  ],
  [
    'mlock(0x7f68f4a3f000, 0x2000)           = 0',
    [
      ['0x7f68f4a3f000', hex(0x7f68f4a3f000)],
      ['0x2000', 'hex 8192'],
    ],
    '0',
  ],
  [
    'mremap(0x7000, 16384, 32768, MREMAP_MAYMOVE|MREMAP_FIXED, 0xffffffffffff0000) = 0x7000',
    [
      ['0x7000', 'hex 28672'],
      ['16384', 'decimal 16384'],
      ['32768', 'decimal 32768'],
      ['MREMAP_MAYMOVE|MREMAP_FIXED', 'flags MREMAP_MAYMOVE MREMAP_FIXED'],
      ['0xffffffffffff0000', hex(0xffffffffffff0000n)],
    ],
    '28672',
  ],
  [
    'madvise(0x40272000, 20480, 0xc /* MADV_??? */) = -1 EINVAL (Invalid argument)',
    [
      ['0x40272000', hex(0x40272000)],
      ['20480', 'decimal 20480'],
      ['0xc /* MADV_??? */', 'hex 12 # MADV_???'],
    ],
    'EINVAL (Invalid argument)',
  ],
  ['munlockall()                            = 0', [], '0'],
  ['brk(0)                                  = 0x804a000', [['0', 'decimal 0']], String(0x804a000)],
  [
    'syscall_0x1ce(0x10000, 0x1000, 0, 0x5, 0x6, 0) = -1 ENOMEM (Out of memory)',
    [
      ['0x10000', 'hex 65536'],
      ['0x1000', 'hex 4096'],
      ['0', 'decimal 0'],
      ['0x5', 'hex 5'],
      ['0x6', 'hex 6'],
      ['0', 'decimal 0'],
    ],
    'ENOMEM (Out of memory)',
  ],
  [
    'shmat(1114135, NULL, SHM_RND|SHM_REMAP) = ?',
    [
      ['1114135', 'decimal 1114135'],
      ['NULL', 'null 0'],
      ['SHM_RND|SHM_REMAP', 'flags SHM_RND SHM_REMAP'],
    ],
    '?',
  ],
  [
    'mbind(0x7000, 8192, MPOL_BIND, [0x0000000000000001], 64, MPOL_MF_MOVE) = 0',
    [
      ['0x7000', 'hex 28672'],
      ['8192', 'decimal 8192'],
      ['MPOL_BIND', 'flags MPOL_BIND'],
      ['[0x0000000000000001]', '[hex 1]'],
      ['64', 'decimal 64'],
      ['MPOL_MF_MOVE', 'flags MPOL_MF_MOVE'],
    ],
    '0',
  ],
  [
    'move_pages(7, 2, [0x1000, NULL], NULL, [0, -EFAULT], MPOL_MF_MOVE) = 1',
    [
      ['7', 'decimal 7'],
      ['2', 'decimal 2'],
      ['[0x1000, NULL]', '[hex 4096, null 0]'],
      ['NULL', 'null 0'],
      ['[0, -EFAULT]', '[decimal 0, flags -EFAULT]'],
      ['MPOL_MF_MOVE', 'flags MPOL_MF_MOVE'],
    ],
    '1',
  ],
  [
    'process_madvise(3, [{iov_base=0x1000, iov_len=4096}, ... /* 0x7f0000001000 */], 2, MADV_COLD, 0) = 4096',
    [
      ['3', 'decimal 3'],
      [
        '[{iov_base=0x1000, iov_len=4096}, ... /* 0x7f0000001000 */]',
        '[{iov_base=hex 4096, iov_len=decimal 4096} ... unreadable at 0x7f0000001000] # 0x7f0000001000',
      ],
      ['2', 'decimal 2'],
      ['MADV_COLD', 'flags MADV_COLD'],
      ['0', 'decimal 0'],
    ],
    '4096',
  ],
  [
    'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}, NULL) = 0',
    [
      ['0', 'decimal 0'],
      ['RLIMIT_MEMLOCK', 'flags RLIMIT_MEMLOCK'],
      [
        '{rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}',
        '{rlim_cur=product 65536, rlim_max=flags RLIM64_INFINITY}',
      ],
      ['NULL', 'null 0'],
    ],
    '0',
  ],
  [
    'move_pages(0, 1, [0xffffffffffffffff], [18446744073709551615], NULL, 0) = 0',
    [
      ['0', 'decimal 0'],
      ['1', 'decimal 1'],
      ['[0xffffffffffffffff]', `[hex ${2n ** 64n - 1n}]`],
      ['[18446744073709551615]', `[decimal ${2n ** 64n - 1n}]`],
      ['NULL', 'null 0'],
      ['0', 'decimal 0'],
    ],
    '0',
  ],
];

const OTHERS: readonly Row[] = [
  [
    'write(1, "hi \\"q\\" \\t\\377\\0011\\x7f\\33[m) = 5", 9) = 9',
    [
      ['1', 'decimal 1'],
      ['"hi \\"q\\" \\t\\377\\0011\\x7f\\33[m) = 5"', JSON.stringify('hi "q" \t\xff\x011\x7f\x1b[m) = 5')],
      ['9', 'decimal 9'],
    ],
    '9',
  ],
  [
    'read(3, "\\177ELF\\2\\1\\1"..., 832) = 832',
    [
      ['3', 'decimal 3'],
      ['"\\177ELF\\2\\1\\1"...', `${JSON.stringify('\x7fELF\x02\x01\x01')} cut`],
      ['832', 'decimal 832'],
    ],
    '832',
  ],
  [
    'openat(AT_FDCWD</tmp>, "été", O_RDONLY|O_CLOEXEC, 0644) = 8</tmp/x>(deleted)',
    [
      ['AT_FDCWD</tmp>', 'fd -100 /tmp'],
      ['"été"', JSON.stringify('\xc3\xa9t\xc3\xa9')],
      ['O_RDONLY|O_CLOEXEC', 'flags O_RDONLY O_CLOEXEC'],
      ['0644', 'octal 420'],
    ],
    '8 (fd 8 /tmp/x deleted)',
  ],
  [
    'openat(-100 /* AT_FDCWD */</tmp>, 0x7f0000001000, O_RDONLY) = -1 EFAULT (Bad address)',
    [
      ['-100 /* AT_FDCWD */</tmp>', 'fd -100 /tmp # AT_FDCWD'],
      ['0x7f0000001000', hex(0x7f0000001000)],
      ['O_RDONLY', 'flags O_RDONLY'],
    ],
    'EFAULT (Bad address)',
  ],
  ['close(8</tmp/x (deleted)>)              = 0', [['8</tmp/x (deleted)>', 'fd 8 /tmp/x deleted']], '0'],
  [
    'close(14</dev/null<char 1:3>>)          = 0',
    [['14</dev/null<char 1:3>>', 'fd 14 /dev/null<char 1:3>']],
    '0',
  ],
  [
    'close(3</tmp/a\\74b\\76 (1) = 2>)        = 0',
    [['3</tmp/a\\74b\\76 (1) = 2>', 'fd 3 /tmp/a<b> (1) = 2']],
    '0',
  ],
  [
    'close(4<TCP:[127.0.0.1:59380->127.0.0.1:38361]>) = 0',
    [['4<TCP:[127.0.0.1:59380->127.0.0.1:38361]>', 'fd 4 TCP:[127.0.0.1:59380->127.0.0.1:38361]']],
    '0',
  ],
  [
    'close(6<UNIX-STREAM:[1->2, "/run/a]>b"]>) = 0',
    [['6<UNIX-STREAM:[1->2, "/run/a]>b"]>', 'fd 6 UNIX-STREAM:[1->2, "/run/a]>b"]']],
    '0',
  ],
  [
    'read(12<{eventfd-count=0x3, eventfd-id=2, eventfd-semaphore=0}>, 0x1, 8) = 8',
    [
      [
        '12<{eventfd-count=0x3, eventfd-id=2, eventfd-semaphore=0}>',
        'fd 12 {eventfd-count=0x3, eventfd-id=2, eventfd-semaphore=0}',
      ],
      ['0x1', 'hex 1'],
      ['8', 'decimal 8'],
    ],
    '8',
  ],
  [
    'openat(AT_FDCWD [user_home_dir_t], "f" [user_home_t], O_RDONLY) = 3 [u:r:t:s0-s0:c0.c1023]',
    [
      ['AT_FDCWD [user_home_dir_t]', 'flags AT_FDCWD @ user_home_dir_t'],
      ['"f" [user_home_t]', '"f" @ user_home_t'],
      ['O_RDONLY', 'flags O_RDONLY'],
    ],
    '3 (decimal 3 @ u:r:t:s0-s0:c0.c1023)',
  ],
  [
    "kill(2 /* 23456 in strace's PID NS */, SIGTERM) = 0",
    [
      ["2 /* 23456 in strace's PID NS */", "decimal 2 # 23456 in strace's PID NS"],
      ['SIGTERM', 'flags SIGTERM'],
    ],
    '0',
  ],
  [
    'execve("/usr/bin/ls", ["ls"], 0x7ffcffe78280 /* 57 vars */) = 0',
    [
      ['"/usr/bin/ls"', '"/usr/bin/ls"'],
      ['["ls"]', '["ls"]'],
      ['0x7ffcffe78280 /* 57 vars */', hex(0x7ffcffe78280, 57)],
    ],
    '0',
  ],
  [
    'execve("/bin/ls", ["ls", "a"..., ...], [/* 36 vars */]) = 0',
    [
      ['"/bin/ls"', '"/bin/ls"'],
      ['["ls", "a"..., ...]', '["ls", "a" cut ...]'],
      ['[/* 36 vars */]', '[ ...] # 36 vars'],
    ],
    '0',
  ],
  [
    'wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = 21588<f1>',
    [
      ['-1', 'decimal -1'],
      ['[{WIFEXITED(s) && WEXITSTATUS(s) == 3}]', '[{WIFEXITED(flags s, WEXITSTATUS=decimal 3)}]'],
      ['0', 'decimal 0'],
      ['NULL', 'null 0'],
    ],
    '21588 (fd 21588 f1)',
  ],
  [
    'waitpid(-1, [{WIFSIGNALED(s) && WTERMSIG(s) == SIGTRAP | 0x80 && WCOREDUMP(s)}], WNOHANG) = 0',
    [
      ['-1', 'decimal -1'],
      [
        '[{WIFSIGNALED(s) && WTERMSIG(s) == SIGTRAP | 0x80 && WCOREDUMP(s)}]',
        '[{WIFSIGNALED(flags s, WTERMSIG=flags SIGTRAP 0x80, WCOREDUMP=flags s)}]',
      ],
      ['WNOHANG', 'flags WNOHANG'],
    ],
    '0',
  ],
  [
    'rt_sigprocmask(SIG_BLOCK, ~[RTMIN RT_1], [INT CHLD], 8) = 0',
    [
      ['SIG_BLOCK', 'flags SIG_BLOCK'],
      ['~[RTMIN RT_1]', '~flags RTMIN RT_1'],
      ['[INT CHLD]', '[flags INT, flags CHLD]'],
      ['8', 'decimal 8'],
    ],
    '0',
  ],
  [
    'rt_sigprocmask(0, ~[33], ~[], 8)  = 0',
    [
      ['0', 'decimal 0'],
      ['~[33]', '~flags 0x21'],
      ['~[]', '~flags'],
      ['8', 'decimal 8'],
    ],
    '0',
  ],
  [
    'clone3({flags=CLONE_VM|CLONE_FS, stack=0x1000} => {parent_tid=[24237]}, 88) = 24237',
    [
      [
        '{flags=CLONE_VM|CLONE_FS, stack=0x1000} => {parent_tid=[24237]}',
        '{flags=flags CLONE_VM CLONE_FS, stack=hex 4096} => {parent_tid=[decimal 24237]}',
      ],
      ['88', 'decimal 88'],
    ],
    '24237',
  ],
  [
    'accept(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, [128 => 16]) = 4',
    [
      ['3', 'decimal 3'],
      [
        '{sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}',
        '{sa_family=flags AF_INET, sin_port=htons(decimal 80), sin_addr=inet_addr("127.0.0.1")}',
      ],
      ['[128 => 16]', '[decimal 128 => decimal 16]'],
    ],
    '4',
  ],
  [
    'bind(3, {sa_family=AF_UNIX, sun_path=@"x"}, 4) = 0',
    [
      ['3', 'decimal 3'],
      ['{sa_family=AF_UNIX, sun_path=@"x"}', '{sa_family=flags AF_UNIX, sun_path="\\u0000x"}'],
      ['4', 'decimal 4'],
    ],
    '0',
  ],
  [
    'clone(child_stack=NULL, flags=0x1200000 /* CLONE_CHILD_SETTID */|17 /* SIGCHLD */, child_tidptr=0x10) = 3',
    [
      ['child_stack=NULL', 'child_stack=null 0'],
      [
        'flags=0x1200000 /* CLONE_CHILD_SETTID */|17 /* SIGCHLD */',
        'flags=flags 0x1200000 0x11 # CLONE_CHILD_SETTID|SIGCHLD',
      ],
      ['child_tidptr=0x10', 'child_tidptr=hex 16'],
    ],
    '3',
  ],
  [
    'mknod("n", S_IFCHR|0600, makedev(0x1, 0x3)) = 0',
    [
      ['"n"', '"n"'],
      ['S_IFCHR|0600', 'flags S_IFCHR 0x180'],
      ['makedev(0x1, 0x3)', 'makedev(hex 1, hex 3)'],
    ],
    '0',
  ],
  [
    'sendmsg(3, {msg_name(0)=NULL, msg_iov(1)=[{"a)", 2}], msg_flags=0}, 0) = 2',
    [
      ['3', 'decimal 3'],
      [
        '{msg_name(0)=NULL, msg_iov(1)=[{"a)", 2}], msg_flags=0}',
        '{msg_name(0)=null 0, msg_iov(1)=[{"a)", decimal 2}], msg_flags=decimal 0}',
      ],
      ['0', 'decimal 0'],
    ],
    '2',
  ],
  [
    'ioctl(0, SNDCTL_TMR_TIMEBASE or TCGETS, {B38400 opost isig icanon echo ...}) = 0',
    [
      ['0', 'decimal 0'],
      ['SNDCTL_TMR_TIMEBASE or TCGETS', 'opaque SNDCTL_TMR_TIMEBASE or TCGETS'],
      ['{B38400 opost isig icanon echo ...}', '{opaque B38400 opost isig icanon echo ...}'],
    ],
    '0',
  ],
  [
    'bpf(BPF_X, {c_cc[VMIN]=1, x=[[2]=5, [IPSTATS]=6], pad=???}, 4) = 0',
    [
      ['BPF_X', 'flags BPF_X'],
      [
        '{c_cc[VMIN]=1, x=[[2]=5, [IPSTATS]=6], pad=???}',
        '{c_cc[VMIN]=decimal 1, x=[2=decimal 5, IPSTATS=decimal 6], pad=opaque ???}',
      ],
      ['4', 'decimal 4'],
    ],
    '0',
  ],
  [
    'restart_syscall(<... resuming interrupted clock_nanosleep ...>) = 0',
    [
      [
        '<... resuming interrupted clock_nanosleep ...>',
        'opaque <... resuming interrupted clock_nanosleep ...>',
      ],
    ],
    '0',
  ],
  [
    'select(4, [3], NULL )      = 1 (in [3])',
    [
      ['4', 'decimal 4'],
      ['[3]', '[decimal 3]'],
      ['NULL', 'null 0'],
    ],
    '1 ({in=[decimal 3]})',
  ],
  ['nanosleep({1, 0},  <unfinished ...>)    = ?', [['{1, 0}', '{decimal 1, decimal 0}']], '?'],
  [
    'utime("f", 2009/10/10-12:34:56)         = 0',
    [
      ['"f"', '"f"'],
      ['2009/10/10-12:34:56', 'opaque 2009/10/10-12:34:56'],
    ],
    '0',
  ],
];

describe.each([...MEMORY, ...OTHERS])('%s', (line, args, answer) => {
  const call = callOf(line);
  it('reads each argument', () => {
    expect(call.args.map((arg) => [line.slice(arg.span.start, arg.span.end), argument(arg)])).toEqual(args);
    expect(call.complete).toBe(true);
  });
  it('reads the result', () => {
    expect(result(call.result)).toBe(answer);
  });
  it('covers its name, and nests every span', () => {
    expect(line.slice(call.nameSpan.start, call.nameSpan.end)).toBe(call.name);
    for (const { inner, outer } of spansOf(call, line.length)) {
      expect(inner.start).toBeGreaterThanOrEqual(outer.start);
      expect(inner.end).toBeLessThanOrEqual(outer.end);
      expect(inner.start).toBeLessThanOrEqual(inner.end);
    }
  });
});

describe('spans inside of values', () => {
  const line = 'fcntl(3</a>, F_X, {l_type=F_WRLCK|0x20, l_start=[7, "b"]})  = 0';
  it('stand on their text', () => {
    const value = callOf(line).args[2]!.value;
    if (value.kind !== 'struct') throw new Error(value.kind);
    const [type, start] = value.members;
    expect(line.slice(type!.span.start, type!.span.end)).toBe('l_type=F_WRLCK|0x20');
    expect(line.slice(type!.value.span.start, type!.value.span.end)).toBe('F_WRLCK|0x20');
    if (type!.value.kind !== 'flags' || start!.value.kind !== 'array') throw new Error('other kinds');
    expect(type!.value.terms.map(({ span }) => line.slice(span.start, span.end))).toEqual([
      'F_WRLCK',
      '0x20',
    ]);
    expect(start!.value.items.map(({ span }) => line.slice(span.start, span.end))).toEqual(['7', '"b"']);
  });
});
