/** One piece of memory that the kernel reads or writes for a call, and what strace shows of it. */
import type { Message } from '../message-shape';

export interface MemoryUse {
  readonly does: 'read' | 'write';
  /** 'argument 2 (buf)' */
  readonly what: Message;
  /** Undefined where the line has what is there in place of the address. */
  readonly address: bigint | undefined;
  /** Bytes that the kernel gets to whatever it finds, and those that it may want at most. */
  readonly least: bigint;
  readonly most: bigint;
  /** It ends at a NUL, of which only the program knows where. */
  readonly isString: boolean;
  /** 'all' of it or its 'start' stands in the line, so strace could read that; only its 'address'; or 'nothing'. */
  readonly shown: 'all' | 'start' | 'address' | 'nothing';
  /** strace prints the contents of such an argument where it can: a bare address says that it could not. */
  readonly refusedToStrace: boolean;
}

/** What the kernel does with one argument, in turns: it reads a structure, does its work, and writes to it. */
export type Turns = readonly (readonly MemoryUse[])[];
