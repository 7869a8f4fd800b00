/** munmap, mprotect, madvise, mseal, the mlock family: calls on a range. */
import { MADV } from '../../../../model/kernel/abi/memory-flags';
import { ShownConfiguration } from '../../../../model/kernel/shown-configuration';
import { VmFlag } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import { changed, flagged, guarded, p, PG, TASK_SIZE, type Case } from './case';

/** A kernel that took MADV_HWPOISON in an earlier line, or refused it. */
const poisoning = (isThere: boolean) => {
  const shownConfiguration = new ShownConfiguration();
  shownConfiguration.shows(MADV.HWPOISON, isThere, eventIndex(0));
  return { shownConfiguration };
};
const small = (maxMapCount: number) => ({ machine: { maxMapCount } });
const limit = (pages: number) => ({ limits: { MEMLOCK: BigInt(pages * PG) } });
const { sealed, unsplittable, mayRead, mayExec } = VmFlag;

const munmapCases: readonly Case[] = [
  { id: 'munmap.address-misaligned', space: 'WW', call: ['munmap', p(0, 1), PG] },
  { id: 'munmap.beyond-task-size', space: 'WW', call: ['munmap', TASK_SIZE, PG] },
  { id: 'munmap.beyond-task-size', space: 'WW', call: ['munmap', TASK_SIZE - 4096n, PG + 1] },
  { id: 'munmap.length-zero', space: 'WW', call: ['munmap', p(0), 0] },
  { id: 'munmap.length-zero', space: 'WW', call: ['munmap', p(0), -1n], also: ['munmap.beyond-task-size'] },
  { id: 'munmap.map-limit', space: 'WWW', call: ['munmap', p(1), PG], given: small(1) },
  { id: 'munmap.sealed', space: flagged('WWRR', 2, 4, sealed), call: ['munmap', p(0), 3 * PG] },
  { id: 'munmap.indivisible', space: flagged('DD', 0, 2, unsplittable), call: ['munmap', p(0), PG] },
  { id: 'munmap.kernel-memory', space: 'WW', call: ['munmap', p(0), PG], answer: 'no-trace' },
];

const R = 'PROT_READ';
const RW = 'PROT_READ|PROT_WRITE';
const mprotectCases: readonly Case[] = [
  {
    id: 'mprotect.not-in-this-kernel',
    space: 'WW',
    call: ['pkey_mprotect', p(0), PG, R, -1],
    given: { kernel: [4, 8] },
  },
  {
    id: 'mprotect.grows-both-ways',
    space: 'GG',
    call: ['mprotect', p(0), PG, 'PROT_READ|PROT_GROWSDOWN|PROT_GROWSUP'],
    also: ['mprotect.not-a-stack'],
  },
  { id: 'mprotect.address-misaligned', space: 'WW', call: ['mprotect', p(0, 1), PG, R] },
  { id: 'mprotect.range-wraps', space: 'WW', call: ['mprotect', p(0), -1n, R] },
  { id: 'mprotect.range-wraps', space: 'WW', call: ['mprotect', -4096n, 8192, R] },
  { id: 'mprotect.unknown-protection', space: 'WW', call: ['mprotect', p(0), PG, 0x100] },
  { id: 'mprotect.unknown-key', space: 'WW', call: ['pkey_mprotect', p(0), PG, R, 99] },
  { id: 'mprotect.unknown-key', space: 'WW', call: ['pkey_mprotect', p(0), PG, R, 1] },
  {
    id: 'mprotect.unknown-key',
    space: 'WW',
    call: ['pkey_mprotect', p(0), PG, R, 1],
    given: { attached: true },
    answer: 'open',
  },
  { id: 'mprotect.not-a-stack', space: 'WW', call: ['mprotect', p(0), PG, 'PROT_READ|PROT_GROWSDOWN'] },
  { id: 'mprotect.not-a-stack', space: 'GG', call: ['mprotect', p(0), PG, 'PROT_READ|PROT_GROWSUP'] },
  { id: 'mprotect.unmapped', space: 'WW.W', call: ['mprotect', p(0), 4 * PG, R] },
  { id: 'mprotect.unmapped', space: '.W', call: ['mprotect', p(0), 2 * PG, R] },
  { id: 'mprotect.unmapped', space: 'WW?W', call: ['mprotect', p(0), 4 * PG, R], answer: 'open' },
  { id: 'mprotect.unmapped', space: 'W?.W', call: ['mprotect', p(0), 4 * PG, R] },
  { id: 'mprotect.unmapped', space: 'W?.W', call: ['mprotect', p(0), 4 * PG, RW], answer: 'open' },
  {
    id: 'mprotect.not-permitted',
    space: changed('PP', 0, 2, { flags: mayRead | mayExec | VmFlag.mayShare }),
    call: ['mprotect', p(0), PG, RW],
  },
  {
    id: 'mprotect.write-and-execute-denied',
    space: 'WW',
    call: ['mprotect', p(0), PG, 'PROT_READ|PROT_EXEC'],
    answer: 'no-trace',
  },
  {
    id: 'mprotect.architecture-flags',
    space: 'WW',
    call: ['mprotect', p(0), PG, R],
    given: { architecture: 'arm64' },
    answer: 'no-trace',
  },
  {
    id: 'mprotect.refused-by-owner',
    space: changed('PP', 0, 2, { backing: { kind: 'file', description: 1, path: '/dev/sgx_enclave' } }),
    call: ['mprotect', p(0), PG, R],
    answer: 'no-trace',
  },
  { id: 'mprotect.kernel-memory', space: 'WW', call: ['mprotect', p(0), PG, R], answer: 'no-trace' },
  { id: 'mprotect.security-module', space: 'WW', call: ['mprotect', p(0), PG, R], answer: 'no-trace' },
  { id: 'mprotect.sealed', space: flagged('WWRR', 2, 4, sealed), call: ['mprotect', p(0), 4 * PG, RW] },
  {
    id: 'mprotect.over-data-limit',
    space: 'WWRR',
    call: ['mprotect', p(2), 2 * PG, RW],
    given: { limits: { DATA: BigInt(3 * PG) } },
  },
  {
    id: 'mprotect.over-commit-limit',
    space: 'NNNN',
    call: ['mprotect', p(0), 4 * PG, RW],
    given: { machine: { memory: 8192n } },
  },
  { id: 'mprotect.map-limit', space: 'WWWW', call: ['mprotect', p(1), PG, R], given: small(2) },
  { id: 'mprotect.indivisible', space: flagged('DD', 0, 2, unsplittable), call: ['mprotect', p(0), PG, R] },
];

