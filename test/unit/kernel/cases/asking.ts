/** msync, mincore, remap_file_pages, process_madvise and its like, cachestat, process_vm_*, pkey_alloc and pkey_free. */
import { VmFlag } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import type { Value } from '../../../../model/trace/value';
import { drawn } from '../../memory/drawing';
import { changed, flagged, p, PG, TASK_SIZE, withFacts, type Case } from './case';

const span = { start: 0, end: 1 };
const KERNEL = 0xffff_8000_0000_0000n;

/** As strace prints a count; numbers of other arguments are in hexadecimal. */
const count = (value: number): Value => ({ kind: 'number', value: BigInt(value), form: 'decimal', span });
const word = (value: bigint | number): Value => ({ kind: 'number', value: BigInt(value), form: 'hex', span });
const bytes = (text: string): Value => ({ kind: 'string', bytes: text, cut: false, span });

type Element = readonly [base: bigint | number | string, length: bigint | number];
/** `[{iov_base=…, iov_len=…}, …]`; a text is what strace read there. */
const vector = (...elements: readonly Element[]): Value => ({
  kind: 'array',
  items: elements.map(([base, length]) => ({
    value: {
      kind: 'struct',
      members: [
        { name: 'iov_base', value: typeof base === 'string' ? bytes(base) : word(base), span },
        { name: 'iov_len', value: word(length), span },
      ],
      abbreviated: false,
      span,
    },
    span,
  })),
  abbreviated: false,
  span,
});
const counted = (...elements: readonly Element[]): [Value, Value] => [
  vector(...elements),
  count(elements.length),
];

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

const printed: Value = { kind: 'array', items: [{ value: count(1), span }], abbreviated: false, span };
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

/** 3: itself; 4: process 200; 5: one that has ended; 6: no pidfd. */
const files = {
  3: { kind: 'anon-inode', path: 'pid:100' },
  4: { kind: 'anon-inode', path: 'pid:200' },
  5: { kind: 'anon-inode', path: 'pid:300' },
  6: { kind: 'regular', path: '/data' },
} as const;
const others = { 200: drawn('RR..'), 300: 'ended' } as const;
const nice = { capabilities: { CAP_SYS_NICE: 'yes' } } as const;
const advise = (
  fd: number | Value | string,
  ranges: readonly Value[],
  advice: string | number = 'MADV_COLD',
  flags = 0,
): Case['call'] => ['process_madvise', fd, ...ranges, advice, flags];

