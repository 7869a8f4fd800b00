/**
 * mlockall(2) and munlockall(2): lock what is mapped now, what will be mapped, or both.
 * mm/mlock.c: sys_mlockall, apply_mlockall_flags
 *
 * Each successful call sets anew what later mappings get: mlockall(MCL_CURRENT) ends an earlier MCL_FUTURE.
 */
import { pageRange } from '../memory/page';
import { MCL } from './abi/memory-flags';
import type { Before, Check, Verdict } from './check';
import { capable, defaultMemlock, fitsUnknownMemlock, limitOf, mayLock, pagesOfLimit } from './limits';
import type { MlockallCall } from './mapping-call';
import { settleUnlocked, withLock, type LockState } from './mlock/walk';
import type { SyscallRule } from './syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  NOT_REACHED,
  sizeFact,
  passes,
  read,
  seen,
  withArguments,
} from './verdict';
import { kernelVersion } from './versions';

const page = read('mlockall(2)', 'man-pages 6.20');
const source = seen('mm/mlock.c: sys_mlockall');

const knownFlags = (before: Before): number =>
  before.machine.kernel >= kernelVersion(4, 4)
    ? MCL.CURRENT | MCL.FUTURE | MCL.ONFAULT
    : MCL.CURRENT | MCL.FUTURE;

/** All of the address space is compared with the limit, not what would be newly locked. */
function fitsLimit(before: Before): Verdict {
  const { total, complete } = before.space;
  const limit = limitOf(before, 'MEMLOCK');
  const facts = [sizeFact(before, 'total', total)];
  const privilege = capable(before, 'CAP_IPC_LOCK', ...facts);
  if (privilege.answer === 'passes') return privilege;
  if (limit === undefined) {
    const verdict = fitsUnknownMemlock(before, total, complete, facts);
    const isRaised = (before.task.privileges.lockBounds?.allowed?.pages ?? 0) > defaultMemlock(before);
    return !complete && !isRaised && verdict.answer === 'cannot-tell'
      ? cannotTell('unknown-limit', ...facts)
      : verdict;
  }
  if (limit.soft === 'infinity') return passes();
  const most = pagesOfLimit(limit.soft, before);
  facts.push(sizeFact(before, 'RLIMIT_MEMLOCK', most, limit.at));
  if (total > most) return capable(before, 'CAP_IPC_LOCK', ...facts);
  return complete ? passes(...facts) : cannotTell('unknown-memory', ...facts);
}

export const mlockallChecks: readonly Check<MlockallCall>[] = [
  {
    id: 'mlockall.invalid-flags',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'the flags hold MCL_CURRENT or MCL_FUTURE, perhaps MCL_ONFAULT, and no others',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) =>
        demand(
          bits !== 0 && bits !== MCL.ONFAULT && bits <= 0xffff_ffff && (bits & ~knownFlags(before)) === 0,
          argumentFact('flags', flags),
        ),
      ),
  },
  {
    id: 'mlockall.not-permitted',
    errno: 'EPERM',
    sources: [source, page],
    demand: 'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK',
    test: (_call, before) => mayLock(before),
  },
  {
    id: 'mlockall.over-limit',
    errno: 'ENOMEM',
    sources: [source, page],
    demand: 'with MCL_CURRENT, all of the address space fits below RLIMIT_MEMLOCK',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) => ((bits & MCL.CURRENT) !== 0 ? fitsLimit(before) : NOT_REACHED)),
  },
];

const everything = (before: Before): ReturnType<typeof pageRange> => pageRange(0, before.space.taskSize);

export const mlockallRule: SyscallRule<MlockallCall> = {
  call: 'mlockall',
  checks: mlockallChecks,
  apply(call, observed, before, edit) {
    const flags = call.flags.value;
    if (observed.kind !== 'success' || flags === undefined) return;
    const state: LockState = (flags & MCL.ONFAULT) !== 0 ? 'onfault' : 'locked';
    edit.setFacts({
      futureLock: (flags & MCL.FUTURE) !== 0 ? state : 'off',
      futureLockSetAt: call.event.index,
    });
    if ((flags & MCL.CURRENT) === 0) return;
    edit.modify(everything(before), withLock(state, call.event.index));
    if (state === 'locked') {
      edit.touch(everything(before));
      edit.pages.present(everything(before), 'attempted');
    }
    // What the log does not show is locked as well, and counts.
    if (!before.space.complete) edit.setFacts({ locked: undefined, likelyLocked: undefined });
  },
  successValue: () => 0n,
};

/** Always succeeds, since 2.6.9 for everybody. Counts that belong to no VMA (see mremap's DONTUNMAP) stay. */
export const munlockallRule: SyscallRule<MlockallCall> = {
  call: 'munlockall',
  checks: [],
  apply(call, observed, before, edit) {
    if (observed.kind !== 'success') return;
    const { locked, surplusUnsure } = edit.now;
    settleUnlocked(everything(before), edit);
    edit.modify(everything(before), withLock('off', call.event.index));
    edit.setFacts({
      futureLock: 'off',
      futureLockSetAt: call.event.index,
      ...(locked === undefined && !surplusUnsure ? { locked: 0 } : {}),
    });
  },
  successValue: () => 0n,
};
