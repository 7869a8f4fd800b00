/** process_madvise and process_mrelease: calls on processes; cachestat. */
import type { Value } from '../../../../model/trace/value';
import { drawn } from '../../memory/drawing';
import { p, PG, type Case } from './case';
import { processVmCases } from './process-vm';
import { count, counted, KERNEL, vector, word } from './vectors';

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
  {
    id: 'cachestat.huge-pages',
    space: 'W',
    call: cachestat(7, p(0), p(0)),
    given: { files: { 7: { path: '/data', hugePages: 0 } } },
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

export const askingProcessCases: readonly Case[] = [
  ...processMadviseCases,
  ...ofProcessesAndFiles,
  ...processVmCases,
];
