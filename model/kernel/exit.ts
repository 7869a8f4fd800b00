/**
 * exit(2) and exit_group(2) never fail and never answer. The address space goes with its last task (process/exit.ts).
 * kernel/exit.c: sys_exit_group
 */
import type { CallEvent } from '../trace/event';
import type { CallReader } from './call-reader';
import type { SyscallRule } from './syscall-rule';

export interface ExitCall {
  readonly call: 'exit' | 'exit_group';
  readonly event: CallEvent;
}

export const readExit =
  (call: ExitCall['call']) =>
  (read: CallReader): ExitCall => ({ call, event: read.event });

export const exitRule: SyscallRule<ExitCall> = { call: 'exit', checks: [] };
export const exitGroupRule: SyscallRule<ExitCall> = { call: 'exit_group', checks: [] };
