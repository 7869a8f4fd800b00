/**
 * A seccomp filter answers for the kernel, with any errno it likes, before the call looks at anything. Filters stay over fork
 * and execve; a log shows where one was set, seldom what it does.
 */
import type { EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import { argument, choiceOf, hasFlag } from '../../process/call-values';
import type { Subject } from '../subject';
import { account, type OutsideAccount } from './account';
import { earlierCalls } from './earlier-calls';

/** Errnos that filters like to answer with. */
const USUAL: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'EACCES']);
/** Errnos that no system call of these gives by itself, but for rare ones. */
const STRANGE: ReadonlySet<string> = new Set([
  'EUCLEAN',
  'EL2HLT',
  'ENOANO',
  'EBADE',
  'EXFULL',
  'EDOM',
  'ECHRNG',
  'EBADRQC',
  'EREMOTEIO',
  'ENOTNAM',
  'EADV',
  'ESRMNT',
]);

export interface FilterGuess {
  readonly account: OutsideAccount;
  /** True where hardly anything else gives this errno. */
  readonly isStrange: boolean;
}

/** Undefined where no filter is in the log, or where the errno has better causes. `fitting`: the errno is none of the call's own. */
export function filtered(subject: Subject, call: CallEvent, errno: string): FilterGuess | undefined {
  const strange = STRANGE.has(errno);
  if (!strange && !USUAL.has(errno)) return undefined;
  const line = filterLine(subject);
  if (line === undefined)
    return strange
      ? { account: account(subject, 'outside.seccomp-unseen', { call: call.name, errno }), isStrange: true }
      : undefined;
  return {
    account: account(subject, 'outside.seccomp', { call: call.name, errno }, line),
    isStrange: strange,
  };
}

/** A filter that the log shows being set: it gives any errno that it likes, also one that filters seldom give. */
export function shownFilter(subject: Subject, call: CallEvent, errno: string): readonly OutsideAccount[] {
  const line = filterLine(subject);
  return line === undefined ? [] : [account(subject, 'outside.seccomp', { call: call.name, errno }, line)];
}

/** The filter that the process carries; filters stay over fork and execve. */
export function filterLine(subject: Subject): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: ['prctl', 'seccomp'], shared: 'process' })) {
    if (call.name === 'seccomp' && hasFlag(argument(call, 0), 'SECCOMP_GET_ACTION_AVAIL', 2) !== true)
      return event;
    const option = choiceOf(argument(call, 0), new Map([[22n, 'PR_SET_SECCOMP']]));
    if (call.name === 'prctl' && option === 'PR_SET_SECCOMP') return event;
  }
  return undefined;
}
