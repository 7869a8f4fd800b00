/**
 * What the log proves about a task's capabilities. Never guessed: 'unknown' stays unknown until a line says otherwise.
 */
import type { EventIndex } from '../trace/positions';

export type Capability =
  'CAP_IPC_LOCK' | 'CAP_SYS_RAWIO' | 'CAP_SYS_ADMIN' | 'CAP_SYS_RESOURCE' | 'CAP_SYS_NICE';

export interface Knowledge {
  readonly has: 'yes' | 'no' | 'unknown';
  /** The event it rests on; undefined for 'unknown'. */
  readonly because: EventIndex | undefined;
  /** Known outright (capget, capset), or concluded (a success above the limit; setresuid away from 0). */
  readonly how: 'shown' | 'concluded' | 'unknown';
}

export interface Privileges {
  readonly euid: number | undefined;
  readonly capabilities: ReadonlyMap<Capability, Knowledge>;
  /**
   * In a user namespace of its own (unshare, clone) it has every capability there and none where the kernel asks for
   * CAP_IPC_LOCK and its like: what capget shows counts no more. user_namespaces(7)
   */
  readonly ownNamespace?: true;
}
