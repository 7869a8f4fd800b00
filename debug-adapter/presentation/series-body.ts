/**
 * The recording of one address space as curves, and the events worth a mark. One pass over the index for marks and lanes, and
 * one look at the world for each point of the curves.
 */
import type { LimitValue } from '../../model/process/limits';
import { EventKind } from '../../model/trace/event-table';
import { eventIndex, type EventIndex, type TaskId } from '../../model/trace/positions';
import { mayBeJudged } from '../../model/kernel/typed-call';
import { isFatalSignal } from '../../model/why/signal';
import type { SeriesBody, SeriesLane, SeriesMark } from '../panel-protocol';
import type { Replay } from '../replay';
import type { Slices } from '../running/slices';
import { threadIdOf } from '../session-state';
import { standing } from './standing';
import { threadName } from './thread-name';
import { kilobytes } from './vma-row';

const MOST_MARKS = 400;
const MOST_LANES = 64;

/** Half-open events; `to` > `from`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export async function seriesBody(
  replay: Replay,
  task: TaskId,
  stretch: Stretch,
  buckets: number,
  slices: Slices,
): Promise<SeriesBody> {
  const marks = new Marks(replay, stretch);
  const lanes = new Lanes(replay, stretch, buckets);
  for (let e = stretch.from; e < stretch.to; e++) {
    const event = eventIndex(e);
    marks.see(event);
    lanes.see(event);
    if (e % 4096 === 0 && slices.due()) await slices.breathe();
  }
  const curves = await curvesOf(replay, task, pointsIn(replay, stretch, buckets), slices);
  return { ...stretch, ...curves, marks: marks.all, ...lanes.all };
}

/** All positions where something changed, where those are few; else places at even distances. */
function pointsIn(
  { timeline: { changing } }: Replay,
  { from, to }: Stretch,
  buckets: number,
): readonly number[] {
  const first = changing.firstAtOrAfter(eventIndex(from));
  const end = changing.firstAtOrAfter(eventIndex(to));
  const inner =
    end - first <= buckets
      ? Array.from({ length: end - first }, (_, i) => changing.at(first + i) + 1)
      : Array.from({ length: buckets - 1 }, (_, i) => from + Math.floor(((i + 1) * (to - from)) / buckets));
  return [...new Set([from, ...inner, to])];
}

type Curves = Pick<SeriesBody, 'events' | 'lines' | 'mappedKb' | 'lockedKb' | 'vmas' | 'limits'>;

async function curvesOf(
  replay: Replay,
  task: TaskId,
  points: readonly number[],
  slices: Slices,
): Promise<Curves> {
  const mappedKb: (number | null)[] = [];
  const lockedKb: (number | null)[] = [];
  const vmas: (number | null)[] = [];
  const limits: { readonly event: number; readonly kb: number | null }[] = [];
  for (const point of points) {
    const { space, process } = standing(replay, eventIndex(point), task);
    mappedKb.push(space === undefined ? null : kilobytes(space.total));
    lockedKb.push(space?.locked === undefined ? null : kilobytes(space.locked));
    vmas.push(space?.mapCount ?? null);
    const kb = limitKb(process?.limits.get('MEMLOCK')?.soft);
    if (kb !== (limits.at(-1)?.kb ?? null)) limits.push({ event: point, kb });
    if (slices.due()) await slices.breathe();
  }
  const last = Math.max(0, replay.end - 1);
  const lines = points.map((point) => replay.lineOf(eventIndex(Math.min(point, last))));
  return { events: points, lines, mappedKb, lockedKb, vmas, limits };
}

const limitKb = (limit: LimitValue | undefined): number | null =>
  limit === undefined || limit === 'infinity' ? null : Number(limit >> 10n);

/** Failing memory calls, fatal signals and programs started; where they crowd, the first of a stretch with their number. */
class Marks {
  readonly #found: SeriesMark[] = [];
  readonly #width: number;

  constructor(
    private readonly replay: Replay,
    private readonly stretch: Stretch,
  ) {
    this.#width = Math.max(1, (stretch.to - stretch.from) / MOST_MARKS);
  }

  see(event: EventIndex): void {
    const kind = this.#kindOf(event);
    if (kind === undefined) return;
    const last = this.#found.at(-1);
    const isCrowded = last !== undefined && this.#cellOf(last.event) === this.#cellOf(event);
    if (isCrowded && last.kind === kind) {
      this.#found[this.#found.length - 1] = { ...last, count: last.count + 1 };
      return;
    }
    if (this.#found.length >= 2 * MOST_MARKS) return;
    const { events } = this.replay.recording;
    this.#found.push({
      event,
      line: this.replay.lineOf(event),
      kind,
      threadId: threadIdOf(events.task(event)),
      label: kind === 'failure' ? `${events.name(event)} ${events.errno(event)}` : events.name(event),
      count: 1,
    });
  }

  get all(): readonly SeriesMark[] {
    return this.#found;
  }

  #cellOf(event: number): number {
    return Math.floor((event - this.stretch.from) / this.#width);
  }

  #kindOf(event: EventIndex): SeriesMark['kind'] | undefined {
    const { events } = this.replay.recording;
    switch (events.kind(event)) {
      case EventKind.signal:
        return isFatalSignal(this.replay.timeline, event) ? 'signal' : undefined;
      case EventKind.call: {
        const errno = events.errno(event);
        const name = events.name(event);
        if (errno === '') return name === 'execve' ? 'exec' : undefined;
        return errno === 'EFAULT' || (mayBeJudged(name) && name !== 'execve') ? 'failure' : undefined;
      }
      default:
        return undefined;
    }
  }
}

/** Tasks, in the order in which they come, and how busy each is along the way. */
class Lanes {
  readonly #counts = new Map<TaskId, number[]>();

  constructor(
    private readonly replay: Replay,
    private readonly stretch: Stretch,
    private readonly buckets: number,
  ) {}

  see(event: EventIndex): void {
    const task = this.replay.recording.events.task(event);
    let counts = this.#counts.get(task);
    if (counts === undefined) {
      counts = this.#counts.size < MOST_LANES ? new Array<number>(this.buckets).fill(0) : [];
      this.#counts.set(task, counts);
    }
    if (counts.length === 0) return;
    const { from, to } = this.stretch;
    const bucket = Math.floor(((event - from) * this.buckets) / (to - from));
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }

  get all(): Pick<SeriesBody, 'lanes' | 'lanesLeftOut'> {
    const shown = [...this.#counts].filter(([, counts]) => counts.length > 0);
    const fullest = Math.max(1, ...shown.flatMap(([, counts]) => counts));
    return {
      lanes: shown.map(([task, counts]) => this.#laneOf(task, counts, fullest)),
      lanesLeftOut: this.#counts.size - shown.length,
    };
  }

  #laneOf(task: TaskId, counts: readonly number[], fullest: number): SeriesLane {
    const info = this.replay.taskInfo(task);
    return {
      threadId: threadIdOf(task),
      tid: info?.tid ?? null,
      name: threadName(this.replay, task),
      from: info?.firstEvent ?? this.stretch.from,
      to: (info?.lastEvent ?? this.stretch.to - 1) + 1,
      activity: counts.map((count) => Math.ceil((count * 100) / fullest) / 100),
    };
  }
}
