/**
 * A task turns out to have another width than it was taken for: its space ends elsewhere then.
 */
import { withTaskSize } from '../memory/task-size';
import type { Unexplained } from '../process/birth';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';

export type Mode = Pick<Unexplained, 'architecture' | 'taskSize'>;

/** strace's note on a new program comes right behind its execve; any other tells of single calls. */
export function noteMode(task: Task, mode: Mode, edit: WorldEdit): void {
  const space = edit.world.space(task.space);
  const isNew = space?.mapCount === 0 && space.brk === undefined;
  if (isNew) changeMode(task, mode, edit);
  else if (task.architecture !== mode.architecture)
    edit.setTask({ ...task, architecture: mode.architecture });
}

/** The program is of this mode. */
export function changeMode(task: Task, { architecture, taskSize }: Mode, edit: WorldEdit): void {
  if (task.architecture !== architecture) edit.setTask({ ...task, architecture });
  const space = edit.world.space(task.space);
  if (space === undefined || space.taskSize === taskSize) return;
  const resized = withTaskSize(space, taskSize);
  if (resized !== space) edit.apply({ of: 'told-space', space: resized });
}
