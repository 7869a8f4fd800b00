/**
 * The prediction that comes of a list of answers, and the values that successes return.
 */
import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../model/kernel/judge';
import type { Prediction } from '../../../model/kernel/check';
import type { AddressSpace } from '../../../model/memory/address-space';
import { VmFlag } from '../../../model/memory/vma';
import { drawn } from '../memory/drawing';
import { beforeOf, callOf, type Circumstances, type Written } from './before';
import { flagged, p, PG, withFacts } from './cases/case';

const predicted = (
  space: string | AddressSpace,
  [name, ...args]: readonly [string, ...Written[]],
  given: Circumstances = {},
): Prediction =>
  judge(callOf(name, args), beforeOf(typeof space === 'string' ? drawn(space) : space, given)).predicted;

const AP = 'MAP_PRIVATE|MAP_ANONYMOUS';
const RW = 'PROT_READ|PROT_WRITE';

describe('what cannot be told', () => {
  const unknownCapability: Circumstances = {
    limits: { MEMLOCK: BigInt(PG) },
    capabilities: { CAP_IPC_LOCK: 'unknown' },
  };
  test('leaves the answer open where a later check would fail with another errno', () => {
    // EAGAIN by the limit, if there is no capability; else ENOMEM, for the neighbour is in the way.
    expect(predicted('LLRR', ['mremap', p(0), 2 * PG, 3 * PG, 0], unknownCapability)).toMatchObject({
      kind: 'undecidable',
      because: { code: 'unknown-capability' },
      cause: 'mremap.over-lock-limit',
    });
  });
  test('does not, where the errno is the same either way', () => {
    expect(predicted('WW.W', ['mlock', p(0), 3 * PG], unknownCapability)).toMatchObject({
      kind: 'error',
      errno: 'ENOMEM',
      cause: 'mlock.unmapped',
    });
  });
  test('VmLck not known: what is known to be locked counts', () => {
    const space = withFacts('LLWW', { locked: undefined });
    const limits = { MEMLOCK: BigInt(2 * PG) };
    expect(predicted(space, ['mlock', p(2), PG], { limits })).toMatchObject({ cause: 'mlock.over-limit' });
    expect(predicted(space, ['mlock', p(0), 2 * PG], { limits })).toMatchObject({ kind: 'success' });
  });
  test('does not, behind the check that fails', () => {
    expect(predicted('WW??', ['mprotect', p(0), 4 * PG, 0x100])).toMatchObject({
      kind: 'error',
      cause: 'mprotect.unknown-protection',
    });
  });
  test('does not, where it hardly ever fails', () => {
    expect(predicted('WW', ['munmap', p(0), PG], { limits: { AS: 'unknown', DATA: 'unknown' } })).toEqual({
      kind: 'success',
      value: 0n,
    });
    expect(predicted('WW', ['mlock', p(0), PG], { limits: { MEMLOCK: 'unknown' } })).toMatchObject({
      kind: 'success',
    });
  });
});

describe('vm.max_map_count', () => {
  const at = (maxMapCount: number, assumed: readonly string[] = []): Circumstances => ({
    machine: { maxMapCount, assumed: new Set(assumed) },
  });
  const page: readonly [string, ...Written[]] = ['mmap', 0, PG, RW, AP, -1, 0];
  test('assumed, it is what fails, and is named', () => {
    const { answers } = judge(callOf(page[0], page.slice(1)), beforeOf(drawn('WRW'), at(2, ['maxMapCount'])));
    expect(answers.find(({ id }) => id === 'mmap.map-limit')?.verdict).toMatchObject({
      answer: 'fails',
      certainty: 'assumed',
    });
  });
  test('assumed, and passed by far: it is another one on that machine', () => {
    expect(predicted('WRWRWRWRWRWRW', page, at(2, ['maxMapCount']))).toMatchObject({ kind: 'success' });
  });
  test('near it, mappings that the log does not show may be too many', () => {
    expect(predicted('WRW?', page, at(20))).toMatchObject({ kind: 'undecidable', cause: 'mmap.map-limit' });
    expect(predicted('WRW?', page, at(200))).toMatchObject({ kind: 'success' });
    expect(predicted('WRWWW?', ['mprotect', p(3), PG, 0], at(20))).toMatchObject({
      cause: 'mprotect.map-limit',
    });
    expect(predicted('WRW?', ['mprotect', p(1), PG, 0], at(20))).toMatchObject({ kind: 'success' });
  });
});

