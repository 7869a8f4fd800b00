/**
 * The tasks of a log as it shows them beside what their calls do: that there is one, how its words are wide, what a line tells
 * of it as it was before.
 */
import type { CallEvent, TraceEvent } from '../trace/event';
import type { EventIndex, TaskId } from '../trace/positions';
import { taskSizeInPages, wordBits } from '../kernel/layout';
import { pageNumber, type PageNumber } from '../memory/page';
import type { Unexplained } from '../process/birth';
import type { Children } from '../process/children';
import { learnShown, showsDescriptor } from '../process/descriptors-shown';
import { execCalls } from '../process/effects';
import { firstSight, revive } from '../process/first-sight';
import type { Architecture, Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import type { WorldState } from '../process/world-state';
import { before } from './change-log';
import { tidIn } from './event-facts';
import type { MachineEvidence } from './machine-evidence';
import { changeMode } from './mode-change';
import { modeProvenBy } from './mode-evidence';
import type { RecordedChanges } from './recorded-changes';

export class MetTasks {
  private readonly world: WorldState;
  private readonly met: boolean[] = [];
  /** The first task, where the log does not begin with its execve. */
  private attachedTo: TaskId | undefined;

  constructor(
    private readonly changes: RecordedChanges,
    private readonly machine: MachineEvidence,
    private readonly children: Children,
  ) {
    this.world = changes.world;
  }

  get isEmpty(): boolean {
    return this.met.length === 0;
  }

  has(id: TaskId): boolean {
    return this.met[id] === true;
  }

  meet(index: EventIndex, id: TaskId, event: TraceEvent): void {
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

  /** A task whose end the log told, and that calls all the same. */
  reviveIfEnded(index: EventIndex, id: TaskId, event: CallEvent): void {
    const task = this.world.task(id);
    if (task === undefined || this.world.space(task.space) !== undefined) return;
    if (event.result.kind === 'none' || event.result.kind === 'never') return;
    this.changes.change(before(index), index, (edit) =>
      revive(task, this.unexplained(task.architecture), edit),
    );
  }

  learnMode(index: EventIndex, id: TaskId, call: CallEvent): void {
    const task = this.world.task(id);
    if (task === undefined) return;
    const proven = modeProvenBy(call, task.architecture, this.machine.current.architecture);
    if (proven === undefined) return;
    const mode = this.unexplained(proven);
    const fits = proven === task.architecture && this.world.space(task.space)?.taskSize === mode.taskSize;
    if (!fits) this.changes.change(before(index), index, (edit) => changeMode(task, mode, edit));
  }

  /** What the line of a call shows of the world as it was before. Returns the task as it is then. */
  learnShown(index: EventIndex, call: CallEvent, task: Task): Task {
    const { tid } = call.prefix;
    if ((tid === undefined || task.tid !== undefined) && !showsDescriptor(call)) return task;
    this.changes.change(before(index), index, (edit) => {
      learnShown(call, task, edit);
      learnTid(task, tid, edit);
    });
    return this.world.task(task.id) ?? task;
  }

  /** A program of 32 bits may start one of 64: until something shows which, its memory may lie anywhere. */
  sizeAfterExec({ architecture }: Task): PageNumber {
    const kernel = this.machine.current.architecture;
    const own = this.unexplained(architecture).taskSize;
    return wordBits(kernel) === 32 ? own : pageNumber(Math.max(own, this.unexplained(kernel).taskSize));
  }

  /** A task of this mode of which nothing else is known. */
  unexplained(architecture: Architecture): Unexplained {
    const { architecture: kernel, addressBits } = this.machine.current;
    const taskSize = taskSizeInPages(architecture, kernel, addressBits);
    return { architecture, taskSize, past: 'unknown' };
  }
}

function learnTid(task: Task, tid: number | undefined, edit: WorldEdit): void {
  if (tid === undefined || task.tid !== undefined) return;
  edit.setTask({ ...task, tid });
  edit.changeProcess(task.process, (process) =>
    process.pid === undefined ? { ...process, pid: tid } : process,
  );
}
