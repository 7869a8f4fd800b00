/**
 * Where snapshots belong. One with a header `# after line N pid P` belongs behind the event of line N; in a set of files N
 * counts in the process's own. One without belongs right behind the first execve where the log begins with one, else before
 * the first line.
 */
import type { EventIndex, FileIndex, LineNumber } from '../trace/positions';
import type { MapsSnapshot } from '../memory/maps-snapshot';
import type { Task, World } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import { adoptInto } from './snapshot-adoption';
import type { SnapshotDifference, SnapshotProblem } from './timeline';

interface Place {
  readonly snapshot: MapsSnapshot;
  /** Undefined: no header. */
  readonly afterLine: number | undefined;
  readonly file: FileIndex;
}

export class SnapshotPlan {
  readonly differences: SnapshotDifference[] = [];
  readonly problems: SnapshotProblem[] = [];
  private readonly waiting: Place[];
  private due: Place[] = [];

  /** `fileOf`: the file of a -ff set that has a pid's lines. */
  constructor(snapshots: readonly MapsSnapshot[], fileOf: (pid: number) => FileIndex | undefined) {
    this.waiting = snapshots.map((snapshot) => ({
      snapshot,
      afterLine: snapshot.afterLine,
      file: (snapshot.pid === undefined ? undefined : fileOf(snapshot.pid)) ?? (0 as FileIndex),
    }));
  }

  get areWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** At the first event, whose task is known by now. `isExec`: the log begins with a successful execve. */
  isDueAtStart(isExec: boolean): boolean {
    return this.waiting.length > 0 && this.take((place) => place.afterLine === undefined && !isExec);
  }

  /** Before an event with its result in this line: all lines above have happened. */
  isDueBefore(file: FileIndex, line: LineNumber): boolean {
    if (this.waiting.length === 0) return false;
    return this.take((place) => place.file === file && (place.afterLine ?? Infinity) < line);
  }

  isDueAfter(file: FileIndex, line: LineNumber, isExec: boolean): boolean {
    if (this.waiting.length === 0) return false;
    return this.take((place) =>
      place.afterLine === undefined ? isExec : place.file === file && place.afterLine === line,
    );
  }

  /** The last event has happened. `lines`: of each file. */
  isDueAtEnd(lines: (file: FileIndex) => number): boolean {
    for (const { snapshot, afterLine, file } of this.waiting)
      if ((afterLine ?? 0) > lines(file)) this.problems.push({ snapshot, problem: 'behind-the-log' });
    return this.take(() => true);
  }

  /** Puts the snapshots that are due into the world. `meet`: is told of each before it is taken. */
  adopt(position: EventIndex, edit: WorldEdit, meet: (task: Task, snapshot: MapsSnapshot) => void): void {
    for (const { snapshot } of this.due) {
      const task = this.taskOf(snapshot, edit.world);
      if (task === undefined) continue;
      meet(task, snapshot);
      const found = adoptInto(snapshot, edit.world.task(task.id) ?? task, edit);
      for (const difference of found) this.differences.push({ event: position, ...difference });
    }
    this.due = [];
  }

  private take(isDue: (place: Place) => boolean): boolean {
    for (let at = 0; at < this.waiting.length;) {
      const place = this.waiting[at];
      if (place === undefined || !isDue(place)) {
        at++;
        continue;
      }
      this.waiting.splice(at, 1);
      this.due.push(place);
    }
    return this.due.length > 0;
  }

  private taskOf(snapshot: MapsSnapshot, world: World): Task | undefined {
    const alive = [...world.tasks()].filter((task) => task.ended === undefined);
    const { pid } = snapshot;
    const processes = new Set(alive.map((task) => task.process));
    const named = alive.find(
      (task) => pid !== undefined && (task.tid === pid || world.process(task.process)?.pid === pid),
    );
    if (named !== undefined) return named;
    // A log without pids is of one process, whatever its pid.
    const nameless = alive.every((task) => task.tid === undefined);
    if (processes.size === 1 && (pid === undefined || nameless)) return alive[0];
    this.problems.push({ snapshot, problem: pid === undefined ? 'which-task' : 'no-such-task' });
    return undefined;
  }
}
