/** The tasks of a stretch, a lane each: when they lived, who made them, how they ended, and how busy they were. */
import { eventIndex, type TaskId } from '../../../model/trace/positions';
import type { SeriesBody, SeriesLane } from '../../protocol/panel';
import type { Replay } from '../../replay';
import type { Slices } from '../../running/slices';
import { threadIdOf } from '../../session-state';
import type { Stretch } from './points';
import type { Tasks } from './tasks';

const MOST_LANES = 500;
/** Numbers of all lanes together. */
const MOST_CELLS = 60_000;
/** Between two looks at the clock. */
const BATCH = 4096;

type Lanes = Pick<SeriesBody, 'lanes' | 'lanesLeftOut'>;

export async function lanesIn(
  replay: Replay,
  tasks: Tasks,
  { from, to }: Stretch,
  buckets: number,
  slices: Slices,
): Promise<Lanes> {
  const alive = tasks.inOrder.filter((task) => {
    const { first, end } = lifeOf(replay, tasks, task);
    return first < to && end > from;
  });
  const shown = alive.slice(0, MOST_LANES);
  const cells = Math.max(1, Math.min(buckets, Math.floor(MOST_CELLS / Math.max(1, shown.length))));
  const counts = new Map(shown.map((task) => [task, new Array<number>(cells).fill(0)]));
  const { events } = replay.recording;
  for (let e = from; e < to; e++) {
    const lane = counts.get(events.task(eventIndex(e)));
    const cell = Math.floor(((e - from) * cells) / (to - from));
    if (lane !== undefined) lane[cell] = (lane[cell] ?? 0) + 1;
    if (e % BATCH === 0 && slices.due()) await slices.breathe();
  }
  let fullest = 1;
  for (const lane of counts.values()) for (const count of lane) fullest = Math.max(fullest, count);
  return {
    lanes: [...counts].map(([task, lane]) => laneOf(replay, tasks, task, lane, fullest)),
    lanesLeftOut: alive.length - shown.length,
  };
}

interface Life {
  readonly first: number;
  readonly end: number;
}

/** The call that made a task, or took its last breath away, may stand outside of its own lines. */
function lifeOf(replay: Replay, tasks: Tasks, task: TaskId): Life {
  const info = replay.taskInfo(task);
  const { created, ended } = tasks.get(task) ?? {};
  const first = Math.min(info?.firstEvent ?? 0, created?.at ?? Number.POSITIVE_INFINITY);
  return { first, end: Math.max(info?.lastEvent ?? replay.end - 1, ended?.at ?? -1) + 1 };
}

function laneOf(
  replay: Replay,
  tasks: Tasks,
  task: TaskId,
  counts: readonly number[],
  fullest: number,
): SeriesLane {
  const known = tasks.get(task);
  const { first, end } = lifeOf(replay, tasks, task);
  const line = (event: number): number => replay.lineOf(eventIndex(event));
  return {
    threadId: threadIdOf(task),
    tid: replay.taskInfo(task)?.tid ?? null,
    name: tasks.nameOf(task),
    process: known?.process ?? -1,
    isLeader: tasks.isLeader(task),
    from: first,
    to: end,
    lines: [line(first), line(end - 1)],
    made:
      known?.created === undefined
        ? null
        : { by: threadIdOf(known.created.by), line: replay.recording.events.entryLine(known.created.at) },
    ended: known?.ended?.how ?? null,
    activity: counts.map((count) => Math.ceil((count * 100) / fullest) / 100),
  };
}
