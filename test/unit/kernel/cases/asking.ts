/** msync, mincore, remap_file_pages, pkey_alloc and pkey_free: calls on the caller's own memory. */
import { VmFlag } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import type { Value } from '../../../../model/trace/value';
import { askingProcessCases } from './asking-processes';
import { changed, flagged, p, PG, TASK_SIZE, withFacts, type Case } from './case';

const span = { start: 0, end: 1 };
const KERNEL = 0xffff_8000_0000_0000n;
const one: Value = { kind: 'number', value: 1n, form: 'decimal', span };

const ASYNC = 'MS_ASYNC';
const SYNC = 'MS_SYNC';
const file = { kind: 'file', description: 1, path: '/data' } as const;
const sharedFile = changed('SS', 0, 2, { backing: file });
const sharedDevice = changed('SS', 0, 2, { backing: { ...file, path: '/dev/fb0' } });

const msyncCases: readonly Case[] = [
  { id: 'msync.unknown-flags', space: 'WW', call: ['msync', p(0), PG, 8] },
  { id: 'msync.address-misaligned', space: 'WW', call: ['msync', p(0, 1), PG, SYNC] },
  { id: 'msync.both-ways', space: 'WW', call: ['msync', p(0), PG, `${ASYNC}|${SYNC}`] },
  { id: 'msync.range-wraps', space: 'WW', call: ['msync', p(0), -4096n, SYNC] },
  { id: 'msync.locked', space: 'WLL', call: ['msync', p(0), 2 * PG, 'MS_INVALIDATE'] },
  {
    id: 'msync.locked',
    space: 'L.',
    call: ['msync', p(0), 2 * PG, 'MS_INVALIDATE'],
    also: ['msync.unmapped'],
  },
  {
    id: 'msync.locked',
    space: withFacts('Wi', { locked: undefined }),
    call: ['msync', p(0), 2 * PG, 'MS_INVALIDATE'],
    answer: 'no-trace',
  },
  { id: 'msync.file-cannot-sync', space: sharedDevice, call: ['msync', p(0), PG, SYNC], answer: 'no-trace' },
  { id: 'msync.write-failed', space: sharedFile, call: ['msync', p(0), PG, SYNC], answer: 'no-trace' },
  { id: 'msync.unmapped', space: 'WW.W', call: ['msync', p(0), 4 * PG, ASYNC] },
  { id: 'msync.unmapped', space: 'WW?W', call: ['msync', p(0), 4 * PG, ASYNC], answer: 'open' },
  { id: 'msync.unmapped', space: '?W.W', call: ['msync', p(0), 4 * PG, ASYNC] },
];

