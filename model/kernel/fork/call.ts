/**
 * fork, vfork, clone and clone3 as the kernel receives them. clone's arguments stand in an order of strace's own, by name:
 *
 *     clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f…) = 11416
 *     clone3({flags=CLONE_VM|CLONE_FS|…, exit_signal=0, stack=0x7f…, stack_size=0x7fff00} => {…}, 88) = 11988
 *
 * Flags are bigint: clone3's have 64 bits.
 */
import type { CallEvent } from '../../trace/event';
import type { Argument, Value } from '../../trace/value';
import { member } from '../../process/call-values';
import { CLONE, CSIGNAL, clone3Flags, cloneFlags, signalNumbers } from '../abi/clone-flags';
import { flagBits } from '../abi/flag-value';
import type { CallReader } from '../call-reader';
import type { Given } from '../given';
import { pointerOf, type UserPointer } from '../user-pointer';

export interface ForkCall {
  readonly call: 'fork' | 'vfork' | 'clone' | 'clone3';
  readonly event: CallEvent;
  /** Without the signal. */
  readonly flags: Given<bigint>;
  /** Where CLONE_PIDFD wants the child's descriptor. */
  readonly pidfdAt: UserPointer;
  /** What only clone3 has; undefined for the others. */
  readonly block: CloneBlock | undefined;
}

/** struct clone_args, behind clone3's pointer. Members that a short block lacks are 0. */
export interface CloneBlock {
  readonly at: UserPointer;
  readonly size: Given<bigint>;
  readonly exitSignal: Given<bigint>;
  readonly stack: Given<bigint>;
  readonly stackSize: Given<bigint>;
  readonly setTid: UserPointer;
  readonly setTidSize: Given<bigint>;
  readonly cgroup: Given<bigint>;
  readonly pidfd: Given<bigint>;
  readonly parentTid: Given<bigint>;
  /** Behind the members that strace knows stands something else than zeros. */
  readonly more: boolean;
  /** strace could not read what stands there. */
  readonly unreadable: boolean;
}

const NOWHERE: UserPointer = { shows: 'nothing' };
const given = (value: bigint): Given<bigint> => ({ value, span: undefined });

export const readFork = (read: CallReader): ForkCall => ({
  call: 'fork',
  event: read.event,
  flags: given(0n),
  pidfdAt: NOWHERE,
  block: undefined,
});

export const readVfork = (read: CallReader): ForkCall => ({
  call: 'vfork',
  event: read.event,
  flags: given(BigInt(CLONE.VFORK | CLONE.VM)),
  pidfdAt: NOWHERE,
  block: undefined,
});

/** Raw output has no names, and then the kernel's own order: the flags first. */
export function readClone(read: CallReader): ForkCall {
  const named = read.event.args.some(({ name }) => name === 'flags');
  const flags = read.flags(named ? 1 : 0, 'flags', cloneFlags);
  const value = flags.value === undefined ? undefined : BigInt(flags.value) & 0xffff_ffffn;
  return {
    call: 'clone',
    event: read.event,
    flags: { value: value === undefined ? undefined : value & ~BigInt(CSIGNAL), span: flags.span },
    pidfdAt: pointerOf(
      named ? read.event.args.find(({ name }) => name === 'parent_tid') : read.event.args[2],
    ),
    block: undefined,
  };
}

export function readClone3(read: CallReader): ForkCall {
  const argument = read.argument(0, 'uargs');
  const block = argument?.value;
  const flags = member(block, 'flags');
  const setTid = member(block, 'set_tid');
  return {
    call: 'clone3',
    event: read.event,
    flags: { value: bits(flags?.value), span: flags?.span ?? argument?.span },
    pidfdAt: pointerOf(member(block, 'pidfd')),
    block: {
      at: pointerOf(argument),
      size: read.word(1, 'size'),
      exitSignal: signalIn(block),
      stack: numberIn(block, 'stack'),
      stackSize: numberIn(block, 'stack_size'),
      setTid: setTid === undefined && block?.kind === 'struct' ? NO_POINTER : pointerOf(setTid),
      setTidSize: numberIn(block, 'set_tid_size'),
      cgroup: numberIn(block, 'cgroup'),
      pidfd: numberIn(block, 'pidfd'),
      parentTid: numberIn(block, 'parent_tid'),
      more: block?.kind === 'struct' && hasMore(block.members),
      unreadable: block?.kind === 'struct' && endsUnread(block.members),
    },
  };
}

const NO_POINTER: UserPointer = { shows: 'null', span: { start: 0, end: 0 } };

/** Names and bits of any width. */
function bits(value: Value | undefined): bigint | undefined {
  if (value?.kind === 'number') return BigInt.asUintN(64, value.value);
  if (value?.kind !== 'flags') return undefined;
  let all = 0n;
  for (const term of value.terms) {
    const found = 'name' in term ? clone3Flags.get(term.name) : 'bits' in term ? term.bits : undefined;
    if (found === undefined) return undefined;
    all |= found;
  }
  return all;
}

function signalIn(block: Value | undefined): Given<bigint> {
  const shown = member(block, 'exit_signal');
  if (shown === undefined) return absentIn(block);
  return { value: flagBits(shown.value, signalNumbers), span: shown.span };
}

/** A member that strace leaves out is 0: it prints what is set, and what every block has. */
function numberIn(block: Value | undefined, name: string): Given<bigint> {
  const shown = member(block, name);
  if (shown === undefined) return absentIn(block);
  const { value, span } = shown;
  // `[11988]` or `{…}`: what the kernel wrote there, or was to read; the address is not shown.
  return { value: value.kind === 'number' ? BigInt.asUintN(64, value.value) : undefined, span };
}

const absentIn = (block: Value | undefined): Given<bigint> => ({
  value: block?.kind === 'struct' && !block.abbreviated ? 0n : undefined,
  span: undefined,
});

/** strace reads what follows as the kernel does: `{…, stack_size=0, ???}` */
const endsUnread = (members: readonly Argument[]): boolean =>
  members.some(({ name, value }) => name === undefined && value.kind === 'opaque' && value.text === '???');

/** A comment and a string of bytes, without a name. */
const hasMore = (members: readonly Argument[]): boolean =>
  members.some(({ name, value }) => name === undefined && value.kind === 'string');
