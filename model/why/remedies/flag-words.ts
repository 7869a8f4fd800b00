/** The flags of each call that are worth a try where it failed, and how far each is from what was meant. */
import type { FlagTable } from '../../kernel/abi/flag-table';
import {
  MADV,
  MCL,
  madviseAdvice,
  MLOCK,
  mlockallFlags,
  mlockFlags,
  MREMAP,
  mremapFlags,
  SHM,
  shmatFlags,
} from '../../kernel/abi/memory-flags';
import { MAP, mmapFlags, PROT, protFlags } from '../../kernel/abi/mmap-flags';
import type { Given } from '../../kernel/given';
import type { MemoryCall } from '../../kernel/memory-call';
import { MS, msyncFlags } from '../../kernel/msync/call';
import type { Architecture } from '../../process/world';

/** A word of flags, with what may be tried on it. `cost` of each: how far from what was meant. */
export interface FlagWord {
  readonly given: Given<number>;
  readonly table: FlagTable;
  /** What strace prints where no bit is set. */
  readonly none: string;
  readonly add: readonly Cost[];
  readonly drop: readonly Cost[];
  /** Bits that are one number, not flags. */
  readonly choice: number;
  /** Of these, the first in place of the second. */
  readonly swap: readonly (readonly [to: number, from: number, cost: number])[];
  /** Bits that mean anything: all others are left out at once. */
  readonly known: number;
}
export type Cost = readonly [bits: number, cost: number];

const EVERY_BIT = 0xffff_ffff;

export function* flagWords(call: MemoryCall, architecture: Architecture): Iterable<FlagWord> {
  switch (call.call) {
    case 'mmap':
      yield protWord(call.prot, architecture);
      yield {
        given: call.flags,
        table: mmapFlags(architecture),
        none: '0',
        add: [],
        drop: [
          [MAP.GROWSDOWN, 2],
          [MAP.SYNC, 2],
          [MAP.HUGETLB | (MAP.HUGE_MASK << MAP.HUGE_SHIFT), 3],
          [MAP.LOCKED, 4],
        ],
        choice: MAP.TYPE,
        swap: [
          [MAP.PRIVATE, 0, 1],
          [MAP.SHARED, 0, 2],
          [MAP.SHARED, MAP.SHARED_VALIDATE, 2],
          [MAP.PRIVATE, MAP.SHARED, 3],
          [MAP.SHARED, MAP.PRIVATE, 4],
          [MAP.PRIVATE, MAP.DROPPABLE, 3],
        ],
        known: EVERY_BIT,
      };
      return;
    case 'mprotect':
    case 'pkey_mprotect':
      yield protWord(call.prot, architecture);
      return;
    case 'mremap':
      yield {
        given: call.flags,
        table: mremapFlags(architecture),
        none: '0',
        add: [[MREMAP.MAYMOVE, 1]],
        drop: [
          [MREMAP.DONTUNMAP, 3],
          [MREMAP.FIXED, 4],
        ],
        choice: 0,
        swap: [],
        known: MREMAP.MAYMOVE | MREMAP.FIXED | MREMAP.DONTUNMAP,
      };
      return;
    case 'mlock2':
      yield {
        given: call.flags,
        table: mlockFlags(architecture),
        none: '0',
        add: [[MLOCK.ONFAULT, 4]],
        drop: [],
        choice: 0,
        swap: [],
        known: MLOCK.ONFAULT,
      };
      return;
    case 'mlockall':
      yield {
        given: call.flags,
        table: mlockallFlags(architecture),
        none: '0',
        add: [
          [MCL.CURRENT, 1],
          [MCL.FUTURE, 3],
        ],
        drop: [[MCL.CURRENT, 5]],
        choice: 0,
        swap: [],
        known: MCL.CURRENT | MCL.FUTURE | MCL.ONFAULT,
      };
      return;
    case 'madvise':
      yield {
        given: call.advice,
        table: madviseAdvice(architecture),
        none: 'MADV_NORMAL',
        add: [],
        drop: [],
        choice: EVERY_BIT,
        swap: [
          [MADV.DONTNEED_LOCKED, MADV.DONTNEED, 2],
          [MADV.DONTNEED, MADV.FREE, 3],
          [MADV.POPULATE_READ, MADV.POPULATE_WRITE, 3],
        ],
        known: EVERY_BIT,
      };
      return;
    case 'shmat':
      yield {
        given: call.flags,
        table: shmatFlags(architecture),
        none: '0',
        add: [
          [SHM.RND, 1],
          [SHM.RDONLY, 3],
          [SHM.REMAP, 6],
        ],
        drop: [
          [SHM.REMAP, 2],
          [SHM.EXEC, 3],
        ],
        choice: 0,
        swap: [],
        known: EVERY_BIT,
      };
      return;
    case 'msync':
      yield {
        given: call.flags,
        table: msyncFlags(architecture),
        none: '0',
        add: [],
        drop: [
          [MS.ASYNC, 2],
          [MS.INVALIDATE, 3],
          [MS.SYNC, 3],
        ],
        choice: 0,
        swap: [],
        known: MS.ASYNC | MS.INVALIDATE | MS.SYNC,
      };
      return;
    default:
      return;
  }
}

const protWord = (given: Given<number>, architecture: Architecture): FlagWord => ({
  given,
  table: protFlags(architecture),
  none: 'PROT_NONE',
  add: [],
  drop: [
    [PROT.GROWSDOWN, 2],
    [PROT.GROWSUP, 2],
    [PROT.EXEC, 4],
    [PROT.WRITE, 4],
  ],
  choice: 0,
  swap: [],
  known: [...protFlags(architecture).values()].reduce((all, bit) => all | bit, 0) >>> 0,
});
