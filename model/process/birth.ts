/**
 * How a task comes into the world: as the child of a task that is known, or from nowhere (it was there when the log
 * begins, or the log leaves out what made it).
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import type { PageNumber } from '../memory/page';
import { howOf, type CloneRequest } from './clone-request';
import type { DescriptorTableId } from './descriptors';
import { inherited } from './memory-modes';
import { inOwnNamespace, unknownPrivileges } from './privileges-known';
import type { Architecture, ProcessId, Task } from './world';
import type { WorldEdit } from './world-edit';

/** What clone has made before the log shows a line of the child. kernel/fork.c: copy_process */
export interface Unborn {
  readonly parent: TaskId;
  readonly request: CloneRequest;
  readonly process: ProcessId;
  readonly space: SpaceId;
  readonly descriptors: DescriptorTableId;
  readonly at: EventIndex;
}

/** Makes what the child will not share, as of now: the parent may change its own before the child's first line. */
export function conceive(
  parent: Task,
  request: CloneRequest,
  pid: number | undefined,
  edit: WorldEdit,
): Unborn {
  const at = edit.event;
  let { process, space, descriptors } = parent;
  if (!request.isThread) {
    const before = edit.world.process(parent.process);
    process = edit.ids.process();
    if (before !== undefined) {
      const modes = request.sharesSpace
        ? before.memoryModes
        : before.memoryModes && inherited(before.memoryModes);
      edit.setProcess({ ...before, id: process, pid, memoryModes: modes });
    }
  }
  if (!request.sharesSpace) {
    space = edit.ids.space();
    edit.apply({ of: 'forked-space', id: space, from: parent.space, at });
  }
  if (!request.sharesDescriptors) {
    descriptors = edit.ids.descriptors();
    edit.apply({ of: 'new-descriptors', id: descriptors, from: parent.descriptors });
  }
  return { parent: parent.id, request, process, space, descriptors, at };
}

export interface Newcomer {
  readonly id: TaskId;
  readonly tid: number | undefined;
  readonly comm: string | undefined;
}

/** The child's record, with what it takes from the parent: personality, privileges, pointer width. */
export function bear(newcomer: Newcomer, unborn: Unborn, edit: WorldEdit): Task | undefined {
  const parent = edit.world.task(unborn.parent);
  if (parent === undefined) return undefined;
  const task: Task = {
    ...parent,
    ...newcomer,
    comm: newcomer.comm ?? parent.comm,
    process: unborn.process,
    space: unborn.space,
    descriptors: unborn.descriptors,
    privileges:
      unborn.request.leavesNamespace === true
        ? inOwnNamespace(parent.privileges, unborn.at)
        : parent.privileges,
    created: { at: unborn.at, by: unborn.parent, how: howOf(unborn.request) },
    ended: undefined,
  };
  edit.setTask(task);
  return task;
}

export interface Unexplained {
  readonly architecture: Architecture;
  readonly taskSize: PageNumber;
  /** 'none': the log begins with this task's execve, so nothing is locked yet. */
  readonly past: 'none' | 'unknown';
}

/** A task of which nothing is known: its own process, a space of unknown pages, unknown descriptors. */
export function bearUnexplained(newcomer: Newcomer, given: Unexplained, edit: WorldEdit): Task {
  const process = edit.ids.process();
  const space = edit.ids.space();
  const descriptors = edit.ids.descriptors();
  edit.setProcess({
    id: process,
    pid: newcomer.tid,
    limits: new Map(),
    executable: undefined,
    execAt: undefined,
  });
  edit.apply({ of: 'new-space', id: space, taskSize: given.taskSize, past: given.past });
  edit.apply({ of: 'new-descriptors', id: descriptors, from: undefined });
  const task: Task = {
    ...newcomer,
    process,
    space,
    descriptors,
    architecture: given.architecture,
    personality: undefined,
    privileges: unknownPrivileges,
    created: undefined,
    ended: undefined,
  };
  edit.setTask(task);
  return task;
}

/** A thread of a process that is known, made by nothing that the log shows. */
export function bearThreadOf(newcomer: Newcomer, sibling: Task, edit: WorldEdit): Task {
  const task: Task = { ...sibling, ...newcomer, created: undefined, ended: undefined };
  edit.setTask(task);
  return task;
}
