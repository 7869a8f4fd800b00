/**
 * What a VMA refuses, advice by advice. mm/madvise.c: madvise_vma_behavior and what it calls; measured on 6.18 for twelve
 * kinds of mapping and 25 advices.
 */
import { isLocked } from '../../memory/locked';
import { lengthOf, type PageRange } from '../../memory/page';
import { has, isAnonymous, Prot, VmFlag, type Vma } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';
import type { Before } from '../check';
import { hugeUnitsOf } from '../huge-pages';
import { hugePageUnits } from '../layout';
import { mapsSealedFile } from '../memfd/write-seals';
import { kernelVersion } from '../versions';
import { poisons } from './advice';

export type AdviceRefusal =
  | 'locked'
  | 'wrong-kind'
  | 'not-writable'
  | 'file-too-large'
  | 'file-sealed'
  | 'sealed'
  | 'no-access'
  | 'huge-page-cut'
  | 'no-huge-page'
  | 'not-populated';

export const ADVICE_ERRNO: Readonly<Record<AdviceRefusal, string>> = {
  locked: 'EINVAL',
  'wrong-kind': 'EINVAL',
  'not-writable': 'EACCES',
  'file-too-large': 'EFBIG',
  'file-sealed': 'EPERM',
  sealed: 'EPERM',
  'no-access': 'EINVAL',
  'huge-page-cut': 'EINVAL',
  'no-huge-page': 'EINVAL',
  'not-populated': 'EFAULT',
};

const SPECIAL = VmFlag.io | VmFlag.pfnMap | VmFlag.dontExpand | VmFlag.mixedMap;
const isSpecial = (vma: Vma): boolean => has(vma, SPECIAL) || vma.backing.kind === 'special';

/** Private memory of /dev/zero is anonymous, and has a file: measured on 6.18. */
const hasNoFile = ({ backing }: Vma): boolean => backing.kind === 'anonymous' || backing.kind === 'special';

const DISCARDING: ReadonlySet<number> = new Set([
  MADV.DONTNEED,
  MADV.DONTNEED_LOCKED,
  MADV.FREE,
  MADV.REMOVE,
  MADV.GUARD_INSTALL,
  MADV.DONTFORK,
  MADV.WIPEONFORK,
]);

/** Discarding what is sealed and cannot be written would be a way of writing it. mm/mseal.c: can_modify_vma_madv */
export const sealedAgainst = (vma: Vma, advice: number): boolean =>
  DISCARDING.has(advice) &&
  has(vma, VmFlag.sealed) &&
  isAnonymous(vma) &&
  vma.prot !== undefined &&
  (vma.prot & Prot.write) === 0;

/** A VMA of which it is open whether it is locked, and which would refuse the advice if it were. */
export function maybeLocked(range: PageRange, advice: number, before: Before): Vma | undefined {
  if (before.space.locked !== undefined) return undefined;
  for (const vma of before.space.vmasIn(range)) {
    if (isLocked(vma) !== undefined) continue;
    const locked = { ...vma, flags: vma.flags | VmFlag.locked };
    if (refusedBy(locked, range, advice, before) === 'locked') return vma;
  }
  return undefined;
}

/**
 * Undefined: the advice is taken, as far as flags and kind of the VMA decide. `piece`: the part of it that lies in the
 * range.
 */
export function refusedBy(
  vma: Vma,
  piece: PageRange,
  advice: number,
  before: Before,
): AdviceRefusal | undefined {
  if (sealedAgainst(vma, advice)) return 'sealed';
  if (poisons(advice)) return vma.prot === Prot.none ? 'not-populated' : undefined;
  const locked = has(vma, VmFlag.locked);
  const unlisted = has(vma, VmFlag.pfnMap);
  const huge = has(vma, VmFlag.hugeTlb);
  switch (advice) {
    case MADV.DONTNEED:
    case MADV.DONTNEED_LOCKED:
      if (huge) return discardsHuge(vma, piece, before);
      if (locked && advice === MADV.DONTNEED) return 'locked';
      return unlisted ? 'wrong-kind' : undefined;
    case MADV.COLD:
    case MADV.PAGEOUT:
      return locked ? 'locked' : unlisted || huge ? 'wrong-kind' : undefined;
    case MADV.FREE:
      if (!isAnonymous(vma) && vma.backing.kind !== 'unknown') return 'wrong-kind';
      return locked ? 'locked' : unlisted || huge ? 'wrong-kind' : undefined;
    case MADV.REMOVE:
      if (locked) return 'locked';
      if (vma.backing.kind === 'anonymous' || vma.backing.kind === 'special') return 'wrong-kind';
      if (vma.certainty !== 'exact') return undefined;
      if (!removable(vma, before)) return 'not-writable';
      // Taking pages out is writing. mm/shmem.c: shmem_fallocate; fs/hugetlbfs/inode.c: hugetlbfs_punch_hole; measured on 6.18
      return beyondFile(vma, piece) ?? (mapsSealedFile(vma, before.descriptors) ? 'file-sealed' : undefined);
    case MADV.DOFORK:
      // Device memory; since some release after 6.18 all that is special. Measured on 6.12, 6.18 and 7.2.
      return has(vma, VmFlag.io) || (isSpecial(vma) && before.machine.kernel >= kernelVersion(7, 2))
        ? 'wrong-kind'
        : undefined;
    case MADV.DODUMP:
      return (isSpecial(vma) && !huge) || has(vma, VmFlag.droppable) ? 'wrong-kind' : undefined;
    case MADV.WIPEONFORK:
      return hasNoFile(vma) || vma.backing.kind === 'unknown' ? undefined : 'wrong-kind';
    case MADV.KEEPONFORK:
      return has(vma, VmFlag.droppable) ? 'wrong-kind' : undefined;
    case MADV.HUGEPAGE:
    case MADV.NOHUGEPAGE:
      return before.machine.kernel < kernelVersion(4, 8) &&
        (isSpecial(vma) || huge || has(vma, VmFlag.mayShare))
        ? 'wrong-kind'
        : undefined;
    case MADV.POPULATE_READ:
    case MADV.POPULATE_WRITE:
      return inaccessible(vma, advice === MADV.POPULATE_WRITE ? Prot.write : Prot.read);
    case MADV.COLLAPSE:
      return collapses(vma, piece, before) === 'no-huge-page' ? 'no-huge-page' : undefined;
    case MADV.GUARD_INSTALL:
      return locked ? 'locked' : unguardable(vma, before) ? 'wrong-kind' : undefined;
    case MADV.GUARD_REMOVE:
      return unguardable(vma, before) ? 'wrong-kind' : undefined;
    default:
      return undefined;
  }
}