const one = counted([p(0), PG]);
const processMadviseCases: readonly Case[] = [
  {
    id: 'process-madvise.not-in-this-kernel',
    space: 'WW',
    call: advise(3, one),
    given: { files, kernel: [5, 9] },
  },
  {
    id: 'process-madvise.unknown-flags',
    space: 'WW',
    call: advise(3, one, 'MADV_COLD', 1),
    given: { files },
  },
  {
    id: 'process-madvise.too-many-elements',
    space: 'WW',
    call: advise(3, [vector([p(0), PG]), count(1025)]),
    given: { files },
  },
  {
    id: 'process-madvise.length-negative',
    space: 'WW',
    call: advise(3, counted([p(0), PG], [p(1), -1n])),
    given: { files },
    also: ['process-madvise.element-beyond-user-space'],
  },
  {
    id: 'process-madvise.vector-unreadable',
    space: 'WW',
    call: advise(3, [word(16), count(1)]),
    given: { files },
  },
  {
    id: 'process-madvise.element-beyond-user-space',
    space: 'WW',
    call: advise(3, counted([p(0), PG], [KERNEL, PG])),
    given: { files },
  },
  { id: 'process-madvise.fd-not-open', space: 'WW', call: advise(9, one, 'MADV_COLD') },
  { id: 'process-madvise.fd-not-open', space: 'WW', call: advise(-1, one, 'MADV_COLD') },
  {
    id: 'process-madvise.fd-not-open',
    space: 'WW',
    call: advise('PIDFD_SELF', one),
    given: { kernel: [6, 12], ...nice },
  },
  { id: 'process-madvise.fd-no-process', space: 'WW', call: advise(6, one), given: { files, ...nice } },
  {
    id: 'process-madvise.no-such-process',
    space: 'WW',
    call: advise(5, one),
    given: { files, others, ...nice },
  },
  {
    id: 'process-madvise.not-permitted',
    space: 'WW',
    call: advise(4, one),
    given: { files, others, ...nice },
    answer: 'no-trace',
  },
  {
    id: 'process-madvise.not-for-others',
    space: 'WW',
    call: advise(4, one, 'MADV_DONTNEED'),
    given: { files, others, ...nice },
  },
  {
    id: 'process-madvise.not-for-others',
    space: 'WW',
    call: advise(3, one, 'MADV_DONTNEED'),
    given: { files, kernel: [6, 12], ...nice },
  },
  {
    id: 'process-madvise.not-for-others',
    space: 'WW',
    call: advise(7, one, 'MADV_DONTNEED'),
    given: { inherited: true, ...nice },
    answer: 'open',
  },
  {
    id: 'process-madvise.without-nice',
    space: 'WW',
    call: advise(4, one),
    given: { files, others, capabilities: { CAP_SYS_NICE: 'no' } },
  },
  {
    id: 'process-madvise.without-nice',
    space: 'WW',
    call: advise(3, one),
    given: { files, kernel: [6, 12], capabilities: { CAP_SYS_NICE: 'no' } },
  },
  { id: 'madvise.unmapped', space: 'W.', call: advise(3, counted([p(1), PG], [p(0), PG])), given: { files } },
  {
    id: 'madvise.address-misaligned',
    space: 'W.',
    call: advise(3, counted([p(0, 1), 0], [p(0), PG])),
    given: { files },
  },
  {
    id: 'madvise.unmapped',
    space: 'WW',
    call: advise(4, counted([p(2), PG])),
    given: { files, others, ...nice },
  },
  {
    id: 'madvise.unmapped',
    space: 'WW',
    call: advise(4, counted([p(0), PG])),
    given: { files, ...nice },
    answer: 'open',
  },
];

const release = (fd: number, flags = 0): Case['call'] => ['process_mrelease', fd, flags];
const cachestat = (
  fd: number,
  range: bigint | number,
  statistics: bigint | number,
  flags = 0,
): Case['call'] => ['cachestat', fd, range, statistics, flags];
const ofProcessesAndFiles: readonly Case[] = [
  {
    id: 'process-mrelease.not-in-this-kernel',
    space: 'W',
    call: release(4),
    given: { files, others, kernel: [5, 14] },
  },
  {
    id: 'process-mrelease.unknown-flags',
    space: 'W',
    call: release(3, 1),
    given: { files },
    also: ['process-mrelease.not-dying'],
  },
  { id: 'process-mrelease.fd-not-open', space: 'W', call: release(9) },
  { id: 'process-mrelease.fd-no-process', space: 'W', call: release(6), given: { files } },
  { id: 'process-mrelease.no-such-process', space: 'W', call: release(5), given: { files, others } },
  { id: 'process-mrelease.not-dying', space: 'W', call: release(3), given: { files } },
  {
    id: 'process-mrelease.not-dying',
    space: 'W',
    call: release(4),
    given: { files, others },
    answer: 'open',
  },
  {
    id: 'process-mrelease.not-finished',
    space: 'W',
    call: release(4),
    given: { files, others },
    answer: 'no-trace',
  },
  {
    id: 'cachestat.not-in-this-kernel',
    space: 'W',
    call: cachestat(6, p(0), p(0)),
    given: { files, kernel: [6, 4] },
  },
  { id: 'cachestat.fd-not-open', space: 'W', call: cachestat(9, p(0), p(0)) },
  {
    id: 'cachestat.fd-not-open',
    space: 'W',
    call: cachestat(7, p(0), p(0)),
    given: { files: { 7: { kind: 'o-path' } } },
  },
  {
    id: 'cachestat.huge-pages',
    space: 'W',
    call: cachestat(7, p(0), p(0)),
    given: { files: { 7: { path: '/mnt/huge/data' } } },
    answer: 'open',
  },
  { id: 'cachestat.range-unreadable', space: 'W.', call: cachestat(6, p(0, 4088), p(0)), given: { files } },
  {
    id: 'cachestat.huge-pages',
    space: 'W',
    call: cachestat(6, p(0), p(0)),
    given: { files },
    answer: 'no-trace',
  },
  {
    id: 'cachestat.not-permitted',
    space: 'W',
    call: cachestat(7, p(0), p(0)),
    given: { files: { 7: { writable: false } } },
    answer: 'no-trace',
  },
  { id: 'cachestat.unknown-flags', space: 'W', call: cachestat(6, p(0), p(0), 1), given: { files } },
  { id: 'cachestat.statistics-not-writable', space: 'WR', call: cachestat(6, p(0), p(1)), given: { files } },
];