describe('of two faults the kernel’s first is answered', () => {
  it.each<[string, string | AddressSpace, readonly [string, ...Written[]], string, Circumstances?]>([
    [
      'a bad offset before a bad descriptor',
      '..',
      ['mmap', 0, PG, RW, 'MAP_PRIVATE', 9, 1],
      'mmap.offset-misaligned',
    ],
    ['a bad descriptor before length 0', '..', ['mmap', 0, 0, RW, 'MAP_PRIVATE', 9, 0], 'mmap.fd-not-open'],
    [
      'too high before misaligned',
      '..',
      ['mmap', 0x7fff_ffff_e123n, 2 * PG, RW, `${AP}|MAP_FIXED`, -1, 0],
      'mmap.beyond-task-size',
    ],
    [
      'in use before no type',
      'WW',
      ['mmap', p(0), PG, RW, 'MAP_ANONYMOUS|MAP_FIXED_NOREPLACE', -1, 0],
      'mmap.range-in-use',
    ],
    [
      'the lock limit before the access mode',
      'LL',
      ['mmap', 0, PG, RW, 'MAP_SHARED|MAP_LOCKED', 3, 0],
      'mmap.over-lock-limit',
      { limits: { MEMLOCK: BigInt(2 * PG) }, files: { 3: { writable: false } } },
    ],
    [
      'the access mode before the kind of file',
      '..',
      ['mmap', 0, PG, RW, 'MAP_SHARED', 3, 0],
      'mmap.fd-not-writable',
      { files: { 3: { kind: 'directory', writable: false } } },
    ],
    ['mremap: flags before alignment', 'WW', ['mremap', p(0, 1), PG, 0, 8], 'mremap.unknown-flags'],
    ['mremap: sizes before the hole', '..', ['mremap', p(0), PG, 2 * PG, 5, 0], 'mremap.dontunmap-resizes'],
    [
      'mremap: the hole before the limit',
      'LL',
      ['mremap', p(0), 3 * PG, 4 * PG, 0],
      'mremap.beyond-vma',
      { limits: { MEMLOCK: BigInt(PG) } },
    ],
    [
      'mremap: the number of mappings before the hole',
      'WW..',
      ['mremap', p(2), PG, PG, 3, p(8)],
      'mremap.map-limit',
      { machine: { maxMapCount: 6 } },
    ],
    [
      'mprotect: the first VMA that refuses',
      flagged('WWRR.', 0, 2, VmFlag.sealed),
      ['mprotect', p(0), 5 * PG, 0],
      'mprotect.sealed',
    ],
    [
      'mprotect: a hole below the sealed VMA',
      flagged('W.RR', 2, 4, VmFlag.sealed),
      ['mprotect', p(0), 4 * PG, 0],
      'mprotect.unmapped',
    ],
    [
      'mlock: the limit before the hole',
      'W.',
      ['mlock', p(0), 2 * PG],
      'mlock.over-limit',
      { limits: { MEMLOCK: BigInt(PG) } },
    ],
    [
      'mlock: the limit of 0 before length 0',
      'W.',
      ['mlock', p(0), 0],
      'mlock.not-permitted',
      { limits: { MEMLOCK: 0n } },
    ],
    [
      'mlock2: its flags before the limit of 0',
      'W.',
      ['mlock2', p(0), PG, 2],
      'mlock.unknown-flags',
      { limits: { MEMLOCK: 0n } },
    ],
    [
      'madvise: a VMA that refuses, before the hole below it',
      'W.LL',
      ['madvise', p(0), 4 * PG, 'MADV_DONTNEED'],
      'madvise.locked',
    ],
  ])('%s', (_title, space, call, cause, given) => {
    expect(predicted(space, call, given)).toMatchObject({ kind: 'error', cause });
  });
});

