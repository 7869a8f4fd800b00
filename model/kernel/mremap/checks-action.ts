/**
 * What can still refuse an mremap when its own checks have passed: the parts it is made of, in the order in which they
 * run. From the destination on, a refusal leaves the destination cleared.
 *
 *     shrink          unmap the tail                              mm/mremap.c: shrink_vma
 *     grow            in place, else move                         expand_vma
 *     FIXED           unmap the destination, unmap the tail, move mremap_to
 *     move            new place, count, split, charge, copy       vrm_set_new_addr, prep_move_vma, move_vma
 */
import { pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { countedAs } from '../../memory/vma-totals';
import type { Before, Check, Verdict } from '../check';
import { fitsCommit } from '../commit';
import { capable, fitsAddressSpace, fitsData } from '../limits';
import { taskSizeBytes } from '../layout';
import { endsInUserSpace } from '../task-size';
import type { MremapCall } from '../mapping-call';
import { hasRoom } from '../placement/room';
import { removalChecks, splitRefused, withinMapLimit } from '../removal';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NO_TRACE,
  NOT_REACHED,
  numberFact,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
} from '../verdict';
import { kernelVersion } from '../versions';
import { onVma } from './on-vma';
import { placeOf } from './placement';
import { remappingOf, roomBehind, type Remapping } from './request';
import { growthByCopies, notRefused, refusedPiece } from './several';

/** Of 64-bit addresses. */
const ALL_PAGES = 2 ** 52;

/** The end that a shrinking call unmaps: whatever lies there. */
export function shrunkTail(
  { from, oldPages, newPages, relocates }: Remapping,
  fixed: boolean,
): PageRange | undefined {
  if (newPages >= oldPages || relocates !== fixed) return undefined;
  // Until 5.15, where nothing has to be mapped, the tail may lie beyond the last address, and then at the first.
  const wrapped = from.start + newPages >= ALL_PAGES ? ALL_PAGES : 0;
  return pageRange(from.start + newPages - wrapped, from.end - wrapped);
}

const tailOf =
  (fixed: boolean) =>
  (call: MremapCall, before: Before): PageRange | undefined => {
    const remapping = remappingOf(call, before);
    return remapping === undefined ? undefined : shrunkTail(remapping, fixed);
  };

/**
 * What may be several VMAs is moved one by one, and each clears only as much of the destination as it takes: of those the
 * first that is refused, else the first.
 */
export function destinationOf(remapping: Remapping, before: Before): PageRange | undefined {
  const { to, vma, movesSeveral, from } = remapping;
  if (to === undefined || !movesSeveral || vma === undefined) return to;
  const refused = refusedPiece(remapping, before);
  if (refused?.reason === 'destination') return refused.to;
  return pageRange(to.start, to.start + Math.min(vma.end, from.end) - from.start);
}

const destination = (call: MremapCall, before: Before): PageRange | undefined => {
  const remapping = remappingOf(call, before);
  return remapping === undefined ? undefined : destinationOf(remapping, before);
};

/** Whether the pages get a new place: asked for, or because they cannot grow where they are. */
export function mustMove(remapping: Remapping, vma: Vma, before: Before): 'yes' | 'no' | 'unknown' {
  if (remapping.relocates) return 'yes';
  if (remapping.growth === 0 || !remapping.mayMove) return 'no';
  const { room } = roomBehind(remapping, vma, before);
  if (room === 'unknown') return 'unknown';
  return room === 'free' ? 'no' : 'yes';
}

/** With MREMAP_FIXED the number of mappings was tested before, and more strictly: mremap.map-limit. */
const notTheCount = (checks: readonly Check<MremapCall>[]): readonly Check<MremapCall>[] =>
  checks.filter((check) => !check.id.endsWith('map-limit'));

/** Until 6.16 the destination was cleared before the source was looked at: see the list of all checks. */
export const clearsDestination = (
  kernels: Pick<Check<MremapCall>, 'since' | 'until'>,
): readonly Check<MremapCall>[] =>
  notTheCount(removalChecks<MremapCall>('mremap.destination-', destination, kernels));

const move = seen('mm/mremap.c: prep_move_vma');

