/**
 * What would have made a failing call succeed: nearest to what was meant first, and every call that is offered is judged to
 * succeed where it would stand.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../model/kernel/judge';
import { memoryCallOf } from '../../../model/kernel/typed-call';
import { beforeOf } from '../../../model/timeline/memory-step';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { eventIndex } from '../../../model/trace/positions';
import { readCall } from '../../../model/trace/grammar';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';

const MAPS = `10000000-10004000 rw-p 00000000 00:00 0
20000000-20001000 r--p 00000000 00:00 0
7ffff7ff0000-7ffff7ff2000 r-xp 00000000 00:00 0 [vdso]
7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0 [stack]`;

const START = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function timelineOf(log: string): Promise<RecordedTimeline> {
  const { parseMapsFile } = await import('../../../model/memory/maps-snapshot');
  return record(`${START}\n${log}`, { snapshots: parseMapsFile(MAPS).snapshots });
}

async function remediesOf(log: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const timeline = await timelineOf(log);
  const told = explain(timeline, eventOf(timeline, '= -1'))!;
  return told.remedies.map(({ text, tryCall }) => [textOf(text), tryCall]);
}

const LIMIT = 'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=16384, rlim_max=16384}, NULL) = 0';
const NONE =
  'capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=0, permitted=0, inheritable=0}) = 0';
const RW = 'PROT_READ|PROT_WRITE';
const map = (address: string, length: number, more = ''): string =>
  `mmap(${address}, ${length}, ${RW}, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS${more}, -1, 0) = ${address}`;

/** The log, and the first remedy: its words, and the call to make instead. */
const cases: readonly (readonly [title: string, log: string, words: RegExp, call: string | undefined])[] = [
  [
    'an address between pages',
    'mprotect(0x10000010, 4096, PROT_READ) = -1 EINVAL (Invalid argument)',
    /^round the address down to a page: 0x10000000$/,
    'mprotect(0x10000000, 4112, PROT_READ)',
  ],
  [
    'arguments by name stay named',
    'munmap(addr=0x10000000, length=0) = -1 EINVAL (Invalid argument)',
    /not zero: one page, 4096$/,
    'munmap(addr=0x10000000, length=4096)',
  ],
  [
    'raw flags stay raw',
    'mremap(0x10000000, 0x4000, 0x5000, 0x80) = -1 EINVAL (Invalid argument)',
    /^leave 0x80 out$/,
    'mremap(0x10000000, 0x4000, 0x5000, 0x0)',
  ],
  [
    'no room in place',
    `${map('0x10004000', 4096)}\nmprotect(0x10004000, 4096, PROT_NONE) = 0\nmremap(0x10000000, 16384, 20480, 0) = -1 ENOMEM (Cannot allocate memory)`,
    /^add MREMAP_MAYMOVE$/,
    'mremap(0x10000000, 16384, 20480, MREMAP_MAYMOVE)',
  ],
  [
    'neither shared nor private',
    `mmap(NULL, 4096, ${RW}, MAP_ANONYMOUS, -1, 0) = -1 EINVAL (Invalid argument)`,
    /^add MAP_PRIVATE$/,
    `mmap(NULL, 4096, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)`,
  ],
  [
    'a descriptor opened for reading only',
    `openat(AT_FDCWD, "/f", O_RDONLY) = 3\nmmap(NULL, 4096, ${RW}, MAP_SHARED, 3, 0) = -1 EACCES (Permission denied)`,
    /^open descriptor 3 with O_RDWR at line 2$/,
    undefined,
  ],
  [
    'what was unmapped too early',
    'munmap(0x10001000, 4096) = 0\nmlock(0x10000000, 16384) = -1 ENOMEM (Cannot allocate memory)',
    /^keep 0x10001000–0x10002000 mapped until after this call: line 2 unmapped it too early$/,
    undefined,
  ],
  [
    'what was moved',
    'mremap(0x10000000, 16384, 16384, MREMAP_MAYMOVE|MREMAP_FIXED, 0x30000000) = 0x30000000\nmprotect(0x10001000, 4096, PROT_READ) = -1 ENOMEM (Cannot allocate memory)',
    /^use the address that the memory has since it was moved at line 2: 0x30001000$/,
    'mprotect(0x30001000, 4096, PROT_READ)',
  ],
  [
    'a limit: how high',
    `${LIMIT}\n${NONE}\nmlock(0x10000000, 8192) = 0\n${map('0x30000000', 12288)}\nmlock(0x30000000, 12288) = -1 ENOMEM (Cannot allocate memory)`,
    /^raise RLIMIT_MEMLOCK to at least 20 KiB \(above its hard limit of 16 KiB: that takes CAP_SYS_RESOURCE\)$/,
    undefined,
  ],
  [
    'what may not be locked at all',
    `prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=0, rlim_max=RLIM64_INFINITY}, NULL) = 0\n${NONE}\nmlock(0x10000000, 8192) = -1 EPERM (Operation not permitted)`,
    /^raise RLIMIT_MEMLOCK to at least 8 KiB$/,
    undefined,
  ],
  [
    'discarding what is locked',
    'mlock(0x10000000, 4096) = 0\nmadvise(0x10000000, 4096, MADV_DONTNEED) = -1 EINVAL (Invalid argument)',
    /^give MADV_DONTNEED_LOCKED instead of MADV_DONTNEED$/,
    'madvise(0x10000000, 4096, MADV_DONTNEED_LOCKED)',
  ],
  [
    'a place that is taken',
    `mmap(0x10001000, 4096, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0) = -1 EEXIST (File exists)`,
    /^leave MAP_FIXED_NOREPLACE out/,
    `mmap(0x10001000, 4096, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)`,
  ],
  [
    'what is sealed',
    'mseal(0x10000000, 4096, 0) = 0\nmunmap(0x10000000, 4096) = -1 EPERM (Operation not permitted)',
    /^leave out the mseal at line 2/,
    undefined,
  ],
  [
    'several mappings, one call each',
    'mprotect(0x10002000, 8192, PROT_READ) = 0\nmremap(0x10000000, 16384, 20480, MREMAP_MAYMOVE) = -1 EFAULT (Bad address)',
    /^give only the last mapping, at 0x10002000, and let that one grow$/,
    'mremap(0x10002000, 8192, 12288, MREMAP_MAYMOVE)',
  ],
  [
    'two faults at once',
    `${map('0x10004000', 4096)}\nmprotect(0x10004000, 4096, PROT_NONE) = 0\nmremap(0x10000008, 16384, 20480, 0) = -1 EINVAL (Invalid argument)`,
    /^round the address down to a page: 0x10000000 and add MREMAP_MAYMOVE$/,
    'mremap(0x10000000, 16384, 20480, MREMAP_MAYMOVE)',
  ],
  [
    'a descriptor that was closed',
    'openat(AT_FDCWD, "/f", O_RDWR) = 3\nclose(3) = 0\nmmap(NULL, 4096, PROT_READ, MAP_SHARED, 3, 0) = -1 EBADF (Bad file descriptor)',
    /^close descriptor 3 only after this call, not at line 3$/,
    undefined,
  ],
  [
    'an address in the first page',
    'munmap(0x1, 1) = -1 EINVAL (Invalid argument)',
    /^round the address down to a page: 0x0$/,
    'munmap(NULL, 2)',
  ],
];

