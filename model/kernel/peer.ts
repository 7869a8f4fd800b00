/**
 * Another task whose memory a call names by pid. The log may show it, or only that it was.
 */
import type { AddressSpace } from '../memory/address-space';
import { emptySpace } from '../memory/space-birth';
import type { Task } from '../process/world';
import type { Before, Verdict } from './check';
import { capable } from './limits';
import { assumptionFact, eventFact, fails, failsIfAssumed, NO_TRACE, NOT_REACHED } from './verdict';

/** 'self': it has the caller's address space (itself, a thread of it, a vfork child). */
export type Peer =
  | { readonly is: 'self' }
  /** `space` and `task` undefined: the log shows nothing of it. */
  | { readonly is: 'other'; readonly space: AddressSpace | undefined; readonly task: Task | undefined }
  | { readonly is: 'ended' }
  /** The log does not show whom the call names. */
  | { readonly is: 'unknown' };

export function peerOf(pid: number | undefined, before: Before): Peer {
  if (pid === undefined) return { is: 'unknown' };
  if (pid === before.task.tid || pid === before.process.pid) return { is: 'self' };
  const found = taskOf(pid, before);
  // A log without pids does not tell its own from others.
  if (found === undefined)
    return before.task.tid === undefined
      ? { is: 'unknown' }
      : { is: 'other', space: undefined, task: undefined };
  if (found.ended !== undefined) return { is: 'ended' };
  return found.space === before.space.id
    ? { is: 'self' }
    : { is: 'other', space: before.world?.space(found.space), task: found };
}

/** Numbers of tasks that have ended are given anew: one that lives is meant. */
function taskOf(pid: number, { world }: Before): Task | undefined {
  let ended: Task | undefined;
  for (const task of world?.tasks() ?? []) {
    if (task.tid !== pid) continue;
    if (task.ended === undefined) return task;
    ended = task;
  }
  return ended;
}

/** The state with the peer's memory in place of the caller's: all of it unknown where the log shows nothing of it. */
export function asIn(peer: Peer, before: Before): Before {
  if (peer.is === 'self') return before;
  const known = peer.is === 'other' ? peer.space : undefined;
  const { id, taskSize } = before.space;
  return { ...before, space: known ?? emptySpace({ id, taskSize, unknown: 'all', past: 'attach' }) };
}

/**
 * Whether the caller may look into the peer's memory, as a debugger may: not without CAP_SYS_PTRACE where the peer has a
 * capability that the caller lacks. Users, dumpability and security modules leave no trace.
 * kernel/ptrace.c: __ptrace_may_access; security/commoncap.c: cap_ptrace_access_check
 */
export function mayLookInto(peer: Peer, before: Before): Verdict {
  if (peer.is === 'self') return NOT_REACHED;
  if (peer.is !== 'other' || peer.task === undefined) return NO_TRACE;
  const privileged = capable(before, 'CAP_SYS_PTRACE');
  if (privileged.answer === 'passes') return NO_TRACE;
  for (const [name, { has, because }] of before.task.privileges.capabilities) {
    if (has !== 'no' || peer.task.privileges.capabilities.get(name)?.has !== 'yes') continue;
    const facts = because === undefined ? [] : [eventFact(name, because)];
    return privileged.answer === 'fails'
      ? fails(...facts)
      : failsIfAssumed(...facts, assumptionFact('CAP_SYS_PTRACE', 'no'));
  }
  return NO_TRACE;
}
