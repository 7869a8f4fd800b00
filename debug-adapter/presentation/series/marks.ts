/**
 * Events worth a mark: failing memory calls, fatal signals, programs started, processes ended, snapshots taken. Found once
 * for a recording; where they crowd in a stretch, the first of a kind stands for all with their number.
 */
import { mayBeJudged } from '../../../model/kernel/typed-call';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { EventKind } from '../../../model/trace/event-table';
import { eventIndex, fileIndex, lineNumber, type EventIndex } from '../../../model/trace/positions';
import { isFatalSignal } from '../../../model/why/signal';
import { markKinds, type MarkKind } from '../../../picture/timeline/series';
import type { SeriesMark } from '../../protocol/panel';
import { isFailedMemoryCall } from '../../breakpoints/exception-filter';
import type { Replay } from '../../replay';
import type { Slices } from '../../running/slices';
import { threadIdOf } from '../../session-state';
import type { Stretch } from './points';
import type { Tasks } from './tasks';

const MOST_CELLS = 400;
/** Between two looks at the clock. */
const BATCH = 4096;

export class Marks {
  private constructor(
    private readonly replay: Replay,
    /** Ascending, with the place of their kind in `markKinds`. */
    private readonly events: readonly number[],
    private readonly kinds: readonly number[],
  ) {}

  static async of(replay: Replay, tasks: Tasks, slices: Slices): Promise<Marks> {
    const events: number[] = [];
    const kinds: number[] = [];
    const snapshots = snapshotsOf(replay);
    for (let e = 0; e < replay.end; e++) {
      const event = eventIndex(e);
      // A snapshot may have been taken behind a call that failed.
      for (const kind of [kindOf(replay, tasks, event), snapshots.has(e) ? 'snapshot' : undefined] as const) {
        if (kind === undefined) continue;
        events.push(e);
        kinds.push(markKinds.indexOf(kind));
      }
      if (e % BATCH === 0 && slices.due()) await slices.breathe();
    }
    return new Marks(replay, events, kinds);
  }

  in({ from, to }: Stretch): readonly SeriesMark[] {
    const found = new Map<number, { event: number; kind: number; count: number }>();
    const cellWidth = Math.max(1, (to - from) / MOST_CELLS);
    for (let i = firstAtOrAfter(this.events, from); i < this.events.length; i++) {
      const event = this.events[i] ?? 0;
      if (event >= to) break;
      const kind = this.kinds[i] ?? 0;
      const cell = Math.floor((event - from) / cellWidth) * markKinds.length + kind;
      const there = found.get(cell);
      if (there === undefined) found.set(cell, { event, kind, count: 1 });
      else there.count++;
    }
    return [...found.values()]
      .sort((a, b) => a.event - b.event)
      .map(({ event, kind, count }) => this.#mark(eventIndex(event), markKinds[kind] ?? 'failure', count));
  }

  #mark(event: EventIndex, kind: MarkKind, count: number): SeriesMark {
    const { events } = this.replay.recording;
    const threadId = threadIdOf(events.task(event));
    const line = this.replay.lineOf(event);
    return { event, line, kind, threadId, label: this.#label(event, kind), count };
  }

  #label(event: EventIndex, kind: MarkKind): string {
    const { events } = this.replay.recording;
    // A brk that fails has no errno.
    if (kind === 'failure') return `${events.name(event)} ${events.errno(event)}`.trimEnd();
    if (kind !== 'exit') return kind === 'snapshot' ? '' : events.name(event);
    const ended = this.replay.recording.decode(event);
    if (ended.kind === 'exit') return `exit ${ended.status}`;
    return ended.kind === 'killed' ? ended.signal : '';
  }
}

/** Few of their failures are about memory: terminals that are none, descriptors that are closed. None is decoded to find out. */
const ofManyPurposes: ReadonlySet<string> = new Set(['execve', 'fcntl', 'ioctl', 'prctl']);

function kindOf(replay: Replay, tasks: Tasks, event: EventIndex) {
  const { recording, timeline } = replay;
  const { events } = recording;
  switch (events.kind(event)) {
    case EventKind.signal:
      return isFatalSignal(timeline, event) ? 'signal' : undefined;
    case EventKind.exit:
    case EventKind.killed:
      return tasks.isLeader(events.task(event)) ? 'exit' : undefined;
    case EventKind.call: {
      const errno = events.errno(event);
      const name = events.name(event);
      if (errno === '' && name === 'execve') return 'exec';
      if (isFailedMemoryCall(replay, event)) return 'failure';
      return errno !== '' && mayBeJudged(name) && !ofManyPurposes.has(name) ? 'failure' : undefined;
    }
    default:
      return undefined;
  }
}

/** The events that snapshots were taken behind; those that name no line belong to the beginning, and mark nothing. */
function snapshotsOf({ sources, recording }: Replay): ReadonlySet<number> {
  if (sources.maps === undefined) return new Set();
  const events = parseMapsFile(sources.maps.text).snapshots.flatMap(({ afterLine, pid }) => {
    if (afterLine === undefined) return [];
    const file = recording.files.find(({ tid }) => tid !== undefined && tid === pid)?.index ?? fileIndex(0);
    const event = recording.events.eventAtLine(file, lineNumber(afterLine));
    return event === undefined ? [] : [event];
  });
  return new Set(events);
}

function firstAtOrAfter(ascending: readonly number[], goal: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? goal) < goal) low = middle + 1;
    else high = middle;
  }
  return low;
}