const beyondTaskSize = (tail: PageRange | undefined, call: MremapCall, before: Before): Verdict =>
  tail === undefined
    ? NOT_REACHED
    : endsInUserSpace(BigInt(tail.end) << 12n, before, argumentFact('old_size', call.oldSize));

/** Nor is there anything left to be duplicated. */
export const destroysSource: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.destroys-its-source',
    errno: 'EFAULT',
    sources: [seen('mm/mremap.c: mremap_to')],
    demand: 'the mapping to be duplicated or shrunk does not lie where MREMAP_FIXED clears the destination',
    test: onVma((vma, { to, from, oldPages }) => {
      // An old range that wraps passes for one that does not overlap the new one.
      if (to === undefined || (oldPages !== 0 && from.end < ALL_PAGES)) return NOT_REACHED;
      const destroyed = to.start <= from.start && from.start < to.end;
      return destroyed ? fails(vmaFact('vma', vma), rangeFact('new', to, 'mapped')) : passes();
    }),
  },
];

/** With MREMAP_FIXED the tail goes when the destination was cleared. */
export const tailChecks: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.tail-beyond-task-size',
    errno: 'EINVAL',
    sources: [seen('mm/mremap.c: shrink_vma')],
    demand:
      'the old range of a call that shrinks and moves ends within the addresses that user space can have',
    test: (call, before) => beyondTaskSize(tailOf(true)(call, before), call, before),
  },
  ...notTheCount(removalChecks<MremapCall>('mremap.tail-', tailOf(true))),
];

