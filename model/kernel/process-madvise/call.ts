/** process_madvise(2)'s arguments: `process_madvise(pidfd, [{iov_base=…, iov_len=…}], vlen, advice, flags)`. */
import type { CallEvent } from '../../trace/event';
import { flagTable } from '../abi/flag-table';
import { madviseAdvice } from '../abi/memory-flags';
import type { CallReader } from '../call-reader';
import { vectorAt, type VectorArguments } from '../iovec';
import type { Given } from '../given';
import { pidfdAt } from '../pidfd';

export interface ProcessMadviseCall extends VectorArguments {
  readonly event: CallEvent;
  readonly call: 'process_madvise';
  readonly pidfd: Given<number>;
  readonly advice: Given<number>;
  readonly flags: Given<number>;
}

/** No flags are defined. */
const NO_FLAGS = flagTable();

export function processMadviseCall(read: CallReader): ProcessMadviseCall {
  return {
    call: 'process_madvise',
    event: read.event,
    pidfd: pidfdAt(read, 0),
    ...vectorAt(read, 1, 'vec', 'vlen'),
    advice: read.flags(3, 'advice', madviseAdvice(read.architecture)),
    flags: read.flags(4, 'flags', NO_FLAGS),
  };
}
