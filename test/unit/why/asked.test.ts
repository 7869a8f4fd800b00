/** What events ask of the address space, drawn a character a page: the space, then the ranges, then what was in their way. */
import { beforeAll, describe, expect, test } from 'vitest';
import { pageNumber, type PageRange } from '../../../model/memory/page';
import type { AddressSpace } from '../../../model/memory/address-space';
import { eventIndex } from '../../../model/trace/positions';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { Timeline } from '../../../model/timeline/timeline';
import { askedAt } from '../../../model/why/asked/asked';
import type { Asked } from '../../../model/why/asked/asked-range';
import { eventOf, record, textSource } from '../timeline/recorded';
import { timelineOf } from './sample-timeline';

/** More pages are drawn as their numbers. */
const WIDEST = 40;

function drawn(asked: Asked, space: AddressSpace): readonly string[] {
  const all = [...asked.ranges, ...asked.troubles].map(({ pages }) => pages);
  const title = `${asked.outcome} ${asked.error ?? '-'}`;
  if (all.length === 0) return [title];
  const start = Math.max(0, Math.min(...all.map((one) => one.start)) - 1);
  const end = Math.max(...all.map((one) => one.end)) + 1;
  const words = ({ start: from, end: to }: PageRange): string => `${from.toString(16)}-${to.toString(16)}`;
  if (end - start > WIDEST)
    return [
      title,
      ...asked.ranges.map(({ role, pages }) => `${role} ${words(pages)}`),
      ...asked.troubles.map(({ what, pages }) => `${what} ${words(pages)}`),
    ];
  const columns = Array.from({ length: end - start }, (_, i) => start + i);
  const over = ({ start: from, end: to }: PageRange, mark: string): string =>
    columns
      .map((page) => (page >= from && page < to ? mark : ' '))
      .join('')
      .trimEnd();
  return [
    title,
    columns.map((page) => letterAt(space, page)).join(''),
    ...asked.ranges.map(({ role, pages }) => `${over(pages, '=')} ${role}`),
    ...asked.troubles.map(({ what, pages }) => `${over(pages, '!')} ${what}`),
  ];
}

/** Neighbours are told apart: '#' and '%' alternate. */
function letterAt(space: AddressSpace, page: number): string {
  if (page >= space.taskSize) return 'X';
  const vma = space.vmaAt(pageNumber(page));
  if (vma === undefined) return space.stateAt(pageNumber(page)) === 'free' ? '.' : '?';
  return [...space.vmas()].indexOf(vma) % 2 === 0 ? '#' : '%';
}

function at(timeline: Timeline, line: number): readonly string[] | undefined {
  const { events } = timeline.recording;
  for (let i = 0; i < events.length; i++) {
    const event = eventIndex(i);
    if (events.line(event) !== line) continue;
    const asked = askedAt(timeline, event);
    const world = timeline.worldAt(event);
    const task = world.task(events.task(event));
    const space = task && world.space(task.space);
    return asked === undefined || space === undefined ? undefined : drawn(asked, space);
  }
  throw new Error(`no event at line ${line}`);
}

