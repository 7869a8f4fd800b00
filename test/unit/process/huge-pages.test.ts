/** Which files and segments are of huge pages, by what the log shows; and which descriptors are of one file. */
import { describe, expect, test } from 'vitest';
import type { OpenFile } from '../../../model/process/descriptors';
import { record, taskWithTid } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n';
const lines = (calls: readonly string[]) => EXEC + calls.map((call) => `101 ${call}\n`).join('');

async function fileAfter(...calls: readonly string[]): Promise<OpenFile | undefined> {
  const timeline = await record(lines(calls));
  const world = timeline.worldAt(timeline.end);
  return world.descriptors(taskWithTid(timeline, timeline.end, 101).descriptors)?.get(3);
}

const MOUNT = 'mount("none", "/mnt/pool", "hugetlbfs", 0, NULL) = 0';
const OPEN = 'openat(AT_FDCWD, "/mnt/pool/data", O_RDWR|O_CREAT, 0600) = 3';

describe('the huge pages of a file (0: of the usual size)', () => {
  test.each<[string, number | undefined, ...string[]]>([
    ['MFD_HUGETLB', 0, 'memfd_create("m", MFD_HUGETLB) = 3'],
    ['MFD_HUGETLB of a size', 512, 'memfd_create("m", MFD_CLOEXEC|MFD_HUGETLB|21<<MFD_HUGE_SHIFT) = 3'],
    ['MFD_HUGETLB of a size, as a number', 262144, 'memfd_create("m", 0x78000004) = 3'],
    ['no MFD_HUGETLB', undefined, 'memfd_create("m", MFD_CLOEXEC) = 3'],
    ['a file below a mount', 0, MOUNT, OPEN],
    ['a mount of a size', 262144, MOUNT.replace('NULL', '"mode=0700,pagesize=1G"'), OPEN],
    ['a size that no machine has', 0, MOUNT.replace('NULL', '"pagesize=3M"'), OPEN],
    ['a path with more slashes', 0, MOUNT.replace('pool', 'pool/'), OPEN.replace('pool/', 'pool//')],
    ['a file further down', 0, MOUNT, OPEN.replace('data', 'a/b/c')],
    ['a file beside the mount', undefined, MOUNT, OPEN.replace('pool', 'pools')],
    ['a mount of another kind', undefined, MOUNT.replace('hugetlbfs', 'tmpfs'), OPEN],
    ['a mount that failed', undefined, MOUNT.replace('= 0', '= -1 EPERM (Operation not permitted)'), OPEN],
    ['a mount that is gone', undefined, MOUNT, 'umount2("/mnt/pool", 0) = 0', OPEN],
    ['nothing that the log shows', undefined, OPEN],
    [
      'a folder that statfs showed',
      512,
      'statfs("/mnt/pool", {f_type=HUGETLBFS_MAGIC, f_bsize=2097152, f_blocks=0, ...}) = 0',
      OPEN,
    ],
    [
      'another filesystem',
      undefined,
      'statfs("/mnt/pool", {f_type=EXT2_SUPER_MAGIC, f_bsize=4096, ...}) = 0',
      OPEN,
    ],
    ['fstatfs', 512, OPEN, 'fstatfs(3, {f_type=HUGETLBFS_MAGIC, f_bsize=2097152, ...}) = 0'],
    ['a number of strace -X raw', 512, OPEN, 'fstatfs(3, {f_type=0x958458f6, f_bsize=2097152, ...}) = 0'],
  ])('%s', async (_what, pages, ...calls) => {
    expect((await fileAfter(...calls))?.hugePages).toBe(pages);
  });
});

test.each<[string, number | undefined, string]>([
  ['SHM_HUGETLB', 0, 'IPC_CREAT|SHM_HUGETLB|0600'],
  ['SHM_HUGETLB of a size', 262144, 'IPC_CREAT|SHM_HUGETLB|30<<SHM_HUGE_SHIFT|0600'],
  ['a segment of ordinary pages', undefined, 'IPC_CREAT|0600'],
])('%s', async (_what, pages, flags) => {
  const timeline = await record(lines([`shmget(IPC_PRIVATE, 4096, ${flags}) = 7`]));
  expect(timeline.worldAt(timeline.end).segments.get(7)?.hugePages).toBe(pages);
});

describe('a memory file opened again through its number', () => {
  const TWICE = [
    'memfd_create("m", MFD_ALLOW_SEALING) = 4',
    'openat(AT_FDCWD, "/proc/self/fd/4", O_RDWR) = 3',
  ];

  test('has the seals that are set through either', async () => {
    expect((await fileAfter(...TWICE, 'fcntl(4, F_ADD_SEALS, F_SEAL_WRITE) = 0'))?.seals).toBe(8);
    expect(
      (await fileAfter(TWICE[0] ?? '', 'fcntl(4, F_ADD_SEALS, F_SEAL_GROW) = 0', TWICE[1] ?? ''))?.seals,
    ).toBe(4);
  });

  test('has the size of the file, and rights of its own', async () => {
    const file = await fileAfter(
      ...TWICE.map((line) => line.replace('O_RDWR', 'O_RDONLY')),
      'ftruncate(4, 8192) = 0',
    );
    expect(file).toMatchObject({ kind: 'memfd', size: 8192n, writable: false, path: '/memfd:m' });
  });
});
