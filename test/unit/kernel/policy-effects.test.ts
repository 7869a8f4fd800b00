/** What memory policies, userfaultfd and prctl leave in the VMAs, read from logs. The live kernel's tests have the rest. */
import { describe, expect, test } from 'vitest';
import { kernelVersion } from '../../../model/kernel/versions';
import { mapsLines } from '../../../model/memory/maps-format';
import { pageRange } from '../../../model/memory/page';
import { extraOf } from '../../../model/memory/extra';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { at, eventOf, record, spaceOf } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const MAP = '101 mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000';
const NAME = '101 prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME';

const vmasAtEnd = (timeline: RecordedTimeline, tid = 101): Vma[] => [
  ...(spaceOf(timeline, at(timeline.end), tid)?.vmasIn(pageRange(0x10000, 0x10010)) ?? []),
];
const pagesOf = (vmas: readonly Vma[]): string[] =>
  vmas.map(({ start, end }) => `${start - 0x10000}-${end - 0x10000}`);

const predicted = (timeline: RecordedTimeline, text: string, nth = 0): unknown =>
  timeline.judge(eventOf(timeline, text, nth))?.predicted;

describe('names of anonymous memory', () => {
  test('cut VMAs, stand in maps, and are taken away again', async () => {
    const named = `${EXEC}
      ${MAP}
      ${NAME}, 0x10002000, 8192, "stack of worker") = 0
      ${NAME}, 0x10004000, 4096, "stack of worker") = 0`;
    const timeline = await record(named);
    expect(pagesOf(vmasAtEnd(timeline))).toEqual(['0-2', '2-5', '5-16']);
    const lines = [...mapsLines(spaceOf(timeline, at(timeline.end), 101)!)];
    expect(lines.filter((line) => line.endsWith('[anon:stack of worker]'))).toHaveLength(1);
    const again = await record(`${named}
      ${NAME}, 0x10000000, 65536, NULL) = 0`);
    expect(pagesOf(vmasAtEnd(again))).toEqual(['0-16']);
  });

  test('a hole does not keep the rest from its name', async () => {
    const timeline = await record(`${EXEC}
      ${MAP}
      101 munmap(0x10004000, 4096) = 0
      ${NAME}, 0x10002000, 16384, "n") = -1 ENOMEM (Cannot allocate memory)`);
    expect(vmasAtEnd(timeline).map(({ anonName }) => anonName)).toEqual([undefined, 'n', 'n', undefined]);
  });

  test('whether the kernel takes them, an earlier answer shows', async () => {
    const refused = '-1 EINVAL (Invalid argument)';
    const unknown = await record(`${EXEC}
      ${MAP}
      ${NAME}, 0x10002000, 4096, "n") = ${refused}
      ${NAME}, 0x10003000, 4096, "n") = ${refused}`);
    expect(predicted(unknown, '0x10002000')).toMatchObject({ kind: 'undecidable' });
    expect(predicted(unknown, '0x10003000')).toMatchObject({
      kind: 'error',
      cause: 'anon-name.not-built-in',
    });
    const taken = await record(`${EXEC}
      ${MAP}
      ${NAME}, 0x10002000, 4096, "n") = 0
      ${NAME}, 0x10003001, 4096, "n") = ${refused}
      ${NAME}, 0x10003000, 4096, "m") = 0`);
    expect(predicted(taken, '0x10003001')).toMatchObject({ cause: 'anon-name.address-misaligned' });
    expect(predicted(taken, '"m"')).toMatchObject({ kind: 'success' });
  });
});

const API = 'ioctl(3, UFFDIO_API, {api=0xaa, features=0 => features=0x1ffff, ioctls=0x3}) = 0';
const register = (fd: number, start: string, length: string): string =>
  `101 ioctl(${fd}, UFFDIO_REGISTER, {range={start=${start}, len=${length}}, mode=UFFDIO_REGISTER_MODE_MISSING, ioctls=0x3}) = 0`;
const registered = (vmas: readonly Vma[]): string[] =>
  pagesOf(vmas.filter((vma) => has(vma, VmFlag.userfault)));

