/**
 * Calls in which a task learns who it is: for logs that print no pid, and for the pid of a thread's process.
 */
import type { CallEvent } from '../trace/event';
import { argument, choiceOf, fromUtf8, member, onExit, smallSuccessOf, successOf } from './call-values';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** gettid() and set_tid_address() answer the caller's tid. */
export function ownTid(call: CallEvent, task: Task, edit: WorldEdit): void {
  const tid = smallSuccessOf(call);
  if (tid === undefined || tid === 0 || task.tid !== undefined) return;
  edit.setTask({ ...task, tid });
}

/** A log of one process that prints no pid: the first that it learns of itself. */
export function getpid(call: CallEvent, task: Task, edit: WorldEdit): void {
  const pid = smallSuccessOf(call);
  if (pid === undefined || pid === 0) return;
  edit.changeProcess(task.process, (process) => (process.pid === undefined ? { ...process, pid } : process));
}

/** prctl(PR_SET_NAME, "worker"...) = 0 */
export function setName(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (
    successOf(call) === undefined ||
    choiceOf(argument(call, 0), new Map([[15n, 'PR_SET_NAME']])) !== 'PR_SET_NAME'
  )
    return;
  const name = argument(call, 1);
  if (name?.kind !== 'string') return;
  const comm = fromUtf8(name.bytes).slice(0, 15);
  if (task.comm !== comm) edit.setTask({ ...task, comm });
}

/** uname({sysname="Linux", nodename=…, release="6.1.0-28-amd64", …}): what the kernel says of itself. */
export function releaseIn(call: CallEvent): string | undefined {
  if (successOf(call) === undefined) return undefined;
  const release = member(onExit(call.args[0]), 'release')?.value;
  return release?.kind === 'string' ? fromUtf8(release.bytes) : undefined;
}