/** Checked by hand against samples/src and the maps that the programs wrote down. */
const cases: readonly (readonly [sample: string, line: number, what: string, drawing: readonly string[]])[] =
  [
    [
      'mremap-enomem',
      25,
      'no MAYMOVE, and another mapping follows',
      ['failed ENOMEM', '.%%%%####%', ' ==== old', '     ==== growth', '     !!!! in-the-way'],
    ],
    [
      'mremap-enomem',
      26,
      'the old range ends inside its mapping',
      ['failed ENOMEM', '.%%%%#', ' == old', '   = growth', '   !! in-the-way'],
    ],
    [
      'mremap-enomem',
      27,
      'with MAYMOVE growth is asked for anywhere',
      ['succeeded -', '.%%%%#', ' ==== old'],
    ],
    ['mremap-enomem', 28, 'a range is unmapped', ['succeeded -', '%%%%%.', ' ==== range']],
    [
      'mremap-enomem',
      29,
      'it grew where it was',
      ['succeeded -', '.%%%%.....', ' ==== old', '     ==== growth'],
    ],
    [
      'mremap-einval',
      24,
      'an odd old address',
      ['failed EINVAL', '.%%%%%%%%##', ' ===== old', '     ===== growth', ' ! misaligned'],
    ],
    ['mremap-einval', 25, 'a size of 0 has no place', ['failed EINVAL', '.%%%%%', ' ==== old']],
    [
      'mremap-einval',
      29,
      'an odd new address',
      [
        'failed EINVAL',
        'old 7ffff7fef-7ffff7ff3',
        'new 7ffff7faf-7ffff7fb4',
        'misaligned 7ffff7faf-7ffff7fb0',
      ],
    ],
    [
      'mremap-einval',
      30,
      'old and new place overlap',
      ['failed EINVAL', '.%%%%%%%', ' ==== old', '   ==== new', '   !! overlap'],
    ],
    [
      'mremap-einval',
      31,
      'a new place past the end of user space',
      [
        'failed EINVAL',
        'old 7ffff7fef-7ffff7ff3',
        'new 7ffffffff-800000003',
        'beyond-end 7ffffffff-800000003',
      ],
    ],
    [
      'mremap-einval',
      33,
      'a move to a fixed place',
      ['succeeded -', 'old 7ffff7fef-7ffff7ff3', 'new 7ffff7faf-7ffff7fb3'],
    ],
    ['mremap-efault', 26, 'nothing at the old address', ['failed EFAULT', '....', ' == old', ' ! hole']],
    [
      'mremap-efault',
      27,
      'the old range reaches past the end of its mapping',
      ['failed EFAULT', '.%%%%...', ' ====== old', '     !! hole'],
    ],
    [
      'mremap-efault',
      28,
      'the old range holds two mappings',
      ['failed EFAULT', '.####%%%%#', ' ======== old', '     !!!! other-mapping'],
    ],
    [
      'mprotect-hole',
      26,
      'a hole in the middle',
      ['failed ENOMEM', '.%%%%.###%', ' ======== range', '     ! hole'],
    ],
    ['mprotect-hole', 37, 'a hole at the start', ['failed ENOMEM', '%.##', ' == range', ' ! hole']],
    ['mprotect-hole', 38, 'an odd address', ['failed EINVAL', '.%%%', ' == range', ' ! misaligned']],
    [
      'mlock-enomem',
      20,
      'a hole in the middle',
      ['failed ENOMEM', '?####....%%%%?', ' ============ range', '     !!!! hole'],
    ],
    [
      'mlock-enomem',
      21,
      'a hole at the start',
      ['failed ENOMEM', '#....%%%%?', ' ======== range', ' !!!! hole'],
    ],
    [
      'mlock-enomem',
      22,
      'munlock meets the hole as well',
      ['failed ENOMEM', '?####....%%%%?', ' ============ range', '     !!!! hole'],
    ],
    [
      'mlock-enomem',
      24,
      'pages that nobody may touch cannot be brought in',
      ['failed ENOMEM', '#%%%%#', ' ==== range', ' !!!! no-access'],
    ],
    ['mlock-enomem', 27, 'a limit has no place', ['failed ENOMEM', 'range 7ffff7fab-7ffff7feb']],
    ['map-fixed', 25, 'MAP_FIXED replaces the middle of a mapping', ['succeeded -', '%%%%%%', ' ==== range']],
    [
      'map-fixed',
      35,
      'MAP_FIXED_NOREPLACE, and something is there',
      ['failed EEXIST', '.%%%%#', '   = range', ' !!!! in-the-way'],
    ],
    ['map-fixed', 36, 'an odd fixed address', ['failed EINVAL', '.%%%', ' == range', ' ! misaligned']],
    ['map-fixed', 39, 'below vm.mmap_min_addr', ['failed EPERM', '..', '= range', '! too-low']],
    ['map-fixed', 40, 'past the end of user space', ['failed ENOMEM', '%XX', ' = range', ' ! beyond-end']],
    [
      'brk-fails',
      25,
      'the heap would come too near to the next mapping',
      ['failed -', '#.................%.', ' ================== growth', '                  ! in-the-way'],
    ],
    [
      'brk-fails',
      26,
      'the heap would grow over a mapping',
      ['failed -', 'growth 4d6-508', 'in-the-way 4e7-4e8'],
    ],
    ['brk-fails', 30, 'RLIMIT_DATA has no place', ['failed -', 'growth 4d6-8d6']],
    ['brk-fails', 31, 'below the start of the heap', ['failed -', 'range 1-4d6', 'too-low 1-4d6']],
    ['brk-fails', 32, 'the heap grows', ['succeeded -', '#.....', ' ==== growth']],
    ['mmap-errors', 25, 'more than any gap holds, anywhere', ['failed ENOMEM']],
    ['mmap-errors', 29, 'a length of 0', ['failed EINVAL', '?#?', ' = range']],
    ['mmap-errors', 30, 'an odd address', ['failed EINVAL', '?#??', ' == range', ' ! misaligned']],
    [
      'read-after-munmap',
      46,
      'write reads from unmapped memory',
      ['failed EFAULT', '..%', ' = read', ' ! hole'],
    ],
    ['use-after-munmap', 18, 'SIGSEGV at unmapped memory', ['failed SIGSEGV', '?..', ' = access', ' ! hole']],
    [
      'write-to-readonly',
      18,
      'SIGSEGV, and the page is read-only',
      ['failed SIGSEGV', '?#?', ' = access', ' ! read-only'],
    ],
    [
      'write-to-readonly',
      24,
      'SIGBUS behind the end of a file',
      ['failed SIGBUS', '##%', ' = access', ' ! beyond-object'],
    ],
    ['stack-overflow', 24, 'SIGSEGV below the stack', ['failed SIGSEGV', '...', ' = access', ' ! hole']],
    ['guard-page', 28, 'SIGSEGV in a guard page', ['failed SIGSEGV', '.%#', ' = access', ' ! no-access']],
    [
      'madvise',
      26,
      'a hole in the middle',
      ['failed ENOMEM', '.%%%%.###%', ' ======== range', '     ! hole'],
    ],
    [
      'madvise',
      27,
      'locked pages are not thrown away',
      ['failed EINVAL', '#%%%%#', ' ==== range', ' !!!! refuses'],
    ],
    ['madvise', 28, 'an odd address', ['failed EINVAL', '.%%%', ' == range', ' ! misaligned']],
    ['mseal', 25, 'a sealed mapping', ['failed EPERM', '%##%', ' = range', ' !! sealed']],
    ['mseal', 28, 'the second half of a sealed mapping', ['failed EPERM', '%##%', '  = range', ' !! sealed']],
    [
      'mseal',
      29,
      'a sealed mapping on the way',
      ['failed EPERM', '.%%%%##%%#', ' ======== range', '     !! sealed'],
    ],
    [
      'shm',
      28,
      'an odd address for a segment of 10000 bytes',
      ['failed EINVAL', '#%%%%', ' === range', ' ! misaligned'],
    ],
    ['shm', 30, 'SHM_REMAP over the beginning of a reservation', ['succeeded -', '#%%%%', ' === range']],
  ];

