/**
 * What every new mapping gets from the process that makes it, whatever the call: the lock of an earlier
 * mlockall(MCL_FUTURE) (mm->def_flags), and PROT_EXEC where the personality says that reading implies it.
 */
import type { SpaceEdit } from '../memory/address-space';
import { pageRange } from '../memory/page';
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import { READ_IMPLIES_EXEC } from './abi/memory-flags';
import type { Before, Verdict } from './check';
import { eventFact } from './verdict';
import { kernelVersion } from './versions';

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

/** A refusal for want of room below RLIMIT_MEMLOCK, with the mlockall that made the call lock at all. */
export function asMlockallSays(verdict: Verdict, { space }: Before): Verdict {
  const at = space.futureLockSetAt;
  return at !== undefined && verdict.answer === 'fails'
    ? { ...verdict, facts: [...verdict.facts, eventFact('mlockall', at)] }
    : verdict;
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

const mergesPages = ({ process }: Before, flags: number): boolean =>
  process.memoryModes?.memoryMerge === true && mayMergePages(flags);

/** Before that a new VMA got the flag when it had been made: it joined no neighbour that has it. Measured on 6.12. */
const FLAG_FROM_THE_START = kernelVersion(6, 17);

/** The flags of a new VMA, with what PR_SET_MEMORY_MERGE gives to all of them. mm/ksm.c: ksm_vma_flags */
export const withMergedPages = (before: Before, flags: number): number =>
  before.machine.kernel >= FLAG_FROM_THE_START && mergesPages(before, flags)
    ? flags | VmFlag.mergeable
    : flags;

/** What older kernels do when the VMA stands. mm/ksm.c: ksm_add_vma (until 6.16) */
export function mergePagesLater(vma: Vma, before: Before, edit: SpaceEdit): void {
  if (before.machine.kernel >= FLAG_FROM_THE_START || !mergesPages(before, vma.flags)) return;
  edit.mark(pageRange(vma.start, vma.start + 1), (made) =>
    has(made, VmFlag.mergeable) ? made : { ...made, flags: made.flags | VmFlag.mergeable },
  );
}

export const readImpliesExec = (before: Before, prot: Prot): Prot =>
  ((before.task.personality ?? 0) & READ_IMPLIES_EXEC) !== 0 && (prot & Prot.read) !== 0
    ? prot | Prot.exec
    : prot;
