/**
 * What the log proves about a task's capabilities. Never guessed: 'unknown' stays unknown until a line says otherwise.
 */
import type { EventIndex } from '../trace/positions';

export type Capability =
  | 'CAP_IPC_LOCK'
  | 'CAP_IPC_OWNER'
  | 'CAP_SYS_RAWIO'
  | 'CAP_SYS_ADMIN'
  | 'CAP_SYS_RESOURCE'
  | 'CAP_SYS_NICE'
  | 'CAP_SYS_PTRACE';

export interface Knowledge {
  readonly has: 'yes' | 'no' | 'unknown';
  /** The event it rests on; undefined for 'unknown'. */
  readonly because: EventIndex | undefined;
  /** Known outright (capget, capset), or concluded (a success above the limit; setresuid away from 0). */
  readonly how: 'shown' | 'concluded' | 'unknown';
}

/** So many pages of 4096 bytes, and the call that proved it. */
export interface LockBound {
  readonly pages: number;
  readonly at: EventIndex;
}

/**
 * How many pages the task may have locked, as far as calls have shown it: `allowed` by RLIMIT_MEMLOCK or by CAP_IPC_LOCK,
 * whichever it was; `refused`: the limit is lower than that.
 */
export interface LockBounds {
  readonly allowed?: LockBound;
  readonly refused?: LockBound;
}

export interface Privileges {
  readonly euid: number | undefined;
  readonly capabilities: ReadonlyMap<Capability, Knowledge>;
  /** Absent: no call has shown anything. */
  readonly lockBounds?: LockBounds | undefined;
  /**
   * In a user namespace of its own (unshare, clone) it has every capability there and none where the kernel asks for
   * CAP_IPC_LOCK and its like: what capget shows counts no more. user_namespaces(7)
   */
  readonly ownNamespace?: true;
}