describe('memory registered with a userfaultfd', () => {
  const begun = `${EXEC}
    ${MAP}
    101 userfaultfd(O_CLOEXEC) = 3
    101 ${API}
    ${register(3, '0x10002000', '0x2000')}`;

  test.each([
    ['keeps apart', '', ['2-4'], 3],
    ['the numbers of -X raw', '101 ioctl(3, 0x8010aa01, {start=0x10002000, len=0x1000}) = 0', ['3-4'], 3],
    ['ends with its descriptor', '101 close(3) = 0', [], 1],
    ['not while another number stands for it', '101 dup(3) = 4\n101 close(3) = 0', ['2-4'], 3],
    ['ends with a range of descriptors', '101 close_range(3, 4294967295, 0) = 0', [], 1],
    ['of another descriptor stays', '101 userfaultfd(0) = 4\n101 close(4) = 0', ['2-4'], 3],
  ])('%s', async (_title, more, pages, count) => {
    const vmas = vmasAtEnd(await record(`${begun}\n${more}`));
    expect(registered(vmas)).toEqual(pages);
    expect(vmas).toHaveLength(count);
  });

  test('is ordinary in a child, unless it was asked to be told of forks', async () => {
    const child = '101 fork() = 102\n102 getpid() = 102';
    expect(registered(vmasAtEnd(await record(`${begun}\n${child}`), 102))).toEqual([]);
    const told = begun.replace('features=0 =>', 'features=UFFD_FEATURE_EVENT_FORK =>');
    expect(registered(vmasAtEnd(await record(`${told}\n${child}`), 102))).toEqual(['2-4']);
  });

  test('by the device that hands descriptors out', async () => {
    const timeline = await record(`${EXEC}
      ${MAP}
      101 openat(AT_FDCWD, "/dev/userfaultfd", O_RDWR|O_CLOEXEC) = 5
      101 ioctl(5, USERFAULTFD_IOC_NEW, 0x80800) = 3
      101 ${API}
      ${register(3, '0x10002000', '0x2000')}`);
    expect(registered(vmasAtEnd(timeline))).toEqual(['2-4']);
    expect(timeline.agreement(eventOf(timeline, 'UFFDIO_REGISTER'))).toBe('agrees');
  });

  test('other ioctl calls are none of the rules', async () => {
    const timeline = await record(`${begun}\n101 ioctl(1, TCGETS, {B38400 opost}) = 0`);
    expect(timeline.memoryCallAt(eventOf(timeline, 'TCGETS'))).toBeUndefined();
  });
});

describe('memory policies', () => {
  const bind = (start: string, mode: string, mask = '[0x0000000000000001], 64'): string =>
    `101 mbind(${start}, 8192, ${mode}, ${mask}, 0) = 0`;

  test.each([
    ['one of its own keeps apart', [bind('0x10002000', 'MPOL_BIND')], ['0-2', '2-4', '4-16']],
    [
      'equal ones join',
      [bind('0x10002000', 'MPOL_BIND'), bind('0x10004000', 'MPOL_BIND')],
      ['0-2', '2-6', '6-16'],
    ],
    [
      'others do not',
      [bind('0x10002000', 'MPOL_BIND'), bind('0x10004000', 'MPOL_BIND|MPOL_F_STATIC_NODES')],
      ['0-2', '2-4', '4-6', '6-16'],
    ],
    [
      'a preferred one of no nodes is the local one',
      [bind('0x10002000', 'MPOL_PREFERRED', 'NULL, 0'), bind('0x10004000', 'MPOL_LOCAL', 'NULL, 0')],
      ['0-2', '2-6', '6-16'],
    ],
    [
      'the default takes it away',
      [bind('0x10002000', 'MPOL_BIND'), bind('0x10002000', 'MPOL_DEFAULT', 'NULL, 0')],
      ['0-16'],
    ],
    [
      'pages that could not be moved do not keep it from being set',
      [
        '101 mbind(0x10002000, 8192, MPOL_BIND, [0x0000000000000001], 64, MPOL_MF_STRICT|MPOL_MF_MOVE) = -1 EIO (Input/output error)',
      ],
      ['0-2', '2-4', '4-16'],
    ],
  ])('%s', async (_title, calls, pages) => {
    const timeline = await record([EXEC, MAP, ...calls].join('\n'));
    expect(pagesOf(vmasAtEnd(timeline))).toEqual(pages);
  });

  test('go beside a protection key', async () => {
    const timeline = await record(`${EXEC}
      ${MAP}
      ${bind('0x10002000', 'MPOL_BIND')}
      101 pkey_mprotect(0x10002000, 8192, PROT_READ|PROT_WRITE, 3) = 0`);
    const [, vma] = vmasAtEnd(timeline);
    expect([vma && extraOf(vma, 'policy'), vma && extraOf(vma, 'pkey')]).toEqual(['2:0:1', '3']);
  });
});

