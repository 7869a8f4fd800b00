/**
 * cachestat(2): how much of a file is in the page cache. It asks of a file, not of memory, but is given two structures.
 * mm/filemap.c: sys_cachestat
 */
import type { CallEvent } from '../trace/event';
import { flagTable } from './abi/flag-table';
import type { CallReader } from './call-reader';
import type { Check } from './check';
import { soundsHuge } from './huge-pages';
import type { Given } from './given';
import type { SyscallRule } from './syscall-rule';
import { canRead, canWrite, pointerOf, type UserPointer } from './user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  read,
  seen,
  withArguments,
} from './verdict';
import { kernelVersion } from './versions';

export interface CachestatCall {
  readonly event: CallEvent;
  readonly call: 'cachestat';
  readonly fd: Given<number>;
  readonly range: UserPointer;
  readonly statistics: UserPointer;
  readonly flags: Given<number>;
}

export const cachestatCall = (read: CallReader): CachestatCall => ({
  call: 'cachestat',
  event: read.event,
  fd: read.int(0, 'fd'),
  range: pointerOf(read.argument(1, 'cstat_range')),
  statistics: pointerOf(read.argument(2, 'cstat')),
  flags: read.flags(3, 'flags', flagTable()),
});

const source = seen('mm/filemap.c: sys_cachestat');
const SINCE = kernelVersion(6, 5);
/** include/uapi/linux/mman.h: struct cachestat_range, struct cachestat */
const RANGE_BYTES = 16;
const STATISTICS_BYTES = 40;

const checks: readonly Check<CachestatCall>[] = [
  {
    id: 'cachestat.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(6, 4),
    sources: [source],
    demand: 'the kernel has the call: 6.5 and later',
    test: () => fails(),
  },
  {
    id: 'cachestat.fd-not-open',
    errno: 'EBADF',
    since: SINCE,
    sources: [source],
    demand: 'the descriptor is open, and not only by O_PATH',
    test: ({ fd }, before) =>
      withArguments([fd], (number) => {
        const fact = argumentFact('fd', fd);
        if (number < 0) return fails(fact);
        if (before.descriptors.get(number)?.kind === 'o-path') return fails(fact);
        const state = before.descriptors.stateOf(number);
        return state === 'unknown'
          ? likelyPasses('unknown-descriptor', fact)
          : demand(state === 'open', fact);
      }),
  },
  {
    id: 'cachestat.range-unreadable',
    errno: 'EFAULT',
    since: SINCE,
    sources: [source],
    demand: 'the range can be read',
    test: ({ range }, before) => canRead(range, RANGE_BYTES, before),
  },
  {
    id: 'cachestat.huge-pages',
    errno: 'EOPNOTSUPP',
    since: SINCE,
    sources: [read('mm/filemap.c: sys_cachestat')],
    demand: 'the file is not one of huge pages',
    test: ({ fd }, before) => {
      const file = fd.value === undefined ? undefined : before.descriptors.get(fd.value);
      if (file?.hugePages !== undefined) return fails(argumentFact('fd', fd));
      return file !== undefined && soundsHuge(file.path)
        ? cannotTell('unknown-descriptor', argumentFact('fd', fd))
        : NO_TRACE;
    },
  },
  {
    id: 'cachestat.not-permitted',
    errno: 'EPERM',
    since: SINCE,
    sources: [read('mm/filemap.c: can_do_cachestat')],
    demand: 'the caller owns the file, or could write to it',
    test: ({ fd }, before) =>
      fd.value !== undefined && before.descriptors.get(fd.value)?.writable === true
        ? { answer: 'passes' }
        : NO_TRACE,
  },
  {
    id: 'cachestat.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0, argumentFact('flags', flags))),
  },
  {
    id: 'cachestat.statistics-not-writable',
    errno: 'EFAULT',
    since: SINCE,
    sources: [source],
    demand: 'the statistics can be written',
    test: ({ statistics }, before) => canWrite(statistics, STATISTICS_BYTES, before),
  },
];

export const cachestatRule: SyscallRule<CachestatCall> = {
  call: 'cachestat',
  checks,
  successValue: () => 0n,
};
