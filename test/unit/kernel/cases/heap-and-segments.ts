/** brk, shmat, shmdt. */
import type { AddressSpace } from '../../../../model/memory/address-space';
import { VmFlag } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import { flagged, p, PG, TASK_SIZE, withFacts, type Case } from './case';

/** The heap begins at page 0 of the drawing and ends at page `end`. */
const heap = (drawing: string | AddressSpace, end: number, more = {}): AddressSpace =>
  withFacts(drawing, { startBrk: p(0), brk: p(end), ...more });

const brkCases: readonly Case[] = [
  { id: 'brk.unknown-break', space: 'WW', call: ['brk', p(3)], answer: 'no-trace' },
  { id: 'brk.below-start', space: heap('WW', 2), call: ['brk', p(-1)], also: ['brk.shrink-nothing-mapped'] },
  { id: 'brk.over-data-limit', space: heap('WW', 2), call: ['brk', p(1)], given: { limits: { DATA: 100n } } },
  { id: 'brk.shrink-nothing-mapped', space: heap('WW..', 4), call: ['brk', p(3)] },
  {
    id: 'brk.shrink-map-limit',
    space: heap('WWWW', 3),
    call: ['brk', p(1)],
    given: { machine: { maxMapCount: 1 } },
  },
  { id: 'brk.shrink-sealed', space: heap(flagged('WW', 0, 2, VmFlag.sealed), 2), call: ['brk', p(1)] },
  {
    id: 'brk.shrink-indivisible',
    space: heap(flagged('DD', 0, 2, VmFlag.unsplittable), 2),
    call: ['brk', p(1)],
  },
  {
    id: 'brk.beyond-task-size',
    space: heap('WW', 2),
    call: ['brk', TASK_SIZE + 1n],
    also: ['brk.over-commit-limit'],
    given: { machine: { memory: 1n << 62n } },
  },
  {
    id: 'brk.over-lock-limit',
    space: heap('LL', 2, { futureLock: 'locked' }),
    call: ['brk', p(4)],
    given: { limits: { MEMLOCK: BigInt(3 * PG) } },
  },
  { id: 'brk.next-mapping-too-close', space: heap('WW..R', 2), call: ['brk', p(4)] },
  {
    id: 'brk.next-mapping-too-close',
    space: heap('WW..R', 2),
    call: ['brk', p(4, 1)],
    given: { kernel: [4, 4] },
  },
  {
    id: 'brk.over-address-space-limit',
    space: heap('WW', 2),
    call: ['brk', p(4)],
    given: { limits: { AS: BigInt(3 * PG) } },
  },
  {
    id: 'brk.over-private-data-limit',
    space: heap('WW...............BBBB', 2),
    call: ['brk', p(4)],
    given: { limits: { DATA: BigInt(7 * PG) } },
  },
  {
    id: 'brk.map-limit',
    space: heap('WW....R.R', 2),
    call: ['brk', p(3)],
    given: { machine: { maxMapCount: 2 } },
  },
  {
    id: 'brk.over-commit-limit',
    space: heap('WW', 2),
    call: ['brk', p(2) + (1n << 44n) + 4096n],
    given: { machine: { memory: undefined, mmapMinAddr: 4096n } },
    also: ['brk.beyond-task-size'],
  },
  {
    id: 'brk.over-commit-limit',
    space: heap('WW', 2),
    call: ['brk', p(2) + (1n << 33n) + 4096n],
    given: { machine: { memory: 1n << 33n, mmapMinAddr: 4096n } },
    also: ['brk.beyond-task-size'],
  },
];

