/**
 * Follows the index pass and lets each event happen in the world, once.
 */
import { EventKind } from '../trace/event-table';
import type { CallEvent, TraceEvent } from '../trace/event';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../trace/positions';
import type { Decode, EventListener, Survey } from '../trace/recording';
import { memoryCallOf } from '../kernel/typed-call';
import { Children } from '../process/children';
import { cloneCalls, cloneRequestOf } from '../process/clone-request';
import { effectOf, type CallEffect } from '../process/effects';
import { endTask } from '../process/exit';
import { releaseIn } from '../process/own-names';
import { architectureOf } from '../process/personality';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import type { WorldState } from '../process/world-state';
import { before, by } from './change-log';
import type { CheckpointOptions } from './checkpoints';
import type { MachineEvidence } from './machine-evidence';
import { isExec, isReal } from './event-facts';
import { learnFromRefusal } from './filesystem-evidence';
import { endInWords, live } from './life-calls';
import { roleOf } from './call-roles';
import { learnFromSysinfo } from './memory-evidence';
import { changeMode, noteMode } from './mode-change';
import { MetTasks } from './met-tasks';
import { modeShownBy } from './mode-evidence';
import { Threads } from './threads';
import type { Missing } from './missing-calls';
import type { Races } from './races';
import { RecordedChanges } from './recorded-changes';
import { SeldomJudged } from './seldom-judged';
import type { SnapshotPlan } from './snapshot-plan';
import { WatchedFiles } from './watched-files';

export class WorldRecorder implements EventListener {
  readonly changes: RecordedChanges;
  readonly seldom = new SeldomJudged();
  private readonly world: WorldState;
  private readonly files: WatchedFiles;
  private readonly children = new Children();
  private readonly threads = new Threads();
  private readonly tasks: MetTasks;

  constructor(
    private readonly machine: MachineEvidence,
    private readonly snapshots: SnapshotPlan,
    options: CheckpointOptions | undefined,
  ) {
    this.changes = new RecordedChanges(machine.merging, options);
    this.world = this.changes.world;
    this.tasks = new MetTasks(this.changes, machine, this.children);
    this.files = new WatchedFiles(this.world, this.changes.offsets, machine);
  }

  get races(): Races {
    return this.threads.races;
  }

  get missing(): Missing {
    return this.threads.missing.found;
  }

  event(
    index: EventIndex,
    kind: number,
    id: TaskId,
    name: string,
    errno: string,
    decode: Decode,
    file: FileIndex,
    line: LineNumber,
  ): void {
    if (!this.tasks.has(id)) {
      const isFirst = this.tasks.isEmpty;
      if (!isFirst && this.snapshots.isDueBefore(file, line)) this.adopt(index);
      this.tasks.meet(index, id, decode());
      if (isFirst && this.snapshots.isDueAtStart(isExec(kind, name, errno))) this.adopt(index);
    }
    const waiting = this.snapshots.areWaiting;
    if (waiting && this.snapshots.isDueBefore(file, line)) this.adopt(index);
    if (kind === EventKind.call) this.call(index, id, name, errno, decode);
    else if (kind !== EventKind.signal && kind < EventKind.note) this.lifeEvent(index, id, decode());
    if (waiting && this.snapshots.isDueAfter(file, line, isExec(kind, name, errno)))
      this.adopt((index + 1) as EventIndex);
  }

  ordered(order: Survey['order']): void {
    this.threads.ordered(order);
  }

  entered(id: TaskId, name: string, decode: () => TraceEvent): void {
    const task = this.world.task(id);
    if (task !== undefined) this.threads.entered(task, name, decode);
    if (!cloneCalls.has(name)) return;
    const call = decode();
    const request = call.kind === 'call' ? cloneRequestOf(call) : undefined;
    if (request !== undefined) this.children.entered(id, request);
  }

  /** The log has ended: snapshots that still wait are adopted behind it. */
  finish(events: number, lines: (file: FileIndex) => number): void {
    if (this.snapshots.isDueAtEnd(lines)) this.adopt(events as EventIndex);
  }

