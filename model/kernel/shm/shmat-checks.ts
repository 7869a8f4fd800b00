/**
 * What shmat demands. ipc/shm.c: do_shmat
 */
import type { AddressSpace } from '../../memory/address-space';
import { pageRange, pagesFor, type PageRange } from '../../memory/page';
import { SHM } from '../abi/memory-flags';
import type { Before, Check, Verdict } from '../check';
import { firstVmaIn } from '../coverage';
import { capable, fitsAddressSpace, fitsMemlock } from '../limits';
import type { SharedSegment } from '../../process/shared-segment';
import { hugeUnitsIn } from '../huge-pages';
import type { ShmatCall } from '../mapping-call';
import { pageBytes, unitsPerPage } from '../layout';
import { asMlockallSays, futureFlags } from '../new-memory';
import { hasRoom } from '../placement/room';
import { removalChecks, withinMapLimit } from '../removal';
import { isAligned, roundDown } from '../rounding';
import { endsInUserSpace } from '../task-size';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  failsIfAssumed,
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
import { granted } from './permission';
import { placeOf } from './placement';

const source = seen('ipc/shm.c: do_shmat');
const manualPage = read('shmat(2)', 'man-pages 6.20');

export const segmentOf = ({ shmid }: ShmatCall, before: Before): SharedSegment | undefined =>
  shmid.value === undefined ? undefined : before.segments?.get(shmid.value);

/** The segment's pages, the machine's own or huge ones whole; undefined where the log does not show its size. */
export const pagesOfSegment = (call: ShmatCall, before: Before): number | undefined => {
  const segment = segmentOf(call, before);
  if (segment === undefined) return undefined;
  const unit = hugeUnitsIn(segment, before) ?? unitsPerPage(before);
  return Math.ceil(pagesFor(segment.size) / unit) * unit;
};

/** Where it is to go; undefined: the kernel chooses, or the size is not known. */
function fixedRange(call: ShmatCall, before: Before): PageRange | undefined {
  const pages = pagesOfSegment(call, before);
  const addr = call.addr.value;
  if (pages === undefined || addr === undefined || addr === 0n) return undefined;
  const start = Number(roundDown(addr, pageBytes(before)) >> 12n);
  return pageRange(start, start + pages);
}

/** What SHM_REMAP clears for the segment. */
export function replacedRange(call: ShmatCall, before: Before): PageRange | undefined {
  const range = flag(call, SHM.REMAP) ? fixedRange(call, before) : undefined;
  return range === undefined || range.end > before.space.taskSize ? undefined : range;
}

const onRange =
  (test: (range: PageRange, before: Before, call: ShmatCall) => Verdict): Check<ShmatCall>['test'] =>
  (call, before) => {
    const range = fixedRange(call, before);
    if (range !== undefined) return test(range, before, call);
    return (call.addr.value ?? 0n) === 0n ? NOT_REACHED : likelyPasses('unknown-argument');
  };

export const flag = (call: ShmatCall, bit: number): boolean => ((call.flags.value ?? 0) & bit) !== 0;

/** By any process that the log shows. */
function isAttached(shmid: number | undefined, { space, world }: Before): boolean {
  const spaces = new Set<AddressSpace | undefined>([space]);
  for (const task of world?.tasks() ?? []) if (task.ended === undefined) spaces.add(world?.space(task.space));
  for (const one of spaces)
    for (const { backing } of one?.vmas() ?? [])
      if (backing.kind === 'sysv' && backing.shmid === shmid) return true;
  return false;
}