const seg = { segments: { 7: 8192n } };
const shmCases: readonly Case[] = [
  { id: 'shmat.negative-id', space: '....', call: ['shmat', -1, 0, 0], given: seg },
  { id: 'shmat.address-misaligned', space: '....', call: ['shmat', 7, p(0, 5), 0], given: seg },
  { id: 'shmat.remap-without-address', space: '....', call: ['shmat', 7, 0, 'SHM_REMAP'], given: seg },
  { id: 'shmat.no-such-segment', space: '....', call: ['shmat', 8, 0, 0], given: seg, answer: 'open' },
  {
    id: 'shmat.no-such-segment',
    space: '....',
    call: ['shmat', 7, 0, 0],
    given: { segments: { 7: -8192n } },
    answer: 'open',
  },
  {
    id: 'shmat.no-such-segment',
    space: '....',
    call: ['shmat', 7, 0, 0],
    given: { segments: { 7: { mode: 0o600, removedAt: eventIndex(2) } } },
  },
  {
    id: 'shmat.segment-removed',
    space: '....',
    call: ['shmat', 7, 0, 0],
    given: { segments: { 7: -8192n } },
    answer: 'no-trace',
  },
  { id: 'shmat.kernel-memory', space: '....', call: ['shmat', 7, 0, 0], given: seg, answer: 'no-trace' },
  { id: 'shmat.access-denied', space: '....', call: ['shmat', 7, 0, 0], given: seg, answer: 'no-trace' },
  {
    id: 'shmat.range-wraps',
    space: '....',
    call: ['shmat', 7, -4096n, 0],
    given: seg,
    also: ['shmat.beyond-task-size'],
  },
  { id: 'shmat.range-in-use', space: '.W..', call: ['shmat', 7, p(0), 0], given: seg },
  {
    id: 'shmat.map-limit',
    space: 'WRW..',
    call: ['shmat', 7, 0, 0],
    given: { ...seg, machine: { maxMapCount: 2 } },
  },
  {
    id: 'shmat.no-gap',
    space: 'WW',
    call: ['shmat', 7, 0, 0],
    given: { segments: { 7: TASK_SIZE - 4096n } },
  },
  {
    id: 'shmat.remap-map-limit',
    space: 'WWWW',
    call: ['shmat', 7, p(1), 'SHM_REMAP'],
    given: { ...seg, machine: { maxMapCount: 1 } },
  },
  {
    id: 'shmat.remap-sealed',
    space: flagged('RRRR', 0, 4, VmFlag.sealed),
    call: ['shmat', 7, p(0), 'SHM_REMAP'],
    given: seg,
  },
  {
    id: 'shmat.remap-indivisible',
    space: flagged('DDDD', 0, 4, VmFlag.unsplittable),
    call: ['shmat', 7, p(1), 'SHM_REMAP'],
    given: seg,
  },
  {
    id: 'shmat.access-denied',
    space: '....',
    call: ['shmat', 7, 0, 0],
    given: { segments: { 7: { mode: 0o644, owner: 0 } } },
  },
  {
    id: 'shmat.access-denied',
    space: '....',
    call: ['shmat', 7, 0, 'SHM_RDONLY'],
    given: { segments: { 7: { mode: 0o640, owner: 0 } } },
    answer: 'open',
  },
  {
    id: 'shmat.huge-page-misaligned',
    space: '....',
    call: ['shmat', 7, p(1), 0],
    given: { segments: { 7: { hugePages: 0 } } },
  },
  { id: 'shmat.beyond-task-size', space: '....', call: ['shmat', 7, TASK_SIZE - 4096n, 0], given: seg },
  { id: 'shmat.below-mmap-min-addr', space: '....', call: ['shmat', 7, 100, 'SHM_RND'], given: seg },
  {
    id: 'shmat.over-lock-limit',
    space: withFacts('LL..', { futureLock: 'locked' }),
    call: ['shmat', 7, 0, 0],
    given: { ...seg, limits: { MEMLOCK: BigInt(3 * PG) } },
  },
  {
    id: 'shmat.over-address-space-limit',
    space: 'WW..',
    call: ['shmat', 7, 0, 0],
    given: { ...seg, limits: { AS: BigInt(3 * PG) } },
  },
  { id: 'shmdt.address-misaligned', space: 'HH', call: ['shmdt', p(0, 1)] },
  { id: 'shmdt.not-attached', space: 'HH', call: ['shmdt', p(1)] },
  { id: 'shmdt.not-attached', space: '??', call: ['shmdt', p(0)], answer: 'open' },
];

export const heapAndSegmentCases: readonly Case[] = [...brkCases, ...shmCases];
