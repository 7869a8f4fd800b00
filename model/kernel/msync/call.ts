/** msync(2)'s arguments. include/uapi/asm-generic/mman-common.h */
import type { CallEvent } from '../../trace/event';
import { perArchitecture } from '../abi/flag-table';
import type { CallReader } from '../call-reader';
import type { Given } from '../given';

export interface MsyncCall {
  readonly event: CallEvent;
  readonly call: 'msync';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly flags: Given<number>;
}

export const MS = { ASYNC: 1, INVALIDATE: 2, SYNC: 4 } as const;
export const msyncFlags = perArchitecture({
  MS_ASYNC: MS.ASYNC,
  MS_INVALIDATE: MS.INVALIDATE,
  MS_SYNC: MS.SYNC,
});

export const msyncCall = (read: CallReader): MsyncCall => ({
  call: 'msync',
  event: read.event,
  addr: read.word(0, 'start'),
  length: read.word(1, 'len'),
  flags: read.flags(2, 'flags', msyncFlags(read.architecture)),
});