describe('the first remedy', () => {
  test.each(cases)('%s', async (_title, log, words, call) => {
    const [first] = await remediesOf(log);
    expect(first?.[0]).toMatch(words);
    expect(first?.[1]).toBe(call);
  });
});

describe('a pointer', () => {
  test.each([
    [
      'into memory unmapped too early',
      'munmap(0x10000000, 16384) = 0\nread(0, 0x10000000, 512) = -1 EFAULT (Bad address)',
      [['keep 0x10000000–0x10001000 mapped until after this: line 2 unmapped it too early', undefined]],
    ],
    [
      'into memory that moved',
      'mremap(0x10000000, 16384, 16384, MREMAP_MAYMOVE|MREMAP_FIXED, 0x30000000) = 0x30000000\nread(0, 0x10000100, 512) = -1 EFAULT (Bad address)',
      [['use the address that the memory has since it was moved at line 2: 0x30000100', undefined]],
    ],
    [
      'into memory that is read-only since',
      'mprotect(0x10000000, 4096, PROT_READ) = 0\nread(0, 0x10000000, 512) = -1 EFAULT (Bad address)',
      [
        ['change the protection at line 2 only after this', undefined],
        [
          'allow access to 0x10000000–0x10001000 (4 KiB) first',
          'mprotect(0x10000000, 4096, PROT_READ|PROT_WRITE)',
        ],
      ],
    ],
    ['to nothing', 'read(0, 0x40000000, 512) = -1 EFAULT (Bad address)', []],
  ])('%s', async (_title, log, remedies) => {
    expect(await remediesOf(log)).toEqual(remedies);
  });

  test('of the program itself', async () => {
    const timeline = await timelineOf(
      'munmap(0x10000000, 16384) = 0\n--- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10000010} ---\n+++ killed by SIGSEGV +++',
    );
    const { remedies } = explain(timeline, eventOf(timeline, '--- SIGSEGV'))!;
    expect(remedies.map(({ text }) => textOf(text))).toEqual([
      'keep 0x10000000–0x10001000 mapped until after this: line 2 unmapped it too early',
    ]);
  });
});