describe('the value of a success', () => {
  const heap = withFacts('WW....', { startBrk: p(0), brk: p(2) });
  it.each<[string, string | AddressSpace, readonly [string, ...Written[]], bigint | undefined]>([
    ['MAP_FIXED: the address', 'WW', ['mmap', p(1), PG, RW, `${AP}|MAP_FIXED`, -1, 0], p(1)],
    ['a hint in free memory', 'WW..', ['mmap', p(2, 5), PG, RW, AP, -1, 0], p(2)],
    ['a hint in use: not known', 'WW..', ['mmap', p(1), PG, RW, AP, -1, 0], undefined],
    ['a hint in the guard gap of a stack: not known', '..GG', ['mmap', p(0), PG, RW, AP, -1, 0], undefined],
    ['a hint in unknown memory: not known', 'WW?', ['mmap', p(2), PG, RW, AP, -1, 0], undefined],
    ['no hint: not known', 'WW', ['mmap', 0, PG, RW, AP, -1, 0], undefined],
    ['mremap in place', 'WW..', ['mremap', p(0), 2 * PG, 3 * PG, 'MREMAP_MAYMOVE'], p(0)],
    [
      'mremap that must move: not known',
      'WWRR',
      ['mremap', p(0), 2 * PG, 3 * PG, 'MREMAP_MAYMOVE'],
      undefined,
    ],
    ['mremap to a place', 'WW..', ['mremap', p(0), PG, PG, 3, p(8)], p(8)],
    ['brk(0): the break', heap, ['brk', 0], p(2)],
    ['brk: the new break', heap, ['brk', p(3)], p(3)],
    ['shmat at an address', '....', ['shmat', 7, p(1, 3), 'SHM_RND'], p(1)],
    ['munmap: 0', 'WW', ['munmap', p(0), PG], 0n],
  ])('%s', (_title, space, call, value) => {
    const answer = predicted(space, call, { segments: { 7: 4096n } });
    if (value !== undefined) expect(answer).toEqual({ kind: 'success', value });
    // Without a snapshot nothing shows where the kernel looks for room.
    else expect(answer).toMatchObject({ kind: 'success', because: { code: 'unknown-layout' } });
  });

  test('brk refused answers with the old break', () => {
    expect(predicted(withFacts('WW..R', { startBrk: p(0), brk: p(2) }), ['brk', p(4)])).toEqual({
      kind: 'error',
      errno: 'old-break',
      cause: 'brk.next-mapping-too-close',
      value: p(2),
    });
  });
});

test('evidence: the limit with its line, what is locked, what was asked', () => {
  const { answers } = judge(
    callOf('mlock', [p(1), 2 * PG]),
    beforeOf(drawn('LLWW'), { limits: { MEMLOCK: BigInt(2 * PG) } }),
  );
  const over = answers.find(({ id }) => id === 'mlock.over-limit');
  expect(over?.verdict).toMatchObject({
    answer: 'fails',
    certainty: 'proven',
    facts: [
      { fact: 'number', name: 'locked', value: 2n, unit: 'pages' },
      { fact: 'number', name: 'asked', value: 2n },
      { fact: 'number', name: 'already-locked', value: 1n },
      { fact: 'number', name: 'RLIMIT_MEMLOCK', value: 2n, at: 2 },
      { fact: 'event', name: 'CAP_IPC_LOCK', at: 1 },
    ],
  });
});
