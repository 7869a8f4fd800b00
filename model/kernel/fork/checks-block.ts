/**
 * clone3's own checks: its block of arguments is read and looked at before anything of the caller is.
 * kernel/fork.c: copy_clone_args_from_user, clone3_args_valid, clone3_stack_valid; measured on 6.18
 */
import { CLONE, CSIGNAL } from '../abi/clone-flags';
import type { Before, Check, Source, Verdict } from '../check';
import type { Given } from '../given';
import { beyondUserSpace } from '../user-memory';
import { canRead } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  manual,
  NOT_REACHED,
  passes,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { CloneBlock, ForkCall } from './call';

const page = manual('clone3(2)');
const copying = seen('kernel/fork.c: copy_clone_args_from_user');
const validity = seen('kernel/fork.c: clone3_args_valid');

/** CLONE_ARGS_SIZE_VER0: up to tls; VER2 has set_tid and cgroup besides. include/uapi/linux/sched.h */
const FIRST_SIZE = 64n;
const THIRD_SIZE = 88n;
/** MAX_PID_NS_LEVEL. include/linux/pid_namespace.h */
const MOST_TIDS = 32n;
const LAST_SIGNAL = 64n;

type ForkCheck = Check<ForkCall>;

interface BlockCheck extends Pick<ForkCheck, 'id' | 'errno' | 'demand'> {
  readonly since?: ForkCheck['since'];
  readonly source: Source;
  readonly test: (block: CloneBlock, before: Before, call: ForkCall) => Verdict;
}

/** Calls without a block do not get there. */
const ofBlock = ({ id, errno, demand: wanted, since, source, test }: BlockCheck): ForkCheck => ({
  id,
  errno,
  ...(since === undefined ? {} : { since }),
  sources: [source, page],
  demand: wanted,
  test: (call, before) => (call.block === undefined ? NOT_REACHED : test(call.block, before, call)),
});

/** A member of the block: where strace shows the block by its address only, none is known. */
const shown = (given: Given<bigint>, test: (value: bigint) => Verdict): Verdict =>
  given.value === undefined ? likelyPasses('unknown-argument') : test(given.value);

function tids({ setTid, setTidSize }: CloneBlock): Verdict {
  return shown(setTidSize, (size) => {
    const fact = argumentFact('set_tid_size', setTidSize);
    if (size > MOST_TIDS) return fails(fact);
    if (setTid.shows === 'nothing') return likelyPasses('unknown-argument', fact);
    return demand((setTid.shows === 'null') === (size === 0n), fact);
  });
}

function cgroup({ cgroup: given, size }: CloneBlock, call: ForkCall): Verdict {
  return shown(call.flags, (flags) => {
    if ((flags & BigInt(CLONE.INTO_CGROUP)) === 0n) return NOT_REACHED;
    return withArguments([given, size], (fd, bytes) =>
      demand(
        fd <= 0x7fff_ffffn && bytes >= THIRD_SIZE,
        argumentFact('cgroup', given),
        argumentFact('size', size),
      ),
    );
  });
}

function stack({ stack: base, stackSize }: CloneBlock, before: Before): Verdict {
  if (base.value === undefined || stackSize.value === undefined) return likelyPasses('unknown-argument');
  const facts = [argumentFact('stack', base), argumentFact('stack_size', stackSize)];
  if ((base.value === 0n) !== (stackSize.value === 0n)) return fails(...facts);
  return demand(!beyondUserSpace(base.value, stackSize.value, before), ...facts);
}

/** All flags up to bit 31 have a name; DETACHED and the bits of the signal are kept back, but for NEWTIME. */
const NAMED = BigInt(0xffff_ffff + CLONE.CLEAR_SIGHAND + CLONE.INTO_CGROUP);
const RESERVED = BigInt(CLONE.DETACHED | (CSIGNAL & ~CLONE.NEWTIME));

const flagsAre = (call: ForkCall, test: (flags: bigint) => boolean): Verdict =>
  shown(call.flags, (flags) => demand(test(flags), argumentFact('flags', call.flags)));

export const haveAll = (...bits: readonly number[]) => {
  const all = bits.reduce((sum, bit) => sum + BigInt(bit), 0n);
  return (flags: bigint): boolean => (flags & all) === all;
};

