/**
 * The calls that the rules judge, with typed arguments. Numbers are what the kernel receives: unsigned 64-bit (32-bit
 * for 32-bit tasks), before any rounding. `event` keeps the way back to the log.
 */
import type { CallEvent } from '../trace/event';
import type { Span } from '../trace/span';
import type { AskingCall } from './asking-calls';
import type { PolicyCall } from './policy-calls';
import type { ProcessCall } from './process-calls';

/** An argument with its place in the line. `value` undefined: the log does not show it (a filter, an unreadable form). */
export interface Given<T> {
  readonly value: T | undefined;
  readonly span: Span | undefined;
}

interface CallBase {
  readonly event: CallEvent;
}

export interface MmapCall extends CallBase {
  readonly call: 'mmap';
  /** The kernel's entry: old_mmap's block may be unreadable, mmap2 counts offsets in 4096 bytes (strace prints bytes). */
  readonly entry: 'mmap' | 'mmap2' | 'old_mmap';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly prot: Given<number>;
  readonly flags: Given<number>;
  readonly fd: Given<number>;
  /** In bytes. */
  readonly offset: Given<bigint>;
}
export interface MunmapCall extends CallBase {
  readonly call: 'munmap';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
}
export interface MremapCall extends CallBase {
  readonly call: 'mremap';
  readonly oldAddress: Given<bigint>;
  readonly oldSize: Given<bigint>;
  readonly newSize: Given<bigint>;
  readonly flags: Given<number>;
  /** Printed only where the flags use it (and by strace 6.1 not for DONTUNMAP's hint). */
  readonly newAddress: Given<bigint>;
}
export interface MprotectCall extends CallBase {
  readonly call: 'mprotect' | 'pkey_mprotect';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly prot: Given<number>;
  readonly pkey: Given<number>;
}
export interface BrkCall extends CallBase {
  readonly call: 'brk';
  readonly addr: Given<bigint>;
}
export interface MadviseCall extends CallBase {
  readonly call: 'madvise';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly advice: Given<number>;
}
export interface MlockCall extends CallBase {
  readonly call: 'mlock' | 'mlock2' | 'munlock';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  /** mlock2's; 0 for the others. */
  readonly flags: Given<number>;
}
export interface MlockallCall extends CallBase {
  readonly call: 'mlockall' | 'munlockall';
  readonly flags: Given<number>;
}
export interface MsealCall extends CallBase {
  readonly call: 'mseal';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly flags: Given<number>;
}
export interface ShmatCall extends CallBase {
  readonly call: 'shmat';
  readonly shmid: Given<number>;
  readonly addr: Given<bigint>;
  readonly flags: Given<number>;
}
export interface ShmdtCall extends CallBase {
  readonly call: 'shmdt';
  readonly addr: Given<bigint>;
}

export type MemoryCall =
  | MmapCall
  | MunmapCall
  | MremapCall
  | MprotectCall
  | BrkCall
  | MadviseCall
  | MlockCall
  | MlockallCall
  | MsealCall
  | ShmatCall
  | ShmdtCall
  | AskingCall
  | PolicyCall
  | ProcessCall;
