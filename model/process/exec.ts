/**
 * execve, execveat: a new program in the old process. fs/exec.c: begin_new_exec
 *
 *     stays      pid, limits, descriptors without close-on-exec, personality (but for READ_IMPLIES_EXEC)
 *     goes       the address space (a vfork parent keeps it), locks, MCL_FUTURE, all other threads
 */
import type { CallEvent } from '../trace/event';
import type { PageNumber } from '../memory/page';
import { argument, hasFlag, intOf, pathOf, successOf } from './call-values';
import { unshare } from './descriptors-copy';
import { learnEnvironment } from './environment-shown';
import { endTask } from './exit';
import { inherited } from './memory-modes';
import { personalityAfterExec } from './personality';
import { afterExec } from './privileges-known';
import { freshKeys } from './key-allocation';
import { releaseUserfault } from './userfault';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** A failing call changes nothing, what it had begun it gave back: but its line shows something. */
export function execve(call: CallEvent, given: Task, edit: WorldEdit, taskSize: PageNumber): void {
  learnEnvironment(call, given, edit);
  if (successOf(call) === undefined || onlyAsks(call)) return;
  const task = leaveGuessedProcess(given, edit);
  endOtherThreads(task, edit);
  unshare(task, edit);
  closeOnExec(task, edit);
  const path = pathOfProgram(call, task, edit);
  edit.changeProcess(task.process, ({ protectionKeys: keys, ...process }) => ({
    ...process,
    executable: path,
    execAt: edit.event,
    memoryModes: process.memoryModes && inherited(process.memoryModes),
    ...(keys === undefined
      ? {}
      : { protectionKeys: { ...freshKeys(task.architecture, keys.support), at: edit.event } }),
  }));
  const current = edit.world.task(task.id) ?? task;
  const space = edit.ids.space();
  edit.apply({ of: 'new-space', id: space, taskSize, past: 'none' });
  edit.setTask({
    ...current,
    space,
    // A thread that calls execve goes on under the leader's tid.
    tid: edit.world.process(current.process)?.pid ?? current.tid,
    comm: commOf(path) ?? current.comm,
    personality: personalityAfterExec(current),
    privileges: afterExec(current.privileges),
    ended: undefined,
  });
  edit.leaveSpace(task.id, current.space);
}

/** AT_EXECVE_CHECK: whether the program could be executed; it is not. fs/exec.c: bprm_execve */
const onlyAsks = (call: CallEvent): boolean =>
  call.name === 'execveat' && hasFlag(argument(call, 4), 'AT_EXECVE_CHECK', 0x10000) === true;

/** execveat(fd, "", …, AT_EMPTY_PATH) executes the file behind the descriptor. */
function pathOfProgram(call: CallEvent, task: Task, edit: WorldEdit): string | undefined {
  if (call.name !== 'execveat') return pathOf(argument(call, 0));
  const path = pathOf(argument(call, 1));
  const fd = intOf(argument(call, 0));
  if (path !== '' || fd === undefined) return path;
  const behind = edit.world.descriptors(task.descriptors)?.get(fd)?.path;
  return behind === '' ? undefined : behind;
}

function endOtherThreads(task: Task, edit: WorldEdit): void {
  for (const id of edit.members.of('process', task.process)) {
    // One that nothing in the log made is a thread only by guess: its own lines tell its end.
    const isThread = edit.world.task(id)?.created !== undefined;
    if (id !== task.id && isThread) endTask(id, `execve in pid ${task.tid ?? '?'}`, edit);
  }
}

/** Threads hardly ever call execve, forked children do: one that was taken for a thread is a process after all. */
function leaveGuessedProcess(task: Task, edit: WorldEdit): Task {
  const process = edit.world.process(task.process);
  const isGuess = task.created === undefined && edit.members.othersIn('process', task.process, task.id);
  if (process === undefined || !isGuess || process.pid === task.tid) return task;
  const id = edit.ids.process();
  edit.setProcess({ ...process, id, pid: task.tid });
  const parted = { ...task, process: id };
  edit.setTask(parted);
  return parted;
}

/** TASK_COMM_LEN is 16 with the end mark. fs/exec.c: __set_task_comm */
const commOf = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : path.slice(path.lastIndexOf('/') + 1).slice(0, 15);

function closeOnExec(task: Task, edit: WorldEdit): void {
  const table = edit.world.task(task.id)?.descriptors ?? task.descriptors;
  for (const [fd, file] of [...(edit.world.descriptors(table)?.entries() ?? [])])
    if (file.closeOnExec) {
      edit.setDescriptor(table, fd, 'closed');
      releaseUserfault(file, edit);
    }
}