describe('what prctl sets for all memory', () => {
  const DENY = '101 prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) = 0';
  const BOTH =
    'mmap(NULL, 4096, PROT_READ|PROT_WRITE|PROT_EXEC, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 EACCES (Permission denied)';
  const denied = { kind: 'error', cause: 'mmap.write-and-execute-denied' };

  test.each([
    ['it is denied from then on', `${DENY}\n101 ${BOTH}`],
    ['to a strace that has no name for it', `101 prctl(0x41 /* PR_??? */, 0x1, 0, 0, 0) = 0\n101 ${BOTH}`],
    ['to children', `${DENY}\n101 fork() = 102\n102 ${BOTH}`],
    ['after execve', `${DENY}\n101 execve("./b", ["./b"], 0x7ffd0 /* 0 vars */) = 0\n101 ${BOTH}`],
    ['where the answer to a question shows it', `101 prctl(PR_GET_MDWE, 0, 0, 0, 0) = 1\n101 ${BOTH}`],
    [
      'to a parent whose memory a vfork child shares',
      `101 vfork( <unfinished ...>\n102 ${DENY.slice(4)}\n102 exit(0) = ?\n101 <... vfork resumed>) = 102\n101 ${BOTH}`,
    ],
  ])('%s', async (_title, more) => {
    const timeline = await record(`${EXEC}\n${more}`);
    expect(predicted(timeline, 'PROT_WRITE')).toMatchObject(denied);
  });

  test('not to children, where it was set not to be inherited', async () => {
    const timeline = await record(`${EXEC}
      101 prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN|PR_MDWE_NO_INHERIT, 0, 0, 0) = 0
      101 fork() = 102
      102 ${BOTH}
      101 ${BOTH}`);
    expect(predicted(timeline, 'PROT_WRITE')).toMatchObject({ kind: 'success' });
    expect(predicted(timeline, 'PROT_WRITE', 1)).toMatchObject(denied);
  });

  test.each([
    ['joins what is there already, since 6.17', [6, 17], ['0-8']],
    ['got the flag too late to join anything, before', [6, 16], ['0-4', '4-8']],
  ] as const)('new memory under PR_SET_MEMORY_MERGE %s', async (_title, [major, minor], pages) => {
    const map = (start: string): string =>
      `101 mmap(${start}, 16384, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0) = ${start}`;
    const text = `${EXEC}
      ${map('0x10000000')}
      101 prctl(PR_SET_MEMORY_MERGE, 1, 0, 0, 0) = 0
      ${map('0x10004000')}`;
    const vmas = vmasAtEnd(await record(text, { machine: { kernel: kernelVersion(major, minor) } }));
    expect(pagesOf(vmas)).toEqual(pages);
    expect(vmas.every((vma) => has(vma, VmFlag.mergeable))).toBe(true);
  });

  test('the break moves where PR_SET_MM puts it', async () => {
    const timeline = await record(`${EXEC}
      101 brk(NULL) = 0x20000000
      101 prctl(PR_SET_MM, PR_SET_MM_BRK, 0x20001000, 0, 0) = 0`);
    expect(spaceOf(timeline, at(timeline.end), 101)?.brk).toBe(0x20001000n);
  });
});

test('the call that sealed a memory file is the evidence', async () => {
  const timeline = await record(`${EXEC}
    101 memfd_create("m", MFD_ALLOW_SEALING) = 3
    101 fcntl(3, F_ADD_SEALS, F_SEAL_WRITE|F_SEAL_SEAL) = 0
    101 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 3, 0) = -1 EPERM (Operation not permitted)
    101 fcntl(3, F_ADD_SEALS, F_SEAL_GROW) = -1 EPERM (Operation not permitted)
    101 fcntl(3, F_GET_SEALS) = 0x9 (seals F_SEAL_SEAL|F_SEAL_WRITE)`);
  const sealed = [{ fact: 'event', name: 'set-by', at: eventOf(timeline, 'F_SEAL_WRITE|F_SEAL_SEAL') }];
  for (const [line, id] of [
    ['PROT_WRITE', 'mmap.memfd-sealed'],
    ['F_SEAL_GROW', 'seals.sealed'],
  ] as const) {
    const answer = timeline.judge(eventOf(timeline, line))?.answers.find((one) => one.id === id);
    expect(answer?.verdict).toMatchObject({ answer: 'fails', facts: sealed });
  }
  expect(predicted(timeline, 'F_GET_SEALS')).toEqual({ kind: 'success', value: 9n });
});
