import { describe, expect, it } from 'vitest';
import { eventIndex, fileIndex, lineNumber } from '../../../../model/trace/positions';
import { open, rows } from './table';

/** Lines of a log, and its rows: `line/entryLine tid kind name errno flags`. */
const cases: readonly {
  readonly name: string;
  readonly log: readonly string[];
  readonly rows: readonly string[];
}[] = [
  {
    name: 'places a split call at its resumed line, in both comma styles',
    log: [
      '101 read(3 <unfinished ...>',
      '102 rt_sigprocmask(SIG_SETMASK, [],  <unfinished ...>',
      '101 <... read resumed>, "x", 1) = 1',
      '102 <... rt_sigprocmask resumed>NULL, 8) = 0',
    ],
    rows: ['3/1 101 call read split', '4/2 102 call rt_sigprocmask split'],
  },
  {
    name: 'gives lines without a prefix to the first task, whose tid it learns later, and to the last one left',
    log: [
      'execve("./a", ["./a"], 0x7ffd /* 9 vars */) = 0',
      'clone(child_stack=NULL, flags=SIGCHLD) = 102',
      '[pid   101] wait4(-1,  <unfinished ...>',
      '[pid   102] exit_group(0)               = ?',
      '[pid   102] +++ exited with 0 +++',
      '<... wait4 resumed>NULL, 0, NULL)       = 102',
      '--- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=102} ---',
      '+++ exited with 0 +++',
    ],
    rows: [
      '1 101 call execve',
      '2 101 call clone',
      '4 102 call exit_group noResult',
      '5 102 exit',
      '6/3 101 call wait4 split',
      '7 101 signal SIGCHLD',
      '8 101 exit',
    ],
  },
  {
    name: 'knows the child by its clone even where the child is heard first',
    log: [
      'clone(child_stack=NULL, flags=SIGCHLD) = 102',
      '[pid   102] getpid()                    = 102',
      '[pid   101] getpid()                    = 101',
    ],
    rows: ['1 101 call clone', '2 102 call getpid', '3 101 call getpid'],
  },
  {
    name: 'finds the last task where ends are not shown (-q)',
    log: [
      'vfork( <unfinished ...>',
      '[pid   102] exit_group(0)               = ?',
      '<... vfork resumed>)                    = 102',
      'close(3)                                = 0',
    ],
    rows: ['2 102 call exit_group noResult', '3/1 - call vfork split', '4 - call close'],
  },
  {
    name: 'joins what a message cut, and notes the message',
    log: [
      'clone(child_stack=NULL, flags=SIGCHLDstrace: Process 102 attached',
      ', child_tidptr=0x7fcfbcb6da10) = 102',
      '[pid   102] getpid()                    = 102',
    ],
    rows: ['1 102 note', '2/1 - call clone split', '3 102 call getpid'],
  },
  {
    name: 'joins a call that a message cut before its unfinished mark: three lines',
    log: [
      'clone(child_stack=NULL, flags=SIGCHLD/usr/bin/strace: Process 102 attached',
      ' <unfinished ...>',
      '[pid   102] getpid()                    = 102',
      '[pid   101] <... clone resumed>, child_tidptr=0x7fcfbcb6da10) = 102',
    ],
    rows: ['1 102 note', '3 102 call getpid', '4/1 101 call clone split'],
  },
  {
    name: "joins what the tracee's output cut, and keeps the output apart",
    log: ['write(1, "a\\nb\\n", 4a', 'b', ')                       = 4', 'close(1)                = 0'],
    rows: ['2 - unparsed', '3/1 - call write split', '4 - call close'],
  },
  {
    name: 'joins a hard wrap',
    log: [
      'mmap(NULL, 8392704, PROT_NONE,',
      'MAP_PRIVATE|MAP_ANONYMOUS|',
      'MAP_STACK, -1, 0) = -1 ENOMEM (Cannot',
      'allocate memory)',
      'close(3) =',
      '0',
    ],
    rows: ['3/1 - call mmap ENOMEM split', '6/5 - call close split'],
  },
  {
    name: 'joins a wrapped signal, a wrapped decoration, and a tid parted from its call',
    log: [
      '101 fcntl(3, F_GETFL) = 0x8002 (flags',
      'O_RDWR|O_LARGEFILE)',
      '102 --- SIGSEGV {si_signo=SIGSEGV,',
      'si_code=SEGV_MAPERR, si_addr=NULL} ---',
      '101',
      'mlock(0x10000, 4096) = 0',
      '102 --- SIGSEGV {si_signo=SIGSEGV,',
      '102 +++ killed by SIGSEGV +++',
    ],
    rows: [
      '1 101 call fcntl split',
      '3 102 signal SIGSEGV',
      '5 102 unparsed',
      '6 101 call mlock',
      '7 102 signal SIGSEGV',
      '8 102 killed',
    ],
  },
  {
    name: 'keeps a result that looks wrapped and is not',
    log: ['close(3) = -1 EBADF (Bad file', 'close(4) = 0'],
    rows: ['1 - call close EBADF', '2 - call close'],
  },
  {
    name: 'leaves the restart of an attached task whole',
    log: [
      'strace: Process 101 attached',
      'restart_syscall(<... resuming interrupted clock_nanosleep ...>) = 0',
      'close(3) = 0',
    ],
    rows: ['1 101 note', '2 101 call restart_syscall', '3 101 call close'],
  },
  {
    name: "carries a thread on under the leader's tid when it calls execve",
    log: [
      '101 pause( <unfinished ...>',
      '102 execve("./b", ["./b"], NULL <unfinished ...>',
      '101 <... pause resumed>)              = ?',
      '101 +++ superseded by execve in pid 102 +++',
      '101 <... execve resumed>)             = 0',
      '101 brk(NULL)                         = 0x55d0c0de0000',
    ],
    rows: [
      '3/1 101 call pause split noResult',
      '4 101 superseded',
      '5/2 102 call execve split',
      '6 102 call brk',
    ],
  },
  {
    name: 'ends what the old leader had open where a thread supersedes it',
    log: ['101 pause( <unfinished ...>', '102 brk(0) = 0', '101 +++ superseded by execve in pid 102 +++'],
    rows: ['2 102 call brk', '1 101 call pause never', '3 101 superseded'],
  },
  {
    name: 'joins an unfinished mark inside a resumed line',
    log: [
      '101 nanosleep({tv_sec=1, tv_nsec=0},  <unfinished ...>',
      '101 <... nanosleep resumed> <unfinished ...>) = ?',
      '101 +++ exited with 0 +++',
    ],
    rows: ['2/1 101 call nanosleep split noResult', '3 101 exit'],
  },
  {
    name: 'ends calls that never return: with their task, at detach, at a changed pid, at the end',
    log: [
      '101 read(3,  <unfinished ...>',
      '102 read(4,  <unfinished ...>',
      '101 +++ killed by SIGKILL +++',
      '103 pause( <detached ...>',
      '104 execve("x", ["x"], NULL <pid changed to 90 ...>',
    ],
    rows: [
      '1 101 call read never',
      '3 101 killed',
      '4 103 call pause never',
      '5 104 call execve never',
      '2 102 call read never',
    ],
  },
  {
    name: 'starts a new life where a tid is used again',
    log: ['101 close(3) = 0', '101 +++ exited with 0 +++', '101 close(3) = 0'],
    rows: ['1 101 call close', '2 101 exit', '3 101 call close'],
  },
  {
    name: 'takes a resumed line whose beginning is not in the log',
    log: ['101 <... read resumed>"x", 1) = 1', '101 <... futex resumed>) = 0'],
    rows: ['1 101 call read split', '2 101 call futex split'],
  },
  {
    name: 'ends an open call when its task goes on with another, or another is resumed',
    log: [
      '101 read(3,  <unfinished ...>',
      '101 close(3) = 0',
      '101 write(3,  <unfinished ...>',
      '101 <... poll resumed>) = 0',
    ],
    rows: ['1 101 call read never', '2 101 call close', '3 101 call write never', '4 101 call poll split'],
  },
  {
    name: 'has no events for blank lines, tables and tips',
    log: [
      'close(3) = 0',
      '',
      '% time     seconds  usecs/call     calls    errors syscall',
      '------ ----------- ----------- --------- --------- ----------------',
      '100.00    0.000010          10         1           close',
    ],
    rows: ['1 - call close'],
  },
  {
    name: 'counts what it does not understand and goes on',
    log: [
      '101 close(3) = 0',
      'hello world',
      '\u0000\u0001\u0002',
      '101 close(4) = -1 EBADF (Bad file descriptor)',
    ],
    rows: ['1 101 call close', '2 101 unparsed', '3 101 unparsed', '4 101 call close EBADF'],
  },
  {
    name: 'does not take a number before garbage for a task',
    log: ['101 close(3) = 0', '7 wonders of the world', '101 close(4) = 0'],
    rows: ['1 101 call close', '2 101 unparsed', '3 101 call close'],
  },
  {
    name: 'marks injected answers and calls with frames',
    log: [
      'mlock(0x10000, 4096) = -1 EAGAIN (Resource temporarily unavailable) (INJECTED)',
      ' > /usr/lib/libc.so.6(mlock+0x7) [0x101b97]',
    ],
    rows: ['1 - call mlock EAGAIN injected stack'],
  },
];

