/**
 * A launched recording and where the session stands in it. A position n is before event n; a stop is a position and the
 * task that stopped there. All that is shown is a function of these two, so going back is going forth.
 */
import type { SpokenLanguage } from './words/language';
import type { TaskInfo } from '../model/trace/event-table';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../model/trace/positions';
import { eventIndex } from '../model/trace/positions';
import type { Position, Timeline } from '../model/timeline/timeline';
import type { OpenedSources } from './session-host';

export class Replay {
  readonly recording;
  position: Position;
  focus: TaskId;

  /** `shown`: the tasks to stop in; undefined: all. The recording has at least one event of such a task. */
  constructor(
    readonly timeline: Timeline,
    readonly sources: OpenedSources,
    readonly program: string,
    readonly shown: ReadonlySet<TaskId> | undefined,
    private readonly session: { readonly language: SpokenLanguage },
  ) {
    this.recording = timeline.recording;
    this.position = this.start;
    this.focus = this.taskNear(this.start);
  }

  /** The session's: whoever is given the replay can say what is found in it. */
  get language(): SpokenLanguage {
    return this.session.language;
  }

  /** Position of the first event to stop at. */
  get start(): Position {
    return this.nextShown(0) ?? this.end;
  }

  get end(): Position {
    return this.timeline.end;
  }

  /**
   * The first event that lies ahead of the stop. Behind its last event a task stands before an event of another, which
   * nobody has stopped at yet.
   */
  get ahead(): number {
    const { events } = this.recording;
    const between = this.position < this.end && events.task(this.position) !== this.focus;
    return between ? this.position : this.position + 1;
  }

  isShown(task: TaskId): boolean {
    return this.shown === undefined || this.shown.has(task);
  }

  /** Whether the event is one to stop at: its task is shown. */
  stopsIn(event: EventIndex): boolean {
    return this.shown === undefined || this.shown.has(this.recording.events.task(event));
  }

  /** The first event at or after `from` in a task that is shown. */
  nextShown(from: number): EventIndex | undefined {
    const { events } = this.recording;
    for (let e = from; e < events.length; e++) {
      if (this.stopsIn(eventIndex(e))) return eventIndex(e);
    }
    return undefined;
  }

  previousShown(before: number): EventIndex | undefined {
    for (let e = before - 1; e >= 0; e--) {
      if (this.stopsIn(eventIndex(e))) return eventIndex(e);
    }
    return undefined;
  }

  /** The task's first event at or after `from`. */
  nextOf(task: TaskId, from: number): EventIndex | undefined {
    const { events } = this.recording;
    const info = this.taskInfo(task);
    const last = info ? info.lastEvent : -1;
    for (let e = Math.max(from, info?.firstEvent ?? 0); e <= last; e++) {
      if (events.task(eventIndex(e)) === task) return eventIndex(e);
    }
    return undefined;
  }

  previousOf(task: TaskId, before: number): EventIndex | undefined {
    const { events } = this.recording;
    const info = this.taskInfo(task);
    const first = info?.firstEvent ?? 0;
    for (let e = Math.min(before - 1, info?.lastEvent ?? -1); e >= first; e--) {
      if (events.task(eventIndex(e)) === task) return eventIndex(e);
    }
    return undefined;
  }

  taskInfo(task: TaskId): TaskInfo | undefined {
    return this.recording.tasks[task];
  }

  /** The task of the event at the position; behind the end, the task of the last event that is shown. */
  taskNear(position: Position): TaskId {
    const event = this.nextShown(position) ?? this.previousShown(position) ?? eventIndex(0);
    return this.recording.events.task(event);
  }

  lineOf(event: EventIndex): LineNumber {
    return this.recording.events.line(event);
  }

  /** The file of a path or URI that a client names; undefined when it is none of this recording. */
  fileAt(location: string): FileIndex | undefined {
    const wanted = comparable(location);
    const index = this.sources.logs.findIndex((log) => comparable(log.location) === wanted);
    return this.recording.files[index]?.index;
  }

  locationOf(file: FileIndex): string {
    return this.sources.logs[file]?.location ?? this.program;
  }
}

/** `file:` URIs and paths name the same file; a client may send either, with escapes or without. */
function comparable(location: string): string {
  const bare = location.startsWith('file://') ? location.slice('file://'.length) : location;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
