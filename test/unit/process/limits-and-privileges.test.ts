import { describe, expect, test } from 'vitest';
import { concluded, unknownPrivileges } from '../../../model/process/privileges-known';
import { record, taskWithTid } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function world(calls: string, tid = 101) {
  const timeline = await record(`${EXEC}\n${calls}`);
  const task = taskWithTid(timeline, timeline.end, tid);
  return { timeline, task, process: timeline.worldAt(timeline.end).process(task.process)! };
}

describe('limits', () => {
  test.each([
    [
      'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}) = 0',
      'MEMLOCK',
      65536n,
      'infinity',
      'set',
    ],
    [
      'setrlimit(RLIMIT_AS, {rlim_cur=RLIM_INFINITY, rlim_max=RLIM_INFINITY}) = 0',
      'AS',
      'infinity',
      'infinity',
      'set',
    ],
    [
      'getrlimit(RLIMIT_STACK, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0',
      'STACK',
      8388608n,
      'infinity',
      'read',
    ],
    [
      'ugetrlimit(RLIMIT_STACK, {rlim_cur=8192*1024, rlim_max=RLIM_INFINITY}) = 0',
      'STACK',
      8388608n,
      'infinity',
      'read',
    ],
    [
      'prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0',
      'STACK',
      8388608n,
      'infinity',
      'read',
    ],
    [
      'prlimit64(0, RLIMIT_DATA, {rlim_cur=0, rlim_max=0}, {rlim_cur=1024, rlim_max=2048}) = 0',
      'DATA',
      0n,
      0n,
      'set',
    ],
    ['prlimit64(101, RLIMIT_DATA, {rlim_cur=5, rlim_max=7}, NULL) = 0', 'DATA', 5n, 7n, 'set'],
    [
      'prlimit64(0, 0x8 /* RLIMIT_MEMLOCK */, {rlim_cur=8191, rlim_max=8192}, NULL) = 0',
      'MEMLOCK',
      8191n,
      8192n,
      'set',
    ],
    [
      'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=0, rlim_max=0}, 0x1) = -1 EFAULT (Bad address)',
      'MEMLOCK',
      0n,
      0n,
      'set',
    ],
  ] as const)('%s', async (call, name, soft, hard, how) => {
    const { process } = await world(`101 ${call}`);
    expect(process.limits.get(name)).toEqual({ soft, hard, at: 1, how });
  });

  test.each([
    'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=9, rlim_max=9}, NULL) = -1 EPERM (Operation not permitted)',
    'prlimit64(0, RLIMIT_MEMLOCK, 0x1, NULL) = -1 EFAULT (Bad address)',
    'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=9, rlim_max=9}) = -1 EINVAL (Invalid argument)',
    'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=9, rlim_max=9}) = 0 (INJECTED)',
  ])('unchanged by %s', async (call) => {
    expect((await world(`101 ${call}`)).process.limits.size).toBe(0);
  });

  test('of another process change at once', async () => {
    const { process } = await world(
      `
      101 fork() = 102
      102 getppid() = 101
      101 prlimit64(102, RLIMIT_MEMLOCK, {rlim_cur=4096, rlim_max=4096}, NULL) = 0
    `,
      102,
    );
    expect(process.limits.get('MEMLOCK')?.soft).toBe(4096n);
  });

  test('are copied by fork, shared by threads, kept by exec', async () => {
    const { timeline, process } = await world(`
      101 setrlimit(RLIMIT_AS, {rlim_cur=1, rlim_max=9}) = 0
      101 fork() = 102
      101 setrlimit(RLIMIT_AS, {rlim_cur=2, rlim_max=9}) = 0
      101 execve("/bin/b", ["b"], 0x7ffd0 /* 0 vars */) = 0
      102 getppid() = 101
    `);
    const child = taskWithTid(timeline, timeline.end, 102);
    expect(process.limits.get('AS')?.soft).toBe(2n);
    expect(timeline.worldAt(timeline.end).process(child.process)?.limits.get('AS')?.soft).toBe(1n);
  });

  test('reading what is known does not hide who set it', async () => {
    const { process } = await world(`
      101 setrlimit(RLIMIT_AS, {rlim_cur=1, rlim_max=9}) = 0
      101 getrlimit(RLIMIT_AS, {rlim_cur=1, rlim_max=9}) = 0
    `);
    expect(process.limits.get('AS')).toMatchObject({ at: 1, how: 'set' });
  });
});

