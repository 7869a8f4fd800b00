/**
 * The recording of one process's memory as curves, with the events worth a mark and the tasks as lanes. What is true of the
 * whole recording is found once and kept as long as the session has it; a stretch is cut out of that.
 */
import type { ProcessId } from '../../model/process/world';
import type { TaskId } from '../../model/trace/positions';
import { eventIndex } from '../../model/trace/positions';
import type { LockChangesBody, SeriesBody } from '../protocol/panel';
import type { Replay } from '../replay';
import type { Slices } from '../running/slices';
import { courseOf, type Course } from './series/course';
import { Times } from './series/instants';
import { lanesIn } from './series/lanes';
import { lockChangesOf } from './series/lock-changes';
import { Marks } from './series/marks';
import { pointsIn, type Stretch } from './series/points';
import { Tasks } from './series/tasks';

export type { Stretch };

/** A course may have as many rows as the log has calls. */
const MOST_COURSES = 8;
const MOST_LIMITS = 400;

/** What is kept of a recording. */
class Kept {
  readonly tasks: Tasks;
  readonly times: Times;
  readonly #courses = new Map<ProcessId, Course>();
  #marks: Marks | undefined;

  constructor(private readonly replay: Replay) {
    this.tasks = new Tasks(replay);
    this.times = new Times(replay);
  }

  /** Work that is cancelled leaves nothing behind; whoever asks next begins anew. */
  async marks(slices: Slices): Promise<Marks> {
    this.#marks ??= await Marks.of(this.replay, this.tasks, slices);
    return this.#marks;
  }

  async course(process: ProcessId, slices: Slices): Promise<Course> {
    const known = this.#courses.get(process);
    const course = known ?? (await courseOf(this.replay, process, this.tasks.membersOf(process), slices));
    this.#courses.delete(process);
    this.#courses.set(process, course);
    for (const oldest of this.#courses.keys()) {
      if (this.#courses.size <= MOST_COURSES) break;
      this.#courses.delete(oldest);
    }
    return course;
  }
}

const kept = new WeakMap<Replay, Kept>();

function keptOf(replay: Replay): Kept {
  const all = kept.get(replay) ?? new Kept(replay);
  kept.set(replay, all);
  return all;
}

export async function seriesBody(
  replay: Replay,
  task: TaskId,
  stretch: Stretch,
  buckets: number,
  slices: Slices,
): Promise<SeriesBody> {
  const all = keptOf(replay);
  const process = all.tasks.get(task)?.process;
  const course = process === undefined ? NO_COURSE : await all.course(process, slices);
  const marks = (await all.marks(slices)).in(stretch);
  const { points, isThinned } = pointsIn(course, stretch, buckets);
  const last = Math.max(0, replay.end - 1);
  return {
    ...stretch,
    process: process ?? -1,
    processName: process === undefined ? '' : all.tasks.nameOf(all.tasks.membersOf(process)[0] ?? task),
    events: points.map(({ event }) => event),
    lines: points.map(({ event }) => replay.lineOf(eventIndex(Math.min(event, last)))),
    mappedKb: points.map(({ totals }) => totals.mappedKb),
    lockedKb: points.map(({ totals }) => totals.lockedKb),
    vmas: points.map(({ totals }) => totals.vmas),
    isThinned,
    limits: limitsIn(course, stretch),
    instants: await all.times.instants(stretch, slices),
    clock: all.times.clock,
    marks,
    ...(await lanesIn(replay, all.tasks, stretch, buckets, slices)),
  };
}

export async function lockChangesBody(
  replay: Replay,
  task: TaskId,
  slices: Slices,
): Promise<LockChangesBody> {
  const all = keptOf(replay);
  const process = all.tasks.get(task)?.process;
  return lockChangesOf(replay, process === undefined ? NO_COURSE : await all.course(process, slices));
}

const NO_COURSE: Course = { events: [], totals: [] };

/** The limit at the beginning, where there is one, and each that is another than before. */
function limitsIn({ events, totals }: Course, { from, to }: Stretch): SeriesBody['limits'] {
  const limits: { event: number; kb: number | null }[] = [];
  for (const [i, event] of events.entries()) {
    if (event > to || limits.length >= MOST_LIMITS) break;
    const kb = totals[i]?.limitKb ?? null;
    if (kb === (limits.at(-1)?.kb ?? null)) continue;
    if (event <= from) limits.length = 0;
    if (event > from || kb !== null) limits.push({ event: Math.max(from, event), kb });
  }
  return limits;
}
