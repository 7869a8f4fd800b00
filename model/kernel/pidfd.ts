/**
 * Calls on a process by descriptor: the tests that they have in common. kernel/pid.c: pidfd_get_task
 */
import type { CallEvent } from '../trace/event';
import type { OpenFile } from '../process/descriptors';
import { pidOfPath } from '../process/pidfd';
import type { CallReader } from './call-reader';
import type { Before, Check, KernelVersion, Verdict } from './check';
import type { Given } from './given';
import { peerOf, type Peer } from './peer';
import { argumentFact, fails, likelyPasses, NOT_REACHED, passes, seen } from './verdict';
import { kernelVersion } from './versions';

interface OnPidfd {
  readonly event: CallEvent;
  readonly pidfd: Given<number>;
}

/** Descriptors that need not be opened. include/uapi/linux/fcntl.h: PIDFD_SELF_THREAD, PIDFD_SELF_THREAD_GROUP */
const SELF_NAMES: ReadonlyMap<string, number> = new Map([
  ['PIDFD_SELF', -10000],
  ['PIDFD_SELF_THREAD', -10000],
  ['PIDFD_SELF_PROCESS', -10001],
  ['PIDFD_SELF_THREAD_GROUP', -10001],
]);
const PIDFD_SELF: ReadonlySet<number> = new Set(SELF_NAMES.values());

/** A descriptor by number, or the name of one that stands for the caller. */
export function pidfdAt(read: CallReader, place: number): Given<number> {
  const arg = read.argument(place, 'pidfd');
  const [term] = arg?.value.kind === 'flags' ? arg.value.terms : [];
  if (term === undefined || !('name' in term)) return read.int(place, 'pidfd');
  return { value: SELF_NAMES.get(term.name), span: arg?.span };
}

/** PIDFD_SELF and its like came with 6.14. kernel/pid.c: pidfd_get_task */
const SELF_SINCE = kernelVersion(6, 14);

const fileOf = ({ pidfd }: OnPidfd, { descriptors }: Before): OpenFile | undefined =>
  pidfd.value === undefined ? undefined : descriptors.get(pidfd.value);

/** Whom the descriptor stands for. */
export function pidfdPeer(call: OnPidfd, before: Before): Peer {
  const { value } = call.pidfd;
  if (value !== undefined && PIDFD_SELF.has(value)) return { is: 'self' };
  const path = fileOf(call, before)?.path;
  return peerOf(path === undefined ? undefined : pidOfPath(path), before);
}

function isOpen(call: OnPidfd, before: Before): Verdict {
  const { value } = call.pidfd;
  if (value === undefined) return likelyPasses('unknown-argument');
  const fact = argumentFact('pidfd', call.pidfd);
  if (PIDFD_SELF.has(value)) return before.machine.kernel >= SELF_SINCE ? passes(fact) : fails(fact);
  if (value < 0) return fails(fact);
  switch (before.descriptors.stateOf(value)) {
    case 'open':
      return passes(fact);
    case 'closed':
      return fails(fact);
    case 'unknown':
      return likelyPasses('unknown-descriptor', fact);
  }
}

/** A directory of /proc names a process too, for signals only. */
function isPidfd(call: OnPidfd, before: Before): Verdict {
  const { value } = call.pidfd;
  const file = fileOf(call, before);
  if (value === undefined || file === undefined) return NOT_REACHED;
  const fact = argumentFact('pidfd', call.pidfd);
  if (pidOfPath(file.path) !== undefined || file.path.includes('pidfd')) return passes(fact);
  return file.kind === 'unknown' && file.path === '' ? likelyPasses('unknown-descriptor', fact) : fails(fact);
}

function isThere(call: OnPidfd, before: Before): Verdict {
  switch (pidfdPeer(call, before).is) {
    case 'self':
      return passes();
    case 'ended':
      return fails(argumentFact('pidfd', call.pidfd));
    case 'other':
    case 'unknown':
      return likelyPasses('no-trace');
  }
}

export function pidfdChecks<Call extends OnPidfd>(
  prefix: string,
  since: KernelVersion,
): readonly Check<Call>[] {
  const source = seen('kernel/pid.c: pidfd_get_task');
  return [
    {
      id: `${prefix}fd-not-open`,
      errno: 'EBADF',
      since,
      sources: [source],
      demand: 'the descriptor is open, or is PIDFD_SELF (6.14 and later)',
      test: isOpen,
    },
    {
      id: `${prefix}fd-no-process`,
      errno: 'EBADF',
      since,
      sources: [source],
      demand: 'the descriptor stands for a process',
      test: isPidfd,
    },
    {
      id: `${prefix}no-such-process`,
      errno: 'ESRCH',
      since,
      sources: [source],
      demand: 'the process has not ended',
      test: isThere,
    },
  ];
}
