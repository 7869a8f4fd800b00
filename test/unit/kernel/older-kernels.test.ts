/**
 * The same call on the kernels between which something changed: what is predicted, and what it leaves behind.
 */
import { describe, expect, test } from 'vitest';
import type { Prediction } from '../../../model/kernel/check';
import { judge } from '../../../model/kernel/judge';
import { mergingOf } from '../../../model/kernel/merging-of-kernel';
import { ruleOf } from '../../../model/kernel/rules';
import {
  formatKernelVersion,
  kernelVersion,
  parseKernelVersion,
  releaseBefore,
} from '../../../model/kernel/versions';
import type { AddressSpace } from '../../../model/memory/address-space';
import { pageNumber } from '../../../model/memory/page';
import { VmFlag } from '../../../model/memory/vma';
import { BASE, drawingOf, drawn } from '../memory/drawing';
import { beforeOf, callOf, type Circumstances, type Written } from './before';
import { changed, flagged, p, PG, withFacts } from './cases/case';

type Call = readonly [name: string, ...args: Written[]];
type Space = string | AddressSpace;

const on = (kernel: string, given: Circumstances): Circumstances => {
  const version = parseKernelVersion(kernel) ?? 0;
  return { ...given, kernel: [Math.floor(version / 1000), version % 1000] };
};
const spaceOf = (space: Space): AddressSpace => (typeof space === 'string' ? drawn(space) : space);

function predicted(kernel: string, space: Space, [name, ...args]: Call, given: Circumstances): string {
  const prediction: Prediction = judge(
    callOf(name, args),
    beforeOf(spaceOf(space), on(kernel, given)),
  ).predicted;
  switch (prediction.kind) {
    case 'success':
      return 'success';
    case 'error':
      return prediction.errno;
    case 'undecidable':
      return '?';
  }
}

function left(
  kernel: string,
  space: Space,
  [name, ...args]: Call,
  answer: bigint | string,
  given: Circumstances = {},
): AddressSpace {
  const start = spaceOf(space);
  const before = beforeOf(start, on(kernel, given));
  const call = callOf(name, args);
  const edit = start.edit(call.event.index, mergingOf(before.machine.kernel));
  const observed =
    typeof answer === 'string'
      ? ({ kind: 'error', errno: answer } as const)
      : ({ kind: 'success', value: answer } as const);
  ruleOf(call.call).apply?.(call, observed, before, edit);
  return edit.finish().space;
}

const AP = 'MAP_PRIVATE|MAP_ANONYMOUS';
const RW = 'PROT_READ|PROT_WRITE';
const MOVE = 'MREMAP_MAYMOVE|MREMAP_FIXED';
const DONTUNMAP = 'MREMAP_MAYMOVE|MREMAP_DONTUNMAP';
const { sealed, locked, account } = VmFlag;
const limit = (name: 'MEMLOCK' | 'DATA', pages: number): Circumstances => ({
  limits: { [name]: BigInt(pages * PG) },
});
const heap = (drawing: string, brk: bigint): AddressSpace => withFacts(drawing, { startBrk: p(0), brk });

