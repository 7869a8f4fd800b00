/**
 * What calls do to the space, where no live kernel of this version shows it: other kernels, unknown memory, answers that
 * the model did not expect.
 */
import { describe, expect, it, test } from 'vitest';
import { ruleOf } from '../../../model/kernel/rules';
import type { Observed } from '../../../model/kernel/observed';
import type { AddressSpace } from '../../../model/memory/address-space';
import { pageNumber } from '../../../model/memory/page';
import { VmFlag } from '../../../model/memory/vma';
import { BASE, drawingOf, drawn } from '../memory/drawing';
import { beforeOf, callOf, type Circumstances, type Written } from './before';
import { flagged, p, PG, withFacts } from './cases/case';

type Answer = bigint | string;
const observed = (answer: Answer): Observed =>
  typeof answer === 'string' ? { kind: 'error', errno: answer } : { kind: 'success', value: answer };

function after(
  space: string | AddressSpace,
  [name, ...args]: readonly [string, ...Written[]],
  answer: Answer,
  given: Circumstances = {},
): AddressSpace {
  const start = typeof space === 'string' ? drawn(space) : space;
  const call = callOf(name, args);
  const edit = start.edit(call.event.index);
  ruleOf(call.call).apply?.(call, observed(answer), beforeOf(start, given), edit);
  return edit.finish().space;
}

const AP = 'MAP_PRIVATE|MAP_ANONYMOUS';
const FIXED = `${AP}|MAP_FIXED`;
const RW = 'PROT_READ|PROT_WRITE';
const MOVE = 'MREMAP_MAYMOVE|MREMAP_FIXED';
const DONTUNMAP = 'MREMAP_MAYMOVE|MREMAP_DONTUNMAP';

describe('what success teaches of unknown memory', () => {
  it.each<[string, string, readonly [string, ...Written[]], Answer, string]>([
    ['munmap: free', '????', ['munmap', p(1), 2 * PG], 0n, '?..?'],
    ['mprotect: mapped', '????', ['mprotect', p(1), 2 * PG, 'PROT_READ'], 0n, '?ii?'],
    ['mlock: mapped', '????', ['mlock', p(1), 2 * PG], 0n, '?ii?'],
    ['madvise: mapped', '????', ['madvise', p(1), 2 * PG, 'MADV_DONTNEED'], 0n, '?ii?'],
    ['mremap in place: its first page', '????', ['mremap', p(1), 2 * PG, 2 * PG, 0], p(1), '?i??'],
    [
      'mremap, moved: all of the old range was',
      '???...',
      ['mremap', p(0), 2 * PG, 2 * PG, DONTUNMAP, 0],
      p(4),
      'ii?.ii',
    ],
    [
      'mremap of 0 bytes: a page of the source',
      '??....',
      ['mremap', p(0), 0, 2 * PG, 'MREMAP_MAYMOVE'],
      p(4),
      'i?..ii',
    ],
    ['mmap: was free, now known', '????', ['mmap', 0, 2 * PG, RW, AP, -1, 0], p(1), '?##?'],
  ])('%s', (_title, drawing, call, answer, result) => {
    expect(drawingOf(after(drawing, call, answer), result.length)).toBe(result);
  });

  it.each<[string, string, readonly [string, ...Written[]], string, string]>([
    ['mremap EFAULT of a call that only looks: free', '????', ['mremap', p(1), PG, PG, 0], 'EFAULT', '?.??'],
    ['munlock ENOMEM of one page: free', '????', ['munlock', p(1), PG], 'ENOMEM', '?.??'],
    ['mprotect ENOMEM of one page: free', '????', ['mprotect', p(1), PG, RW], 'ENOMEM', '?.??'],
    [
      'mprotect ENOMEM of two: one of them, nobody knows which',
      '????',
      ['mprotect', p(1), 2 * PG, RW],
      'ENOMEM',
      '????',
    ],
    ['mlock ENOMEM of one page: mapped or not', '????', ['mlock', p(1), PG], 'ENOMEM', '????'],
    [
      'EEXIST of one page: mapped',
      '????',
      ['mmap', p(1), PG, RW, `${AP}|MAP_FIXED_NOREPLACE`, -1, 0],
      'EEXIST',
      '?i??',
    ],
  ])('%s', (_title, drawing, call, errno, result) => {
    expect(drawingOf(after(drawing, call, errno), result.length)).toBe(result);
  });
});

