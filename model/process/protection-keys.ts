/**
 * What is known of the protection keys of a process. mm_struct keeps those allocated as a map of bits; so does the model, with
 * what is known of each.
 */
import type { EventIndex } from '../trace/positions';

/** What the kernel's answers say of the machine. */
export type KeySupport = 'hardware' | 'no-hardware' | 'no-calls';

export interface ProtectionKeys {
  readonly support: KeySupport;
  /** Bit n: key n is allocated; is free. Neither: not known. */
  readonly allocated: number;
  readonly free: number;
  /** The key that the kernel took for memory that is only executed: never again given to anybody. Absent: none, so far. */
  readonly own?: number;
  /** The event that showed or changed it last. */
  readonly at: EventIndex;
}