describe('a memory call that nothing can help', () => {
  test('an advice that no kernel knows', async () => {
    expect(await remediesOf('madvise(0x10000000, 4096, 0x63) = -1 EINVAL (Invalid argument)')).toEqual([]);
  });

  test('strace made the failure up', async () => {
    expect(await remediesOf('munmap(0x10000000, 4096) = -1 EINVAL (Invalid argument) (INJECTED)')).toEqual(
      [],
    );
  });
});

describe('whatever is called', () => {
  const flags = fc.constantFrom(
    'MREMAP_MAYMOVE',
    'MREMAP_MAYMOVE|MREMAP_FIXED',
    'MREMAP_FIXED',
    'MREMAP_MAYMOVE|MREMAP_DONTUNMAP',
    '0',
    '0x8',
  );
  const place = fc.integer({ min: 0, max: 0x8000 }).map((n) => 0x1000_0000 + n);
  const size = fc.constantFrom(0, 1, 4096, 5000, 8192, 16384, 20480);
  const call = fc.oneof(
    fc
      .tuple(place, size, size, flags, place)
      .map(
        ([from, old, next, how, to]) =>
          `mremap(0x${from.toString(16)}, ${old}, ${next}, ${how}, 0x${to.toString(16)})`,
      ),
    fc
      .tuple(fc.constantFrom('munmap', 'mlock', 'munlock'), place, size)
      .map(([name, at, length]) => `${name}(0x${at.toString(16)}, ${length})`),
    fc
      .tuple(place, size, fc.constantFrom('PROT_READ', 'PROT_WRITE|PROT_GROWSDOWN', '0x40'))
      .map(([at, length, prot]) => `mprotect(0x${at.toString(16)}, ${length}, ${prot})`),
  );

  test('what is offered is judged to succeed, call by call', async () => {
    await fc.assert(
      fc.asyncProperty(call, async (text) => {
        const probe = await timelineOf(`${LIMIT}\n${NONE}\nmunmap(0x10002000, 4096) = 0\n${text} = 0`);
        const predicted = probe.judge(eventIndex(4))?.predicted;
        if (predicted?.kind !== 'error') return;
        const timeline = await timelineOf(
          `${LIMIT}\n${NONE}\nmunmap(0x10002000, 4096) = 0\n${text} = -1 ${predicted.errno} (…)`,
        );
        const event = eventIndex(4);
        const world = timeline.worldAt(event);
        const task = world.task(timeline.recording.events.task(event))!;
        const before = beforeOf(world, task, timeline.machine)!;
        const decoded = timeline.recording.decode(event);
        if (decoded.kind !== 'call') throw new Error('no call');
        for (const { tryCall } of explain(timeline, event)!.remedies) {
          if (tryCall === undefined || tryCall.includes(';')) continue;
          const body = readCall(`${tryCall} = 0`, 0)!;
          const tried = memoryCallOf(
            { ...decoded, ...body, text: { ...decoded.text, text: tryCall } },
            'x86-64',
          );
          expect(judge(tried!, before).predicted.kind, `${text} → ${tryCall}`).toBe('success');
        }
      }),
      { numRuns: 60 },
    );
  });
});
