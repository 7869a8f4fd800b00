/**
 * The checks that fork, vfork, clone and clone3 share: which flags go together, and what is left of the limits.
 * kernel/fork.c: kernel_clone, copy_process; measured on 6.18
 */
import { has, VmFlag } from '../../memory/vma';
import { lengthOf } from '../../memory/page';
import { CLONE } from '../abi/clone-flags';
import type { Before, Check, Verdict } from '../check';
import { fitsCommit } from '../commit';
import { capable, limitOf } from '../limits';
import {
  argumentFact,
  cannotTell,
  fails,
  likelyPasses,
  manual,
  NO_TRACE,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
} from '../verdict';
import { kernelVersion } from '../versions';
import { blockChecks, haveAll, withFlags } from './checks-block';
import type { ForkCall } from './call';
import { extraChecks } from './checks-extras';

type ForkCheck = Check<ForkCall>;

const page = manual('clone(2)');
const source = seen('kernel/fork.c: copy_process');

/** Fails where all of one of the sets of flags are given. */
const notTogether =
  (...sets: readonly (readonly number[])[]) =>
  (call: ForkCall): Verdict =>
    withFlags(call, (flags) =>
      sets.some((set) => haveAll(...set)(flags)) ? fails(argumentFact('flags', call.flags)) : passes(),
    );

const needs =
  (flag: number, other: number) =>
  (call: ForkCall): Verdict =>
    withFlags(call, (flags) =>
      haveAll(flag)(flags) && !haveAll(other)(flags) ? fails(argumentFact('flags', call.flags)) : passes(),
    );

/** clone returns both in the memory of its third argument; clone3 has a place for each. */
function placesDiffer(call: ForkCall): Verdict {
  const { block } = call;
  return withFlags(call, (flags) => {
    if (!haveAll(CLONE.PIDFD, CLONE.PARENT_SETTID)(flags)) return passes();
    if (block === undefined) return fails(argumentFact('flags', call.flags));
    const { pidfd, parentTid } = block;
    if (pidfd.value === undefined || parentTid.value === undefined) return likelyPasses('unknown-argument');
    return pidfd.value === parentTid.value ? fails(argumentFact('pidfd', pidfd)) : passes();
  });
}

const NAMESPACES = [
  CLONE.NEWNS,
  CLONE.NEWCGROUP,
  CLONE.NEWUTS,
  CLONE.NEWIPC,
  CLONE.NEWPID,
  CLONE.NEWNET,
].reduce<bigint>((all, bit) => all | BigInt(bit), 0n);

/** In a user namespace of its own the child has every capability; whether one may be made is up to the machine. */
function mayMakeNamespaces(call: ForkCall, before: Before): Verdict {
  return withFlags(call, (flags) => {
    if (haveAll(CLONE.NEWUSER)(flags)) return likelyPasses('no-trace');
    const time = call.call === 'clone3' ? BigInt(CLONE.NEWTIME) : 0n;
    return (flags & (NAMESPACES | time)) === 0n
      ? passes()
      : capable(before, 'CAP_SYS_ADMIN', argumentFact('flags', call.flags));
  });
}

/**
 * The kernel counts the processes of the user, the new one included; those that the log shows are a part of them. The
 * first user (root) and two capabilities are above the limit.
 */
function fitsProcessLimit(_call: ForkCall, before: Before): Verdict {
  const limit = limitOf(before, 'NPROC');
  if (limit === undefined) return likelyPasses('unknown-limit');
  if (limit.soft === 'infinity') return passes();
  let alive = 0;
  for (const { ended } of before.world?.tasks() ?? []) if (ended === undefined) alive++;
  const facts = [
    numberFact('used', alive, 'count'),
    numberFact('asked', 1, 'count'),
    numberFact('RLIMIT_NPROC', limit.soft, 'count', limit.at),
  ];
  if (BigInt(alive) + 1n <= limit.soft) return likelyPasses('no-trace', ...facts);
  const able = (['CAP_SYS_RESOURCE', 'CAP_SYS_ADMIN'] as const).map((name) =>
    capable(before, name, ...facts),
  );
  if (able.some(({ answer }) => answer === 'passes')) return passes(...facts);
  const { euid } = before.task.privileges;
  const isOther = euid !== undefined && euid !== 0;
  return isOther && able.every(({ answer }) => answer === 'fails')
    ? fails(...facts)
    : cannotTell('unknown-capability', ...facts);
}

