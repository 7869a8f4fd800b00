/**
 * Where a task stands: its records in the world before a position.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import type { Process, Task } from '../../model/process/world';
import type { Position } from '../../model/timeline/timeline';
import type { TaskId } from '../../model/trace/positions';
import type { Replay } from '../replay';

/** The state that a frame shows: the world before its event. */
export interface Standing {
  readonly task: Task | undefined;
  readonly process: Process | undefined;
  readonly space: AddressSpace | undefined;
}

export function standing(replay: Pick<Replay, 'timeline'>, position: Position, task: TaskId): Standing {
  const world = replay.timeline.worldAt(position);
  const found = world.task(task);
  return {
    task: found,
    process: found && world.process(found.process),
    space: found && world.space(found.space),
  };
}