const mlockCases: readonly Case[] = [
  { id: 'mlock.not-in-this-kernel', space: 'WW', call: ['mlock2', p(0), PG, 0], given: { kernel: [4, 3] } },
  { id: 'mlock.unknown-flags', space: 'WW', call: ['mlock2', p(0), PG, 2] },
  {
    id: 'mlock.not-permitted',
    space: 'WW',
    call: ['mlock', p(0), PG],
    given: limit(0),
    also: ['mlock.over-limit'],
  },
  { id: 'mlock.not-permitted', space: 'WW', call: ['mlock', p(0), 0], given: limit(0) },
  { id: 'mlock.over-limit', space: 'LLWW', call: ['mlock', p(1), 2 * PG], given: limit(2) },
  {
    id: 'mlock.over-limit',
    space: 'LLWW',
    call: ['mlock', p(0), 2 * PG],
    given: { ...limit(3), kernel: [4, 8] },
  },
  {
    id: 'mlock.over-limit',
    space: 'WW',
    call: ['mlock', p(0), 2 * PG],
    given: { ...limit(1), capabilities: { CAP_IPC_LOCK: 'unknown' } },
    answer: 'open',
  },
  { id: 'mlock.range-wraps', space: 'WW', call: ['mlock', -4096n, 8192] },
  { id: 'mlock.unmapped', space: 'WW.W', call: ['mlock', p(1), 2 * PG] },
  { id: 'mlock.unmapped', space: 'WW.W', call: ['mlock', p(2, 1), 0] },
  { id: 'mlock.unmapped', space: 'WW?W', call: ['mlock', p(1), 2 * PG], answer: 'open' },
  { id: 'mlock.map-limit', space: 'WWWW', call: ['mlock', p(1), PG], given: small(1) },
  { id: 'mlock.not-populated', space: 'WWNN', call: ['mlock', p(0), 3 * PG] },
  {
    id: 'mlock.not-populated',
    space: 'PPPP',
    call: ['mlock', p(0), 4 * PG],
    given: { files: { 3: { description: 1, size: 5000n } } },
  },
  {
    // What gets no lock is filled all the same.
    id: 'mlock.not-populated',
    space: flagged('NN', 0, 2, VmFlag.hugeTlb),
    call: ['mlock2', p(0), PG, 'MLOCK_ONFAULT'],
  },
  {
    // Reserved by nobody: whether the pool has a page is seen when it is asked for.
    id: 'mlock.not-populated',
    space: flagged('WW', 0, 2, VmFlag.hugeTlb | VmFlag.noReserve),
    call: ['mlock', p(0), PG],
    answer: 'open',
  },
  { id: 'mlock.out-of-memory', space: 'WW', call: ['mlock', p(0), PG], answer: 'no-trace' },
  { id: 'munlock.range-wraps', space: 'WW', call: ['munlock', -4096n, 8192] },
  { id: 'munlock.unmapped', space: 'LL.L', call: ['munlock', p(0), 4 * PG] },
  { id: 'munlock.map-limit', space: 'LLLL', call: ['munlock', p(1), PG], given: small(1) },
  { id: 'mlockall.invalid-flags', space: 'WW', call: ['mlockall', 0] },
  { id: 'mlockall.invalid-flags', space: 'WW', call: ['mlockall', 'MCL_ONFAULT'] },
  { id: 'mlockall.invalid-flags', space: 'WW', call: ['mlockall', 8] },
  { id: 'mlockall.not-permitted', space: 'WW', call: ['mlockall', 'MCL_FUTURE'], given: limit(0) },
  { id: 'mlockall.over-limit', space: 'WW', call: ['mlockall', 'MCL_CURRENT'], given: limit(1) },
  {
    id: 'mlockall.over-limit',
    space: 'W?',
    call: ['mlockall', 'MCL_CURRENT'],
    given: limit(100),
    answer: 'open',
  },
];