/** What is charged to the commit limit is charged again for the child, VMA by VMA. kernel/fork.c: dup_mmap */
function fitsCommitLimit(call: ForkCall, before: Before): Verdict {
  return withFlags(call, (flags) => {
    if (haveAll(CLONE.VM)(flags)) return NOT_REACHED;
    // The usual case, without a look at every VMA: even all in one would fit.
    const all = fitsCommit(before, before.space.total);
    if (all.answer === 'passes' || (all.answer === 'cannot-tell' && all.expect === 'passes')) return all;
    let largest = 0;
    for (const vma of before.space.vmas())
      if (has(vma, VmFlag.account) && !has(vma, VmFlag.dontCopy)) largest = Math.max(largest, lengthOf(vma));
    return fitsCommit(before, largest);
  });
}

export const forkChecks: readonly ForkCheck[] = [
  ...blockChecks,
  {
    id: 'clone.pidfd-and-parent-tid',
    errno: 'EINVAL',
    since: kernelVersion(5, 2),
    sources: [seen('kernel/fork.c: kernel_clone'), page],
    demand: 'CLONE_PIDFD and CLONE_PARENT_SETTID do not ask for the same place',
    test: placesDiffer,
  },
  {
    id: 'clone.namespace-shares-filesystem',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'a new mount or user namespace does not go with shared file system facts (CLONE_FS)',
    test: notTogether([CLONE.NEWNS, CLONE.FS], [CLONE.NEWUSER, CLONE.FS]),
  },
  {
    id: 'clone.thread-without-handlers',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'CLONE_THREAD goes with CLONE_SIGHAND',
    test: needs(CLONE.THREAD, CLONE.SIGHAND),
  },
  {
    id: 'clone.handlers-without-memory',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'CLONE_SIGHAND goes with CLONE_VM',
    test: needs(CLONE.SIGHAND, CLONE.VM),
  },
  {
    id: 'clone.sibling-of-init',
    errno: 'EINVAL',
    sources: [read('kernel/fork.c: copy_process'), page],
    demand: 'with CLONE_PARENT, the caller is not the first process of its pid namespace',
    test: (call) => withFlags(call, (flags) => (haveAll(CLONE.PARENT)(flags) ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'clone.thread-in-new-namespace',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'a thread stays in the pid and user namespace of its process',
    test: notTogether([CLONE.THREAD, CLONE.NEWPID], [CLONE.THREAD, CLONE.NEWUSER]),
  },
  {
    id: 'clone.pidfd-of-thread',
    errno: 'EINVAL',
    since: kernelVersion(5, 2),
    until: kernelVersion(6, 8),
    sources: [read('kernel/fork.c: copy_process', '6.6'), page],
    demand: 'CLONE_PIDFD is not asked for a thread',
    test: notTogether([CLONE.PIDFD, CLONE.THREAD]),
  },
  {
    id: 'clone.pidfd-detached',
    errno: 'EINVAL',
    since: kernelVersion(5, 2),
    sources: [source, page],
    demand: 'CLONE_PIDFD does not go with the old CLONE_DETACHED',
    test: notTogether([CLONE.PIDFD, CLONE.DETACHED]),
  },
  {
    id: 'clone.over-process-limit',
    errno: 'EAGAIN',
    sources: [source, manual('fork(2)')],
    demand:
      'the user has fewer processes than RLIMIT_NPROC, or is root, or has CAP_SYS_RESOURCE or CAP_SYS_ADMIN',
    test: fitsProcessLimit,
  },
  {
    id: 'clone.too-many-tasks',
    errno: 'EAGAIN',
    sources: [read('kernel/fork.c: copy_process'), manual('fork(2)')],
    demand: 'the machine and the control group have room for a task (threads-max, pid_max, pids.max)',
    test: () => NO_TRACE,
  },
  {
    id: 'clone.over-commit-limit',
    errno: 'ENOMEM',
    sources: [read('kernel/fork.c: dup_mmap'), manual('fork(2)')],
    demand: 'the memory that the child gets a copy of fits the commit limit',
    test: fitsCommitLimit,
  },
  {
    id: 'clone.may-not-make-namespace',
    errno: 'EPERM',
    sources: [read('kernel/nsproxy.c: copy_namespaces'), page],
    demand: 'new namespaces are asked for with CAP_SYS_ADMIN only',
    test: mayMakeNamespaces,
  },
  {
    id: 'clone.semaphores-in-new-namespace',
    errno: 'EINVAL',
    sources: [seen('kernel/nsproxy.c: copy_namespaces'), page],
    demand: 'a new IPC namespace does not go with shared semaphore undos (CLONE_SYSVSEM)',
    test: notTogether([CLONE.NEWIPC, CLONE.SYSVSEM]),
  },
  ...extraChecks,
  {
    id: 'clone.kernel-memory',
    errno: 'ENOMEM',
    sources: [read('kernel/fork.c: copy_process'), manual('fork(2)')],
    demand: 'the kernel has memory for a task and its page tables',
    test: () => NO_TRACE,
  },
];
