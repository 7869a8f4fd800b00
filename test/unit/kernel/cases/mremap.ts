import { VmFlag } from '../../../../model/memory/vma';
import { changed, flagged, p, PG, TASK_SIZE, withFacts, type Case } from './case';

const MAYMOVE = 'MREMAP_MAYMOVE';
const FIXED = 'MREMAP_MAYMOVE|MREMAP_FIXED';
const DONTUNMAP = 'MREMAP_MAYMOVE|MREMAP_DONTUNMAP';
const small = (maxMapCount: number) => ({ machine: { maxMapCount } });
const { sealed, unsplittable, locked, account } = VmFlag;

export const mremapCases: readonly Case[] = [
  { id: 'mremap.unknown-flags', space: 'WW', call: ['mremap', p(0), PG, PG, 8] },
  { id: 'mremap.old-address-misaligned', space: 'WW', call: ['mremap', p(0, 1), PG, PG, 0] },
  { id: 'mremap.new-size-zero', space: 'WW', call: ['mremap', p(0), PG, 0, MAYMOVE] },
  { id: 'mremap.new-size-zero', space: 'WW', call: ['mremap', p(0), PG, -1n, MAYMOVE] },
  { id: 'mremap.new-size-too-large', space: 'WW', call: ['mremap', p(0), PG, 1n << 47n, MAYMOVE] },
  {
    id: 'mremap.new-address-out-of-range',
    space: 'WW',
    call: ['mremap', p(0), PG, PG, FIXED, TASK_SIZE],
  },
  { id: 'mremap.new-address-misaligned', space: 'WW', call: ['mremap', p(0), PG, PG, FIXED, p(8, 1)] },
  { id: 'mremap.fixed-without-maymove', space: 'WW', call: ['mremap', p(0), PG, PG, 2, p(8)] },
  { id: 'mremap.dontunmap-resizes', space: 'WW', call: ['mremap', p(0), PG, 2 * PG, DONTUNMAP, 0] },
  {
    id: 'mremap.dontunmap-resizes',
    space: 'WW',
    call: ['mremap', p(0), PG - 1, PG, DONTUNMAP, 0],
    given: { kernel: [6, 14] },
  },
  { id: 'mremap.ranges-overlap', space: 'WWW', call: ['mremap', p(0), 2 * PG, 2 * PG, FIXED, p(1)] },
  {
    id: 'mremap.map-limit',
    space: 'WW',
    call: ['mremap', p(0), PG, PG, FIXED, p(8)],
    given: small(6),
  },
  {
    id: 'mremap.map-limit',
    space: 'WW',
    call: ['mremap', p(0), PG, PG, 0],
    given: { kernel: [7, 2], ...small(4) },
  },
  { id: 'mremap.unmapped', space: 'WW..', call: ['mremap', p(2), PG, PG, 0] },
  { id: 'mremap.unmapped', space: 'WW??', call: ['mremap', p(2), PG, PG, 0], answer: 'open' },
  { id: 'mremap.sealed', space: flagged('WW', 0, 2, sealed), call: ['mremap', p(0), PG, PG, 0] },
  {
    id: 'mremap.huge-page-alignment',
    space: flagged('WW', 0, 2, VmFlag.hugeTlb),
    call: ['mremap', p(1), PG, PG, 0],
  },
  {
    id: 'mremap.huge-pages',
    space: flagged('WW', 0, 2, VmFlag.hugeTlb),
    call: ['mremap', p(0), 2 << 20, 4 << 20, MAYMOVE],
    given: { kernel: [5, 10] },
    also: ['mremap.beyond-vma'],
  },
  { id: 'mremap.old-size-zero-private', space: 'WW', call: ['mremap', p(0), 0, PG, MAYMOVE] },
  {
    id: 'mremap.dontunmap-not-anonymous',
    space: 'SS',
    call: ['mremap', p(0), PG, PG, DONTUNMAP, 0],
    given: { kernel: [5, 10] },
  },
  { id: 'mremap.dontunmap-special', space: 'DD', call: ['mremap', p(0), 2 * PG, 2 * PG, DONTUNMAP, 0] },
  { id: 'mremap.beyond-vma', space: 'WW..', call: ['mremap', p(0), 3 * PG, 4 * PG, MAYMOVE] },
  { id: 'mremap.beyond-vma', space: 'WWRR', call: ['mremap', p(0), 3 * PG, 5 * PG, MAYMOVE] },
  { id: 'mremap.beyond-vma', space: 'AABB', call: ['mremap', p(0), 3 * PG, 5 * PG, MAYMOVE] },
  // Nothing would keep them apart but that nobody has looked.
  { id: 'mremap.beyond-vma', space: 'UU|UU', call: ['mremap', p(0), 3 * PG, 5 * PG, MAYMOVE] },
  { id: 'mremap.beyond-vma', space: 'WW??', call: ['mremap', p(0), 3 * PG, 5 * PG, MAYMOVE], answer: 'open' },
  {
    id: 'mremap.beyond-vma',
    space: 'WWRR',
    call: ['mremap', p(0), 3 * PG, 3 * PG, FIXED, p(8)],
    given: { kernel: [6, 14] },
  },
  {
    id: 'mremap.several-with-own-rules',
    space: flagged('WWRR', 2, 4, VmFlag.userfault),
    call: ['mremap', p(0), 4 * PG, 4 * PG, FIXED, p(8)],
  },
  {
    id: 'mremap.offset-overflow',
    space: changed('PP', 0, 2, { pgoff: 2 ** 64 }),
    call: ['mremap', p(0), 2 * PG, 3 * PG, 0],
  },
  { id: 'mremap.special-grows', space: 'DD', call: ['mremap', p(0), 2 * PG, 3 * PG, MAYMOVE] },
  {
    id: 'mremap.over-lock-limit',
    space: 'LLLL',
    call: ['mremap', p(0), 4 * PG, 6 * PG, 0],
    given: { limits: { MEMLOCK: BigInt(5 * PG + 4095) } },
  },
  {
    id: 'mremap.over-lock-limit',
    space: 'LLLL',
    call: ['mremap', p(0), 4 * PG, 6 * PG, 0],
    given: { limits: { MEMLOCK: BigInt(5 * PG) }, capabilities: { CAP_IPC_LOCK: 'unknown' } },
    answer: 'open',
  },
  {
    id: 'mremap.over-address-space-limit',
    space: 'WWWW',
    call: ['mremap', p(0), 4 * PG, 6 * PG, 0],
    given: { limits: { AS: BigInt(5 * PG) } },
  },
  {
    id: 'mremap.over-data-limit',
    space: 'WWWW',
    call: ['mremap', p(0), 4 * PG, 6 * PG, 0],
    given: { limits: { DATA: BigInt(5 * PG) } },
  },
  { id: 'mremap.shrink-beyond-task-size', space: 'WW', call: ['mremap', p(0), 1n << 47n, PG, 0] },
  {
    id: 'mremap.shrink-map-limit',
    space: 'WWWW',
    call: ['mremap', p(0), 3 * PG, PG, 0],
    given: small(1),
  },
  { id: 'mremap.shrink-sealed', space: flagged('WWRR', 2, 4, sealed), call: ['mremap', p(0), 4 * PG, PG, 0] },
  {
    id: 'mremap.shrink-indivisible',
    space: flagged('WWDD', 2, 4, unsplittable),
    call: ['mremap', p(0), 3 * PG, PG, 0],
  },
  {
    id: 'mremap.destination-sealed',
    space: flagged('WW..RR', 4, 6, sealed),
    call: ['mremap', p(0), PG, PG, FIXED, p(4)],
  },
  {
    id: 'mremap.destination-indivisible',
    space: flagged('WW..DD', 4, 6, unsplittable),
    call: ['mremap', p(0), PG, PG, FIXED, p(4)],
  },
  { id: 'mremap.destroys-its-source', space: 'SSSS', call: ['mremap', p(0), 0, 4 * PG, FIXED, p(0)] },
  {
    id: 'mremap.destroys-its-source',
    space: 'WWWW',
    call: ['mremap', p(1), -8192n, PG, FIXED, p(1)],
    also: ['mremap.tail-beyond-task-size'],
  },
  {
    id: 'mremap.tail-beyond-task-size',
    space: '..WW',
    call: ['mremap', p(2), 1n << 62n, PG, FIXED, p(0)],
  },
  {
    id: 'mremap.tail-sealed',
    space: flagged('WWRR', 2, 4, sealed),
    call: ['mremap', p(0), 4 * PG, PG, FIXED, p(8)],
  },
  {
    id: 'mremap.tail-indivisible',
    space: flagged('WWDD', 2, 4, unsplittable),
    call: ['mremap', p(0), 3 * PG, 2 * PG, FIXED, p(8)],
  },
  { id: 'mremap.no-room-in-place', space: 'WWRR', call: ['mremap', p(0), 2 * PG, 3 * PG, 0] },
  { id: 'mremap.no-room-in-place', space: 'WWWW', call: ['mremap', p(0), 2 * PG, 3 * PG, 0] },
  { id: 'mremap.no-room-in-place', space: 'SSSS', call: ['mremap', p(0), 0, 4 * PG, 0] },
  { id: 'mremap.no-room-in-place', space: 'WW??', call: ['mremap', p(0), 2 * PG, 3 * PG, 0], answer: 'open' },
  {
    id: 'mremap.dontunmap-over-address-space-limit',
    space: 'WWWW',
    call: ['mremap', p(0), 4 * PG, 4 * PG, DONTUNMAP, 0],
    given: { limits: { AS: BigInt(6 * PG) } },
  },
  {
    id: 'mremap.dontunmap-over-data-limit',
    space: 'WWWW',
    call: ['mremap', p(0), 4 * PG, 4 * PG, DONTUNMAP, 0],
    given: { limits: { DATA: BigInt(6 * PG) } },
  },
  {
    id: 'mremap.no-gap',
    space: 'SSRR',
    call: ['mremap', p(0), 2 * PG, (1n << 47n) - 4096n, MAYMOVE],
  },
  {
    id: 'mremap.below-mmap-min-addr',
    space: 'WW',
    call: ['mremap', p(0), PG, PG, FIXED, 4096],
  },
  {
    id: 'mremap.move-at-map-limit',
    space: 'WWRR',
    call: ['mremap', p(0), 2 * PG, 3 * PG, MAYMOVE],
    given: small(5),
  },
  {
    id: 'mremap.indivisible',
    space: flagged('DD', 0, 2, unsplittable),
    call: ['mremap', p(0), PG, PG, FIXED, p(8)],
  },
  {
    id: 'mremap.over-commit-limit',
    space: flagged('WW', 0, 2, account),
    call: ['mremap', p(0), 2 * PG, 1n << 34n, MAYMOVE],
  },
  {
    id: 'mremap.over-commit-limit',
    space: flagged('WW', 0, 2, account),
    call: ['mremap', p(0), 2 * PG, 1n << 35n, MAYMOVE],
    given: { machine: { memory: undefined } },
    answer: 'open',
  },
  { id: 'mremap.kernel-memory', space: 'WW', call: ['mremap', p(0), 2 * PG, 3 * PG, 0], answer: 'no-trace' },
  {
    id: 'mremap.refused-by-owner',
    space: 'PP',
    call: ['mremap', p(0), 2 * PG, 2 * PG, FIXED, p(8)],
    answer: 'no-trace',
  },
  {
    id: 'mremap.over-lock-limit',
    space: withFacts(flagged('WW', 0, 2, locked), { locked: 16 }),
    call: ['mremap', p(0), 2 * PG, 3 * PG, 0],
    given: { limits: { MEMLOCK: BigInt(16 * PG) } },
  },
];
