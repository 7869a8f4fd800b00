/** `process_vm_readv(pid, [local…], liovcnt, [remote…], riovcnt, flags)`, and process_vm_writev. */
import type { CallEvent } from '../../trace/event';
import { flagTable } from '../abi/flag-table';
import type { CallReader } from '../call-reader';
import { vectorAt, type VectorArguments } from '../iovec';
import type { Given } from '../given';

export interface ProcessVmCall {
  readonly event: CallEvent;
  readonly call: 'process_vm_readv' | 'process_vm_writev';
  readonly pid: Given<number>;
  /** In the caller's memory. strace prints the bytes of those that it could read, in place of their addresses. */
  readonly local: VectorArguments;
  readonly remote: VectorArguments;
  readonly flags: Given<number>;
}

/** No flags are defined. */
const NO_FLAGS = flagTable();

export const processVmCall = (read: CallReader, call: ProcessVmCall['call']): ProcessVmCall => ({
  call,
  event: read.event,
  pid: read.int(0, 'pid'),
  local: vectorAt(read, 1, 'lvec', 'liovcnt'),
  remote: vectorAt(read, 3, 'rvec', 'riovcnt'),
  flags: read.flags(5, 'flags', NO_FLAGS),
});
