/**
 * Which of the mm's page counts a VMA belongs to. mm/vma.h: is_exec_mapping, is_stack_mapping, is_data_mapping
 */
import { has, Prot, VmFlag, type Vma } from './vma';

/** All VMAs count in total_vm; 'other' ones nowhere else, and neither does one whose protection is not known. */
export type CountedAs = 'exec' | 'stack' | 'data' | 'other';

export const countedAs = (vma: Vma): CountedAs => {
  if (has(vma, VmFlag.growsDown)) return 'stack';
  if (vma.prot === undefined) return 'other';
  const writable = (vma.prot & Prot.write) !== 0;
  if (!writable && (vma.prot & Prot.exec) !== 0) return 'exec';
  return writable && !has(vma, VmFlag.shared) ? 'data' : 'other';
};