/**
 * Of a shared mapping that might be made writable, since 6.7, and in the stable kernels of 6.1; before, only where it is
 * writable now. mm/madvise.c: madvise_remove; measured on 5.10.223 and 6.1.176
 */
const removable = (vma: Vma, before: Before): boolean =>
  has(vma, VmFlag.mayShare) &&
  has(vma, VmFlag.mayWrite) &&
  (before.machine.kernel >= kernelVersion(6, 1) || vma.prot === undefined || (vma.prot & Prot.write) !== 0);

/** Offsets have 63 bits; mappings of shared memory may begin and end above that. fs/open.c: vfs_fallocate; measured on 6.18 */
const OFFSETS = 2 ** (63 - 12);

function beyondFile(vma: Vma, piece: PageRange): AdviceRefusal | undefined {
  const first = vma.pgoff + (piece.start - vma.start);
  if (first >= OFFSETS) return 'wrong-kind';
  return first + lengthOf(piece) >= OFFSETS ? 'file-too-large' : undefined;
}

/** Since 5.18, from a border of a huge page on; an end inside one is rounded down. mm/madvise.c: madvise_dontneed_free_valid_vma */
function discardsHuge(vma: Vma, piece: PageRange, before: Before): AdviceRefusal | undefined {
  if (before.machine.kernel < kernelVersion(5, 18)) return 'wrong-kind';
  return piece.start % hugeUnitsOf(vma, before) === 0 ? undefined : 'huge-page-cut';
}

/** mm/gup.c: faultin_page_range, check_vma_flags */
function inaccessible(vma: Vma, access: Prot): AdviceRefusal | undefined {
  if (has(vma, VmFlag.io | VmFlag.pfnMap)) return 'wrong-kind';
  return vma.prot !== undefined && (vma.prot & access) === 0 ? 'no-access' : undefined;
}

/**
 * Whether MADV_COLLAPSE finds a place for a huge page: in the VMA, else it refuses; in the range, else there is nothing to
 * do. A range that does not even touch a border between two is refused by a slip of the arithmetic; measured on 6.18.
 * mm/khugepaged.c: madvise_collapse
 */
export function collapses(
  vma: Vma,
  { start, end }: PageRange,
  before: Before,
): 'no-huge-page' | 'nothing' | 'perhaps' {
  const huge = hugePageUnits(before);
  const up = (page: number): number => Math.ceil(page / huge);
  const down = (page: number): number => Math.floor(page / huge);
  if (isSpecial(vma) || has(vma, VmFlag.noHugePage)) return 'no-huge-page';
  if (vma.certainty === 'exact' && up(vma.start) >= down(vma.end)) return 'no-huge-page';
  if (up(start) > down(end)) return 'no-huge-page';
  // What was never touched is refused, whatever the range. mm/huge_memory.c: __thp_vma_allowable_orders
  if (vma.certainty === 'exact' && isAnonymous(vma) && vma.anonVma === 'none') return 'no-huge-page';
  const isTouched = vma.backing.kind === 'anonymous' && typeof vma.anonVma === 'number';
  return up(start) === down(end) && isTouched ? 'nothing' : 'perhaps';
}

/** Up to 6.14 only anonymous memory that may be written. mm/madvise.c: is_valid_guard_vma */
const unguardable = (vma: Vma, before: Before): boolean => {
  if (isSpecial(vma) || has(vma, VmFlag.hugeTlb)) return true;
  if (before.machine.kernel >= kernelVersion(6, 15) || vma.certainty !== 'exact') return false;
  return !isAnonymous(vma) || !has(vma, VmFlag.mayWrite);
};
