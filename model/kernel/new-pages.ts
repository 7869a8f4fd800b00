/**
 * What the pages of new memory hold when the call returns: nothing, unless they are locked or were to be populated. That
 * nothing stays so only where the program has no access; elsewhere it may have touched them before the next line.
 */
import type { SpaceEdit } from '../memory/address-space';
import { LOCK_FLAGS } from '../memory/locked';
import { pageRange, type PageRange } from '../memory/page';
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import type { OpenFile } from '../process/descriptors';
import { MAP } from './abi/mmap-flags';

/** Whether a VMA gets its pages as soon as it is made or grows. mm/mmap.c: do_mmap; mm/mremap.c: vrm populate_expand */
export const fillsAtOnce = (vma: Vma): boolean => (vma.flags & LOCK_FLAGS) === VmFlag.locked;

/**
 * Pages added to the VMA by brk, mremap or shmat. The kernel tries to fill them, and tells no failure: an anon_vma comes first.
 */
export function fillNewPages(vma: Vma, range: PageRange, edit: SpaceEdit): void {
  if (range.start >= range.end) return;
  if (fillsAtOnce(vma)) {
    edit.touch(range);
    edit.pages.present(range, 'attempted');
  } else if (vma.prot === Prot.none) edit.pages.emptied(range);
}

/** Those of an mmap. `flags`: as asked. Pages of a file are there as far as the file is known to reach. */
export function fillNewMapping(vma: Vma, flags: number, file: OpenFile | undefined, edit: SpaceEdit): void {
  const populated = (flags & (MAP.POPULATE | MAP.NONBLOCK)) === MAP.POPULATE;
  const fills = has(vma, VmFlag.locked) ? fillsAtOnce(vma) : populated;
  // Secret memory is locked only by its own mmap hook, too late to be populated. mm/secretmem.c: secretmem_mmap_prepare
  if (vma.prot === Prot.none) edit.pages.emptied(vma);
  else if (!fills || file?.kind === 'secretmem') return;
  else if (vma.backing.kind === 'anonymous') edit.pages.present(vma, 'attempted');
  // An object of its own, as long as the mapping.
  else if (vma.backing.kind === 'shmem') edit.pages.present(vma, 'populated');
  else if (file?.size !== undefined && (file.kind === 'regular' || file.kind === 'memfd'))
    edit.pages.present(insideFile(vma, file.size), 'populated');
}

/** The pages of the VMA that hold at least one byte of the file: those behind are never present. */
function insideFile(vma: Vma, size: bigint): PageRange {
  const pages = Number((size + 4095n) >> 12n) - vma.pgoff;
  return pageRange(vma.start, Math.min(vma.end, vma.start + Math.max(0, pages)));
}