describe('joining', () => {
  it.each(cases)('$name', async ({ log, rows: expected }) => {
    expect(rows(await open(log.join('\n') + '\n'))).toEqual(expected);
  });

  it('tells two lives of a tid apart, and keeps the life of a thread through execve', async () => {
    const recording = await open('101 close(3) = 0\n101 +++ exited with 0 +++\n101 close(3) = 0\n');
    expect(recording.tasks).toMatchObject([
      { id: 0, tid: 101, firstEvent: 0, lastEvent: 1 },
      { id: 1, tid: 101, firstEvent: 2, lastEvent: 2 },
    ]);
    const thread = await open(
      '102 execve("b", NULL, NULL <unfinished ...>\n101 +++ superseded by execve in pid 102 +++\n101 <... execve resumed>) = 0\n',
    );
    expect(thread.tasks.map(({ tid, tidAfterExecve }) => [tid, tidAfterExecve])).toEqual([
      [102, 101],
      [101, undefined],
    ]);
  });

  it('tells the comm of a task', async () => {
    const recording = await open('101<sh> close(3) = 0\n101<cat> close(3) = 0\n102 close(3) = 0\n');
    expect(recording.tasks.map(({ comm }) => comm)).toEqual(['cat', undefined]);
  });

  it('maps each line of a call to its event: halves, frames, dumps; blanks to none', async () => {
    const log = [
      '101 read(3 <unfinished ...>',
      '102 close(4) = 0',
      '101 <... read resumed>, "vm\\n", 3) = 3',
      ' | 00000  76 6d 0a                                          vm.              |',
      ' > /usr/lib/libc.so.6(read+0x7) [0x101b97]',
      '',
    ];
    const { events, files } = await open(log.join('\n') + '\n');
    expect(files[0]?.lines).toBe(6);
    const at = (line: number) => events.eventAtLine(fileIndex(0), lineNumber(line));
    expect([1, 2, 3, 4, 5, 6, 7].map(at)).toEqual([1, 0, 1, 1, 1, undefined, undefined]);
  });

  it('lets a long run of garbage share an event', async () => {
    const recording = await open('close(3) = 0\n' + 'garbage\n'.repeat(1000) + 'close(4) = 0\n');
    expect(recording.survey).toMatchObject({
      lines: 1002,
      calls: 2,
      unparsed: 1000,
      events: 66,
      verdict: 'strace',
    });
    expect(recording.events.eventAtLine(fileIndex(0), lineNumber(1000))).toBe(64);
    expect(recording.survey.firstUnparsed).toHaveLength(20);
    expect(recording.decode(eventIndex(65))).toMatchObject({ kind: 'call', line: 1002 });
  });
});
