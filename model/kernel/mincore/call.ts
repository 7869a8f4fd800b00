/**
 * mincore(2)'s arguments. strace prints the vector where the call succeeded (`[1, 0, 1]`; shortened, `[1, 0...]`), and its
 * address where it failed.
 */
import type { CallEvent } from '../../trace/event';
import type { Value } from '../../trace/value';
import type { CallReader } from '../call-reader';
import type { Given } from '../given';

export interface MincoreCall {
  readonly event: CallEvent;
  readonly call: 'mincore';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  /** The address of the vector: shown by failing calls only. */
  readonly vector: Given<bigint>;
  /**
   * What the kernel wrote: for each of the first pages of the range, whether it is resident. Undefined where the log does
   * not show it; shorter than the range where strace shortened it.
   */
  readonly resident: readonly boolean[] | undefined;
}

export function mincoreCall(read: CallReader): MincoreCall {
  return {
    call: 'mincore',
    event: read.event,
    addr: read.word(0, 'start'),
    length: read.word(1, 'len'),
    vector: read.word(2, 'vec'),
    resident: bytesOf(read.argument(2, 'vec')?.value),
  };
}

/** Bit 0 of each byte says it; the others are reserved. Ends at an element that is no number. */
function bytesOf(value: Value | undefined): readonly boolean[] | undefined {
  if (value?.kind !== 'array') return undefined;
  const resident: boolean[] = [];
  for (const item of value.items) {
    if (item.value.kind !== 'number') break;
    resident.push((item.value.value & 1n) !== 0n);
  }
  return resident;
}
