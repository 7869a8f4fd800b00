/**
 * Files of a `-ff` set without time stamps: what threads did to the memory that they share, they did in an order that nobody
 * knows. A thread's file stands behind the clone that made it, and its parent's other lines behind that:
 *
 *     file 100   clone(…CLONE_VM…) = 101   mmap(…) = A   munmap(B)
 *     file 101                             mmap(…) = B   mmap(…) = C       taken before, but may have come after
 *
 * So each time when the files change over, everything that happened to the space since it was shared is forgotten.
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import { forgottenSince } from '../memory/forgetting';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';

interface Shared {
  last: TaskId;
  /** The clone since which others may have called; undefined: one task alone was seen. */
  since: EventIndex | undefined;
}

export class UnorderedFiles {
  private readonly spaces = new Map<SpaceId, Shared>();

  /** Whether a call of the task comes out of another file than the space's last one. */
  turnsTo(task: Task): boolean {
    // The parent of a vfork waits: the order is known.
    if (task.created?.how === 'vfork') return false;
    const shared = this.spaces.get(task.space);
    const since = beginOf(task);
    if (shared === undefined) {
      this.spaces.set(task.space, { last: task.id, since });
      return since !== undefined;
    }
    if (shared.last === task.id) return false;
    shared.last = task.id;
    shared.since = earlier(shared.since, since) ?? (0 as EventIndex);
    return true;
  }

  forget(task: Task, edit: WorldEdit): void {
    const space = edit.world.space(task.space);
    const since = this.spaces.get(task.space)?.since;
    if (space !== undefined && since !== undefined)
      edit.apply({ of: 'told-space', space: forgottenSince(space, since) });
  }
}

const beginOf = ({ created }: Task): EventIndex | undefined =>
  created?.how === 'thread' || created?.how === 'shared-vm' ? created.at : undefined;

const earlier = (a: EventIndex | undefined, b: EventIndex | undefined): EventIndex | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