export const blockChecks: readonly ForkCheck[] = [
  {
    id: 'clone.no-such-call',
    errno: 'ENOSYS',
    until: kernelVersion(5, 2),
    sources: [page],
    demand: 'the kernel has clone3, which came with 5.3',
    test: (call) => (call.call === 'clone3' ? fails() : NOT_REACHED),
  },
  ofBlock({
    id: 'clone.block-too-long',
    errno: 'E2BIG',
    source: copying,
    demand: 'the block of arguments is no longer than a page',
    test: ({ size }) => withArguments([size], (bytes) => demand(bytes <= 4096n, argumentFact('size', size))),
  }),
  ofBlock({
    id: 'clone.block-too-short',
    errno: 'EINVAL',
    source: copying,
    demand: 'the block of arguments has the 64 bytes of the first clone3',
    test: ({ size }) =>
      withArguments([size], (bytes) => demand(bytes >= FIRST_SIZE, argumentFact('size', size))),
  }),
  ofBlock({
    id: 'clone.block-unreadable',
    errno: 'EFAULT',
    source: copying,
    demand: 'the block of arguments can be read',
    test: ({ at, size, unreadable }, before) =>
      unreadable ? fails(argumentFact('size', size)) : canRead(at, Number(size.value ?? FIRST_SIZE), before),
  }),
  ofBlock({
    id: 'clone.unknown-arguments',
    errno: 'E2BIG',
    source: copying,
    demand: 'behind the arguments that this kernel knows the block is zero',
    test: ({ more, size }) => {
      if (size.value !== undefined && size.value <= THIRD_SIZE) return passes();
      return more ? fails(argumentFact('size', size)) : likelyPasses('unknown-argument');
    },
  }),
  ofBlock({
    id: 'clone.invalid-set-tid',
    errno: 'EINVAL',
    since: kernelVersion(5, 5),
    source: copying,
    demand: 'set_tid and set_tid_size go together, at most 32 of them',
    test: tids,
  }),
  ofBlock({
    id: 'clone.invalid-exit-signal',
    errno: 'EINVAL',
    source: copying,
    demand: 'the exit signal is 0 or a signal',
    test: ({ exitSignal }) =>
      shown(exitSignal, (signal) => demand(signal <= LAST_SIGNAL, argumentFact('exit_signal', exitSignal))),
  }),
  ofBlock({
    id: 'clone.invalid-cgroup',
    errno: 'EINVAL',
    since: kernelVersion(5, 7),
    source: copying,
    demand: 'with CLONE_INTO_CGROUP, the block is long enough to say which, and says a descriptor',
    test: (block, _before, call) => cgroup(block, call),
  }),
  ofBlock({
    id: 'clone.set-tid-unreadable',
    errno: 'EFAULT',
    since: kernelVersion(5, 5),
    source: copying,
    demand: 'the tids of set_tid can be read',
    test: ({ setTid, setTidSize }, before) =>
      setTid.shows === 'null' ? NOT_REACHED : canRead(setTid, 4 * Number(setTidSize.value ?? 1n), before),
  }),
  ofBlock({
    id: 'clone.unknown-flags',
    errno: 'EINVAL',
    source: validity,
    demand: 'the flags are flags of clone3',
    test: (_block, _before, call) => flagsAre(call, (flags) => (flags & ~NAMED) === 0n),
  }),
  ofBlock({
    id: 'clone.reserved-flags',
    errno: 'EINVAL',
    source: validity,
    demand: 'the flags have neither CLONE_DETACHED nor a signal in them: that has a place of its own',
    test: (_block, _before, call) => flagsAre(call, (flags) => (flags & RESERVED) === 0n),
  }),
  ofBlock({
    id: 'clone.handlers-shared-and-cleared',
    errno: 'EINVAL',
    since: kernelVersion(5, 5),
    source: validity,
    demand: 'signal handlers are not both shared (CLONE_SIGHAND) and cleared (CLONE_CLEAR_SIGHAND)',
    test: (_block, _before, call) =>
      flagsAre(call, (flags) => !haveAll(CLONE.SIGHAND, CLONE.CLEAR_SIGHAND)(flags)),
  }),
  ofBlock({
    id: 'clone.thread-with-exit-signal',
    errno: 'EINVAL',
    source: validity,
    demand: 'with CLONE_THREAD or CLONE_PARENT, no exit signal is given',
    test: ({ exitSignal }, _before, call) =>
      shown(call.flags, (flags) =>
        (flags & BigInt(CLONE.THREAD | CLONE.PARENT)) === 0n
          ? passes()
          : shown(exitSignal, (signal) => demand(signal === 0n, argumentFact('exit_signal', exitSignal))),
      ),
  }),
  ofBlock({
    id: 'clone.invalid-stack',
    errno: 'EINVAL',
    source: seen('kernel/fork.c: clone3_stack_valid'),
    demand:
      'a stack has an address and a size, and lies in user space (of the kernel, for tasks of 32 bits too)',
    test: stack,
  }),
];

/** For the checks that all of the family share. */
export const withFlags = (call: ForkCall, test: (flags: bigint) => Verdict): Verdict =>
  call.flags.value === undefined ? cannotTell('unknown-argument') : test(call.flags.value);
