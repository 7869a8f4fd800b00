/**
 * fork(2), vfork(2), clone(2), clone3(2). What the child gets, and what it shares, is in process/fork.ts and, for memory,
 * in memory/space-birth.ts. The answer is the child's tid, which nothing tells before.
 */
import type { SyscallRule } from '../syscall-rule';
import type { ForkCall } from './call';
import { forkChecks } from './checks';

/** Undefined flags are no case of fork and vfork, and clone's block none of theirs: one list fits all. */
const ruleFor = (call: ForkCall['call']): SyscallRule<ForkCall> => ({ call, checks: forkChecks });

export const forkRule = ruleFor('fork');
export const vforkRule = ruleFor('vfork');
export const cloneRule = ruleFor('clone');
export const clone3Rule = ruleFor('clone3');
