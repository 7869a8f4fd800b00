/**
 * What prctl(2) sets for all memory of a process at once, now and later. It belongs to the address space (mm->flags), goes
 * to the child of a fork, and stays over execve, unless the process asked that it should not.
 * include/linux/mm_types.h: mmf_init_flags
 */
import type { EventIndex } from '../trace/positions';

export interface MemoryModes {
  /** PR_SET_MDWE's bits; 0: not set. include/uapi/linux/prctl.h */
  readonly denyWriteExecute: number;
  readonly deniedAt: EventIndex | undefined;
  /** PR_SET_THP_DISABLE: 0, 1, or 3 with PR_THP_DISABLE_EXCEPT_ADVISED. */
  readonly hugePagesDisabled: number;
  /** PR_SET_MEMORY_MERGE: all private memory may be shared by KSM. */
  readonly memoryMerge: boolean;
  /** Whether the kernel takes names for anonymous memory (CONFIG_ANON_VMA_NAME), as an answer has shown. */
  readonly anonymousNames: { readonly taken: boolean; readonly at: EventIndex } | undefined;
}

export const NO_MODES: MemoryModes = {
  denyWriteExecute: 0,
  deniedAt: undefined,
  hugePagesDisabled: 0,
  memoryMerge: false,
  anonymousNames: undefined,
};

export const MDWE = { REFUSE_EXEC_GAIN: 1, NO_INHERIT: 2 } as const;

/** For the space that fork or execve makes. */
export const inherited = (modes: MemoryModes): MemoryModes =>
  (modes.denyWriteExecute & MDWE.NO_INHERIT) === 0
    ? modes
    : { ...modes, denyWriteExecute: 0, deniedAt: undefined };
