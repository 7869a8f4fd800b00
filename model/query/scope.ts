/**
 * Where a query gets its values: an event and the state before it, seen by whoever evaluates. A query itself knows
 * nothing of debuggers and logs.
 */
import type { QueryValue } from './value';

export interface Scope {
  /** Undefined: there is no such name here. Must not throw. */
  lookup(name: string): QueryValue | undefined;
  /** `vma(0x7f0000000000)`, or a call to try out. Undefined: no such function. Must not throw. */
  call?(name: string, args: readonly QueryValue[]): QueryValue | undefined;
}
