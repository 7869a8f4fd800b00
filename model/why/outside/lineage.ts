/**
 * Whose earlier calls count: the tasks that share something with this one, and before a fork those of the parent, of which
 * the child got a copy.
 *
 *     parent  ──open──────fork──close──▶        closing after the fork is not the child's
 *     child               └──────read──▶        opening before it is
 */
import { eventIndex, type EventIndex, type TaskId } from '../../trace/positions';
import type { Task } from '../../process/world';
import type { Subject } from '../subject';

/** What tasks have in common: one descriptor table; one process (handlers, limits); one address space. */
export type Shared = 'descriptors' | 'process' | 'space';

/** The tasks that count from `from` (not included) up to `to` (not included). */
interface Generation {
  readonly members: ReadonlySet<TaskId>;
  readonly from: number;
  readonly to: number;
}

/** Forks that are followed back. */
const MOST_GENERATIONS = 32;

export class Lineage {
  private constructor(private readonly generations: readonly Generation[]) {}

  static of({ timeline, event }: Subject, shared: Shared): Lineage {
    const generations: Generation[] = [];
    let position: EventIndex = event;
    let id: TaskId | undefined = timeline.recording.events.task(event);
    while (id !== undefined && generations.length < MOST_GENERATIONS) {
      const world = timeline.worldAt(position);
      const task = world.task(id);
      const members = new Map<TaskId, Task>();
      if (task === undefined) break;
      for (const other of world.tasks()) if (other[shared] === task[shared]) members.set(other.id, other);
      const birth = birthOf(members);
      generations.push({ members: new Set(members.keys()), from: birth?.at ?? -1, to: position });
      position = birth?.at ?? eventIndex(0);
      id = birth?.by;
    }
    return new Lineage(generations);
  }

  has(task: TaskId, event: number): boolean {
    const generation = this.generations.find(({ from, to }) => event > from && event < to);
    return generation?.members.has(task) ?? false;
  }

  /** Whether the event is this task's own generation: nothing of it was inherited. */
  isOwn(event: number): boolean {
    return event > (this.generations[0]?.from ?? -1);
  }
}

/** How the first of them came into the world: by a task that is none of them. */
function birthOf(members: ReadonlyMap<TaskId, Task>): Task['created'] {
  for (const { created } of members.values())
    if (created !== undefined && !members.has(created.by)) return created;
  return undefined;
}
