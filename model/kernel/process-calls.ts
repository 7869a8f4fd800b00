/**
 * The calls that make, limit, replace and end processes: their forms and their rules. What they change is applied by
 * model/process; here they are judged.
 */
import { changing, type CallForm } from './call-form';
import type { ExecCall } from './exec/call';
import { readExecve, readExecveat } from './exec/call';
import { execveatRule, execveRule } from './exec';
import { exitGroupRule, exitRule, readExit, type ExitCall } from './exit';
import type { ForkCall } from './fork/call';
import { readClone, readClone3, readFork, readVfork } from './fork/call';
import { clone3Rule, cloneRule, forkRule, vforkRule } from './fork';
import type { LimitsCall } from './limits-calls/call';
import { readGetrlimit, readPrlimit, readSetrlimit } from './limits-calls/call';
import { getrlimitRule, prlimitRule, setrlimitRule } from './limits-calls';
import { personalityRule, readPersonality, type PersonalityCall } from './personality';

export type ProcessCall = LimitsCall | PersonalityCall | ForkCall | ExecCall | ExitCall;

const world = changing<ProcessCall>('world');

/** By the name in a log. */
export const processForms: readonly (readonly [string, CallForm<ProcessCall>])[] = [
  ['setrlimit', world(readSetrlimit)],
  ['getrlimit', world(readGetrlimit)],
  ['ugetrlimit', world(readGetrlimit)],
  ['prlimit64', world(readPrlimit)],
  ['personality', world(readPersonality)],
  ['fork', world(readFork)],
  ['vfork', world(readVfork)],
  ['clone', world(readClone)],
  ['clone3', world(readClone3)],
  ['execve', world(readExecve)],
  ['execveat', world(readExecveat)],
  ['exit', world(readExit('exit'))],
  ['_exit', world(readExit('exit'))],
  ['exit_group', world(readExit('exit_group'))],
];

/** By the call. */
export const processRules = {
  setrlimit: setrlimitRule,
  getrlimit: getrlimitRule,
  prlimit64: prlimitRule,
  personality: personalityRule,
  fork: forkRule,
  vfork: vforkRule,
  clone: cloneRule,
  clone3: clone3Rule,
  execve: execveRule,
  execveat: execveatRule,
  exit: exitRule,
  exit_group: exitGroupRule,
} as const;
