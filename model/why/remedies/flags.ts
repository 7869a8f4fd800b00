/**
 * Other flags, another protection: one added, one left out, one in place of another. What of these helps, the rules say;
 * which are worth a try is in flag-words.ts.
 */
import { namesOf } from '../../kernel/abi/flag-table';
import { MREMAP } from '../../kernel/abi/memory-flags';
import { MAP, mmapFlags } from '../../kernel/abi/mmap-flags';
import { say } from '../message';
import { flagWords, type Cost, type FlagWord } from './flag-words';
import { withArguments, type Alteration, type Alterations, type Trial } from './trial';
import { flagsText, type NewArgument } from './written-call';

export const flags: Alterations = function* ({ outcome: { trial } }) {
  for (const word of flagWords(trial.call, trial.before.task.architecture)) {
    const bits = word.given.value;
    if (bits === undefined) continue;
    yield* added(trial, word, bits);
    yield* dropped(trial, word, bits);
    yield* swapped(trial, word, bits);
  }
  yield* anonymous(trial);
  yield* withoutKey(trial);
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
  // A size of huge pages goes with the flag that asks for them, and has no name of its own.
  return names.length === 0 ? `0x${rest.toString(16)}` : names.join('|');
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

/** mprotect is pkey_mprotect without a key. */
function* withoutKey(trial: Trial): Iterable<Alteration> {
  const { call } = trial;
  if (call.call !== 'pkey_mprotect' || call.pkey.value === -1) return;
  yield withArguments(trial, { kind: 'flags', cost: 3, text: say('remedy.no-key') }, [[call.pkey, '-1']]);
}
