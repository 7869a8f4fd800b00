/**
 * process_mrelease(2): frees the memory of a process that is being killed, before it gets to it itself.
 * mm/oom_kill.c: sys_process_mrelease
 */
import type { CallEvent } from '../trace/event';
import { flagTable } from './abi/flag-table';
import type { CallReader } from './call-reader';
import type { Check } from './check';
import type { Given } from './given';
import { pidfdAt, pidfdChecks, pidfdPeer } from './pidfd';
import type { SyscallRule } from './syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NO_TRACE,
  NOT_REACHED,
  read,
  seen,
  withArguments,
} from './verdict';
import { kernelVersion } from './versions';

export interface ProcessMreleaseCall {
  readonly event: CallEvent;
  readonly call: 'process_mrelease';
  readonly pidfd: Given<number>;
  readonly flags: Given<number>;
}

export const processMreleaseCall = (read: CallReader): ProcessMreleaseCall => ({
  call: 'process_mrelease',
  event: read.event,
  pidfd: pidfdAt(read, 0),
  flags: read.flags(1, 'flags', flagTable()),
});

const source = seen('mm/oom_kill.c: sys_process_mrelease');
const manualPage = read('process_mrelease(2)', 'Documentation 5.15');
const SINCE = kernelVersion(5, 15);

const checks: readonly Check<ProcessMreleaseCall>[] = [
  {
    id: 'process-mrelease.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(5, 14),
    sources: [source],
    demand: 'the kernel has the call: 5.15 and later',
    test: () => fails(),
  },
  {
    id: 'process-mrelease.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0, argumentFact('flags', flags))),
  },
  ...pidfdChecks<ProcessMreleaseCall>('process-mrelease.', SINCE),
  {
    id: 'process-mrelease.not-dying',
    errno: 'EINVAL',
    since: SINCE,
    sources: [seen('mm/oom_kill.c: task_will_free_mem')],
    demand: 'the process, and every other with the same memory, is being killed or exits',
    test: (call, before) => {
      const fact = argumentFact('pidfd', call.pidfd);
      switch (pidfdPeer(call, before).is) {
        case 'self':
          return fails(fact);
        case 'ended':
          return NOT_REACHED;
        case 'other':
        case 'unknown':
          // Whether a signal has got there yet is a matter of time.
          return cannotTell('no-trace', fact);
      }
    },
  },
  {
    id: 'process-mrelease.not-finished',
    errno: 'EAGAIN',
    since: SINCE,
    sources: [read('mm/oom_kill.c: sys_process_mrelease')],
    demand: 'all of the memory could be freed at once',
    test: (call, before) => (pidfdPeer(call, before).is === 'self' ? NOT_REACHED : NO_TRACE),
  },
];

export const processMreleaseRule: SyscallRule<ProcessMreleaseCall> = {
  call: 'process_mrelease',
  checks,
  successValue: () => 0n,
};
