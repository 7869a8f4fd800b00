/**
 * What one VMA adds to the numbers of its address space. mm/vma.h: vm_stat_account, is_exec_mapping, is_stack_mapping,
 * is_data_mapping
 */
import { lengthOf } from './page';
import { has, Prot, VmFlag, type Vma } from './vma';

/** Shared between pieces of code that count; a VMA of which the protection is not known counts in `total` only. */
export type CountedAs = 'exec' | 'stack' | 'data' | 'other';

export const countedAs = (vma: Vma): CountedAs => {
  if (has(vma, VmFlag.growsDown)) return 'stack';
  if (vma.prot === undefined) return 'other';
  const writable = (vma.prot & Prot.write) !== 0;
  if (!writable && (vma.prot & Prot.exec) !== 0) return 'exec';
  return writable && !has(vma, VmFlag.shared) ? 'data' : 'other';
};

/** Pages that the VMA adds to VmLck: all of it, resident or not. */
export const lockedPagesOf = (vma: Vma): number => (has(vma, VmFlag.locked) ? lengthOf(vma) : 0);