const printed: Value = { kind: 'array', items: [{ value: one, span }], abbreviated: false, span };
const mincoreCases: readonly Case[] = [
  { id: 'mincore.address-misaligned', space: 'WW', call: ['mincore', p(0, 1), PG, p(0)] },
  { id: 'mincore.beyond-user-space', space: 'WW', call: ['mincore', TASK_SIZE, PG, p(0)] },
  {
    id: 'mincore.beyond-user-space',
    space: 'WW',
    call: ['mincore', p(0), -1n, p(0)],
    also: ['mincore.vector-beyond-user-space'],
  },
  { id: 'mincore.beyond-user-space', space: 'WW', call: ['mincore', TASK_SIZE + 4096n, 0, p(0)] },
  { id: 'mincore.vector-beyond-user-space', space: 'WW', call: ['mincore', p(0), PG, KERNEL] },
  { id: 'mincore.vector-beyond-user-space', space: 'WW', call: ['mincore', p(0), 0, KERNEL] },
  { id: 'mincore.kernel-memory', space: 'WW', call: ['mincore', p(0), PG, p(0)], answer: 'no-trace' },
  { id: 'mincore.vector-not-writable', space: 'WWR', call: ['mincore', p(0), PG, p(2)] },
  { id: 'mincore.vector-not-writable', space: 'WW.', call: ['mincore', p(0), 2 * PG, p(1, 4095)] },
  { id: 'mincore.vector-not-writable', space: 'WW..', call: ['mincore', p(0), 3 * PG, p(3)] },
  { id: 'mincore.vector-not-writable', space: 'WW??', call: ['mincore', p(0), PG, 16] },
  {
    id: 'mincore.vector-not-writable',
    space: 'WWR?',
    call: ['mincore', p(2), 2 * PG, p(1, 4095)],
    answer: 'open',
  },
  { id: 'mincore.vector-not-writable', space: 'WW??', call: ['mincore', p(0), PG, p(3)], answer: 'no-trace' },
  {
    id: 'mincore.vector-not-writable',
    space: 'WW..',
    call: ['mincore', p(0), PG, printed],
    answer: 'no-trace',
  },
  { id: 'mincore.unmapped', space: 'WW.W', call: ['mincore', p(0), 4 * PG, p(0)] },
  { id: 'mincore.unmapped', space: 'W...', call: ['mincore', p(0), 3 * PG, p(0, 4095)] },
  { id: 'mincore.unmapped', space: 'W...', call: ['mincore', p(1), PG, p(3)] },
  { id: 'mincore.unmapped', space: 'W?..', call: ['mincore', p(0), 3 * PG, p(0)] },
  { id: 'mincore.unmapped', space: 'W?', call: ['mincore', p(0), 2 * PG, p(0)], answer: 'open' },
];

const remap = (page: number, size: number, pgoff: number | bigint, prot = 0, flags = 0): Case['call'] => [
  'remap_file_pages',
  p(page),
  size,
  prot,
  pgoff,
  flags,
];
const remapCases: readonly Case[] = [
  { id: 'remap-file-pages.protection-given', space: 'SSS', call: remap(0, PG, 1, 1) },
  { id: 'remap-file-pages.empty-or-wraps', space: 'SSS', call: remap(0, 4095, 1) },
  { id: 'remap-file-pages.empty-or-wraps', space: 'SSS', call: ['remap_file_pages', p(0), -4096n, 0, 0, 0] },
  { id: 'remap-file-pages.offset-wraps', space: 'SSS', call: remap(0, 2 * PG, -1n) },
  { id: 'remap-file-pages.not-shared', space: 'WWW', call: remap(0, PG, 1) },
  { id: 'remap-file-pages.not-shared', space: '.SS', call: remap(0, PG, 1) },
  { id: 'remap-file-pages.not-shared', space: '??', call: remap(0, PG, 1), answer: 'open' },
  { id: 'remap-file-pages.not-shared', space: 'ii', call: remap(0, PG, 1), answer: 'open' },
  { id: 'remap-file-pages.security-module', space: 'SSS', call: remap(0, PG, 1), answer: 'no-trace' },
  { id: 'remap-file-pages.different-mappings', space: 'SS.', call: remap(0, 3 * PG, 1) },
  { id: 'remap-file-pages.different-mappings', space: 'SSH', call: remap(0, 3 * PG, 1) },
  {
    id: 'remap-file-pages.different-mappings',
    space: changed('SSS', 2, 3, { prot: 1 }),
    call: remap(0, 3 * PG, 1),
  },
  { id: 'remap-file-pages.different-mappings', space: 'SS?', call: remap(0, 3 * PG, 1), answer: 'open' },
  {
    id: 'remap-file-pages.map-limit',
    space: 'S.W.R.N',
    call: remap(0, PG, 1),
    given: { machine: { maxMapCount: 3 } },
  },
  {
    id: 'remap-file-pages.lock-not-permitted',
    space: flagged('SS', 0, 2, VmFlag.locked),
    call: remap(0, PG, 1),
    given: { limits: { MEMLOCK: 0n } },
    also: ['remap-file-pages.over-lock-limit'],
  },
  {
    id: 'remap-file-pages.over-lock-limit',
    space: withFacts(flagged('SS', 0, 2, VmFlag.locked), { locked: 2 }),
    call: remap(0, PG, 1),
    given: { limits: { MEMLOCK: 8192n } },
  },
  { id: 'remap-file-pages.beyond-file-maximum', space: 'SSS', call: remap(0, PG, 0x7_ffff_ffff_ffffn) },
  {
    id: 'remap-file-pages.fixed-map-limit',
    space: 'SSS',
    call: remap(1, PG, 0),
    given: { machine: { maxMapCount: 1 } },
  },
  { id: 'remap-file-pages.fixed-sealed', space: flagged('SS', 0, 2, VmFlag.sealed), call: remap(0, PG, 1) },
  {
    id: 'remap-file-pages.fixed-indivisible',
    space: flagged('SSS', 0, 3, VmFlag.hugeTlb),
    call: remap(0, PG, 1),
  },
  { id: 'remap-file-pages.refused-by-file', space: 'SSS', call: remap(0, PG, 1), answer: 'no-trace' },
];

