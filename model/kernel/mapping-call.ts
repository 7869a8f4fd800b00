/**
 * The calls that make, change and lock mappings, with typed arguments. Numbers are what the kernel receives: unsigned
 * 64-bit (32-bit for 32-bit tasks), before any rounding.
 */
import type { Given, TypedCall } from './given';

export interface MmapCall extends TypedCall {
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
export interface MunmapCall extends TypedCall {
  readonly call: 'munmap';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
}
export interface MremapCall extends TypedCall {
  readonly call: 'mremap';
  readonly oldAddress: Given<bigint>;
  readonly oldSize: Given<bigint>;
  readonly newSize: Given<bigint>;
  readonly flags: Given<number>;
  /** Printed only where the flags use it (and by strace 6.1 not for DONTUNMAP's hint). */
  readonly newAddress: Given<bigint>;
}
export interface MprotectCall extends TypedCall {
  readonly call: 'mprotect' | 'pkey_mprotect';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly prot: Given<number>;
  readonly pkey: Given<number>;
}
export interface BrkCall extends TypedCall {
  readonly call: 'brk';
  readonly addr: Given<bigint>;
}
export interface MadviseCall extends TypedCall {
  readonly call: 'madvise';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly advice: Given<number>;
}
export interface MlockCall extends TypedCall {
  readonly call: 'mlock' | 'mlock2' | 'munlock';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  /** mlock2's; 0 for the others. */
  readonly flags: Given<number>;
}
export interface MlockallCall extends TypedCall {
  readonly call: 'mlockall' | 'munlockall';
  readonly flags: Given<number>;
}
export interface MsealCall extends TypedCall {
  readonly call: 'mseal';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly flags: Given<number>;
}
export interface ShmatCall extends TypedCall {
  readonly call: 'shmat';
  readonly shmid: Given<number>;
  readonly addr: Given<bigint>;
  readonly flags: Given<number>;
}
export interface ShmdtCall extends TypedCall {
  readonly call: 'shmdt';
  readonly addr: Given<bigint>;
}

export type MappingCall =
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
  | ShmdtCall;
