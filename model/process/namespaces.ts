/**
 * unshare(2) and setns(2): what a task takes for its own, or leaves for another's.
 */
import type { CallEvent } from '../trace/event';
import { argument, hasFlag, successOf } from './call-values';
import { unshare as unshareDescriptors } from './descriptors-copy';
import { inOwnNamespace, unknownPrivileges } from './privileges-known';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** include/uapi/linux/sched.h */
const CLONE_FILES = 0x400;
const CLONE_NEWUSER = 0x10000000;

/** An address space is never parted: CLONE_VM is accepted of a task that has its own already. kernel/fork.c: ksys_unshare */
export function unshare(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  const flags = argument(call, 0);
  if (hasFlag(flags, 'CLONE_FILES', CLONE_FILES) === true) unshareDescriptors(task, edit);
  if (hasFlag(flags, 'CLONE_NEWUSER', CLONE_NEWUSER) !== true) return;
  const current = edit.world.task(task.id) ?? task;
  edit.setTask({ ...current, privileges: inOwnNamespace(current.privileges, edit.event) });
}

/** setns(fd, nstype): into which user namespace, if into one, a log seldom shows. 0 takes any kind. */
export function setns(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  const kind = argument(call, 1);
  const isAny = kind?.kind === 'number' && kind.value === 0n;
  if (!isAny && hasFlag(kind, 'CLONE_NEWUSER', CLONE_NEWUSER) !== true) return;
  if (task.privileges !== unknownPrivileges) edit.setTask({ ...task, privileges: unknownPrivileges });
}
