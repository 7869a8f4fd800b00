/**
 * What mremap demands of its arguments alone. mm/mremap.c: check_mremap_params. Until 6.16 the same tests stood in mremap and
 * mremap_to, with the same answers, but some only behind the search for the mapping: see order.ts.
 */
import { MREMAP } from '../abi/memory-flags';
import type { Before, Check, Verdict } from '../check';
import { pageBytes, taskSizeBytes, wordBits } from '../layout';
import { endsInUserSpace } from '../task-size';
import type { MremapCall } from '../mapping-call';
import { withinMapLimit } from '../removal';
import { isAligned } from '../rounding';
import {
  argumentFact,
  cannotTell,
  demand,
  failsIfAssumed,
  likelyPasses,
  NOT_REACHED,
  read,
  seen,
} from '../verdict';
import { kernelVersion } from '../versions';
import { requestOf, type MremapRequest } from './request';

type Test = (request: MremapRequest, call: MremapCall, before: Before) => Verdict;

const onRequest =
  (test: Test): Check<MremapCall>['test'] =>
  (call, before) => {
    const request = requestOf(call, before);
    return request === undefined ? cannotTell('unknown-argument') : test(request, call, before);
  };

/**
 * For the rules of FIXED and DONTUNMAP, which need the new address. A hint that strace did not print is nearly always 0; but a
 * program of 32 bits that gives none passes on what its stack holds (EINVAL seen on 6.18).
 */
const onNewAddress = (
  test: (newAddr: bigint, ...rest: Parameters<Test>) => Verdict,
): Check<MremapCall>['test'] =>
  onRequest((request, call, before) => {
    if (!request.relocates) return NOT_REACHED;
    if (request.newAddr !== undefined) return test(request.newAddr, request, call, before);
    return (request.fixed && request.mayMove) || wordBits(before.task.architecture) === 32
      ? cannotTell('unknown-argument')
      : likelyPasses('unknown-argument');
  });

const params = seen('mm/mremap.c: check_mremap_params');

/** DONTUNMAP came in 5.7: before, its bit is one of the unknown ones. */
const knownFlags = (before: Before): number =>
  before.machine.kernel >= kernelVersion(5, 7)
    ? MREMAP.MAYMOVE | MREMAP.FIXED | MREMAP.DONTUNMAP
    : MREMAP.MAYMOVE | MREMAP.FIXED;