describe('the log is the truth', () => {
  test('a success that was predicted to fail is applied', () => {
    expect(drawingOf(after('WW.W', ['mprotect', p(0), 4 * PG, 'PROT_READ'], 0n), 4)).not.toContain('.');
    expect(drawingOf(after('WW', ['mmap', 0, PG, RW, AP, -1, 0], p(0)), 2)).toBe('#W');
  });
  test('an error that nothing explains changes nothing', () => {
    for (const errno of ['EINTR', 'EACCES', 'EPERM']) {
      expect(drawingOf(after('WWRR', ['mprotect', p(0), 4 * PG, 'PROT_NONE'], errno), 4)).toBe('WWRR');
      expect(drawingOf(after('WWRR', ['munmap', p(0), 3 * PG], errno), 4)).toBe('WWRR');
      expect(drawingOf(after('WWRR', ['mlock', p(0), 4 * PG], errno), 4)).toBe('WWRR');
    }
  });
  test('without a result nothing is known to have happened', () => {
    const start = drawn('WW');
    const call = callOf('munmap', [p(0), PG]);
    const edit = start.edit(call.event.index);
    ruleOf('munmap').apply?.(call, { kind: 'none' }, beforeOf(start), edit);
    expect(drawingOf(edit.finish().space, 2)).toBe('WW');
  });
  test('an mlock refused by the limit locks nothing, one that could not be populated all', () => {
    const limits = { MEMLOCK: BigInt(PG) };
    expect(after('WW', ['mlock', p(0), 2 * PG], 'ENOMEM', { limits }).locked).toBe(0);
    expect(after('WN', ['mlock', p(0), 2 * PG], 'ENOMEM').locked).toBe(2);
    expect(after('WW', ['mlock', p(0), 2 * PG], 'EAGAIN').locked).toBe(2);
  });
});

describe('a failing MAP_FIXED', () => {
  const big = (extra = ''): readonly [string, ...Written[]] => [
    'mmap',
    p(1),
    2 * PG,
    RW,
    `${FIXED}${extra}`,
    -1,
    0,
  ];
  const full: Circumstances = { limits: { AS: BigInt(3 * PG) }, kernel: [6, 18] };
  it.each<[string, Circumstances, string, string]>([
    ['a limit, 6.12 and later: the borders are cut', full, 'ENOMEM', 'W|WW|W'],
    ['a limit, up to 6.11: nothing', { ...full, kernel: [6, 11] }, 'ENOMEM', 'WWWW'],
    ['the commit limit, 6.12 and later: the borders are cut', {}, 'ENOMEM', 'W|WW|W'],
    ['the commit limit, up to 6.11: a hole', { kernel: [6, 11] }, 'ENOMEM', 'W..W'],
  ])('%s', (_title, given, errno, result) => {
    expect(drawingOf(after('WWWW', big(), errno, given), 4)).toBe(result);
  });
  test('huge pages that the pool lacks: a hole of whole huge pages', () => {
    expect(drawingOf(after('WWWW', big('|MAP_HUGETLB'), 'ENOMEM'), 4)).toBe('W...');
  });
  test('a file that refuses: a hole; a descriptor that is not open: nothing', () => {
    const files = { 3: {} };
    const call = (fd: number): readonly [string, ...Written[]] => [
      'mmap',
      p(1),
      2 * PG,
      RW,
      'MAP_SHARED|MAP_SYNC|MAP_FIXED',
      fd,
      0,
    ];
    expect(drawingOf(after('WWWW', call(3), 'EOPNOTSUPP', { files }), 4)).toBe('W..W');
    expect(drawingOf(after('WWWW', call(4), 'EBADF', { files }), 4)).toBe('WWWW');
  });
});

describe('a failing mremap', () => {
  const grow: readonly [string, ...Written[]] = ['mremap', p(0), 3 * PG, 4 * PG, MOVE, p(6)];
  test('since 6.17 the destination survives what the source’s checks refuse', () => {
    expect(drawingOf(after('WW....RRRR', grow, 'EFAULT'), 10)).toBe('WW....RRRR');
  });
  test('up to 6.16 it was cleared before them', () => {
    expect(drawingOf(after('WW....RRRR', grow, 'EFAULT', { kernel: [6, 14] }), 10)).toBe('WW........');
  });
  test('the commit limit speaks after the destination is gone', () => {
    const space = flagged('WWW...RRRR', 0, 3, VmFlag.account);
    const result = drawingOf(after(space, ['mremap', p(0), 3 * PG, 4 * PG, MOVE, p(6)], 'ENOMEM'), 10);
    expect(result.slice(3)).toBe('.......');
  });
  test('of several, those below the sealed one have moved', () => {
    const space = flagged('WWRR......', 2, 4, VmFlag.sealed);
    const result = after(space, ['mremap', p(0), 4 * PG, 4 * PG, MOVE, p(6)], 'EPERM');
    expect(drawingOf(result, 10)).toBe('..##..WW..');
  });
});

