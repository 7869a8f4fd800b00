/**
 * What makes threads special in a log: their calls overlap, and the order in which the log has them is not the kernel's.
 */
import type { CallEvent, TraceEvent } from '../trace/event';
import type { EventIndex, TaskId } from '../trace/positions';
import type { Survey } from '../trace/recording';
import type { Vma } from '../memory/vma';
import type { MemoryCall } from '../kernel/memory-call';
import { memoryCallOf } from '../kernel/typed-call';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import type { MachineEvidence } from './machine-evidence';
import { applyMemoryCall } from './memory-step';
import { MissingCalls } from './missing-calls';
import { movesRoom, Races } from './races';
import { RemovalsUnderWay } from './removals-under-way';
import { UnorderedFiles } from './unordered-files';

export class Threads {
  readonly races = new Races();
  readonly missing = new MissingCalls();
  private readonly removals = new RemovalsUnderWay();
  /** Only for files whose order is not known. */
  private unordered: UnorderedFiles | undefined;
  private inSet = false;

  ordered(order: Survey['order']): void {
    if (order === 'none') this.unordered = new UnorderedFiles();
    this.inSet = order === 'times';
  }

  /** The first half of a split call. */
  entered(task: Task, name: string, decode: () => TraceEvent): void {
    if (!movesRoom(name)) return;
    this.races.entered(task);
    const event = name === 'munmap' || name === 'mremap' ? decode() : undefined;
    const call = event?.kind === 'call' ? memoryCallOf(event, task.architecture) : undefined;
    if (call !== undefined) this.removals.entered(call, task);
  }

  /** A call has its result; its effect comes next. @returns what is to be forgotten before it. */
  ended(event: EventIndex, task: Task, call: CallEvent): UnorderedFiles | undefined {
    if (movesRoom(call.name)) {
      if (this.inSet) this.races.endedInSet({ event, task: task.id, space: task.space }, call);
      else this.races.ended(event, task.id, task.space);
    }
    return this.unordered?.turnsTo(task) === true ? this.unordered : undefined;
  }

  /** Lets the call happen, as it must have with others on their way. */
  apply(call: MemoryCall, task: Task, edit: WorldEdit, machine: MachineEvidence): void {
    const { removals } = this;
    const space = edit.world.space(task.space);
    removals.placing(call, task, space);
    const ending = removals.ending(call, task, space);
    if (ending !== undefined) putBack(ending.before, task, edit);
    // Files of a set have no halves of calls: there a call may stand before the removal that made room for it.
    const isTold = !this.inSet && this.unordered === undefined && !removals.isUnderWay;
    this.missing.saw(call, isTold ? edit.world.space(task.space) : undefined);
    if (ending === undefined) {
      applyMemoryCall(call, task, edit, machine);
      return;
    }
    for (const part of ending.parts) applyMemoryCall(part, task, edit, machine);
    putBack(ending.after, task, edit);
  }

  /** The task has ended in the middle of its call. */
  left(task: TaskId): void {
    this.races.left(task);
  }
}

function putBack(vmas: readonly Vma[], task: Task, edit: WorldEdit): void {
  if (vmas.length === 0) return;
  edit.changeSpace(task.space, (space) => {
    for (const vma of vmas) space.map(vma);
  });
}
