/** What a log tells of the machine's memory and of its pools of huge pages: by what is read, and by what was granted. */
import { describe, expect, test } from 'vitest';
import { eventIndex } from '../../../model/trace/positions';
import { record } from './recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n';
const lines = (calls: readonly string[]) => EXEC + calls.map((call) => `101 ${call}\n`).join('');

/** What is predicted of the last call. */
async function predicted(...calls: readonly string[]): Promise<string> {
  const timeline = await record(lines(calls));
  const judged = timeline.judge(eventIndex(calls.length))?.predicted;
  return judged?.kind === 'error' ? judged.errno : (judged?.kind ?? 'nothing');
}

const OPEN_MEMINFO = 'openat(AT_FDCWD, "/proc/meminfo", O_RDONLY) = 3';
const MEMINFO = 'read(3, "MemTotal:       67108864 kB\\nMemF"..., 1024) = 1024';
const sysinfo = (ram: bigint, swap: bigint) =>
  `sysinfo({uptime=5, totalram=${ram}, freeram=1, totalswap=${swap}, freeswap=0, procs=9, mem_unit=1}) = 0`;
const GIB = 1n << 30n;
const map = (gib: bigint, answer = '0x7f0000000000') =>
  `mmap(NULL, ${gib * GIB}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${answer}`;

describe('a mapping of much memory', () => {
  test.each<[string, string, ...string[]]>([
    ['on a machine not known', 'undecidable', map(40n)],
    ['below what meminfo told', 'success', OPEN_MEMINFO, MEMINFO, map(40n)],
    ['above what meminfo told: there may be swap', 'undecidable', OPEN_MEMINFO, MEMINFO, map(80n)],
    [
      'when something else was read',
      'undecidable',
      OPEN_MEMINFO.replace('meminfo', 'stat'),
      MEMINFO,
      map(40n),
    ],
    [
      'when the number was cut',
      'undecidable',
      OPEN_MEMINFO,
      'read(3, "MemTotal:       671088"..., 22) = 22',
      map(40n),
    ],
    ['below what sysinfo told', 'success', sysinfo(32n * GIB, 32n * GIB), map(40n)],
    ['above what sysinfo told', 'ENOMEM', sysinfo(32n * GIB, GIB), map(40n)],
    ['as large as one that was granted', 'success', map(40n), map(40n, '0x7e0000000000')],
    ['larger than one that was granted', 'undecidable', map(40n), map(41n, '0x7e0000000000')],
    ['after one that was refused', 'undecidable', map(40n, '-1 ENOMEM (Cannot allocate memory)'), map(40n)],
    ['judged by what stands before it', 'undecidable', map(40n)],
  ])('%s: %s', async (_what, expected, ...calls) => {
    expect(await predicted(...calls)).toBe(expected);
  });
});

const POOL = '/proc/sys/vm/nr_hugepages';
const readPool = (text: string, path = POOL) => [
  `openat(AT_FDCWD, "${path}", O_RDONLY) = 3`,
  `read(3, "${text}", 100) = ${text.length - 1}`,
  'close(3) = 0',
];
const huge = (pages: number, place = '0x7f0000000000', more = '') =>
  `mmap(NULL, ${pages << 21}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_HUGETLB${more}, -1, 0) = ${place}`;

const OPEN_TO_SET = (path: string) => `openat(AT_FDCWD, "${path}", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3`;
const wrotePool = (text: string, path = POOL) => [
  OPEN_TO_SET(path),
  `write(3, "${text}", ${text.length}) = ${text.length}`,
  'close(3) = 0',
];
const OVERCOMMIT = '/proc/sys/vm/nr_overcommit_hugepages';
const NODE = '/sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages';
const GIGANTIC = '/sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages';
const HUGE_FILE = 'memfd_create("huge", MFD_HUGETLB) = 5';
const HUGE_MOUNT = [
  'mount("none", "/mnt/huge", "hugetlbfs", 0, NULL) = 0',
  'openat(AT_FDCWD, "/mnt/huge/file", O_RDWR|O_CREAT, 0600) = 5',
];
const hugeOfFile = (pages: number) =>
  `mmap(NULL, ${pages << 21}, PROT_READ|PROT_WRITE, MAP_SHARED, 5, 0) = 0x7f0000000000`;

