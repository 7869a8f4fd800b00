/**
 * execve(2), execveat(2): a new program. What it leaves of the process is in process/exec.ts.
 */
import type { SyscallRule } from '../syscall-rule';
import type { ExecCall } from './call';
import { execChecks } from './checks';

const answer = { successValue: () => 0n };

export const execveRule: SyscallRule<ExecCall> = { call: 'execve', checks: execChecks, ...answer };
export const execveatRule: SyscallRule<ExecCall> = { call: 'execveat', checks: execChecks, ...answer };
