/**
 * How large one process's memory was all along: a row for each position where a total is another than before. Found once by
 * a walk over all changes; every stretch that is drawn is cut out of it.
 */
import type { LimitValue } from '../../../model/process/limits';
import type { ProcessId, World } from '../../../model/process/world';
import { eventIndex, type TaskId } from '../../../model/trace/positions';
import type { Replay } from '../../replay';
import type { Slices } from '../../running/slices';
import { kilobytes } from '../vma-row';

/** Between two looks at the clock. */
const BATCH = 128;

export interface Totals {
  /** null: cannot be told, or no address space then. */
  readonly mappedKb: number | null;
  readonly lockedKb: number | null;
  readonly vmas: number | null;
  /** RLIMIT_MEMLOCK; null: not shown, or endless. */
  readonly limitKb: number | null;
}

/** Columns of one length; positions ascend. The first position is 0. */
export interface Course {
  readonly events: readonly number[];
  readonly totals: readonly Totals[];
}

export async function courseOf(
  replay: Replay,
  process: ProcessId,
  tasks: readonly TaskId[],
  slices: Slices,
): Promise<Course> {
  const events: number[] = [];
  const totals: Totals[] = [];
  const take = (position: number, now: Totals): void => {
    const last = totals.at(-1);
    if (last !== undefined && isSame(last, now)) return;
    events.push(position);
    totals.push(now);
  };
  take(0, totalsAt(replay.timeline.worldAt(eventIndex(0)), process, tasks));
  let steps = 0;
  for (const { position, world } of replay.timeline.worlds()) {
    if (position > 0) take(position, totalsAt(world, process, tasks));
    if (++steps % BATCH === 0 && slices.due()) await slices.breathe();
  }
  return { events, totals };
}

/** Threads share their space; the first of them that lives stands for all. */
function totalsAt(world: World, process: ProcessId, tasks: readonly TaskId[]): Totals {
  let task = world.task(tasks[0] ?? (0 as TaskId));
  for (let i = 1; i < tasks.length && (task === undefined || task.ended !== undefined); i++) {
    const next = world.task(tasks[i] ?? (0 as TaskId));
    if (next !== undefined && (task === undefined || next.ended === undefined)) task = next;
  }
  const space = task && world.space(task.space);
  return {
    mappedKb: space === undefined ? null : kilobytes(space.total),
    lockedKb: space?.locked === undefined ? null : kilobytes(space.locked),
    vmas: space?.mapCount ?? null,
    limitKb: limitKb(world.process(process)?.limits.get('MEMLOCK')?.soft),
  };
}

const limitKb = (limit: LimitValue | undefined): number | null =>
  limit === undefined || limit === 'infinity' ? null : Number(limit >> 10n);

const isSame = (a: Totals, b: Totals): boolean =>
  a.mappedKb === b.mappedKb && a.lockedKb === b.lockedKb && a.vmas === b.vmas && a.limitKb === b.limitKb;
