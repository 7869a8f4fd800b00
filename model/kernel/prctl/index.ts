/**
 * prctl(2), as far as it is about memory: PR_SET_VMA, PR_SET_MM, PR_SET_MDWE, PR_SET_THP_DISABLE, PR_SET_MEMORY_MERGE.
 */
import type { SyscallRule } from '../syscall-rule';
import { anonNameChecks, applyName } from './anon-name';
import type { PrctlCall } from './call';
import { applyMemoryMerge, modeAnswer, modeChecks } from './modes';
import { applySetMm, setMmChecks } from './set-mm';

export const prctlRule: SyscallRule<PrctlCall> = {
  call: 'prctl',
  checks: [...modeChecks, ...setMmChecks, ...anonNameChecks],
  apply(call, observed, before, edit) {
    applyName(call, observed, before, edit);
    applySetMm(call, observed, edit);
    applyMemoryMerge(call, observed, before, edit);
  },
  successValue: modeAnswer,
};
