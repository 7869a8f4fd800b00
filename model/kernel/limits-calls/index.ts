/**
 * setrlimit(2), getrlimit(2), prlimit(2): what a process may use. What they change, beside memory, is in
 * process/limits-calls.ts.
 */
import type { SyscallRule } from '../syscall-rule';
import type { LimitsCall } from './call';
import { getrlimitChecks, prlimitChecks, setrlimitChecks } from './checks';

const answer = { successValue: () => 0n };

export const setrlimitRule: SyscallRule<LimitsCall> = {
  call: 'setrlimit',
  checks: setrlimitChecks,
  ...answer,
};
export const getrlimitRule: SyscallRule<LimitsCall> = {
  call: 'getrlimit',
  checks: getrlimitChecks,
  ...answer,
};
export const prlimitRule: SyscallRule<LimitsCall> = { call: 'prlimit64', checks: prlimitChecks, ...answer };
