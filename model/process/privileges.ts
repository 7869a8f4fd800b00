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
}
