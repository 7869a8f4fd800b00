import { describe, expect, test } from 'vitest';
import type { OpenFile } from '../../../model/process/descriptors';
import { record, taskWithTid } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function table(calls: string, tid = 101) {
  const timeline = await record(`${EXEC}\n${calls}`);
  const world = timeline.worldAt(timeline.end);
  return world.descriptors(taskWithTid(timeline, timeline.end, tid).descriptors)!;
}

describe('a descriptor after', () => {
  const cases: [string, number, Partial<OpenFile> | 'closed' | 'unknown'][] = [
    [
      'openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3',
      3,
      {
        path: '/etc/passwd',
        readable: true,
        writable: false,
        closeOnExec: true,
        kind: 'unknown',
        size: undefined,
      },
    ],
    [
      'openat(AT_FDCWD, "x", O_WRONLY|O_CREAT|O_TRUNC, 0644) = 3',
      3,
      { path: 'x', readable: false, writable: true, size: 0n, closeOnExec: false },
    ],
    ['openat(AT_FDCWD</tmp>, "x", O_RDWR) = 3', 3, { path: '/tmp/x', readable: true, writable: true }],
    ['openat(AT_FDCWD, "x", O_RDWR) = 3</tmp/x>', 3, { path: '/tmp/x' }],
    ['open("/dev/zero", O_RDWR) = 3', 3, { kind: 'character' }],
    ['open("/tmp", O_RDONLY|O_DIRECTORY) = 3', 3, { kind: 'directory' }],
    [
      'open("/tmp", O_RDWR|O_EXCL|O_CLOEXEC|O_TMPFILE, 0600) = 3',
      3,
      { kind: 'regular', path: '/tmp/#? (deleted)', size: 0n, writable: true },
    ],
    ['open("/tmp/x", O_RDONLY|O_PATH) = 3', 3, { kind: 'o-path', readable: false, writable: false }],
    [
      'openat2(AT_FDCWD, "/x", {flags=O_RDWR|O_CLOEXEC, resolve=0}, 24) = 3',
      3,
      { readable: true, writable: true, closeOnExec: true },
    ],
    ['creat("/x", 0600) = 3', 3, { readable: false, writable: true, size: 0n }],
    ['openat(0xffffff9c, "/x", 0x80002) = 3', 3, { readable: true, writable: true, closeOnExec: true }],
    [
      'memfd_create("pool", MFD_CLOEXEC|MFD_ALLOW_SEALING) = 3',
      3,
      { kind: 'memfd', path: '/memfd:pool', seals: 0, size: 0n, closeOnExec: true },
    ],
    ['memfd_create("pool", 0) = 3', 3, { kind: 'memfd', seals: 1 }],
    ['memfd_secret(0) = 3', 3, { kind: 'secretmem' }],
    ['pipe2([3, 4], O_CLOEXEC) = 0', 4, { kind: 'pipe', readable: false, writable: true, closeOnExec: true }],
    ['pipe([3, 4]) = 0', 3, { kind: 'pipe', readable: true, writable: false, closeOnExec: false }],
    [
      'socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [3, 4]) = 0',
      4,
      { kind: 'socket', closeOnExec: true },
    ],
    ['socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3', 3, { kind: 'socket', closeOnExec: false }],
    ['accept4(3, NULL, NULL, SOCK_CLOEXEC) = 5', 5, { kind: 'socket', closeOnExec: true }],
    ['eventfd2(0, EFD_CLOEXEC) = 3', 3, { kind: 'anon-inode', closeOnExec: true }],
    ['pidfd_open(7, 0) = 3', 3, { closeOnExec: true }],
    [
      'open("/x", O_RDONLY) = 3\nfstat(3, {st_mode=S_IFREG|0644, st_size=43963, ...}) = 0',
      3,
      { kind: 'regular', size: 43963n },
    ],
    [
      'newfstatat(3, "", {st_mode=S_IFREG|0644, st_size=99, ...}, AT_EMPTY_PATH) = 0',
      3,
      { kind: 'regular', size: 99n, openedAt: undefined },
    ],
    ['newfstatat(3, "etc", {st_mode=S_IFDIR|0755, st_size=99, ...}, 0) = 0', 3, 'unknown'],
    [
      'statx(3, "", AT_EMPTY_PATH, STATX_BASIC_STATS, {stx_mask=STATX_BASIC_STATS, stx_mode=S_IFREG|0644, stx_size=7, ...}) = 0',
      3,
      { kind: 'regular', size: 7n },
    ],
    ['memfd_create("p", 0) = 3\nftruncate(3, 8192) = 0', 3, { size: 8192n }],
    ['open("/x", O_RDWR|O_TRUNC) = 3\npwrite64(3, "x", 10, 4090) = 10', 3, { size: 4100n }],
    ['open("/x", O_RDWR) = 3\npwrite64(3, "x", 10, 4090) = 10', 3, { size: undefined }],
    ['open("/x", O_RDWR) = 3\nlseek(3, 0, SEEK_END) = 77', 3, { size: 77n }],
    ['open("/x", O_RDWR|O_TRUNC) = 3\nfallocate(3, 0, 4096, 4096) = 0', 3, { size: 8192n }],
    [
      'memfd_create("p", MFD_ALLOW_SEALING) = 3\nfcntl(3, F_ADD_SEALS, F_SEAL_WRITE|F_SEAL_SHRINK) = 0',
      3,
      { seals: 10 },
    ],
    ['open("/x", O_RDONLY) = 3\nfcntl(3, F_SETFD, FD_CLOEXEC) = 0', 3, { closeOnExec: true }],
    ['fcntl(0, F_GETFL) = 0x8002 (flags O_RDWR|O_LARGEFILE)', 0, { readable: true, writable: true }],
    ['open("/x", O_RDONLY) = 3\nclose(3) = 0', 3, 'closed'],
    ['close(9) = -1 EBADF (Bad file descriptor)', 9, 'closed'],
    ['close_range(3, 4294967295, 0) = 0', 1000, 'closed'],
    ['close_range(3, 4294967295, 0) = 0', 2, 'unknown'],
    ['close_range(3, 5, 0) = 0', 5, 'closed'],
    ['close_range(3, 5, 0) = 0', 6, 'unknown'],
    ['open("/x", O_RDONLY) = 3\nclose_range(3, ~0U, CLOSE_RANGE_CLOEXEC) = 0', 3, { closeOnExec: false }],
    [
      'open("/x", O_RDONLY) = 3\nclose_range(3, 4294967295, CLOSE_RANGE_CLOEXEC) = 0',
      3,
      { closeOnExec: true },
    ],
    ['openat(AT_FDCWD, "/no", O_RDONLY) = -1 ENOENT (No such file or directory)', 3, 'unknown'],
    ['openat(AT_FDCWD, "/x", O_RDONLY) = 3 (INJECTED)', 3, 'unknown'],
    ['getppid() = 1', 0, 'unknown'],
    [
      'munmap(0x1000, 4096) = 0\nmmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 7</lib/libc.so.6>, 0) = 0x7f0000000000',
      7,
      { path: '/lib/libc.so.6', readable: undefined },
    ],
    [
      'mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 7</dev/null<char 1:3>>, 0) = 0x7f0000000000',
      7,
      { kind: 'character', path: '/dev/null' },
    ],
    ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 7, 0) = 0x7f0000000000', 7, { path: '', kind: 'unknown' }],
  ];
  test.each(cases)('%s: %i', async (calls, fd, expected) => {
    const files = await table(
      calls
        .split('\n')
        .map((call) => `101 ${call}`)
        .join('\n'),
    );
    if (typeof expected === 'string') expect(files.stateOf(fd)).toBe(expected);
    else expect(files.get(fd)).toMatchObject(expected);
  });
});