export const shmatChecks: readonly Check<ShmatCall>[] = [
  {
    id: 'shmat.negative-id',
    errno: 'EINVAL',
    sources: [source],
    demand: 'the segment id is not negative',
    test: ({ shmid }) => withArguments([shmid], (id) => demand(id >= 0, argumentFact('shmid', shmid))),
  },
  {
    id: 'shmat.address-misaligned',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the address is a multiple of SHMLBA (a page on x86), or SHM_RND is given',
    test: (call, before) =>
      withArguments([call.addr, call.flags], (addr) =>
        demand(isAligned(addr, pageBytes(before)) || flag(call, SHM.RND), argumentFact('shmaddr', call.addr)),
      ),
  },
  {
    id: 'shmat.remap-without-address',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'SHM_REMAP is given together with an address',
    test: (call, before) =>
      withArguments([call.addr, call.flags], (addr) =>
        flag(call, SHM.REMAP)
          ? demand(roundDown(addr, pageBytes(before)) !== 0n, argumentFact('shmaddr', call.addr))
          : NOT_REACHED,
      ),
  },
  {
    id: 'shmat.no-such-segment',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'there is a segment of that id',
    test: ({ shmid }, before) => {
      const segment = shmid.value === undefined ? undefined : before.segments?.get(shmid.value);
      if (segment === undefined) return cannotTell('unknown-argument', argumentFact('shmid', shmid));
      if (segment.removedAt === undefined || isAttached(shmid.value, before)) return passes();
      const facts = [argumentFact('shmid', shmid), eventFact('removed', segment.removedAt)];
      // Removed, it lives on while somebody has it attached. Of one that this log made, others seldom know the number.
      return segment.mode === undefined ? cannotTell('no-trace', ...facts) : failsIfAssumed(...facts);
    },
  },
  {
    id: 'shmat.segment-removed',
    errno: 'EIDRM',
    sources: [read('ipc/util.c: ipc_obtain_object_check'), manualPage],
    demand: 'the segment was not removed, its number being another segment’s by now',
    test: ({ shmid }, before) => {
      const segment = shmid.value === undefined ? undefined : before.segments?.get(shmid.value);
      const removed = segment?.removedAt;
      return removed === undefined || isAttached(shmid.value, before)
        ? passes()
        : likelyPasses('no-trace', eventFact('removed', removed));
    },
  },
  {
    id: 'shmat.access-denied',
    errno: 'EACCES',
    sources: [source, read('ipc/util.c: ipcperms'), manualPage],
    demand: 'the segment grants that access to the caller, or the caller has CAP_IPC_OWNER',
    test: (call, before) => granted(call, segmentOf(call, before), before),
  },
  {
    id: 'shmat.kernel-memory',
    errno: 'ENOMEM',
    sources: [source],
    demand: 'the kernel has memory for the attachment, and an open file (fs.file-max)',
    test: () => NO_TRACE,
  },
  {
    id: 'shmat.range-wraps',
    errno: 'EINVAL',
    sources: [source],
    demand: 'the range does not pass the end of the address space',
    test: onRange((range, before, call) => {
      // With SHM_REMAP only mmap's own tests are made.
      const size = before.segments?.get(call.shmid.value ?? -1)?.size;
      if (flag(call, SHM.REMAP) || size === undefined) return NOT_REACHED;
      // In bytes as asked for: a segment of less than a page may lie in the last one.
      return demand((BigInt(range.start) << 12n) + size < 1n << 64n, argumentFact('shmaddr', call.addr));
    }),
  },
  {
    id: 'shmat.range-in-use',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'without SHM_REMAP, nothing is mapped in the range',
    test: onRange((range, before, call) => {
      if (flag(call, SHM.REMAP) || range.start === 0 || range.end > before.space.taskSize) return NOT_REACHED;
      const vma = firstVmaIn(before.space, range);
      if (vma !== undefined) return fails(vmaFact('vma', vma));
      const unknown = before.space.holesIn(range).find((hole) => hole.state === 'unknown');
      return unknown === undefined
        ? passes()
        : cannotTell('unknown-memory', rangeFact('range', unknown, 'unknown'));
    }),
  },
  {
    id: 'shmat.map-limit',
    errno: 'ENOMEM',
    sources: [seen('mm/mmap.c: do_mmap')],
    demand: 'the process has no more mappings than it may have',
    test: (_call, before) => withinMapLimit(before, (count) => count > before.machine.maxMapCount),
  },
  {
    id: 'shmat.no-gap',
    errno: 'ENOMEM',
    sources: [seen('mm/vma.c: vm_unmapped_area')],
    demand: 'without an address, somewhere there is a gap for the segment',
    test: (call, before) => {
      const pages = pagesOfSegment(call, before);
      return pages === undefined || call.addr.value !== 0n
        ? NOT_REACHED
        : hasRoom(placeOf(pages, hugeUnitsIn(segmentOf(call, before), before), before), pages, before);
    },
  },
  {
    id: 'shmat.huge-page-misaligned',
    errno: 'EINVAL',
    sources: [seen('fs/hugetlbfs/inode.c: hugetlb_get_unmapped_area')],
    demand: 'the address of a segment of huge pages is a multiple of their size',
    test: onRange((range, before, call) => {
      const unit = hugeUnitsIn(segmentOf(call, before), before);
      return unit === undefined
        ? NOT_REACHED
        : demand(range.start % unit === 0, argumentFact('shmaddr', call.addr));
    }),
  },
  {
    id: 'shmat.beyond-task-size',
    errno: 'ENOMEM',
    sources: [seen('mm/mmap.c: __get_unmapped_area')],
    demand: 'the range ends within the addresses that user space can have',
    test: onRange((range, before, call) =>
      endsInUserSpace(BigInt(range.end) << 12n, before, argumentFact('shmaddr', call.addr)),
    ),
  },
  {
    id: 'shmat.below-mmap-min-addr',
    errno: 'EPERM',
    sources: [seen('security/commoncap.c: cap_mmap_addr')],
    demand: 'the address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO',
    test: onRange((range, before, call) =>
      BigInt(range.start) << 12n >= before.machine.mmapMinAddr
        ? passes()
        : capable(before, 'CAP_SYS_RAWIO', argumentFact('shmaddr', call.addr)),
    ),
  },
  {
    id: 'shmat.over-lock-limit',
    errno: 'EAGAIN',
    sources: [seen('mm/mmap.c: mlock_future_ok')],
    demand: 'under mlockall(MCL_FUTURE), the segment fits below RLIMIT_MEMLOCK',
    test: (call, before) => {
      if (futureFlags(before) === 0) return NOT_REACHED;
      const pages = pagesOfSegment(call, before);
      return pages === undefined
        ? cannotTell('unknown-argument')
        : asMlockallSays(fitsMemlock(before, pages), before);
    },
  },
  ...removalChecks<ShmatCall>('shmat.remap-', replacedRange),
  {
    id: 'shmat.over-address-space-limit',
    errno: 'ENOMEM',
    sources: [read('mm/mmap.c: may_expand_vm')],
    demand: 'the segment fits below RLIMIT_AS',
    test: (call, before) => {
      const replaced = replacedRange(call, before);
      let credit = 0;
      if (replaced !== undefined)
        for (const vma of before.space.vmasIn(replaced))
          credit += Math.min(vma.end, replaced.end) - Math.max(vma.start, replaced.start);
      return fitsAddressSpace(before, pagesOfSegment(call, before) ?? 1, credit);
    },
  },
];
