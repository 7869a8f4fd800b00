/**
 * Other flags, another protection: one added, one left out, one in place of another. What of these helps, the rules say;
 * here is only which are worth a try, and how far each is from what was meant.
 */
import { namesOf, type FlagTable } from '../../kernel/abi/flag-table';
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
import type { Given, MemoryCall } from '../../kernel/memory-call';
import { MS, msyncFlags } from '../../kernel/msync/call';
import type { Architecture } from '../../process/world';
import { say } from '../message';
import { withArguments, type Alteration, type Alterations, type Trial } from './trial';
import { flagsText, type NewArgument } from './written-call';

/** A word of flags, with what may be tried on it. `cost` of each: how far from what was meant. */
interface FlagWord {
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
type Cost = readonly [bits: number, cost: number];

export const flags: Alterations = function* ({ outcome: { trial } }) {
  for (const word of flagWords(trial.call, trial.before.task.architecture)) {
    const bits = word.given.value;
    if (bits === undefined) continue;
    yield* added(trial, word, bits);
    yield* dropped(trial, word, bits);
    yield* swapped(trial, word, bits);
  }
  yield* anonymous(trial);
};

function* added(trial: Trial, word: FlagWord, bits: number): Iterable<Alteration> {
  for (const [bit, cost] of word.add) {
    if ((bits & bit) === bit) continue;
    const text = say('remedy.add-flag', { flag: nameOf(bit, word) });
    yield withArguments(trial, { kind: 'flags', cost, text }, [newBits(trial, word, bits | bit)]);
  }
}

function* dropped(trial: Trial, word: FlagWord, bits: number): Iterable<Alteration> {
  const unknown = (bits & ~word.known) >>> 0;
  const all: readonly Cost[] = unknown === 0 ? word.drop : [[unknown, 1], ...word.drop];
  for (const [bit, cost] of all) {
    if ((bits & bit) === 0) continue;
    const text = say('remedy.drop-flag', { flag: nameOf((bits & bit) >>> 0, word) });
    const rest = bits & ~bit;
    yield withArguments(trial, { kind: 'flags', cost, text }, [
      newBits(trial, word, rest),
      ...withoutNewAddress(trial, rest),
    ]);
  }
}

/** strace prints mremap's new address only beside flags that ask for one. */
function* withoutNewAddress({ call }: Trial, bits: number): Iterable<NewArgument> {
  if (call.call !== 'mremap' || (bits & (MREMAP.FIXED | MREMAP.DONTUNMAP)) !== 0) return;
  if (call.newAddress.span !== undefined) yield [call.newAddress, undefined];
}

function* swapped(trial: Trial, word: FlagWord, bits: number): Iterable<Alteration> {
  for (const [to, from, cost] of word.swap) {
    if ((bits & word.choice) >>> 0 !== from) continue;
    const next = (bits & ~word.choice) | to;
    const text =
      from === 0
        ? say('remedy.add-flag', { flag: nameOf(to, word) })
        : say('remedy.swap-flag', { flag: nameOf(to, word), old: nameOf(from, word) });
    yield withArguments(trial, { kind: 'flags', cost, text }, [newBits(trial, word, next)]);
  }
}

const newBits = ({ call }: Trial, { given, table, none }: FlagWord, bits: number): NewArgument => [
  given,
  flagsText(call, given, bits >>> 0, table, none),
];

function nameOf(bits: number, { table }: FlagWord): string {
  const { names, rest } = namesOf(bits, table);
  return [...names, ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])].join('|');
}

/** Memory without a file, where there is none to map. */
function* anonymous(trial: Trial): Iterable<Alteration> {
  const { call } = trial;
  if (call.call !== 'mmap' || call.flags.value === undefined || call.fd.value === undefined) return;
  // -1 says that no file is meant.
  if ((call.flags.value & MAP.ANONYMOUS) !== 0 || call.fd.value !== -1) return;
  const table = mmapFlags(trial.before.task.architecture);
  const text = flagsText(call, call.flags, (call.flags.value | MAP.ANONYMOUS) >>> 0, table);
  yield withArguments(
    trial,
    { kind: 'flags', cost: 1, text: say('remedy.add-flag', { flag: 'MAP_ANONYMOUS' }) },
    [
      [call.flags, text],
      [call.offset, '0'],
    ],
  );
}

const EVERY_BIT = 0xffff_ffff;

function* flagWords(call: MemoryCall, architecture: Architecture): Iterable<FlagWord> {
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