  private call(index: EventIndex, id: TaskId, name: string, errno: string, decode: Decode): void {
    // Most events end here: one look, nothing decoded.
    switch (roleOf(name)) {
      case 'none':
        return;
      case 'memory':
        this.memoryCall(index, id, decode(), undefined);
        return;
      case 'both':
        this.memoryCall(index, id, decode(), effectOf(name, errno));
        return;
      case 'userfault':
        if (this.seldom.userfaults) this.memoryCall(index, id, decode(), effectOf(name, errno));
        return;
      case 'life':
        this.lifeCall(index, id, decode());
        return;
      case 'reads':
        if (errno === '') this.files.read(id, decode);
        return;
      case 'writes':
        if (errno === '' && this.files.written(id, name, decode)) this.effect(index, id, name, errno, decode);
        return;
      case 'effect':
        if (errno === 'EINVAL' && name.startsWith('fcntl')) this.refused(id, decode());
        this.effect(index, id, name, errno, decode);
    }
  }

  /** Changes nothing, but may tell of the file. */
  private refused(id: TaskId, event: TraceEvent): void {
    const task = this.world.task(id);
    const call =
      event.kind === 'call' && task !== undefined ? memoryCallOf(event, task.architecture) : undefined;
    if (task !== undefined && call !== undefined) learnFromRefusal(call, task, this.world, this.machine);
  }

  private effect(index: EventIndex, id: TaskId, name: string, errno: string, decode: () => TraceEvent): void {
    const effect = effectOf(name, errno);
    const call = effect === undefined ? undefined : decode();
    if (effect === undefined || call?.kind !== 'call') return;
    this.seldom.saw(index, call);
    if (!isReal(call)) return;
    this.files.opened(call);
    this.happen(index, id, call, (edit, task) => effect(call, task, edit));
  }

  private memoryCall(
    index: EventIndex,
    id: TaskId,
    event: TraceEvent,
    besides: CallEffect | undefined,
  ): void {
    if (event.kind !== 'call') return;
    this.seldom.saw(index, event);
    if (!isReal(event)) return;
    this.tasks.reviveIfEnded(index, id, event);
    this.tasks.learnMode(index, id, event);
    this.withThreads(index, id, event);
    this.happen(index, id, event, (edit, task) => {
      besides?.(event, task, edit);
      const call = memoryCallOf(event, task.architecture);
      if (call !== undefined) this.threads.apply(call, task, edit, this.machine);
    });
  }

  private lifeCall(index: EventIndex, id: TaskId, event: TraceEvent): void {
    if (event.kind !== 'call') return;
    const { name } = event;
    if (name === 'uname') this.machine.saw(releaseIn(event), index);
    else if (name === 'sysinfo') learnFromSysinfo(event, this.machine.shownMemory);
    else if (cloneCalls.has(name) && !isReal(event)) this.children.returned(id);
    else if (isReal(event))
      this.happen(index, id, event, (edit, task) => {
        live(event, task, edit, { children: this.children, taskSize: this.tasks.sizeAfterExec(task) });
      });
  }

  /** What strace says of a task's life outside of calls. */
  private lifeEvent(index: EventIndex, id: TaskId, event: TraceEvent): void {
    this.changes.change(by(index), index, (edit) => {
      const task = edit.world.task(id);
      if (task === undefined) return;
      if (event.kind !== 'personality') this.threads.left(id);
      const end = endInWords(event);
      if (end !== undefined) endTask(id, end, edit);
      else if (event.kind === 'personality') {
        const architecture = architectureOf(event.mode, this.machine.current.architecture);
        noteMode(task, this.tasks.unexplained(architecture), edit);
      }
    });
  }

  private withThreads(index: EventIndex, id: TaskId, call: CallEvent): void {
    const task = this.world.task(id);
    const unordered = task && this.threads.ended(index, task, call);
    if (task === undefined || unordered === undefined) return;
    this.changes.change(before(index), index, (edit) => unordered.forget(task, edit));
  }

  /** A call's effect; before it, what its line shows of the world as it was. */
  private happen(
    index: EventIndex,
    id: TaskId,
    call: CallEvent,
    act: (edit: WorldEdit, task: Task) => void,
  ): void {
    const known = this.world.task(id);
    if (known === undefined) return;
    const task = this.tasks.learnShown(index, call, known);
    this.changes.change(by(index), index, (edit) => act(edit, task));
  }

  private adopt(position: EventIndex): void {
    this.changes.change(before(position), position, (edit) =>
      this.snapshots.adopt(position, edit, (task, snapshot) => {
        const shown = modeShownBy(snapshot, task.architecture, this.machine.current.architecture);
        if (shown !== undefined) changeMode(task, this.tasks.unexplained(shown), edit);
      }),
    );
  }
}