describe('the answer', () => {
  test.each<
    [title: string, space: Space, call: Call, given: Circumstances, answers: Readonly<Record<string, string>>]
  >([
    ['mlock2', 'WW', ['mlock2', p(0), PG, 0], {}, { '4.3': 'ENOSYS', '4.4': 'success' }],
    ['pkey_mprotect', 'WW', ['pkey_mprotect', p(0), PG, RW, -1], {}, { '4.8': 'ENOSYS', '4.9': 'success' }],
    [
      'part of the vdso, measured on 5.10 and 6.1',
      flagged('DD', 0, 2, VmFlag.unsplittable),
      ['munmap', p(0), PG],
      {},
      { '5.10': 'success', '5.11': 'EINVAL' },
    ],
    ['mseal', 'WW', ['mseal', p(0), PG, 0], {}, { '6.9': 'ENOSYS', '6.10': 'success' }],
    ['MCL_ONFAULT', 'WW', ['mlockall', 'MCL_CURRENT|MCL_ONFAULT'], {}, { '4.3': 'EINVAL', '4.4': 'success' }],
    [
      'MAP_FIXED_NOREPLACE over memory is a hint to older kernels',
      'WW',
      ['mmap', p(0), PG, RW, `${AP}|MAP_FIXED_NOREPLACE`, -1, 0],
      {},
      { '4.16': 'success', '4.17': 'EEXIST' },
    ],
    [
      'MAP_SHARED_VALIDATE',
      '....',
      ['mmap', 0, PG, 'PROT_READ', 3, 3, 0],
      { files: { 3: {} } },
      { '4.14': 'EINVAL', '4.15': 'success' },
    ],
    [
      'MAP_DROPPABLE',
      '....',
      ['mmap', 0, PG, RW, 'MAP_DROPPABLE|MAP_ANONYMOUS', -1, 0],
      {},
      { '6.10': 'EINVAL', '6.11': 'success' },
    ],
    [
      'a memfd sealed against writing, mapped shared to be read',
      '....',
      ['mmap', 0, PG, 'PROT_READ', 'MAP_SHARED', 3, 0],
      { files: { 3: { kind: 'memfd', seals: 8 } } },
      { '6.6': '?', '6.7': 'success' },
    ],
    [
      'sealed memory under MAP_FIXED',
      flagged('WW', 0, 2, sealed),
      ['mmap', p(0), PG, RW, `${AP}|MAP_FIXED`, -1, 0],
      {},
      { '6.10': 'EPERM', '6.12': 'EPERM' },
    ],
    [
      'RLIMIT_DATA and a private writable mapping',
      'WW..',
      ['mmap', 0, 2 * PG, RW, AP, -1, 0],
      limit('DATA', 3),
      { '4.6': 'success', '4.7': 'ENOMEM' },
    ],
    [
      'mremap of old size 0, private',
      'WW',
      ['mremap', p(0), 0, PG, 'MREMAP_MAYMOVE'],
      {},
      { '4.13': 'success', '4.14': 'EINVAL' },
    ],
    [
      'mremap, same size, of nothing',
      '....',
      ['mremap', p(0), PG, PG, 0],
      {},
      { '5.15': 'success', '5.18': 'success', '5.19': 'EFAULT' },
    ],
    [
      'mremap, shrinking, of nothing',
      '....',
      ['mremap', p(0), 2 * PG, PG, 0],
      {},
      { '5.15': 'success', '5.16': 'EFAULT' },
    ],
    [
      'mremap of two mappings',
      'WWRR........',
      ['mremap', p(0), 4 * PG, 4 * PG, MOVE, p(6)],
      {},
      { '6.16': 'EFAULT', '6.17': 'success' },
    ],
    [
      'mremap: source beyond its mapping, destination sealed',
      flagged('WW..RR', 4, 6, sealed),
      ['mremap', p(0), 3 * PG, 2 * PG, MOVE, p(4)],
      {},
      { '6.16': 'EPERM', '6.17': 'EPERM' },
    ],
    [
      'mremap: which comes first, the sealed destination or the old range beyond its mapping',
      flagged('WW....RR', 6, 8, sealed),
      ['mremap', p(0), 3 * PG, 4 * PG, MOVE, p(4)],
      {},
      { '6.16': 'EPERM', '6.17': 'EFAULT' },
    ],
    [
      'DONTUNMAP of a file',
      'PP',
      ['mremap', p(0), 2 * PG, 2 * PG, DONTUNMAP, 0],
      {},
      { '5.6': 'EINVAL', '5.12': 'EINVAL', '5.13': 'success' },
    ],
    [
      'mremap with as many mappings as there may be',
      'WRW',
      ['mremap', p(0), PG, PG, 0],
      { machine: { maxMapCount: 6 } },
      { '7.1': 'success', '7.2': 'ENOMEM' },
    ],
    [
      'a locked mapping that moves without growing, below a lowered limit',
      'LLLL....',
      ['mremap', p(0), PG, PG, MOVE, p(6)],
      limit('MEMLOCK', 2),
      { '4.3': 'EAGAIN', '4.4': 'success' },
    ],
    [
      'mlock of what is locked already',
      'LLWW',
      ['mlock', p(0), 2 * PG],
      limit('MEMLOCK', 3),
      { '4.8': 'ENOMEM', '4.9': 'success' },
    ],
    [
      'a heap that gives back nothing',
      heap('......', p(4)),
      ['brk', p(2)],
      {},
      { '6.0': 'success', '6.1': 'old-break' },
    ],
    [
      'a heap that grows up to the next mapping',
      heap('WW..RR', p(2)),
      ['brk', p(4)],
      {},
      { '4.11': '?', '4.12': 'old-break' },
    ],
    [
      'madvise that may not cut a mapping',
      'WWWW',
      ['madvise', p(1), PG, 'MADV_DONTFORK'],
      { machine: { maxMapCount: 1 } },
      { '4.11': 'EAGAIN', '4.12': 'ENOMEM', '5.16': 'ENOMEM', '5.17': 'EAGAIN' },
    ],
    [
      'guard pages in shared memory',
      'SS',
      ['madvise', p(0), PG, 'MADV_GUARD_INSTALL'],
      {},
      { '6.12': 'EINVAL', '6.14': 'EINVAL', '6.15': 'success' },
    ],
    [
      'MADV_POPULATE_WRITE',
      'WW',
      ['madvise', p(0), PG, 'MADV_POPULATE_WRITE'],
      {},
      { '5.13': 'EINVAL', '5.14': 'success' },
    ],
    [
      'more locked than most programs may, of an unknown limit',
      'W'.repeat(32),
      ['mlock', p(0), 32 * PG],
      { limits: { MEMLOCK: 'unknown' }, capabilities: { CAP_IPC_LOCK: 'unknown' } },
      { '5.15': '?', '5.16': 'success' },
    ],
  ])('%s', (_title, space, call, given, answers) => {
    const found = Object.keys(answers).map((kernel) => [kernel, predicted(kernel, space, call, given)]);
    expect(Object.fromEntries(found)).toEqual(answers);
  });
});

