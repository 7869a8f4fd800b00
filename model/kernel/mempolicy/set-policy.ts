/**
 * set_mempolicy(2): the policy of the task for memory that has none of its own. No VMA changes.
 * mm/mempolicy.c: do_set_mempolicy
 */
import type { SyscallRule } from '../syscall-rule';
import type { SetPolicyCall } from './call';
import { modeChecks, policyChecks } from './policy-checks';

export const setPolicyRule: SyscallRule<SetPolicyCall> = {
  call: 'set_mempolicy',
  checks: [...modeChecks, ...policyChecks<SetPolicyCall>(() => true)],
  successValue: () => 0n,
};