const madviseCases: readonly Case[] = [
  { id: 'madvise.unknown-advice', space: 'WW', call: ['madvise', p(0), PG, 5] },
  {
    id: 'madvise.unknown-advice',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_GUARD_INSTALL'],
    given: { kernel: [6, 12] },
  },
  { id: 'madvise.address-misaligned', space: 'WW', call: ['madvise', p(0, 1), PG, 'MADV_DONTNEED'] },
  { id: 'madvise.range-wraps', space: 'WW', call: ['madvise', -4096n, 4096, 'MADV_NORMAL'] },
  {
    id: 'madvise.unknown-advice',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_HWPOISON'],
    given: { capabilities: { CAP_SYS_ADMIN: 'yes' } },
    answer: 'open',
  },
  {
    id: 'madvise.unknown-advice',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_SOFT_OFFLINE'],
    given: { machine: poisoning(false), capabilities: { CAP_SYS_ADMIN: 'yes' } },
  },
  {
    id: 'madvise.poison-not-permitted',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_HWPOISON'],
    given: { machine: poisoning(true) },
  },
  {
    id: 'madvise.sealed',
    space: flagged('RR', 0, 2, sealed),
    call: ['madvise', p(0), PG, 'MADV_DONTNEED'],
  },
  { id: 'madvise.locked', space: 'WWLL', call: ['madvise', p(0), 4 * PG, 'MADV_DONTNEED'] },
  { id: 'madvise.wrong-kind', space: 'SS', call: ['madvise', p(0), PG, 'MADV_FREE'] },
  { id: 'madvise.no-huge-page', space: 'WW', call: ['madvise', p(0), PG, 'MADV_COLLAPSE'] },
  {
    id: 'madvise.not-collapsed',
    space: 'U'.repeat(2048),
    call: ['madvise', p(0), 2048 * PG, 'MADV_COLLAPSE'],
    answer: 'open',
  },
  {
    id: 'madvise.not-populated',
    space: guarded('WW', 0, 1, 'guard'),
    call: ['madvise', p(0), 2 * PG, 'MADV_POPULATE_WRITE'],
  },
  {
    // A snapshot shows that there is one, not where.
    id: 'madvise.not-populated',
    space: guarded('WW', 0, 2, 'maybe-guard'),
    call: ['madvise', p(0), PG, 'MADV_POPULATE_WRITE'],
    answer: 'open',
  },
  {
    id: 'madvise.kernel-memory',
    space: guarded('WW', 0, 1, 'guard'),
    call: ['madvise', p(1), PG, 'MADV_POPULATE_WRITE'],
    answer: 'no-trace',
  },
  {
    id: 'madvise.not-populated',
    space: flagged('WW', 0, 2, VmFlag.hugeTlb | VmFlag.noReserve),
    call: ['madvise', p(0), PG, 'MADV_POPULATE_READ'],
    answer: 'open',
  },
  { id: 'madvise.no-access', space: 'RR', call: ['madvise', p(0), PG, 'MADV_POPULATE_WRITE'] },
  { id: 'madvise.no-access', space: 'NN', call: ['madvise', p(0), PG, 'MADV_POPULATE_READ'] },
  {
    id: 'madvise.not-populated',
    space: 'NN',
    call: ['madvise', p(0), PG, 'MADV_HWPOISON'],
    given: { machine: poisoning(true), capabilities: { CAP_SYS_ADMIN: 'yes' } },
  },
  {
    id: 'madvise.not-populated',
    space: '..',
    call: ['madvise', p(0), PG, 'MADV_SOFT_OFFLINE'],
    given: { machine: poisoning(true), capabilities: { CAP_SYS_ADMIN: 'yes' } },
  },
  {
    id: 'madvise.wrong-kind',
    space: flagged('SS', 0, 2, VmFlag.hugeTlb),
    call: ['madvise', p(0), PG, 'MADV_DONTNEED'],
    given: { kernel: [5, 17] },
  },
  {
    id: 'madvise.huge-page-cut',
    space: flagged('SS', 0, 2, VmFlag.hugeTlb),
    call: ['madvise', p(1), PG, 'MADV_DONTNEED'],
  },
  {
    id: 'madvise.wrong-kind',
    space: 'SS',
    call: ['madvise', p(0), PG, 'MADV_GUARD_INSTALL'],
    given: { kernel: [6, 14] },
  },
  {
    id: 'madvise.wrong-kind',
    space: 'SS',
    call: ['madvise', p(0), 2 * PG, 'MADV_NOHUGEPAGE'],
    given: { kernel: [4, 7] },
  },
  {
    id: 'madvise.no-hole-punching',
    space: changed('PP', 0, 2, { flags: mayRead | VmFlag.mayWrite | VmFlag.shared | VmFlag.mayShare }),
    call: ['madvise', p(0), PG, 'MADV_REMOVE'],
    answer: 'no-trace',
  },
  {
    id: 'madvise.nothing-to-read',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_WILLNEED'],
    given: { kernel: [3, 8] },
  },
  {
    id: 'madvise.nothing-to-read',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_WILLNEED'],
    answer: 'no-trace',
  },
  {
    id: 'madvise.kernel-memory',
    space: 'WW',
    call: ['madvise', p(0), PG, 'MADV_DONTFORK'],
    answer: 'no-trace',
  },
  {
    id: 'madvise.map-limit',
    space: 'WWW',
    call: ['madvise', p(1), PG, 'MADV_DONTFORK'],
    given: { ...small(1), kernel: [5, 15] },
  },
  {
    id: 'madvise.map-limit',
    space: 'WWW',
    call: ['madvise', p(1), PG, 'MADV_DONTFORK'],
    given: { ...small(1), kernel: [4, 11] },
  },
  { id: 'madvise.not-writable', space: 'PP', call: ['madvise', p(0), PG, 'MADV_REMOVE'] },
  {
    id: 'madvise.file-too-large',
    space: changed('SS', 0, 2, { pgoff: 2 ** 51 - 2 }),
    call: ['madvise', p(0), 2 * PG, 'MADV_REMOVE'],
  },
  {
    id: 'madvise.wrong-kind',
    space: changed('SS', 0, 2, { pgoff: 2 ** 51 }),
    call: ['madvise', p(0), PG, 'MADV_REMOVE'],
  },
  { id: 'madvise.map-limit', space: 'WWW', call: ['madvise', p(1), PG, 'MADV_DONTFORK'], given: small(1) },
  { id: 'madvise.unmapped', space: 'WW.W', call: ['madvise', p(0), 4 * PG, 'MADV_DONTFORK'] },
  { id: 'madvise.unmapped', space: 'WW?W', call: ['madvise', p(0), 4 * PG, 'MADV_DONTFORK'], answer: 'open' },
];