describe('DONTUNMAP of locked memory', () => {
  const whole: readonly [string, ...Written[]] = ['mremap', p(0), 4 * PG, 4 * PG, DONTUNMAP, 0];
  const part: readonly [string, ...Written[]] = ['mremap', p(0), 2 * PG, 2 * PG, DONTUNMAP, 0];
  const lockedAt = (space: AddressSpace): string =>
    Array.from({ length: 4 }, (_, n) =>
      ((space.vmaAt(pageNumber(BASE + n))?.flags ?? 0) & VmFlag.locked) === 0 ? '-' : 'L',
    ).join('');
  it.each<[string, readonly [string, ...Written[]], [number, number], number, string]>([
    ['whole, to 6.14', whole, [6, 14], 4, '----'],
    ['whole, 6.18: counted twice', whole, [6, 18], 8, '----'],
    ['whole, 7.2', whole, [7, 2], 4, '----'],
    ['part, to 6.14: the rest is unlocked too', part, [6, 14], 4, '----'],
    ['part, 6.18', part, [6, 18], 6, '----'],
    ['part, 7.2', part, [7, 2], 4, '--LL'],
  ])('%s', (_title, call, kernel, locked, left) => {
    const space = after('LLLL......', call, p(6), { kernel });
    expect(space.locked).toBe(locked);
    expect(lockedAt(space)).toBe(left);
  });
  test('the surplus survives munlockall', () => {
    const doubled = after('LLLL......', whole, p(6));
    expect(after(doubled, ['munlockall'], 0n).locked).toBe(4);
  });
});

describe('brk', () => {
  test('the first break of a fresh program is the start of its heap', () => {
    expect(after('....', ['brk', 0], p(1))).toMatchObject({ startBrk: p(1), brk: p(1) });
  });
  test('grows and shrinks by pages; the number alone moves inside one', () => {
    const start = withFacts('......', { startBrk: p(0), brk: p(0) });
    const grown = after(start, ['brk', p(1, 1)], p(1, 1));
    expect(drawingOf(grown, 6)).toBe('##....');
    expect(grown.brk).toBe(p(1, 1));
    expect(drawingOf(after(grown, ['brk', p(0, 5)], p(0, 5)), 6)).toBe('#.....');
  });
  test('an answer that is neither the old break nor the new one shows what the log left out', () => {
    const start = withFacts('......', { startBrk: p(0), brk: p(0) });
    expect(after(start, ['brk', 0], p(2)).brk).toBe(p(2));
    expect(drawingOf(after(start, ['brk', 0], p(2)), 6)).toBe('ii....');
  });
});

describe('mlockall', () => {
  test('locks what is there, and sets anew what comes', () => {
    const all = after('WW.R', ['mlockall', 'MCL_CURRENT|MCL_FUTURE'], 0n);
    expect(all).toMatchObject({ locked: 3, futureLock: 'locked' });
    expect(after(all, ['mmap', 0, PG, RW, AP, -1, 0], p(2)).locked).toBe(4);
    expect(after(all, ['mlockall', 'MCL_CURRENT'], 0n)).toMatchObject({ locked: 3, futureLock: 'off' });
    expect(after(all, ['mlockall', 'MCL_FUTURE|MCL_ONFAULT'], 0n)).toMatchObject({
      locked: 3,
      futureLock: 'onfault',
    });
  });
  test('of memory that is not known, nobody knows how much', () => {
    expect(after('W??', ['mlockall', 'MCL_CURRENT'], 0n).locked).toBeUndefined();
  });
});

describe('System V segments', () => {
  test('has the size that shmget showed, or at least a page', () => {
    expect(drawingOf(after('....', ['shmat', 7, 0, 0], p(0), { segments: { 7: 8192n } }), 4)).toBe('##..');
    expect(drawingOf(after('....', ['shmat', 8, 0, 0], p(0)), 4)).toBe('i...');
  });
  test('shmdt takes what is left of one attachment', () => {
    const attached = after('......', ['shmat', 7, 0, 0], p(0), { segments: { 7: 16384n } });
    const holed = after(attached, ['munmap', p(0), PG], 0n);
    expect(drawingOf(after(holed, ['shmdt', p(0)], 0n), 6)).toBe('......');
  });
});
