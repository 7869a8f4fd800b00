/**
 * Follows the index pass and lets each event happen in the world, once.
 */
import { EventKind } from '../trace/event-table';
import type { CallEvent, TraceEvent } from '../trace/event';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../trace/positions';
import type { Decode, EventListener, Survey } from '../trace/recording';
import { taskSizeInPages, wordBits } from '../kernel/layout';
import { pageNumber, type PageNumber } from '../memory/page';
import { memoryCallOf } from '../kernel/typed-call';
import { Children } from '../process/children';
import { cloneCalls, cloneRequestOf } from '../process/clone-request';
import { learnShown, showsDescriptor } from '../process/descriptors-shown';
import { effectOf, execCalls, type CallEffect } from '../process/effects';
import { endTask } from '../process/exit';
import { firstSight, revive } from '../process/first-sight';
import { releaseIn } from '../process/own-names';
import { architectureOf } from '../process/personality';
import type { Unexplained } from '../process/birth';
import type { Architecture, Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import type { WorldState } from '../process/world-state';
import { before, by } from './change-log';
import type { CheckpointOptions } from './checkpoints';
import type { MachineEvidence } from './machine-evidence';
import { isExec, isReal, tidIn } from './event-facts';
import { learnFromRefusal } from './filesystem-evidence';
import { endInWords, live } from './life-calls';
import { roleOf } from './call-roles';
import { learnFromSysinfo } from './memory-evidence';
import { changeMode, noteMode } from './mode-change';
import { modeProvenBy, modeShownBy } from './mode-evidence';
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
  /** Tasks that have been seen. */
  private readonly met: boolean[] = [];
  /** The first task, where the log does not begin with its execve. */
  private attachedTo: TaskId | undefined;

  constructor(
    private readonly machine: MachineEvidence,
    private readonly snapshots: SnapshotPlan,
    options: CheckpointOptions | undefined,
  ) {
    this.changes = new RecordedChanges(machine.merging, options);
    this.world = this.changes.world;
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
    if (this.met[id] !== true) {
      const isFirst = this.met.length === 0;
      if (!isFirst && this.snapshots.isDueBefore(file, line)) this.adopt(index);
      this.meet(index, id, decode());
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
    this.reviveIfEnded(index, id, event);
    this.learnMode(index, id, event);
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
        live(event, task, edit, { children: this.children, taskSize: this.sizeAfterExec(task) });
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
        noteMode(task, this.unexplained(architecture), edit);
      }
    });
  }

  private withThreads(index: EventIndex, id: TaskId, call: CallEvent): void {
    const task = this.world.task(id);
    const unordered = task && this.threads.ended(index, task, call);
    if (task === undefined || unordered === undefined) return;
    this.changes.change(before(index), index, (edit) => unordered.forget(task, edit));
  }

  private learnMode(index: EventIndex, id: TaskId, call: CallEvent): void {
    const task = this.world.task(id);
    if (task === undefined) return;
    const proven = modeProvenBy(call, task.architecture, this.machine.current.architecture);
    if (proven === undefined) return;
    const mode = this.unexplained(proven);
    const fits = proven === task.architecture && this.world.space(task.space)?.taskSize === mode.taskSize;
    if (!fits) this.changes.change(before(index), index, (edit) => changeMode(task, mode, edit));
  }

  private meet(index: EventIndex, id: TaskId, event: TraceEvent): void {
    this.met[id] = true;
    const call = event.kind === 'call' ? event : undefined;
    const isFirst = this.met.length === id + 1 && this.changes.log.length === 0;
    if (isFirst && (call === undefined || !execCalls.has(call.name))) this.attachedTo = id;
    const { comm } = event.prefix;
    const tid = tidIn(event);
    const attached = this.attachedTo === undefined ? undefined : this.world.task(this.attachedTo);
    const sight = {
      ...this.unexplained(this.machine.task),
      newcomer: { id, tid, comm },
      call,
      attachedTo: attached,
    };
    this.changes.change(before(index), index, (edit) => {
      const task = firstSight(sight, edit, this.children);
      if (attached !== undefined && task.created === undefined && task.process === attached.process)
        this.machine.assume('one-process');
    });
  }

  private reviveIfEnded(index: EventIndex, id: TaskId, event: TraceEvent): void {
    const task = this.world.task(id);
    if (task === undefined || this.world.space(task.space) !== undefined) return;
    if (event.kind !== 'call' || event.result.kind === 'none' || event.result.kind === 'never') return;
    this.changes.change(before(index), index, (edit) =>
      revive(task, this.unexplained(task.architecture), edit),
    );
  }

  /** A call's effect; before it, what its line shows of the world as it was. */
  private happen(
    index: EventIndex,
    id: TaskId,
    call: CallEvent,
    act: (edit: WorldEdit, task: Task) => void,
  ): void {
    const { tid } = call.prefix;
    let task = this.world.task(id);
    if (task === undefined) return;
    if ((tid !== undefined && task.tid === undefined) || showsDescriptor(call)) {
      this.learn(index, call, task);
      task = this.world.task(id) ?? task;
    }
    const asked = task;
    this.changes.change(by(index), index, (edit) => act(edit, asked));
  }

  private learn(index: EventIndex, call: CallEvent, task: Task): void {
    this.changes.change(before(index), index, (edit) => {
      learnShown(call, task, edit);
      this.learnTid(task, call.prefix.tid, edit);
    });
  }

  private learnTid(task: Task, tid: number | undefined, edit: WorldEdit): void {
    if (tid === undefined || task.tid !== undefined) return;
    edit.setTask({ ...task, tid });
    edit.changeProcess(task.process, (process) =>
      process.pid === undefined ? { ...process, pid: tid } : process,
    );
  }

  private adopt(position: EventIndex): void {
    this.changes.change(before(position), position, (edit) =>
      this.snapshots.adopt(position, edit, (task, snapshot) => {
        const shown = modeShownBy(snapshot, task.architecture, this.machine.current.architecture);
        if (shown !== undefined) changeMode(task, this.unexplained(shown), edit);
      }),
    );
  }

  /** A program of 32 bits may start one of 64: until something shows which, its memory may lie anywhere. */
  private sizeAfterExec({ architecture }: Task): PageNumber {
    const kernel = this.machine.current.architecture;
    const own = this.unexplained(architecture).taskSize;
    return wordBits(kernel) === 32 ? own : pageNumber(Math.max(own, this.unexplained(kernel).taskSize));
  }

  private unexplained(architecture: Architecture): Unexplained {
    const { architecture: kernel, addressBits } = this.machine.current;
    const taskSize = taskSizeInPages(architecture, kernel, addressBits);
    return { architecture, taskSize, past: 'unknown' };
  }
}
