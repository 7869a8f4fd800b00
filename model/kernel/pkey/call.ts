/** pkey_alloc(2) and pkey_free(2). */
import type { CallEvent } from '../../trace/event';
import { flagTable, perArchitecture } from '../abi/flag-table';
import { NONE, type CallReader } from '../call-reader';
import type { Given } from '../given';

export interface PkeyAllocCall {
  readonly event: CallEvent;
  readonly call: 'pkey_alloc';
  readonly flags: Given<number>;
  /** Access that the key takes away. */
  readonly rights: Given<number>;
}
export interface PkeyFreeCall {
  readonly event: CallEvent;
  readonly call: 'pkey_free';
  readonly pkey: Given<number>;
}

/** include/uapi/asm-generic/mman-common.h; arch/arm64/include/uapi/asm/mman.h */
export const rights = perArchitecture({
  PKEY_DISABLE_ACCESS: 1,
  PKEY_DISABLE_WRITE: 2,
  PKEY_DISABLE_EXECUTE: 4,
  PKEY_DISABLE_READ: 8,
});
/** No flags are defined. */
const NO_FLAGS = flagTable();

export const pkeyAllocCall = (read: CallReader): PkeyAllocCall => ({
  call: 'pkey_alloc',
  event: read.event,
  flags: read.flags(0, 'flags', NO_FLAGS),
  rights:
    read.argument(1, 'init_val') === undefined ? NONE : read.flags(1, 'init_val', rights(read.architecture)),
});

export const pkeyFreeCall = (read: CallReader): PkeyFreeCall => ({
  call: 'pkey_free',
  event: read.event,
  pkey: read.int(0, 'pkey'),
});
