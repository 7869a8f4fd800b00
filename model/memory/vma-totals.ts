/**
 * Which of the mm's page counts a VMA belongs to. mm/vma.h: is_exec_mapping, is_stack_mapping, is_data_mapping
 */
import type { SpaceFacts } from './address-space';
import type { Mutable } from './copies';
import { lockedPagesOf } from './locked';
import { lengthOf } from './page';
import { has, Prot, VmFlag, type Vma } from './vma';

/** All VMAs count in total_vm; 'other' ones nowhere else, and neither does one whose protection is not known. */
export type CountedAs = 'exec' | 'stack' | 'data' | 'other';

export const countedAs = (vma: Pick<Vma, 'flags' | 'prot'>): CountedAs => {
  if (has(vma, VmFlag.growsDown)) return 'stack';
  if (vma.prot === undefined) return 'other';
  const writable = (vma.prot & Prot.write) !== 0;
  if (!writable && (vma.prot & Prot.exec) !== 0) return 'exec';
  return writable && !has(vma, VmFlag.shared) ? 'data' : 'other';
};

/** A VMA comes to the space (1) or leaves it (-1). What is not known of VmLck stays unknown. */
export function countIn(facts: Mutable<SpaceFacts>, vma: Vma, sign: 1 | -1): void {
  const pages = sign * lengthOf(vma);
  const kind = countedAs(vma);
  facts.total += pages;
  facts.mapCount += sign;
  if (kind === 'data') facts.data += pages;
  else if (kind === 'exec') facts.exec += pages;
  else if (kind === 'stack') facts.stack += pages;
  if (facts.locked !== undefined) facts.locked += sign * lockedPagesOf(vma);
  else if (facts.likelyLocked !== undefined) facts.likelyLocked += sign * lockedPagesOf(vma);
}
