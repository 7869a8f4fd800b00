/**
 * The rules by the call that they are for.
 */
import { askingRules } from './asking-calls';
import { brkRule } from './brk';
import { madviseRule } from './madvise';
import type { MemoryCall } from './memory-call';
import { mlock2Rule, mlockRule, munlockRule } from './mlock';
import { mlockallRule, munlockallRule } from './mlockall';
import { mmapRule } from './mmap';
import { mprotectRule, pkeyMprotectRule } from './mprotect';
import { mremapRule } from './mremap';
import { msealRule } from './mseal';
import { munmapRule } from './munmap';
import { policyRules } from './policy-calls';
import { processRules } from './process-calls';
import { shmatRule } from './shm/shmat';
import { shmdtRule } from './shm/shmdt';
import type { SyscallRule } from './syscall-rule';

/** The member of the union that stands for a call of this name. */
type Named<Call, Name> = Call extends MemoryCall ? (Name extends Call['call'] ? Call : never) : never;

/** Each call's name with the rule for calls of that shape. */
const RULES = {
  mmap: mmapRule,
  munmap: munmapRule,
  mremap: mremapRule,
  mprotect: mprotectRule,
  pkey_mprotect: pkeyMprotectRule,
  brk: brkRule,
  madvise: madviseRule,
  mlock: mlockRule,
  mlock2: mlock2Rule,
  munlock: munlockRule,
  mlockall: mlockallRule,
  munlockall: munlockallRule,
  mseal: msealRule,
  shmat: shmatRule,
  shmdt: shmdtRule,
  ...askingRules,
  ...policyRules,
  ...processRules,
} as const satisfies { readonly [Name in MemoryCall['call']]: SyscallRule<Named<MemoryCall, Name>> };

/**
 * The rule of a call. It takes calls of its own shape only, which their types cannot say of a name that is not known
 * when compiling: a call that `memoryCallOf` made always fits the rule that its own name leads to.
 */
export const ruleOf = (name: MemoryCall['call']): SyscallRule => RULES[name];

/** All rules: for the reference and for tests that look at every check. */
export const allRules: readonly SyscallRule[] = Object.values(RULES);