export const actionChecks: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.shrink-beyond-task-size',
    errno: 'EINVAL',
    sources: [seen('mm/mremap.c: shrink_vma')],
    demand: 'the old range of a shrinking call ends within the addresses that user space can have',
    test: (call, before) => beyondTaskSize(tailOf(false)(call, before), call, before),
  },
  ...removalChecks<MremapCall>('mremap.shrink-', tailOf(false)),
  ...clearsDestination({ since: kernelVersion(6, 17) }),
  ...destroysSource.map((check) => ({ ...check, since: kernelVersion(6, 17) })),
  ...tailChecks.map((check) => ({ ...check, since: kernelVersion(6, 17) })),
  {
    id: 'mremap.no-room-in-place',
    errno: 'ENOMEM',
    sources: [seen('mm/mremap.c: expand_vma'), read('mremap(2)', 'man-pages 6.20')],
    demand: 'without MREMAP_MAYMOVE, the old range ends where its mapping ends and free pages follow',
    test: onVma((vma, remapping, before) => {
      if (remapping.growth === 0 || remapping.relocates || remapping.mayMove) return NOT_REACHED;
      const behind = roomBehind(remapping, vma, before);
      switch (behind.room) {
        case 'free':
          return passes(vmaFact('vma', vma));
        case 'unknown':
          return cannotTell('unknown-memory', vmaFact('vma', vma), rangeFact('behind', behind.at, 'unknown'));
        case 'blocked':
          return fails(vmaFact('vma', vma), vmaFact('next', behind.by));
        case 'inside':
          return fails(vmaFact('vma', vma), rangeFact('old', remapping.from, 'mapped'));
        case 'beyond-task-size':
          return fails(vmaFact('vma', vma), numberFact('task-size', taskSizeBytes(before), 'bytes'));
      }
    }),
  },
  {
    id: 'mremap.dontunmap-over-address-space-limit',
    errno: 'ENOMEM',
    sources: [seen('mm/mremap.c: mremap_to')],
    demand: 'with MREMAP_DONTUNMAP all of the moved range fits below RLIMIT_AS a second time',
    test: onVma((_vma, remapping, before) => {
      if (!remapping.dontUnmap) return NOT_REACHED;
      if (!remapping.movesSeveral) return fitsAddressSpace(before, remapping.oldPages);
      const grown = growthByCopies(remapping, before, () => true);
      return grown === undefined ? passes() : fitsAddressSpace(before, grown.asked, grown.credit);
    }),
  },
  {
    id: 'mremap.dontunmap-over-data-limit',
    errno: 'ENOMEM',
    sources: [read('mm/mremap.c: mremap_to')],
    demand:
      'with MREMAP_DONTUNMAP all of the moved private writable memory fits below RLIMIT_DATA a second time',
    test: onVma((vma, remapping, before) => {
      if (!remapping.dontUnmap) return NOT_REACHED;
      const isData = (one: Vma): boolean => countedAs(one) === 'data';
      if (!remapping.movesSeveral) return isData(vma) ? fitsData(before, remapping.oldPages) : NOT_REACHED;
      const grown = growthByCopies(remapping, before, isData);
      return grown === undefined ? passes() : fitsData(before, grown.asked, grown.credit);
    }),
  },
  {
    id: 'mremap.no-gap',
    errno: 'ENOMEM',
    sources: [read('mm/mremap.c: vrm_set_new_addr'), read('mm/mmap.c: __get_unmapped_area')],
    demand: 'somewhere there is a gap of the new size',
    test: onVma((vma, remapping, before) =>
      remapping.fixed || mustMove(remapping, vma, before) === 'no'
        ? NOT_REACHED
        : hasRoom(placeOf(remapping, vma, before), remapping.newPages, before),
    ),
  },
  {
    id: 'mremap.below-mmap-min-addr',
    errno: 'EPERM',
    sources: [read('security/commoncap.c: cap_mmap_addr')],
    demand: 'the new address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO',
    test: onVma((_vma, { fixed, newAddr }, before, call) => {
      if (!fixed || newAddr === undefined) return NOT_REACHED;
      const facts = [
        argumentFact('new_address', call.newAddress),
        numberFact('mmap-min-addr', before.machine.mmapMinAddr, 'bytes'),
      ];
      return newAddr >= before.machine.mmapMinAddr ? passes() : capable(before, 'CAP_SYS_RAWIO', ...facts);
    }),
  },
  {
    id: 'mremap.move-at-map-limit',
    errno: 'ENOMEM',
    sources: [move],
    demand: 'the process is three mappings away from the most it may have, as a move needs them for a moment',
    test: onVma((vma, remapping, before) => {
      if (mustMove(remapping, vma, before) === 'no') return NOT_REACHED;
      return withinMapLimit(before, (count) => count >= before.machine.maxMapCount - 3);
    }),
  },
  {
    id: 'mremap.indivisible',
    errno: 'EINVAL',
    sources: [move],
    demand: 'a mapping that cannot be split is moved whole',
    test: onVma((vma, remapping, before) => {
      if (mustMove(remapping, vma, before) === 'no') return NOT_REACHED;
      if (remapping.movesSeveral) return notRefused('indivisible', remapping, before);
      const { from, oldPages, newPages } = remapping;
      const end = pageRange(from.start, from.start + Math.min(oldPages, newPages)).end;
      return demand(
        !splitRefused(vma, from.start, before) && !splitRefused(vma, end, before),
        vmaFact('vma', vma),
      );
    }),
  },
  {
    id: 'mremap.over-commit-limit',
    errno: 'ENOMEM',
    sources: [read('mm/mremap.c: vrm_calc_charge'), read('mm/util.c: __vm_enough_memory')],
    demand: 'the machine lends the memory that the call adds',
    test: onVma((vma, { growth, dontUnmap, oldPages }, before) => {
      const charged = dontUnmap ? oldPages : growth;
      return charged > 0 && has(vma, VmFlag.account) ? fitsCommit(before, charged) : NOT_REACHED;
    }),
  },
  {
    id: 'mremap.kernel-memory',
    errno: 'ENOMEM',
    sources: [read('mm/mremap.c: copy_vma_and_data')],
    demand: 'the kernel has memory for page tables and mappings',
    test: onVma((vma, remapping, before) =>
      remapping.growth === 0 && mustMove(remapping, vma, before) === 'no' ? NOT_REACHED : NO_TRACE,
    ),
  },
  {
    id: 'mremap.refused-by-owner',
    errno: 'EINVAL',
    sources: [read('mm/mremap.c: move_vma'), read('fs/aio.c: aio_ring_mremap')],
    demand: 'whoever made the mapping (a driver, an aio context) lets it be moved',
    test: onVma((vma, remapping, before) => {
      const own =
        vma.backing.kind === 'special' || vma.backing.kind === 'file' || vma.backing.kind === 'unknown';
      return own && mustMove(remapping, vma, before) !== 'no' ? NO_TRACE : NOT_REACHED;
    }),
  },
];