const at = eventIndex(3);
const keys = { support: 'hardware', allocated: 1, free: 0xfffe, at } as const;
const noHardware = { support: 'no-hardware', allocated: 0, free: 0, at } as const;
const noCalls = { ...noHardware, support: 'no-calls' } as const;
const pkeyCases: readonly Case[] = [
  {
    id: 'mprotect.not-in-this-kernel',
    space: 'WW',
    call: ['pkey_mprotect', p(0), PG, 'PROT_READ', -1],
    given: { keys: noCalls },
  },
  { id: 'pkey-alloc.not-in-this-kernel', space: 'W', call: ['pkey_alloc', 0, 0], given: { keys: noCalls } },
  {
    id: 'pkey-alloc.not-in-this-kernel',
    space: 'W',
    call: ['pkey_alloc', 0, 0],
    given: { kernel: [4, 8], keys },
  },
  { id: 'pkey-alloc.unknown-flags', space: 'W', call: ['pkey_alloc', 1, 0], given: { keys } },
  {
    id: 'pkey-alloc.unknown-rights',
    space: 'W',
    call: ['pkey_alloc', 0, 'PKEY_DISABLE_EXECUTE'],
    given: { keys },
  },
  {
    id: 'pkey-alloc.none-left',
    space: 'W',
    call: ['pkey_alloc', 0, 0],
    given: { keys: { ...keys, allocated: 0xffff, free: 0 } },
  },
  {
    id: 'pkey-alloc.none-left',
    space: 'W',
    call: ['pkey_alloc', 0, 0],
    given: { keys: { ...noHardware, allocated: 1 } },
    also: ['pkey-alloc.no-hardware'],
  },
  { id: 'pkey-alloc.none-left', space: 'W', call: ['pkey_alloc', 0, 0], answer: 'open' },
  {
    id: 'pkey-alloc.no-hardware',
    space: 'W',
    call: ['pkey_alloc', 0, 'PKEY_DISABLE_WRITE'],
    given: { keys: noHardware },
  },
  { id: 'pkey-free.not-in-this-kernel', space: 'W', call: ['pkey_free', 1], given: { kernel: [4, 8] } },
  { id: 'pkey-free.not-allocated', space: 'W', call: ['pkey_free', 1] },
  { id: 'pkey-free.not-allocated', space: 'W', call: ['pkey_free', 16], given: { keys } },
  { id: 'pkey-free.not-allocated', space: 'W', call: ['pkey_free', 0], answer: 'open' },
  {
    id: 'pkey-free.not-allocated',
    space: 'W',
    call: ['pkey_free', 1],
    given: { attached: true },
    answer: 'open',
  },
  {
    id: 'mprotect.unknown-key',
    space: 'WW',
    call: ['pkey_mprotect', p(0), PG, 'PROT_READ', 0],
    given: { keys: { ...noHardware, allocated: 1 } },
  },
];

export const askingCases: readonly Case[] = [
  ...msyncCases,
  ...mincoreCases,
  ...remapCases,
  ...pkeyCases,
  ...askingProcessCases,
];