const timelines = new Map<string, Timeline>();

beforeAll(async () => {
  for (const sample of new Set(cases.map(([name]) => name))) timelines.set(sample, await timelineOf(sample));
});

describe('what an event asks of the address space', () => {
  test.each(cases)('%s:%i %s', (sample, line, _what, drawing) => {
    const timeline = timelines.get(sample);
    expect(timeline && at(timeline, line)).toEqual(drawing);
  });

  test('is nothing of a call that names no place', () => {
    const timeline = timelines.get('mremap-enomem');
    expect(timeline && at(timeline, 22)).toBeUndefined();
  });

  test('lies within 64 bits, whatever the call says', () => {
    for (const timeline of timelines.values()) {
      for (let i = 0; i < timeline.end; i++) {
        const asked = askedAt(timeline, eventIndex(i));
        for (const { pages } of [...(asked?.ranges ?? []), ...(asked?.troubles ?? [])]) {
          expect(pages.start).toBeGreaterThanOrEqual(0);
          expect(pages.end).toBeGreaterThan(pages.start);
          expect(pages.end).toBeLessThanOrEqual(2 ** 52);
        }
      }
    }
  });

  /** Recorded on 6.18: `write` and `read` with `-e raw`, which print the buffer's address. */
  test.each<[what: string, lines: readonly string[], drawing: readonly string[]]>([
    [
      'a write that stops at a page without access',
      [
        'mmap(NULL, 20480, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd61f1b1000',
        'mprotect(0x7fd61f1b4000, 4096, PROT_NONE) = 0',
        'write(0x3, 0x7fd61f1b2000, 0x4000)      = 0x2000',
      ],
      ['failed -', '###%#?', ' == done', '   == read', '   ! no-access'],
    ],
    [
      'a read that stops at a hole',
      [
        'mmap(NULL, 20480, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd2fac1e000',
        'munmap(0x7fd2fac20000, 4096)            = 0',
        'read(0x3, 0x7fd2fac1f000, 0x4000)       = 0x1000',
      ],
      ['failed -', '##.%%?', ' = done', '  === write', '  ! hole'],
    ],
    [
      'a mapping that fits into no gap: the largest',
      [
        'mmap(NULL, 20480, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd2fac1e000',
        'mremap(0x7fd2fac1e000, 8192, 140728898420736, MREMAP_MAYMOVE) = -1 ENOMEM (Cannot allocate memory)',
      ],
      ['failed ENOMEM', 'old 7fd2fac1e-7fd2fac20', 'too-small 0-7fd2fac1e'],
    ],
  ])('%s', async (_what, lines, drawing) => {
    const log = ['execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0', ...lines, '+++ exited with 0 +++'];
    const timeline = await buildTimeline([{ source: textSource(`${log.join('\n')}\n`) }]);
    expect(at(timeline, log.length - 1)).toEqual(drawing);
  });

  test('says how much too small the largest gap is', async () => {
    const log = [
      'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0',
      'mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd2fac1e000',
      'mremap(0x7fd2fac1e000, 8192, 140728898420736, MREMAP_MAYMOVE) = -1 ENOMEM (Cannot allocate memory)',
    ];
    const timeline = await buildTimeline([{ source: textSource(`${log.join('\n')}\n`) }]);
    const [trouble] = askedAt(timeline, eventIndex(2))?.troubles ?? [];
    expect(trouble?.missing).toBe(140728898420736 / 4096 - 0x7fd2fac1e);
  });
});

test.each([
  ['SEGV_MAPERR', 'hole'],
  ['SEGV_ACCERR', 'refuses'],
  ['SEGV_BNDERR', 'unknown'],
])('%s says of memory that no line shows: %s', async (code, what) => {
  const timeline = await record(`
    mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
    --- SIGSEGV {si_signo=SIGSEGV, si_code=${code}, si_addr=0x56399dbd8249} ---`);
  const asked = askedAt(timeline, eventOf(timeline, 'SIGSEGV'));
  expect(asked?.troubles.map((trouble) => trouble.what)).toEqual([what]);
});
