/**
 * msync(2): what was written through shared mappings of files goes to the files. mm/msync.c: sys_msync
 *
 * It changes nothing of the address space, but proves something of it: a success that all of the range is mapped.
 */
import { isLocked } from '../../memory/locked';
import { pageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { pagesAsked, startsOnPage } from '../aligned-range';
import type { Check } from '../check';
import { segmentsIn, surestHole } from '../coverage';
import { kernelBits, pageBytes, untagged } from '../layout';
import { learnFromAsking } from '../asked-range';
import { alignedRange } from '../rounding';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { MS, type MsyncCall } from './call';

const source = seen('mm/msync.c: sys_msync');
const manualPage = read('msync(2)', 'man-pages 6.20');

/** Shared memory without a file of its own has nowhere to go: it always succeeds. mm/shmem.c: noop_fsync */
const synced = (vma: Vma): boolean => has(vma, VmFlag.shared) && vma.backing.kind === 'file';

/** Devices and what /proc and /sys make up as they please: some have no fsync operation. */
const isMadeUp = ({ backing }: Vma): boolean =>
  backing.kind === 'file' && /^\/(?:dev|proc|sys)\//.test(backing.path) && backing.path !== '/dev/zero';

const whenWriting =
  (concerned: (vma: Vma) => boolean): Check<MsyncCall>['test'] =>
  (call, before) => {
    const range = pagesAsked(call, before);
    if (range === undefined || ((call.flags.value ?? 0) & MS.SYNC) === 0) return NOT_REACHED;
    for (const vma of before.space.vmasIn(range)) if (synced(vma) && concerned(vma)) return NO_TRACE;
    return NOT_REACHED;
  };

const checks: readonly Check<MsyncCall>[] = [
  {
    id: 'msync.unknown-flags',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the flags are of MS_ASYNC, MS_INVALIDATE and MS_SYNC',
    test: ({ flags }) =>
      withArguments([flags], (bits) => demand(bits >= 0 && bits <= 7, argumentFact('flags', flags))),
  },
  {
    id: 'msync.address-misaligned',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'msync.both-ways',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'MS_ASYNC and MS_SYNC are not given together',
    test: ({ flags }) =>
      withArguments([flags], (bits) =>
        demand((bits & MS.ASYNC) === 0 || (bits & MS.SYNC) === 0, argumentFact('flags', flags)),
      ),
  },
  {
    id: 'msync.range-wraps',
    errno: 'ENOMEM',
    sources: [source],
    demand: 'the range does not pass the end of the address space',
    test: ({ addr, length }, before) =>
      withArguments([addr, length], (start, bytes) => {
        const range = alignedRange(untagged(start, before), bytes, kernelBits(before), pageBytes(before));
        // A length that rounds to 0 is an empty range, and so a success.
        return demand(!range.wraps, argumentFact('addr', addr), argumentFact('length', length));
      }),
  },
  {
    id: 'msync.locked',
    errno: 'EBUSY',
    sources: [source, manualPage],
    demand: 'with MS_INVALIDATE, nothing in the range is locked',
    test: (call, before) => {
      const range = pagesAsked(call, before);
      if (range === undefined || ((call.flags.value ?? 0) & MS.INVALIDATE) === 0) return NOT_REACHED;
      const segments = segmentsIn(before.space, range);
      for (const segment of segments)
        if (segment.kind === 'vma' && has(segment.vma, VmFlag.locked))
          return fails(vmaFact('vma', segment.vma));
      for (const segment of segments)
        if (segment.kind === 'vma' && isLocked(segment.vma) === undefined)
          return cannotTell('unknown-limit', vmaFact('vma', segment.vma));
      if (before.space.locked === 0) return passes();
      const open = segments.find((one) =>
        one.kind === 'vma' ? one.vma.certainty === 'inferred' : one.state === 'unknown',
      );
      if (open === undefined) return passes();
      const state = open.kind === 'vma' ? 'mapped' : 'unknown';
      return likelyPasses('unknown-memory', rangeFact('range', open, state));
    },
  },
  {
    id: 'msync.file-cannot-sync',
    errno: 'EINVAL',
    sources: [read('fs/sync.c: vfs_fsync_range')],
    demand: 'with MS_SYNC, a file mapped shared is of a kind that can be synchronized',
    test: whenWriting(isMadeUp),
  },
  {
    id: 'msync.write-failed',
    errno: 'EIO',
    sources: [read('fs/sync.c: vfs_fsync_range')],
    demand: 'with MS_SYNC, what was written to a shared mapping reaches the file',
    test: whenWriting(() => true),
  },
  {
    id: 'msync.unmapped',
    errno: 'ENOMEM',
    sources: [source, manualPage],
    demand: 'every page of the range is mapped; files behind a hole are written all the same',
    test: (call, before) => {
      const range = pagesAsked(call, before);
      if (range === undefined) return NOT_REACHED;
      const hole = surestHole(segmentsIn(before.space, range));
      if (hole === undefined) return passes(rangeFact('range', range, 'mapped'));
      const fact = rangeFact('hole', pageRange(hole.start, hole.end), hole.state);
      return hole.state === 'free' ? fails(fact) : cannotTell('unknown-memory', fact);
    },
  },
];

export const msyncRule: SyscallRule<MsyncCall> = {
  call: 'msync',
  checks,
  apply(call, observed, before, edit) {
    const range = pagesAsked(call, before);
    if (range !== undefined) learnFromAsking(range, observed, before.space, edit);
  },
  successValue: () => 0n,
};
