/**
 * Which tasks live in a process, a space, a descriptor table: the kernel's reference counts. Only tasks that have not
 * ended count. Kept beside the world while the log is read, and rebuilt by nobody: travelling needs no counts.
 */
import type { TaskId } from '../trace/positions';
import type { Task } from './world';

type Group = 'process' | 'space' | 'descriptors';

export class Members {
  private readonly groups: Readonly<Record<Group, Map<number, Set<TaskId>>>> = {
    process: new Map(),
    space: new Map(),
    descriptors: new Map(),
  };

  replace(before: Task | undefined, after: Task): void {
    for (const group of ['process', 'space', 'descriptors'] as const) {
      const old = before === undefined || before.ended !== undefined ? undefined : before[group];
      const now = after.ended === undefined ? after[group] : undefined;
      if (old === now) continue;
      if (old !== undefined) this.leave(group, old, after.id);
      if (now !== undefined) this.enter(group, now, after.id);
    }
  }

  /** In the order of their birth. */
  of(group: Group, id: number): readonly TaskId[] {
    return [...(this.groups[group].get(id) ?? [])];
  }

  othersIn(group: Group, id: number, than: TaskId): boolean {
    const tasks = this.groups[group].get(id);
    return tasks !== undefined && tasks.size > (tasks.has(than) ? 1 : 0);
  }

  private enter(group: Group, id: number, task: TaskId): void {
    const tasks = this.groups[group].get(id);
    if (tasks === undefined) this.groups[group].set(id, new Set([task]));
    else tasks.add(task);
  }

  private leave(group: Group, id: number, task: TaskId): void {
    const tasks = this.groups[group].get(id);
    tasks?.delete(task);
    if (tasks?.size === 0) this.groups[group].delete(id);
  }
}
