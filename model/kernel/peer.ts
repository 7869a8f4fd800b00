/**
 * Another task whose memory a call names by pid. The log may show it, or only that it was.
 */
import type { AddressSpace } from '../memory/address-space';
import { emptySpace } from '../memory/space-birth';
import type { Task } from '../process/world';
import type { Before } from './check';

/** 'self': it has the caller's address space (itself, a thread of it, a vfork child). */
export type Peer =
  | { readonly is: 'self' }
  /** `space` undefined: the log shows nothing of it. */
  | { readonly is: 'other'; readonly space: AddressSpace | undefined }
  | { readonly is: 'ended' }
  /** The log does not show whom the call names. */
  | { readonly is: 'unknown' };

export function peerOf(pid: number | undefined, before: Before): Peer {
  if (pid === undefined) return { is: 'unknown' };
  if (pid === before.task.tid || pid === before.process.pid) return { is: 'self' };
  const found = taskOf(pid, before);
  // A log without pids does not tell its own from others.
  if (found === undefined)
    return before.task.tid === undefined ? { is: 'unknown' } : { is: 'other', space: undefined };
  if (found.ended !== undefined) return { is: 'ended' };
  return found.space === before.space.id
    ? { is: 'self' }
    : { is: 'other', space: before.world?.space(found.space) };
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
