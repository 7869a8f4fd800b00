/**
 * mmap's checks for a place: room in the address space, the fixed address, and locked memory.
 * mm/mmap.c: do_mmap, __get_unmapped_area
 */
import { segmentsIn } from '../coverage';
import { asMlockallSays, futureFlags } from '../new-memory';
import { MAP } from '../abi/mmap-flags';
import type { Check } from '../check';
import { capable, fitsMemlock, mayLock } from '../limits';
import { kernelBits, pageBytes, taskSizeBytes } from '../layout';
import { endsInUserSpace } from '../task-size';
import type { MmapCall } from '../mapping-call';
import { hasRoom } from '../placement/room';
import { withinMapLimit } from '../removal';
import { isAligned } from '../rounding';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NOT_REACHED,
  assumptionFact,
  numberFact,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
} from '../verdict';
import { kernelVersion } from '../versions';
import { onRequest } from './on-request';
import { placeOf } from './placement';
import { fixedRange } from './request';

/** Where the flags hold the size of the huge pages, as a power of two. */

const manualPage = read('mmap(2)', 'man-pages 6.20');
const doMmap = seen('mm/mmap.c: do_mmap');
const unmappedArea = seen('mm/mmap.c: __get_unmapped_area');

export const placementChecks: readonly Check<MmapCall>[] = [
  {
    id: 'mmap.map-limit',
    errno: 'ENOMEM',
    sources: [doMmap, manualPage],
    demand: 'the process has no more mappings than it may have, even if this one would merge',
    test: onRequest((_request, before) =>
      withinMapLimit(before, (count) => count > before.machine.maxMapCount),
    ),
  },
  {
    id: 'mmap.too-long',
    errno: 'ENOMEM',
    sources: [unmappedArea],
    demand: 'the length is no larger than the address space',
    test: onRequest(({ pages, fixed, addr }, before, { length }) => {
      const size = taskSizeBytes(before);
      const fact = argumentFact('length', length);
      // Who asks for no address above the lower end gets none, however many levels of page tables there are.
      return fixed || addr > size
        ? endsInUserSpace(BigInt(pages) << 12n, before, fact)
        : demand(pages <= before.space.taskSize, fact, numberFact('task-size', size, 'bytes'));
    }),
  },
  {
    id: 'mmap.no-gap',
    errno: 'ENOMEM',
    sources: [read('mm/vma.c: vm_unmapped_area'), manualPage],
    demand: 'somewhere there is a gap of that length',
    test: onRequest((request, before, call) =>
      request.fixed || request.length === 0n
        ? NOT_REACHED
        : hasRoom(placeOf(call, request, before), request.pages, before),
    ),
  },
  {
    id: 'mmap.huge-page-misaligned',
    errno: 'EINVAL',
    sources: [read('mm/hugetlb.c: hugetlb_get_unmapped_area'), manualPage],
    demand: 'a fixed address of huge pages is a multiple of their size',
    test: onRequest(({ fixed, hugePages, addr, hugeUnits }, _before, call) =>
      fixed && hugePages
        ? demand(isAligned(addr, BigInt(hugeUnits) << 12n), argumentFact('addr', call.addr))
        : NOT_REACHED,
    ),
  },
  {
    // MAP_FIXED takes the address for the answer, and this one is the number of an error: MAP_FAILED, passed on unseen.
    id: 'mmap.address-is-map-failed',
    errno: 'EPERM',
    sources: [seen('mm/mmap.c: __get_unmapped_area')],
    demand: 'a fixed address is not -1, the number by which the kernel itself says EPERM',
    test: onRequest(({ fixed, addr }, before, call) =>
      fixed
        ? demand(BigInt.asIntN(kernelBits(before), addr) !== -1n, argumentFact('addr', call.addr))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.beyond-task-size',
    errno: 'ENOMEM',
    sources: [unmappedArea],
    demand: 'the fixed range ends within the addresses that user space can have',
    test: onRequest(({ fixed, addr, length }, before, call) => {
      if (!fixed) return NOT_REACHED;
      const facts = [argumentFact('addr', call.addr), argumentFact('length', call.length)];
      return length > taskSizeBytes(before)
        ? demand(true, ...facts)
        : endsInUserSpace(addr + length, before, ...facts);
    }),
  },
  {
    id: 'mmap.address-misaligned',
    errno: 'EINVAL',
    sources: [unmappedArea, manualPage],
    demand: 'a fixed address is a multiple of the page size',
    test: onRequest(({ fixed, addr }, before, call) =>
      fixed ? demand(isAligned(addr, pageBytes(before)), argumentFact('addr', call.addr)) : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.below-mmap-min-addr',
    errno: 'EPERM',
    sources: [seen('security/commoncap.c: cap_mmap_addr'), manualPage],
    demand: 'a fixed address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO',
    test: onRequest(({ fixed, addr }, before, call) => {
      if (!fixed || addr >= before.machine.mmapMinAddr) return fixed ? passes() : NOT_REACHED;
      const facts = [
        argumentFact('addr', call.addr),
        before.machine.assumed.has('mmapMinAddr')
          ? assumptionFact('vm.mmap_min_addr', String(before.machine.mmapMinAddr))
          : numberFact('mmap-min-addr', before.machine.mmapMinAddr, 'bytes'),
      ];
      // 4096 is the kernel's own default: between it and 65536 only the sysctl of that machine decides.
      return addr >= 4096n && before.machine.assumed.has('mmapMinAddr')
        ? cannotTell('unknown-machine', ...facts)
        : capable(before, 'CAP_SYS_RAWIO', ...facts);
    }),
  },
  {
    id: 'mmap.range-in-use',
    errno: 'EEXIST',
    since: kernelVersion(4, 17),
    sources: [doMmap, manualPage],
    demand: 'with MAP_FIXED_NOREPLACE, nothing is mapped in the range',
    test: onRequest((request, before) => {
      if (!request.noReplace) return NOT_REACHED;
      const range = fixedRange(request, before);
      if (range === undefined) return NOT_REACHED;
      const segments = segmentsIn(before.space, range);
      const taken = segments.find((segment) => segment.kind === 'vma');
      if (taken !== undefined) return fails(vmaFact('vma', taken.vma));
      const unknown = segments.find((segment) => segment.kind === 'hole' && segment.state === 'unknown');
      return unknown === undefined
        ? passes(rangeFact('range', range, 'free'))
        : cannotTell('unknown-memory', rangeFact('range', unknown, 'unknown'));
    }),
  },
  {
    id: 'mmap.lock-not-permitted',
    errno: 'EPERM',
    sources: [doMmap, manualPage],
    demand: 'for MAP_LOCKED, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK',
    test: onRequest(({ flags }, before) => ((flags & MAP.LOCKED) === 0 ? NOT_REACHED : mayLock(before))),
  },
  {
    id: 'mmap.over-lock-limit',
    errno: 'EAGAIN',
    sources: [seen('mm/mmap.c: mlock_future_ok'), manualPage],
    demand: 'for MAP_LOCKED, or under mlockall(MCL_FUTURE), the mapping fits below RLIMIT_MEMLOCK',
    test: onRequest(({ flags, pages }, before) => {
      const future = futureFlags(before) !== 0;
      if ((flags & MAP.LOCKED) === 0 && !future) return NOT_REACHED;
      const verdict = fitsMemlock(before, pages);
      return future ? asMlockallSays(verdict, before) : verdict;
    }),
  },
];
