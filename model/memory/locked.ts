/**
 * Locked memory: what counts in VmLck, what a range already has of it, and where mm->locked_vm and the VMAs disagree.
 */
import type { AddressSpace } from './address-space';
import { lengthOf, type PageRange } from './page';
import { has, VmFlag, type Vma } from './vma';

/**
 * Undefined: not known, for a call failed that may have come as far as this VMA. One that was locked before stays so by any
 * lock call, and only whether its pages are locked as they are touched is open.
 */
export const isLocked = (vma: Vma): boolean | undefined =>
  has(vma, VmFlag.locked) ? true : has(vma, VmFlag.lockUnsure) ? undefined : false;

/** Pages of VMAs of which it is not known whether they are locked. */
export const unsurePagesIn = (vmas: readonly Vma[]): number =>
  vmas.reduce((pages, vma) => pages + (isLocked(vma) === undefined ? lengthOf(vma) : 0), 0);

/** All that says how a VMA is locked. */
export const LOCK_FLAGS = VmFlag.locked | VmFlag.lockOnFault | VmFlag.lockUnsure;

/** Pages that the VMA adds to VmLck: all of it, resident or not. */
export const lockedPagesOf = (vma: Vma): number => (has(vma, VmFlag.locked) ? lengthOf(vma) : 0);

/** Pages of the VMAs with VM_LOCKED: what VmLck is, but for a surplus. */
export const lockedPagesIn = (vmas: Iterable<Vma>): number => {
  let pages = 0;
  for (const vma of vmas) pages += lockedPagesOf(vma);
  return pages;
};

/** Pages of the range that are locked already: what mlock does not count again. mm/mlock.c: count_mm_mlocked_page_nr */
export const lockedPagesWithin = (space: AddressSpace, range: PageRange): number => {
  let pages = 0;
  for (const vma of space.vmasIn(range)) {
    if (!has(vma, VmFlag.locked)) continue;
    pages += Math.min(vma.end, range.end) - Math.max(vma.start, range.start);
  }
  return pages;
};

/**
 * VmLck less the sum over VMAs, in pages. Positive after MREMAP_DONTUNMAP of locked memory on kernels that count the
 * pages twice (measured on 6.18), or where a driver added pinned pages. Undefined while VmLck is not known.
 */
export const lockedSurplus = (space: AddressSpace): number | undefined =>
  space.locked === undefined ? undefined : space.locked - lockedPagesIn(space.vmas());

/** VM_SPECIAL, droppable and huge-page memory is skipped by mlock and never counted. mm/internal.h: vma_supports_mlock */
const NEVER_LOCKED =
  VmFlag.io | VmFlag.dontExpand | VmFlag.pfnMap | VmFlag.mixedMap | VmFlag.droppable | VmFlag.hugeTlb;

/** Memory of memfd_secret: locked from birth, and mlock and munlock pass it over. mm/mlock.c: mlock_fixup */
export const isSecretMemory = ({ backing }: Vma): boolean =>
  backing.kind === 'file' && /^\/secretmem(?: \(deleted\))?$/.test(backing.path);

export const supportsLocking = (vma: Vma): boolean =>
  (vma.flags & NEVER_LOCKED) === 0 && vma.backing.kind !== 'special';
