/**
 * The end of tasks: exit, exit_group, a fatal signal, strace's own `+++ exited with 0 +++`. The address space goes with the
 * last task that uses it. kernel/exit.c: exit_mm
 */
import type { TaskId } from '../trace/positions';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** `how` in the log's words: 'exit(0)', 'killed by SIGSEGV'. A task ends once: later words on it change nothing. */
export function endTask(id: TaskId, how: string, edit: WorldEdit): void {
  const task = edit.world.task(id);
  if (task === undefined || task.ended !== undefined) return;
  edit.setTask({ ...task, ended: { at: edit.event, how } });
  edit.leaveSpace(id, task.space);
  edit.leaveDescriptors(id, task.descriptors);
}

/** exit_group, and a signal that kills: all threads go. */
export function endProcess(task: Task, how: string, edit: WorldEdit): void {
  for (const id of edit.members.of('process', task.process)) endTask(id, how, edit);
  endTask(task.id, how, edit);
}
