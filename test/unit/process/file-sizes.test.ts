/** How large a file is, as far as calls show it: what lies behind its end cannot be read, mapped or not. */
import { describe, expect, test } from 'vitest';
import { pageNumber } from '../../../model/memory/page';
import type { OpenFile } from '../../../model/process/descriptors';
import { record, taskWithTid } from '../timeline/recorded';

async function fileAfter(calls: string, fd = 3): Promise<OpenFile | undefined> {
  const timeline = await record(`101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n${calls}`);
  const world = timeline.worldAt(timeline.end);
  return world.descriptors(taskWithTid(timeline, timeline.end, 101).descriptors)?.get(fd);
}

const lines = (...calls: readonly string[]) => calls.map((call) => `101 ${call}`).join('\n');
const NEW = 'openat(AT_FDCWD, "/x", O_RDWR|O_CREAT|O_TRUNC, 0644) = 3';
const OUT = 'openat(AT_FDCWD, "/x", O_WRONLY|O_CREAT|O_TRUNC, 0644) = 3';
const OLD = 'openat(AT_FDCWD, "/x", O_RDWR) = 3';
const STAT = 'fstat(3, {st_mode=S_IFREG|0644, st_size=5000, ...}) = 0';
const WRITE = 'write(3, "abc"..., 100) = 100';
const READ = 'read(4, "abc"..., 100) = 100';

describe('the size of a file after', () => {
  test.each<[string, bigint | undefined, ...string[]]>([
    ['writes to a new one', 200n, NEW, WRITE, WRITE],
    ['a short write', 7n, NEW, 'write(3, "abc"..., 100) = 7'],
    ['a failing write', 0n, NEW, 'write(3, 0x1000, 100) = -1 EFAULT (Bad address)'],
    ['a write that strace made up', 0n, NEW, 'write(3, "abc"..., 100) = 100 (INJECTED)'],
    [
      'writes of several kinds',
      150n,
      NEW,
      'writev(3, [{iov_base="ab", iov_len=50}], 1) = 50',
      'sendfile(3, 4, NULL, 100) = 100',
    ],
    ['a write inside', 5000n, OLD, STAT, WRITE],
    ['a write at the end of an old one', 5100n, OLD, STAT, 'lseek(3, 0, SEEK_END) = 5000', WRITE],
    ['a write behind the end', 9100n, OLD, STAT, 'lseek(3, 9000, SEEK_SET) = 9000', WRITE],
    ['an appending write', 5100n, 'openat(AT_FDCWD, "/x", O_RDWR|O_APPEND) = 3', STAT, WRITE],
    [
      'a write by a descriptor that was made to append',
      5100n,
      OLD,
      STAT,
      'fcntl(3, F_SETFL, O_RDWR|O_APPEND) = 0',
      WRITE,
    ],
    ['a write where reads may have moved the offset', undefined, OLD, STAT, READ, WRITE],
    ['a write at the end, which reads cannot move', 200n, NEW, WRITE, READ, WRITE],
    ['a write to what cannot be read', 200n, OUT, WRITE, 'lseek(3, 100, SEEK_SET) = 100', READ, WRITE],
    ['pwrite behind the end', 9100n, OLD, STAT, 'pwrite64(3, "abc"..., 100, 9000) = 100'],
    [
      'pwritev2 at the own offset',
      100n,
      NEW,
      'pwritev2(3, [{iov_base="ab", iov_len=100}], 1, 4294967295, 0) = 100',
    ],
    ['copy_file_range to an offset', 300n, NEW, 'copy_file_range(4, NULL, 3, [200], 100, 0) = 100'],
    ['a write to a dup', 100n, NEW, 'dup(3) = 5', 'write(5, "abc"..., 100) = 100'],
    [
      'a write to another description of the path, which showed the same size',
      100n,
      NEW,
      'openat(AT_FDCWD, "/x", O_RDWR) = 5',
      'fstat(5, {st_mode=S_IFREG|0644, st_size=0, ...}) = 0',
      'write(5, "abc"..., 100) = 100',
    ],
    ['truncate by its path', 77n, OLD, STAT, 'truncate("/x", 77) = 0'],
    ['truncate by a relative path', undefined, OLD, STAT, 'truncate("x", 77) = 0'],
    ['more writes than a file gets that nobody maps', undefined, NEW, ...Array<string>(17).fill(WRITE)],
    [
      'many writes to a file that is mapped',
      1700n,
      NEW,
      'mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3, 0) = 0x10000000',
      ...Array<string>(17).fill(WRITE),
    ],
    ['many writes to a memfd', 1700n, 'memfd_create("m", 0) = 3', ...Array<string>(17).fill(WRITE)],
  ])('%s', async (_, size, ...calls) => {
    expect((await fileAfter(lines(...calls)))?.size).toBe(size);
  });

  test('a write to a number that does not know the size', async () => {
    const calls = lines(OLD, 'dup(3) = 5', STAT, 'write(5, "abc"..., 9000) = 9000');
    expect((await fileAfter(calls))?.size).toBeUndefined();
  });

  test('ftruncate by a number that does not know the size: descriptions that were as long are of the same file', async () => {
    const other = 'openat(AT_FDCWD, "/x", O_RDONLY) = 4';
    const stat = 'fstat(4, {st_mode=S_IFREG|0644, st_size=5000, ...}) = 0';
    const calls = lines(OLD, 'dup(3) = 5', STAT, other, stat, 'ftruncate(5, 100) = 0');
    expect((await fileAfter(calls, 4))?.size).toBe(100n);
  });

  test.each<[string, number | undefined, ...string[]]>([
    ['ftruncate by another description that was as long', 1, 'ftruncate(4, 100) = 0'],
    ['truncate', 1, 'truncate("/x", 100) = 0'],
    ['truncate of what may be another', undefined, 'truncate("x", 100) = 0'],
    ['a write by another description', 3, 'lseek(4, 9000, SEEK_SET) = 9000', 'write(4, "a"..., 9) = 9'],
  ])('a mapping of a closed descriptor, by %s', async (_, pages, ...calls) => {
    const before = [
      OLD,
      STAT,
      'openat(AT_FDCWD, "/x", O_RDWR) = 4',
      'fstat(4, {st_mode=S_IFREG|0644, st_size=5000, ...}) = 0',
      'mmap(NULL, 8192, PROT_READ, MAP_SHARED, 3, 0) = 0x10000000',
      'close(3) = 0',
    ];
    const timeline = await record(
      `101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n${lines(...before, ...calls)}`,
    );
    const space = timeline.worldAt(timeline.end).space(taskWithTid(timeline, timeline.end, 101).space);
    expect(space?.vmaAt(pageNumber(0x10000))?.backing).toEqual(
      expect.objectContaining(pages === undefined ? { kind: 'file' } : { kind: 'file', pages }),
    );
    if (pages === undefined) expect(space?.vmaAt(pageNumber(0x10000))?.backing).not.toHaveProperty('pages');
  });

  test('a write by a child', async () => {
    const calls = `101 memfd_create("m", 0) = 3\n101 fork() = 102\n102 write(3, "abc"..., 9) = 9`;
    expect((await fileAfter(calls))?.size).toBe(9n);
  });

  test('a write to what is no file', async () => {
    expect(
      (await fileAfter(lines('pipe2([3, 4], 0) = 0', 'write(4, "abc"..., 9) = 9'), 4))?.size,
    ).toBeUndefined();
  });
});
