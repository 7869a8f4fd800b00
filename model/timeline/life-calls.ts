/** The calls and the notes by which tasks come and go. */
import type { CallEvent, TraceEvent } from '../trace/event';
import type { PageNumber } from '../memory/page';
import type { Children } from '../process/children';
import { cloneCalls } from '../process/clone-request';
import { execCalls } from '../process/effects';
import { execve } from '../process/exec';
import { endProcess, endTask } from '../process/exit';
import { cloned } from '../process/fork';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';

export interface Circumstances {
  readonly children: Children;
  /** Of a new program, as long as nothing shows that it is of another width. */
  readonly taskSize: PageNumber;
}

/** A call of the fork family, of exec or exit, that the kernel saw. */
export function live(call: CallEvent, task: Task, edit: WorldEdit, around: Circumstances): void {
  const { name } = call;
  if (cloneCalls.has(name)) cloned(call, task, edit, around.children);
  else if (execCalls.has(name)) execve(call, task, edit, around.taskSize);
  else if (name === 'exit_group') endProcess(task, exitInWords(call), edit);
  else endTask(task.id, exitInWords(call), edit);
}

function exitInWords(call: CallEvent): string {
  const status = call.args[0]?.value;
  return `${call.name}(${status?.kind === 'number' ? status.value.toString() : ''})`;
}

/** How a task has ended, where that is what strace notes. */
export function endInWords(event: TraceEvent): string | undefined {
  switch (event.kind) {
    case 'exit':
      return `exited with ${event.status}`;
    case 'killed':
      return `killed by ${event.signal}`;
    case 'superseded':
      return `superseded by execve in pid ${event.by}`;
    default:
      return undefined;
  }
}