type Sides = readonly [local: readonly [Value, Value], remote: readonly [Value, Value]];
const move = (
  [local, remote]: Sides,
  pid = 200,
  name: 'process_vm_readv' | 'process_vm_writev' = 'process_vm_readv',
  flags = 0,
): Case['call'] => [name, pid, ...local, ...remote, flags];
const here = counted([p(0), 16]);
const there = counted([p(0, 8), 16]);

const processVmCases: readonly Case[] = [
  {
    id: 'process-vm.unknown-flags',
    space: 'W',
    call: move([here, there], 200, undefined, 1),
    given: { others },
  },
  {
    id: 'process-vm.local-too-many-elements',
    space: 'W',
    call: move([[vector([p(0), 1]), count(1025)], there]),
    given: { others },
  },
  {
    id: 'process-vm.local-length-negative',
    space: 'W',
    call: move([counted([p(0), -1n]), there]),
    given: { others },
  },
  {
    id: 'process-vm.local-vector-unreadable',
    space: 'W',
    call: move([[word(8), count(1)], there]),
    given: { others },
  },
  {
    id: 'process-vm.local-element-beyond-user-space',
    space: 'W',
    call: move([counted([KERNEL, 16]), there]),
    given: { others },
    also: ['process-vm.local-unreachable'],
  },
  {
    id: 'process-vm.remote-too-many-elements',
    space: 'W',
    call: move([here, [vector([p(0), 1]), count(1025)]]),
    given: { others },
  },
  {
    id: 'process-vm.remote-length-negative',
    space: 'W',
    call: move([here, counted([p(0), -1n])]),
    given: { others },
  },
  {
    id: 'process-vm.remote-vector-unreadable',
    space: 'W',
    call: move([here, [word(8), count(1)]]),
    given: { others },
  },
  { id: 'process-vm.no-such-process', space: 'W', call: move([here, there], 300), given: { others } },
  { id: 'process-vm.no-such-process', space: 'W', call: move([here, there], 0), given: { others } },
  {
    id: 'process-vm.no-such-process',
    space: 'W',
    call: move([here, there], 400),
    given: { others },
    answer: 'open',
  },
  {
    id: 'process-vm.not-permitted',
    space: 'W',
    call: move([here, there]),
    given: { others },
    answer: 'no-trace',
  },
  {
    id: 'process-vm.remote-unreachable',
    space: 'W',
    call: move([here, counted([p(2), 16])]),
    given: { others },
  },
  {
    id: 'process-vm.remote-unreachable',
    space: 'W',
    call: move([here, there], 200, 'process_vm_writev'),
    given: { others },
  },
  { id: 'process-vm.remote-unreachable', space: 'WN', call: move([here, counted([p(1), 16])], 100) },
  {
    id: 'process-vm.local-unreachable',
    space: 'WR',
    call: move([counted([p(1), 16]), there]),
    given: { others },
  },
  {
    id: 'process-vm.local-unreachable',
    space: 'W?',
    call: move([counted([p(1), 16]), there]),
    given: { others },
    answer: 'no-trace',
  },
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
  ...processMadviseCases,
  ...ofProcessesAndFiles,
  ...processVmCases,
  ...pkeyCases,
];