describe('CAP_IPC_LOCK', () => {
  const LIMIT = '101 setrlimit(RLIMIT_MEMLOCK, {rlim_cur=4096, rlim_max=4096}) = 0';
  const MMAP = '101 mmap(NULL, 65536, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000';
  test.each([
    ['nothing is known at the start', '101 getppid() = 1', 'unknown'],
    ['root is a hint, no proof', '101 geteuid() = 0', 'unknown'],
    ['lost with root', '101 geteuid() = 0\n101 setresuid(65534, 65534, 65534) = 0', 'no'],
    [
      'not lost by a failing call',
      '101 geteuid() = 0\n101 setuid(65534) = -1 EAGAIN (Resource temporarily unavailable)',
      'unknown',
    ],
    ['kept by -1', '101 geteuid() = 0\n101 setresuid(65534, -1, -1) = 0', 'unknown'],
    [
      'shown by capget',
      '101 capget({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=1<<CAP_CHOWN|1<<CAP_IPC_LOCK, permitted=0, inheritable=0}) = 0',
      'yes',
    ],
    [
      'shown not to be there',
      '101 capget({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=0, permitted=0, inheritable=0}) = 0',
      'no',
    ],
    [
      'set by capset',
      '101 capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=1<<CAP_CHOWN, permitted=0, inheritable=0}) = 0',
      'no',
    ],
    ['proven by a lock above the limit', `${LIMIT}\n${MMAP}\n101 mlock(0x10000000, 8192) = 0`, 'yes'],
    ['not proven by a lock within it', `${LIMIT}\n${MMAP}\n101 mlock(0x10000000, 4096) = 0`, 'unknown'],
    [
      'disproven by EPERM of mlock',
      `${MMAP}\n101 mlock(0x10000000, 4096) = -1 EPERM (Operation not permitted)`,
      'no',
    ],
    [
      'unknown again after exec',
      '101 geteuid() = 0\n101 setuid(5) = 0\n101 execve("/b", ["b"], 0x7f /* 0 vars */) = 0',
      'unknown',
    ],
  ] as const)('%s', async (_, calls, has) => {
    const { task } = await world(calls);
    expect(task.privileges.capabilities.get('CAP_IPC_LOCK')?.has ?? 'unknown').toBe(has);
  });

  test('a conclusion says what it rests on', () => {
    const known = concluded(unknownPrivileges, 'CAP_IPC_LOCK', 'yes', 7 as never);
    expect(known.capabilities.get('CAP_IPC_LOCK')).toEqual({ has: 'yes', because: 7, how: 'concluded' });
  });
});

describe('personality', () => {
  test.each([
    ['personality(ADDR_NO_RANDOMIZE) = 0 (PER_LINUX)', 0x40000],
    ['personality(PER_LINUX|READ_IMPLIES_EXEC) = 0 (PER_LINUX)', 0x400000],
    ['personality(0xffffffff) = 0x40000 (PER_LINUX|ADDR_NO_RANDOMIZE)', 0x40000],
    ['personality(0x440000) = 0', 0x440000],
  ])('%s', async (call, expected) => {
    expect((await world(`101 ${call}`)).task.personality).toBe(expected);
  });
});

describe('width', () => {
  test('a note on the mode behind an execve sizes the new space', async () => {
    const timeline = await record(`
      execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
      [ Process PID=101 runs in 32 bit mode. ]
      brk(NULL) = 0x56562000
    `);
    const [task] = [...timeline.worldAt(timeline.end).tasks()];
    expect(task?.architecture).toBe('i386');
    expect(timeline.worldAt(timeline.end).space(task!.space)?.taskSize).toBe(0xffffe);
  });

  test('a 64-bit program that makes 32-bit calls keeps its space', async () => {
    const timeline = await record(`
      execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
      brk(NULL) = 0x4ac000
      [ Process PID=101 runs in 32 bit mode. ]
      brk(NULL) = 0x4ac000
    `);
    const [task] = [...timeline.worldAt(timeline.end).tasks()];
    expect(timeline.worldAt(timeline.end).space(task!.space)?.taskSize).toBe(0x7ffffffff);
  });
});

describe('a segment, as shmget shows it', () => {
  const made = async (...calls: readonly string[]) => {
    const { timeline } = await world(calls.map((call) => `101 ${call}`).join('\n'));
    return timeline.worldAt(timeline.end).segments.get(23);
  };

  test('its size, its key, its rights and who made it', async () => {
    expect(await made('shmget(IPC_PRIVATE, 8192, IPC_CREAT|0640) = 23')).toMatchObject({
      size: 8192n,
      at: 1,
      key: 0,
      mode: 0o640,
      owner: undefined,
    });
    expect(await made('geteuid() = 0', 'shmget(0x12, 1, IPC_CREAT|IPC_EXCL|0600) = 23')).toMatchObject({
      key: 0x12,
      mode: 0o600,
      owner: 0,
    });
  });

  test('of one that may have been there before, the size and the key', async () => {
    expect((await made('shmget(0x12, 1, IPC_CREAT|0600) = 23'))?.mode).toBeUndefined();
  });

  test('IPC_SET may change the rights', async () => {
    const segment = await made(
      'shmget(IPC_PRIVATE, 8192, IPC_CREAT|0640) = 23',
      'shmctl(23, IPC_SET, {shm_perm={uid=1, gid=1, mode=0666}}) = 0',
    );
    expect(segment).toMatchObject({ size: 8192n, key: 0 });
    expect(segment?.mode).toBeUndefined();
  });
});
