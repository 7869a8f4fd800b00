/**
 * A system call's whole rule: its checks in the kernel's order and its effect on the address space.
 */
import type { SpaceEdit } from '../memory/address-space';
import type { Before, Check } from './check';
import type { TypedCall } from './given';
import type { Observed } from './observed';

export interface SyscallRule<Call extends TypedCall = TypedCall> {
  readonly call: Call['call'];
  /** In the kernel's order: the first that fails decides. */
  readonly checks: readonly Check<Call>[];
  /**
   * What the call did to the space, given what it answered: the log is the truth. Covers the partial effects of
   * failing calls (mprotect up to the hole) and what success teaches (unknown pages proven mapped). `edit.now` is the
   * space before. Absent: the address space stays as it is.
   */
  apply?(call: Call, observed: Observed, before: Before, edit: SpaceEdit): void;
  /** The value a success returns, where the model can know it. */
  successValue?(call: Call, before: Before): bigint | undefined;
}
