/**
 * What every new mapping gets from the process that makes it, whatever the call: the lock of an earlier
 * mlockall(MCL_FUTURE) (mm->def_flags), and PROT_EXEC where the personality says that reading implies it.
 */
import { Prot, VmFlag } from '../memory/vma';
import { READ_IMPLIES_EXEC } from './abi/memory-flags';
import type { Before } from './check';

/** VmFlag bits. What is unknown after attaching is taken for off: few programs call mlockall. */
export function futureFlags(before: Before): number {
  switch (before.space.futureLock) {
    case 'locked':
      return VmFlag.locked;
    case 'onfault':
      return VmFlag.locked | VmFlag.lockOnFault;
    case 'off':
    case 'unknown':
      return 0;
  }
}

/** KSM takes private memory that is of no device and no huge pages. mm/ksm.c: vma_ksm_compatible */
const NOT_SHARED_BY_KSM =
  VmFlag.shared |
  VmFlag.mayShare |
  VmFlag.pfnMap |
  VmFlag.io |
  VmFlag.dontExpand |
  VmFlag.hugeTlb |
  VmFlag.mixedMap |
  VmFlag.droppable;

export const mayMergePages = (flags: number): boolean => (flags & NOT_SHARED_BY_KSM) === 0;

/** The flags of a new VMA, with what PR_SET_MEMORY_MERGE gives to all of them. mm/ksm.c: ksm_vma_flags */
export const withMergedPages = (before: Before, flags: number): number =>
  before.process.memoryModes?.memoryMerge === true && mayMergePages(flags) ? flags | VmFlag.mergeable : flags;

export const readImpliesExec = (before: Before, prot: Prot): Prot =>
  ((before.task.personality ?? 0) & READ_IMPLIES_EXEC) !== 0 && (prot & Prot.read) !== 0
    ? prot | Prot.exec
    : prot;