export const argumentChecks: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.unknown-flags',
    errno: 'EINVAL',
    sources: [params],
    demand: 'the flags are MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP and no others',
    test: onRequest(({ flags }, call, before) =>
      demand(flags <= 0xffff_ffff && (flags & ~knownFlags(before)) === 0, argumentFact('flags', call.flags)),
    ),
  },
  {
    id: 'mremap.old-address-misaligned',
    errno: 'EINVAL',
    sources: [params, read('mremap(2)', 'man-pages 6.20')],
    demand: 'the old address is a multiple of the page size',
    test: onRequest(({ addr }, call, before) =>
      demand(isAligned(addr, pageBytes(before)), argumentFact('old_address', call.oldAddress)),
    ),
  },
  {
    id: 'mremap.new-size-zero',
    errno: 'EINVAL',
    sources: [params, read('mremap(2)', 'man-pages 6.20')],
    demand: 'the new size is not zero',
    test: onRequest(({ newLength }, call) =>
      demand(newLength !== 0n, argumentFact('new_size', call.newSize)),
    ),
  },
  {
    id: 'mremap.new-size-too-large',
    errno: 'EINVAL',
    sources: [params],
    demand: 'the new size is no larger than the address space',
    test: onRequest(({ newLength, relocates }, call, before) => {
      // Until 6.16 only of calls that say where to. mm/mremap.c: mremap_to; measured on 5.10, 6.1 and 6.12.
      if (!relocates && before.machine.kernel < kernelVersion(6, 17)) return NOT_REACHED;
      return endsInUserSpace(newLength, before, argumentFact('new_size', call.newSize));
    }),
  },
  {
    id: 'mremap.new-address-out-of-range',
    errno: 'EINVAL',
    sources: [params],
    demand: 'the new range ends within the addresses that user space can have',
    test: onNewAddress((newAddr, { newLength }, call, before) => {
      const facts = [argumentFact('new_address', call.newAddress), argumentFact('new_size', call.newSize)];
      return newLength > taskSizeBytes(before)
        ? demand(true, ...facts)
        : endsInUserSpace(newAddr + newLength, before, ...facts);
    }),
  },
  {
    id: 'mremap.new-address-misaligned',
    errno: 'EINVAL',
    sources: [params],
    demand: 'the new address is a multiple of the page size, also where it is only a hint',
    test: onNewAddress((newAddr, _request, call, before) =>
      demand(isAligned(newAddr, pageBytes(before)), argumentFact('new_address', call.newAddress)),
    ),
  },
  {
    id: 'mremap.fixed-without-maymove',
    errno: 'EINVAL',
    sources: [params, read('mremap(2)', 'man-pages 6.20')],
    demand: 'MREMAP_FIXED and MREMAP_DONTUNMAP stand together with MREMAP_MAYMOVE',
    test: onRequest((request, call) =>
      request.relocates ? demand(request.mayMove, argumentFact('flags', call.flags)) : NOT_REACHED,
    ),
  },
  {
    id: 'mremap.dontunmap-resizes',
    errno: 'EINVAL',
    since: kernelVersion(5, 7),
    sources: [params, read('mm/mremap.c: mremap_to', '6.14')],
    demand: 'with MREMAP_DONTUNMAP the old and the new size are equal',
    test: onRequest((request, call, before) => {
      if (!request.dontUnmap) return NOT_REACHED;
      // Until 6.16 the sizes were compared as given, 4095 and 4096 being different.
      const equal =
        before.machine.kernel >= kernelVersion(6, 17)
          ? request.oldLength === request.newLength
          : call.oldSize.value === call.newSize.value;
      return demand(equal, argumentFact('old_size', call.oldSize), argumentFact('new_size', call.newSize));
    }),
  },
  {
    id: 'mremap.ranges-overlap',
    errno: 'EINVAL',
    sources: [params, read('mremap(2)', 'man-pages 6.20')],
    demand: 'the old and the new range do not overlap',
    test: onRequest(({ relocates, fixed, newAddr, addr, oldLength, newLength }, call) => {
      if (!relocates) return NOT_REACHED;
      if (newAddr === undefined && fixed) return cannotTell('unknown-argument');
      // A hint that strace did not print is nearly always 0.
      const to = newAddr ?? 0n;
      const facts = [
        argumentFact('old_address', call.oldAddress),
        argumentFact('old_size', call.oldSize),
        argumentFact('new_address', call.newAddress),
        argumentFact('new_size', call.newSize),
      ];
      // As the kernel has it: an old range of length 0 overlaps what it lies inside of, but not what starts with it.
      // And the end of the old range is not kept from passing that of the address space.
      const overlap = BigInt.asUintN(64, addr + oldLength) > to && to + newLength > addr;
      if (newAddr === undefined) return overlap ? failsIfAssumed(...facts) : likelyPasses('unknown-argument');
      return demand(!overlap, ...facts);
    }),
  },
  {
    id: 'mremap.map-limit',
    errno: 'ENOMEM',
    sources: [params, read('mm/mremap.c: check_map_count_against_split_early', '7.2')],
    demand: 'there is room for the mappings that a move may make, whether it will make them or not',
    test: onRequest((request, _call, before) => {
      const max = before.machine.maxMapCount;
      if (before.machine.kernel >= kernelVersion(7, 2))
        return withinMapLimit(before, (count) => count + (request.dontUnmap ? 5 : 4) > max);
      return request.relocates ? withinMapLimit(before, (count) => count + 2 >= max - 3) : NOT_REACHED;
    }),
  },
];
