/** Where a process comes from: what it has of its parent, it got by the fork that made it. */
import type { EventIndex } from '../../trace/positions';
import type { Task } from '../../process/world';
import type { Position, Timeline } from '../../timeline/timeline';

/** Forks between a process and the first of the log: a bound against records that lead round in a circle. */
const MOST_GENERATIONS = 64;

/** The task, who made it, who made that … as they are known at the position. */
export function* lineOfTask(
  timeline: Timeline,
  task: Task,
  position: Position,
): Generator<Task, void, undefined> {
  const world = timeline.worldAt(position);
  let one: Task | undefined = task;
  for (let n = 0; n < MOST_GENERATIONS && one !== undefined; n++) {
    yield one;
    one = one.created === undefined ? undefined : world.task(one.created.by);
  }
}

/** The fork that made the task's process; of a thread, that of the thread that made it. Undefined: it was there before the log. */
export function forkOf(timeline: Timeline, task: Task, position: Position): EventIndex | undefined {
  for (const { created } of lineOfTask(timeline, task, position))
    if (created !== undefined && created.how !== 'thread') return created.at;
  return undefined;
}

/** Whoever of the line was there at an earlier position: what the task has now was that one's then. */
export function ancestorAt(timeline: Timeline, task: Task, now: Position, then: Position): Task | undefined {
  const world = timeline.worldAt(then);
  for (const { id } of lineOfTask(timeline, task, now)) {
    const known = world.task(id);
    if (known !== undefined) return known;
  }
  return undefined;
}