const msealCases: readonly Case[] = [
  { id: 'mseal.indivisible', space: flagged('DD', 0, 2, unsplittable), call: ['mseal', p(0), PG, 0] },
  { id: 'mseal.not-in-this-kernel', space: 'WW', call: ['mseal', p(0), PG, 0], given: { kernel: [6, 9] } },
  {
    id: 'mseal.not-on-this-kernel',
    space: 'WW',
    call: ['mseal', 0x10000, 0, 0],
    given: { machine: { architecture: 'i386' } },
  },
  { id: 'mseal.unknown-flags', space: 'WW', call: ['mseal', p(0), PG, 1] },
  { id: 'mseal.address-misaligned', space: 'WW', call: ['mseal', p(0, 1), PG, 0] },
  { id: 'mseal.range-wraps', space: 'WW', call: ['mseal', p(0), -1n, 0] },
  { id: 'mseal.range-wraps', space: 'WW', call: ['mseal', -4096n, 8192, 0] },
  { id: 'mseal.unmapped', space: 'WW.W', call: ['mseal', p(0), 4 * PG, 0] },
  { id: 'mseal.unmapped', space: 'WW?W', call: ['mseal', p(0), 4 * PG, 0], answer: 'open' },
  { id: 'mseal.map-limit', space: 'WWW', call: ['mseal', p(1), PG, 0], given: small(1) },
];

export const rangeCases: readonly Case[] = [
  ...munmapCases,
  ...mprotectCases,
  ...mlockCases,
  ...madviseCases,
  ...msealCases,
];