describe('what is left', () => {
  const fixed: Call = ['mmap', p(1), 2 * PG, RW, `${AP}|MAP_FIXED`, -1, 0];
  const grow: Call = ['mremap', p(0), 3 * PG, 4 * PG, MOVE, p(6)];
  test.each<
    [
      title: string,
      space: Space,
      call: Call,
      answer: bigint | string,
      after: Readonly<Record<string, string>>,
      given?: Circumstances,
    ]
  >([
    [
      'MAP_STACK beside other memory',
      flagged('WW..', 0, 2, account),
      ['mmap', p(2), 2 * PG, RW, `${AP}|MAP_STACK`, -1, 0],
      p(2),
      { '6.6': '####', '6.7': '##|##' },
    ],
    [
      'RW memory, untouched, that becomes read-only beside read-only memory',
      flagged('RRWW', 2, 4, account),
      ['mprotect', p(2), 2 * PG, 'PROT_READ'],
      0n,
      { '6.6': 'RR##', '6.7': 'RRRR' },
    ],
    ['MAP_FIXED beyond the commit limit', 'RRRR', fixed, 'ENOMEM', { '6.11': 'R..R', '6.12': 'R|RR|R' }],
    [
      'MAP_FIXED beyond RLIMIT_AS',
      'RRRR',
      fixed,
      'ENOMEM',
      { '6.11': 'RRRR', '6.12': 'R|RR|R' },
      { limits: { AS: BigInt(3 * PG) } },
    ],
    [
      'mprotect that meets a seal',
      flagged('WWRR', 2, 4, sealed),
      ['mprotect', p(0), 4 * PG, 'PROT_NONE'],
      'EPERM',
      { '6.11': 'WW##', '6.12': 'NN##' },
    ],
    [
      'mremap that shrinks and moves sealed memory',
      flagged('WWWWR', 0, 4, sealed),
      ['mremap', p(0), 4 * PG, PG, MOVE, p(4)],
      'EPERM',
      { '6.16': '####R', '6.18': '####R' },
    ],
    [
      'madvise that meets a seal',
      flagged('RRRR', 2, 4, sealed),
      ['madvise', p(0), 4 * PG, 'MADV_DONTFORK'],
      'EPERM',
      { '6.11': 'RR##', '6.12': '##|##' },
    ],
    [
      'an mremap that its source’s checks refuse',
      'WW....RRRR',
      grow,
      'EFAULT',
      { '6.16': 'WW........', '6.17': 'WW....RRRR' },
    ],
    [
      'of an mremap that also shrinks, the tail',
      flagged('WWWW..RRRR', 0, 1, VmFlag.dontExpand),
      ['mremap', p(0), 3 * PG, 2 * PG, MOVE, p(6)],
      'EFAULT',
      { '6.16': '#W.W..', '6.17': '#WWW..' },
    ],
    [
      'growth in place up to a mapping of the same kind',
      'WW..WW',
      ['mremap', p(0), 2 * PG, 4 * PG, 0],
      p(0),
      { '6.0': 'WWWW|WW', '6.1': 'WWWWWW' },
    ],
    [
      'two mappings that moved',
      'WWRR......',
      ['mremap', p(0), 4 * PG, 4 * PG, MOVE, p(6)],
      p(6),
      { '6.17': '......WWRR' },
    ],
    ['a heap that gives back nothing', heap('WW....', p(4)), ['brk', p(2)], p(2), { '6.0': 'WW....' }],
  ])('%s', (_title, space, call, answer, after, given) => {
    const length = Object.values(after)[0]?.replaceAll('|', '').length ?? 0;
    const found = Object.keys(after).map((kernel) => [
      kernel,
      drawingOf(left(kernel, space, call, answer, given), length),
    ]);
    expect(Object.fromEntries(found)).toEqual(after);
  });

  test('DONTUNMAP of what was touched leaves memory that was not, since 5.13', () => {
    const anonVmaLeft = (kernel: string): unknown => {
      const space = left(kernel, 'AAAA......', ['mremap', p(0), 4 * PG, 4 * PG, DONTUNMAP, 0], p(6));
      return space.vmaAt(pageNumber(BASE))?.anonVma;
    };
    expect(['5.12', '5.13'].map(anonVmaLeft)).toEqual([1, 'unknown']);
  });

  test('a lock that goes with the memory: 7.2 cuts the source before', () => {
    const space = left('7.2', 'LLLL......', ['mremap', p(1), 2 * PG, 2 * PG, DONTUNMAP, 0], p(6));
    expect(drawingOf(space, 8)).toBe('LWWL..LL');
    expect(space.locked).toBe(4);
  });
});

test('secret memory stays locked', () => {
  const secret = changed('PPPP', 0, 4, {
    backing: { kind: 'file', description: 1, path: '/secretmem (deleted)' },
    flags: VmFlag.mayRead | VmFlag.mayWrite | VmFlag.shared | VmFlag.mayShare | locked | VmFlag.dontDump,
  });
  expect(left('6.18', secret, ['munlock', p(0), 2 * PG], 0n)).toMatchObject({ locked: 4, mapCount: 1 });
  expect(left('6.18', secret, ['munlockall'], 0n)).toMatchObject({ locked: 4, mapCount: 1 });
});

test.each([
  ['6.18', '6.17'],
  ['6.0', '5.19'],
  ['5.0', '4.20'],
  ['4.0', '3.19'],
  ['3.0', '2.6'],
  ['7.0', '6.19'],
])('the release before %s is %s', (version, before) => {
  const [major, minor] = version.split('.').map(Number);
  expect(formatKernelVersion(releaseBefore(kernelVersion(major ?? 0, minor ?? 0)))).toBe(before);
});
