/** What explanations say in full, of logs as strace writes them: the sentence, its lines, and what it advises. */
import { expect, test } from 'vitest';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { eventIndex } from '../../../model/trace/positions';
import { eventOf, record, textSource } from '../timeline/recorded';

const START = `
  execve("./m", ["./m"], 0x7ffc97693530 /* 35 vars */) = 0
  brk(NULL)                               = 0x560f5af81000
  openat(AT_FDCWD, "/lib/x86_64-linux-gnu/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
  mmap(NULL, 1974096, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7fd077d05000
  close(3)                                = 0`;

test.each<[title: string, log: string, at: string, says: RegExp, advises: RegExp | undefined]>([
  [
    'a descriptor that execve closed, whose number the loader took since',
    `${START}
  openat(AT_FDCWD, "/etc/hostname", O_RDONLY|O_CLOEXEC) = 3
  execve("./m", ["./m", "3"], 0x7ffc97693530 /* 35 vars */) = 0
  openat(AT_FDCWD, "/lib/x86_64-linux-gnu/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
  close(3)                                = 0
  mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = -1 EBADF (Bad file descriptor)`,
    'mmap(NULL, 4096',
    /^The file descriptor 3 is not open any more: the execve at line 7 closed it \(O_CLOEXEC\)\./,
    /^open descriptor 3 without O_CLOEXEC: the execve at line 7 closed it$/,
  ],
  [
    'a descriptor that the program closed',
    `${START}
  openat(AT_FDCWD, "/etc/hostname", O_RDONLY) = 3
  close(3)                                = 0
  mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = -1 EBADF (Bad file descriptor)`,
    'mmap(NULL, 4096',
    /^The file descriptor 3 is not open any more: it was closed at line 7\./,
    /^close descriptor 3 only after this call, not at line 7$/,
  ],
  [
    'a write to a constant',
    `${START}
  --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_ACCERR, si_addr=0x560f59959010} ---`,
    'SIGSEGV',
    /^In front of the heap, where 0x560f59959010 lies, is the program itself/,
    undefined,
  ],
  [
    "a thread's used-up stack, whose guard nobody should open",
    `
  101 execve("./m", ["./m"], 0x7ffc97693530 /* 35 vars */) = 0
  101 mmap(NULL, 8392704, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_STACK, -1, 0) = 0x7f0c5804c000
  101 mprotect(0x7f0c5804d000, 8388608, PROT_READ|PROT_WRITE) = 0
  101 clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS, child_tid=0x7f0c5884c990, parent_tid=0x7f0c5884c990, exit_signal=0, stack=0x7f0c5804c000, stack_size=0x7fff00, tls=0x7f0c5884c6c0}, 88) = 102
  102 --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_ACCERR, si_addr=0x7f0c5804cff0} ---`,
    'SIGSEGV',
    /^The thread's stack is used up/,
    /^give the thread a larger stack/,
  ],
  [
    'a descriptor of a directory, which no line calls one',
    `${START}
  openat(AT_FDCWD, "/tmp", O_RDONLY)      = 3
  mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = -1 ENODEV (No such device)`,
    'mmap(NULL, 4096',
    /^What the file descriptor stands for cannot be mapped\./,
    undefined,
  ],
  [
    'the heap by its name',
    `${START}
  brk(0x560f5afa2000)                     = 0x560f5afa2000
  mmap(0x560f5af82000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0) = -1 EEXIST (File exists)`,
    'mmap(0x560f5af82000',
    /132 KiB, rw-p \[heap\], mapped at line 6/,
    undefined,
  ],
  [
    'memory that mremap left where it was',
    `${START}
  mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd077d03000
  munmap(0x7fd077d04000, 4096)            = 0
  mremap(0x7fd077d03000, 4096, 8192, 0)   = 0x7fd077d03000
  mmap(0x7fd077d04000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0) = -1 EEXIST (File exists)`,
    'mmap(0x7fd077d04000',
    /resized at line 8/,
    undefined,
  ],
])('%s', async (_title, log, at, says, advises) => {
  const timeline = await record(log);
  const told = explain(timeline, eventOf(timeline, at));
  const [first] = told?.causes ?? [];
  const texts = [first?.plain, first?.text].flatMap((text) => (text === undefined ? [] : [textOf(text)]));
  expect(texts.join(' ')).toMatch(says);
  const remedies = (told?.remedies ?? []).map(({ text }) => textOf(text));
  if (advises !== undefined) expect(remedies[0]).toMatch(advises);
  // What the errno settles is no contradiction of the rules.
  expect(told?.divergence).toBeUndefined();
});

test('what is locked is a lower bound where the log begins too late to tell', async () => {
  const timeline = await record(`
  prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=64*1024}, NULL) = 0
  mmap(NULL, 49152, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd077d03000
  mlock(0x7fd077d03000, 49152)            = -1 ENOMEM (Cannot allocate memory)`);
  const [cause] = explain(timeline, eventOf(timeline, 'mlock('))?.causes ?? [];
  expect(cause && textOf(cause.text)).toMatch(/locked at least 0 bytes \+ asked for 48 KiB/);
});

test('in files without times, another thread may have unmapped the page before', async () => {
  const file = (tid: number, text: string) => ({ source: textSource(text), tid });
  const timeline = await buildTimeline([
    file(
      100,
      `execve("./t", ["./t"], 0x7ffc97693530 /* 35 vars */) = 0
mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd077d03000
clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD, child_tid=0x7f0c5884c990, exit_signal=0, stack=0x7f0c5804c000, stack_size=0x7fff00, tls=0x7f0c5884c6c0}, 88) = 101
clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD, child_tid=0x7f0c5784c990, exit_signal=0, stack=0x7f0c5704c000, stack_size=0x7fff00, tls=0x7f0c5784c6c0}, 88) = 102
`,
    ),
    file(101, 'read(3, 0x7fd077d03000, 100) = -1 EFAULT (Bad address)\n'),
    file(102, 'munmap(0x7fd077d03000, 8192) = 0\n'),
  ]);
  const read = [0, 1, 2, 3, 4, 5]
    .map((n) => explain(timeline, eventIndex(n)))
    .find((one) => one?.call === 'read');
  expect(read?.certainty).toBe('likely');
  expect((read?.causes ?? []).map(({ text }) => textOf(text)).join(' ')).toMatch(
    /line 1, of another file, unmaps it/,
  );
});