describe('a mapping of huge pages', () => {
  test.each<[string, string, ...string[]]>([
    ['of a pool that nobody is seen to fill', 'ENOMEM', huge(1)],
    [
      'of another size that nobody is seen to fill',
      'ENOMEM',
      huge(512, '0x7f0000000000', '|30<<MAP_HUGE_SHIFT'),
    ],
    ['none of which is reserved', 'ENOMEM', huge(1, '0x7f0000000000', '|MAP_NORESERVE'), huge(1)],
    ['of a memory file', 'ENOMEM', HUGE_FILE, hugeOfFile(1)],
    ['of a file on a filesystem of huge pages', 'undecidable', ...HUGE_MOUNT, hugeOfFile(1)],
    [
      'when a segment of them was made',
      'undecidable',
      'shmget(IPC_PRIVATE, 2097152, IPC_CREAT|SHM_HUGETLB|0600) = 7',
      huge(1),
    ],
    ['after one that was refused', 'ENOMEM', huge(1, '-1 ENOMEM (Cannot allocate memory)'), huge(1)],
    [
      'after one that was granted and is gone',
      'success',
      huge(1),
      'munmap(0x7f0000000000, 2097152) = 0',
      huge(1),
    ],
    ['of a pool that was emptied', 'ENOMEM', ...wrotePool('0'), huge(1)],
    ['of a pool set to what is not shown', 'undecidable', OPEN_TO_SET(POOL), huge(1)],
    ['of a pool of which one node was set', 'undecidable', ...wrotePool('4', NODE), huge(1)],
    ['of a pool that was let grow', 'undecidable', ...wrotePool('4', OVERCOMMIT), huge(1)],
    [
      'above a pool that was let grow',
      'undecidable',
      ...wrotePool('4'),
      ...wrotePool('4', OVERCOMMIT),
      huge(5),
    ],
    ['of a pool set by another name', 'success', ...wrotePool('4', `${POOL}_mempolicy`), huge(4)],
    ['of a pool beside one that was set', 'ENOMEM', ...wrotePool('4', GIGANTIC), huge(1)],
    ['of a file of no such name', 'ENOMEM', ...wrotePool('4', '/proc/sys/vm/constructor'), huge(1)],
    ['without reserving', 'success', huge(1, '0x7f0000000000', '|MAP_NORESERVE')],
    ['within the pool', 'success', ...readPool('4\\n'), huge(4)],
    ['above the pool, which grows only where somebody lets it', 'ENOMEM', ...readPool('4\\n'), huge(5)],
    ['beside another, within the pool', 'success', ...readPool('4\\n'), huge(2), huge(2, '0x7e0000000000')],
    [
      'beside another, above the pool',
      'undecidable',
      ...readPool('4\\n'),
      huge(3),
      huge(2, '0x7e0000000000'),
    ],
    [
      'when another has gone',
      'success',
      ...readPool('4\\n'),
      huge(3),
      'munmap(0x7f0000000000, 6291456) = 0',
      huge(3),
    ],
    [
      'of a pool of another size',
      'ENOMEM',
      ...readPool('4\\n'),
      huge(1, '0x7f0000000000', '|30<<MAP_HUGE_SHIFT'),
    ],
    [
      'of the pool of its size',
      'success',
      ...readPool('4\\n', '/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages'),
      huge(4, '0x7f0000000000', '|21<<MAP_HUGE_SHIFT'),
    ],
    [
      'of a pool that was written',
      'success',
      `openat(AT_FDCWD, "${POOL}", O_WRONLY|O_TRUNC) = 3`,
      'write(3, "4", 1) = 1',
      huge(4),
    ],
    ['as many as were had before', 'success', huge(2), 'munmap(0x7f0000000000, 4194304) = 0', huge(2)],
  ])('%s: %s', async (_what, expected, ...calls) => {
    expect(await predicted(...calls)).toBe(expected);
  });
});

describe('an advice that a kernel may be built without', () => {
  const advice = (name: string, answer: string) => `madvise(0x7f0000000000, 4096, ${name}) = ${answer}`;
  const PAGE = 'mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000';
  const REFUSED = '-1 EINVAL (Invalid argument)';

  test('is refused when a like one was', async () => {
    expect(await predicted(PAGE, advice('MADV_MERGEABLE', REFUSED), advice('MADV_UNMERGEABLE', '0'))).toBe(
      'EINVAL',
    );
  });
  test('is taken when a like one was', async () => {
    expect(await predicted(PAGE, advice('MADV_MERGEABLE', '0'), advice('MADV_UNMERGEABLE', '0'))).toBe(
      'success',
    );
  });
  test('a refusal that has another reason shows nothing', async () => {
    const misaligned = `madvise(0x7f0000000001, 4096, MADV_MERGEABLE) = ${REFUSED}`;
    expect(await predicted(PAGE, misaligned, advice('MADV_UNMERGEABLE', '0'))).toBe('success');
  });
});

describe('a descriptor that nobody saw being opened', () => {
  const mapped = (answer: string, fd = 20) =>
    `mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, ${fd}, 0) = ${answer}`;
  const REFUSED = '-1 EBADF (Bad file descriptor)';

  test('is not there when a call said so', async () => {
    expect(await predicted(mapped(REFUSED), mapped(REFUSED))).toBe('EBADF');
  });
  test('may be there though another is not', async () => {
    expect(await predicted(mapped(REFUSED, 21), mapped('0x7f0000000000'))).not.toBe('EBADF');
  });
});
