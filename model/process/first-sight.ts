/**
 * The first line of a task that the model has not met. In order of what it proves:
 *
 *  1. a clone has returned this tid: its child;
 *  2. a clone is open: very likely its child (reconciled when it returns);
 *  3. clones have returned tids that never showed up, and none ever matched: another pid namespace, children in order;
 *  4. nothing made it. Where the log begins with an execve, something was left out of the log: a process of its own.
 *     Where the log begins in the middle (-p), tasks that were there are taken for threads of one process: that is what
 *     `strace -f -p PID` of a server shows. What contradicts this (it begins like a new program, it calls execve) parts it.
 */
import type { CallEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import { argument, numberOf } from './call-values';
import { bear, bearThreadOf, bearUnexplained, type Newcomer, type Unborn, type Unexplained } from './birth';
import type { Children } from './children';
import type { CloneRequest } from './clone-request';
import { bornEarly } from './fork';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

export interface FirstSight extends Unexplained {
  readonly newcomer: Newcomer;
  /** Its first event, where that is a call. */
  readonly call: CallEvent | undefined;
  /** The task that stands for the process attached to; undefined in a log that begins with execve. */
  readonly attachedTo: Task | undefined;
}

export function firstSight(sight: FirstSight, edit: WorldEdit, children: Children): Task {
  const { newcomer } = sight;
  const unborn = children.takeUnborn(newcomer.tid);
  return (
    bornOf(unborn, sight, edit) ??
    bornEarly(newcomer, edit, children) ??
    bornOf(children.takeUnbornByOrder(), sight, edit) ??
    fromNowhere(sight, edit, children)
  );
}

function bornOf(unborn: Unborn | undefined, sight: FirstSight, edit: WorldEdit): Task | undefined {
  if (unborn === undefined) return undefined;
  // The last task that shared it may have ended meanwhile in the order of the log (files without times).
  if (edit.world.space(unborn.space) === undefined)
    edit.apply({ of: 'new-space', id: unborn.space, taskSize: sight.taskSize, past: 'unknown' });
  if (edit.world.descriptors(unborn.descriptors) === undefined)
    edit.apply({ of: 'new-descriptors', id: unborn.descriptors, from: undefined });
  return bear(sight.newcomer, unborn, edit);
}

const THREAD: CloneRequest = { sharesSpace: true, sharesDescriptors: true, isThread: true, isVfork: false };

function fromNowhere(sight: FirstSight, edit: WorldEdit, children: Children): Task {
  const { newcomer, attachedTo } = sight;
  const joins = attachedTo?.ended === undefined ? attachedTo : undefined;
  const isThread = joins !== undefined && !beginsProgram(sight.call);
  const task = isThread ? bearThreadOf(newcomer, joins, edit) : bearUnexplained(newcomer, sight, edit);
  if (newcomer.tid !== undefined) {
    const guess = isThread ? guessOf(joins, edit.event) : undefined;
    children.sawEarly({ task: task.id, tid: newcomer.tid, guess, since: edit.event });
  }
  return task;
}

const guessOf = (sibling: Task, at: EventIndex): Unborn => ({
  parent: sibling.id,
  request: THREAD,
  process: sibling.process,
  space: sibling.space,
  descriptors: sibling.descriptors,
  at,
});

/** execve, or the brk(NULL) that a program's start-up code calls first. */
const beginsProgram = (call: CallEvent | undefined): boolean =>
  call?.name === 'execve' ||
  call?.name === 'execveat' ||
  (call?.name === 'brk' && numberOf(argument(call, 0)) === 0n);

/**
 * A task that has ended by the model's reckoning makes a call: the reckoning was wrong (what was taken for a thread is a
 * process, an exit was left out). It goes on with nothing known.
 */
export function revive(task: Task, given: Unexplained, edit: WorldEdit): Task {
  const { id, tid, comm } = task;
  return bearUnexplained({ id, tid, comm }, given, edit);
}