describe('descriptions', () => {
  test('dup shares one, a second open makes another, close and reopen too', async () => {
    const files = await table(`
      101 open("/x", O_RDONLY) = 3
      101 dup(3) = 4
      101 dup2(3, 5) = 5
      101 dup3(3, 6, O_CLOEXEC) = 6
      101 fcntl(3, F_DUPFD_CLOEXEC, 10) = 10
      101 open("/x", O_RDONLY) = 7
      101 close(3) = 0
      101 open("/x", O_RDONLY) = 3
    `);
    const number = (fd: number): number => files.get(fd)!.description;
    expect([5, 6, 10].map(number)).toEqual([number(4), number(4), number(4)]);
    expect(new Set([number(3), number(4), number(7)]).size).toBe(3);
    expect([4, 5, 6, 10].map((fd) => files.get(fd)!.closeOnExec)).toEqual([false, false, true, true]);
  });

  test('the size of a file is seen through every number, in every process', async () => {
    const files = await table(
      `
      101 memfd_create("p", MFD_ALLOW_SEALING) = 3
      101 dup(3) = 4
      101 fork() = 102
      102 close(3) = 0
      101 ftruncate(3, 4096) = 0
      101 fcntl(3, F_ADD_SEALS, F_SEAL_WRITE) = 0
    `,
      102,
    );
    expect(files.get(4)).toMatchObject({ size: 4096n, seals: 8 });
  });

  test('an inherited descriptor that is dup()ed gets one identity for both numbers', async () => {
    const files = await table('101 dup(0) = 3');
    expect(files.get(0)?.description).toBe(files.get(3)?.description);
  });
});

test('exec closes what is marked so, and only in the table of the caller', async () => {
  const timeline = await record(`
    ${EXEC}
    101 open("/a", O_RDONLY|O_CLOEXEC) = 3
    101 open("/b", O_RDONLY) = 4
    101 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_FILES|CLONE_VFORK|SIGCHLD) = 102
    102 execve("/bin/b", ["b"], 0x7ffd0 /* 0 vars */) = 0
    101 getppid() = 1
  `);
  const world = timeline.worldAt(timeline.end);
  const states = [101, 102].map((tid) => {
    const files = world.descriptors(taskWithTid(timeline, timeline.end, tid).descriptors)!;
    return [3, 4].map((fd) => files.stateOf(fd));
  });
  expect(states).toEqual([
    ['open', 'open'],
    ['closed', 'open'],
  ]);
});
