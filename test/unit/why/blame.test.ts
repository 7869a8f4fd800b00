/** Who mapped, changed, locked, moved, unmapped; who set a limit; what makes up the locked total. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blameOf } from '../../../model/why/blame/blame';
import { targetOf } from '../../../model/why/blame/target';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { eventIndex, type TaskId } from '../../../model/trace/positions';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { eventOf, record, taskWithTid } from '../timeline/recorded';

const START = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const RW = 'PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS';
const map = (at: string, length: number, more = ''): string =>
  `mmap(${at}, ${length}, ${RW}|MAP_FIXED${more}, -1, 0) = ${at}`;

const logOf = (...lines: readonly string[]): Promise<RecordedTimeline> =>
  record([START, ...lines].join('\n'));

function told(timeline: RecordedTimeline, what: string, tid?: number): readonly string[] {
  const { end } = timeline;
  const task = tid === undefined ? (0 as TaskId) : taskWithTid(timeline, end, tid).id;
  const blame = blameOf(timeline, task, targetOf(what)!, end);
  return blame!.deeds.map(({ how, line }) => `${how} ${line}`);
}

describe('an address', () => {
  const cases: readonly (readonly [string, readonly string[], string, readonly string[]])[] = [
    ['mapped', [map('0x10000000', 8192)], '0x10000000', ['mapped 2']],
    [
      'every change of that page, and of no other',
      [
        map('0x10000000', 8192),
        'mprotect(0x10000000, 4096, PROT_READ) = 0',
        'mprotect(0x10001000, 4096, PROT_NONE) = 0',
        'mlock(0x10000000, 4096) = 0',
      ],
      '0x10000fff',
      ['mapped 2', 'protected 3', 'locked 5'],
    ],
    [
      'unmapped: what it was before stays known',
      [map('0x10000000', 8192), 'munmap(0x10001000, 4096) = 0'],
      '0x10001000',
      ['mapped 2', 'unmapped 3'],
    ],
    [
      'an earlier life of the page is no matter',
      [map('0x10000000', 4096), 'munmap(0x10000000, 4096) = 0', map('0x10000000', 4096)],
      '0x10000000',
      ['mapped 4'],
    ],
    [
      'replaced by MAP_FIXED',
      [map('0x10000000', 12288), map('0x10001000', 4096)],
      '0x10001000',
      ['mapped 3'],
    ],
    [
      'moved: the history of the place where it was',
      [
        map('0x10000000', 8192),
        'mprotect(0x10001000, 4096, PROT_READ) = 0',
        'mremap(0x10001000, 4096, 8192, MREMAP_MAYMOVE) = 0x20000000',
      ],
      '0x20000000',
      ['mapped 2', 'protected 3', 'moved-here 4'],
    ],
    [
      'moved: what it grew by has none',
      [map('0x10000000', 4096), 'mremap(0x10000000, 4096, 8192, MREMAP_MAYMOVE) = 0x20000000'],
      '0x20001000',
      ['moved-here 3'],
    ],
    [
      'moved away',
      [map('0x10000000', 4096), 'mremap(0x10000000, 4096, 8192, MREMAP_MAYMOVE) = 0x20000000'],
      '0x10000000',
      ['mapped 2', 'moved-away 3'],
    ],
    ['never mapped', [map('0x10000000', 4096)], '0x30000000', []],
    [
      'a range: all that happened in it',
      [map('0x10000000', 4096), map('0x10001000', 4096), 'munmap(0x10000000, 4096) = 0'],
      '0x10000000-0x10002000',
      ['mapped 2', 'mapped 3', 'unmapped 4'],
    ],
    [
      'the heap',
      ['brk(NULL) = 0x50000000', 'brk(0x50002000) = 0x50002000', 'brk(0x50004000) = 0x50004000'],
      '0x50003000',
      ['mapped 4'],
    ],
  ];
  test.each(cases)('%s', async (_title, lines, what, deeds) => {
    expect(told(await logOf(...lines), what)).toEqual(deeds);
  });

  test('a child has the history of its parent', async () => {
    const timeline = await record(
      [
        `100 ${START}`,
        `100 ${map('0x10000000', 4096)}`,
        '100 fork() = 101',
        '101 mprotect(0x10000000, 4096, PROT_READ) = 0',
        '100 munmap(0x10000000, 4096) = 0',
      ].join('\n'),
    );
    expect(told(timeline, '0x10000000', 101)).toEqual(['mapped 2', 'inherited 3', 'protected 4']);
    expect(told(timeline, '0x10000000', 100)).toEqual(['mapped 2', 'unmapped 5']);
  });
});

describe('a limit', () => {
  test('each line that set or showed it, with what it was before', async () => {
    const timeline = await logOf(
      'getrlimit(RLIMIT_MEMLOCK, {rlim_cur=8192*1024, rlim_max=8192*1024}) = 0',
      'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=8192*1024}) = 0',
    );
    const blame = blameOf(timeline, 0 as TaskId, targetOf('RLIMIT_MEMLOCK')!, timeline.end)!;
    expect(textOf(blame.now)).toBe('RLIMIT_MEMLOCK: soft limit 64 KiB, hard limit 8 MiB.');
    expect(blame.deeds.map(({ text }) => textOf(text))).toEqual([
      'RLIMIT_MEMLOCK read as 8 MiB at line 2',
      'RLIMIT_MEMLOCK changed from 8 MiB to 64 KiB at line 3',
    ]);
  });

  test('the limit that prlimit64 itself tells it replaces', async () => {
    const timeline = await logOf(
      'prlimit64(0, RLIMIT_AS, {rlim_cur=4096*1024, rlim_max=RLIM64_INFINITY}, {rlim_cur=RLIM64_INFINITY, rlim_max=RLIM64_INFINITY}) = 0',
    );
    const { deeds } = blameOf(timeline, 0 as TaskId, targetOf('RLIMIT_AS')!, timeline.end)!;
    expect(deeds.map(({ text }) => textOf(text))).toEqual([
      'RLIMIT_AS changed from RLIM_INFINITY to 4 MiB at line 2',
    ]);
  });

  test('handed on by fork', async () => {
    const timeline = await record(
      [
        `100 ${START}`,
        '100 setrlimit(RLIMIT_AS, {rlim_cur=4096*1024, rlim_max=RLIM64_INFINITY}) = 0',
        '100 fork() = 101',
        '101 getpid() = 101',
      ].join('\n'),
    );
    expect(told(timeline, 'RLIMIT_AS', 101)).toEqual(['limit-set 2', 'limit-inherited 3']);
  });

  test('that no line shows', async () => {
    expect(told(await logOf('getpid() = 1'), 'RLIMIT_DATA')).toEqual([]);
  });
});

describe('a capability', () => {
  test('taken away by a change of user', async () => {
    const timeline = await logOf('geteuid() = 0', 'setuid(1000) = 0');
    expect(told(timeline, 'CAP_IPC_LOCK')).toEqual(['capability-taken 3']);
  });
});

describe('the locked total', () => {
  const LOCKS = [
    map('0x10000000', 8192),
    'mlock(0x10000000, 4096) = 0',
    'mlock(0x10001000, 4096) = 0',
    map('0x20000000', 16384, '|MAP_LOCKED'),
    'mlockall(MCL_FUTURE) = 0',
    map('0x30000000', 12288),
  ];

  test('each call that locked, though two made one VMA', async () => {
    expect(told(await logOf(...LOCKS), 'locked')).toEqual([
      'lock-on-mapping 5',
      'lock-future 6',
      'lock 3',
      'lock 4',
    ]);
  });

  test('a refused lock tells the largest parts and how much more there is', async () => {
    const timeline = await logOf(
      ...LOCKS,
      'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=40960, rlim_max=40960}, NULL) = 0',
      'capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=0, permitted=0, inheritable=0}) = 0',
      `mmap(NULL, 65536, ${RW}, -1, 0) = -1 EAGAIN (Resource temporarily unavailable)`,
    );
    const [cause] = explain(timeline, eventOf(timeline, 'EAGAIN'))!.causes;
    expect(textOf(cause!.text)).toMatch(
      /locked by: 16 KiB \(line 5\), 12 KiB \(line 7, as mlockall at line 6 asked\), 4 KiB \(line \d\), 1 more of 4 KiB in all\.$/,
    );
    const lines = cause!.evidence.map(({ line }) => line);
    for (const line of [5, 6, 7, 8, 9]) expect(lines).toContain(line);
  });
});

describe('words that a person writes', () => {
  test.each([
    ['0x1000', 1, 2],
    ['4096', 1, 2],
    ['7f0000001000', 0x7f0000001, 0x7f0000002],
    ['00010000-00012000', 0x10, 0x12],
    ['0x10000-0x12000', 0x10, 0x12],
    ['0x10000+1', 0x10, 0x11],
  ])('%s', (words, start, end) => {
    expect(targetOf(words)).toEqual({ kind: 'pages', range: { start, end } });
  });

  test.each(['', 'x', '0x', '-1', '0x2000-0x1000', 'RLIMIT_X', 'CAP_NET_ADMIN', '0x1ffffffffffffffff', '1+'])(
    'nothing is meant by %j',
    (words) => expect(targetOf(words)).toBeUndefined(),
  );

  test('never throws', async () => {
    const timeline = await logOf(map('0x10000000', 4096));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(String)),
        (words) => {
          const target = targetOf(words);
          if (target !== undefined) blameOf(timeline, 0 as TaskId, target, eventIndex(2));
        },
      ),
    );
  });
});
