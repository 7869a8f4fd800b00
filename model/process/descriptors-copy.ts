/**
 * Calls that give a description another number, or take one away: dup(2), fcntl(2), close(2), close_range(2).
 */
import type { CallEvent } from '../trace/event';
import { argument, choiceOf, hasFlag, intOf, numberOf, smallSuccessOf, successOf } from './call-values';
import { accessOfBits } from './descriptors-open';
import type { DescriptorTable, OpenFile } from './descriptors';
import { addSeals } from './descriptors-size';
import { unknownFile } from './open-file';
import { releaseUserfault } from './userfault';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

const O_CLOEXEC = 0o2000000;

export function dup(call: CallEvent, task: Task, edit: WorldEdit): void {
  copy(task, edit, intOf(argument(call, 0)), smallSuccessOf(call), false);
}

/** dup2(n, n) changes nothing, not even close-on-exec. */
export function dup2(call: CallEvent, task: Task, edit: WorldEdit): void {
  const from = intOf(argument(call, 0));
  const to = smallSuccessOf(call);
  if (from !== to) copy(task, edit, from, to, false);
}

export function dup3(call: CallEvent, task: Task, edit: WorldEdit): void {
  const closeOnExec = hasFlag(argument(call, 2), 'O_CLOEXEC', O_CLOEXEC) === true;
  copy(task, edit, intOf(argument(call, 0)), smallSuccessOf(call), closeOnExec);
}

/** include/uapi/linux/fcntl.h */
const COMMANDS: ReadonlyMap<bigint, string> = new Map([
  [0n, 'F_DUPFD'],
  [1n, 'F_GETFD'],
  [2n, 'F_SETFD'],
  [3n, 'F_GETFL'],
  [4n, 'F_SETFL'],
  [1030n, 'F_DUPFD_CLOEXEC'],
  [1033n, 'F_ADD_SEALS'],
  [1034n, 'F_GET_SEALS'],
]);

export function fcntl(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = intOf(argument(call, 0));
  const answer = successOf(call);
  if (fd === undefined || answer === undefined) return;
  const change = (next: (file: OpenFile) => OpenFile): void => replace(task, edit, fd, next);
  switch (choiceOf(argument(call, 1), COMMANDS)) {
    case 'F_DUPFD':
      copy(task, edit, fd, Number(answer), false);
      break;
    case 'F_DUPFD_CLOEXEC':
      copy(task, edit, fd, Number(answer), true);
      break;
    case 'F_SETFD': {
      const closeOnExec = hasFlag(argument(call, 2), 'FD_CLOEXEC', 1);
      if (closeOnExec !== undefined) change((file) => ({ ...file, closeOnExec }));
      break;
    }
    case 'F_GETFD':
      change((file) => ({ ...file, closeOnExec: (answer & 1n) !== 0n }));
      break;
    case 'F_SETFL': {
      const description = edit.world.descriptors(task.descriptors)?.get(fd)?.description;
      const appends = hasFlag(argument(call, 2), 'O_APPEND', 0o2000);
      if (description !== undefined && appends !== undefined) edit.offsets.setAppends(description, appends);
      break;
    }
    case 'F_GETFL':
      change((file) => (file.kind === 'o-path' ? file : { ...file, ...accessOfBits(answer) }));
      break;
    case 'F_ADD_SEALS':
      addSeals(call, task, edit, fd);
      break;
    case 'F_GET_SEALS':
      change((file) => {
        const seals = Number(answer & 0xffn);
        return file.seals === seals ? file : { ...file, seals, sealedAt: edit.event };
      });
      break;
    default:
  }
}

export function close(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = intOf(argument(call, 0));
  if (fd === undefined) return;
  const { result } = call;
  // The number is free again whatever close answers, EBADF included: that one proves that it was. fs/open.c: close
  if (result.kind === 'none' || result.kind === 'never' || result.injected === 'result') return;
  const file = edit.world.descriptors(task.descriptors)?.get(fd);
  edit.setDescriptor(task.descriptors, fd, 'closed');
  releaseUserfault(file, edit);
}

/** At most this many numbers are remembered one by one; a range that ends at the top needs no list. */
const LISTED = 4096;

export function closeRange(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  const first = numberOf(argument(call, 0));
  const last = numberOf(argument(call, 1));
  if (first === undefined || last === undefined || first < 0n || first > 0x7fff_ffffn) return;
  const flags = argument(call, 2);
  const table = hasFlag(flags, 'CLOSE_RANGE_UNSHARE', 2) === true ? unshare(task, edit) : task.descriptors;
  const from = Number(first);
  const to = Number(BigInt.asUintN(32, last));
  if (hasFlag(flags, 'CLOSE_RANGE_CLOEXEC', 4) === true) {
    for (const [fd, file] of openIn(edit.world.descriptors(table), from, to))
      edit.setDescriptor(table, fd, { ...file, closeOnExec: true });
    return;
  }
  const closed = openIn(edit.world.descriptors(table), from, to);
  if (to >= 0x7fff_ffff) {
    edit.apply({ of: 'descriptors-closed', table, first: from });
  } else {
    for (const [fd] of closed) edit.setDescriptor(table, fd, 'closed');
    for (let fd = from; fd <= Math.min(to, from + LISTED); fd++) edit.setDescriptor(table, fd, 'closed');
  }
  for (const [, file] of closed) releaseUserfault(file, edit);
}

/** unshare(CLONE_FILES), exec: the task goes on with a table of its own. */
export function unshare(task: Task, edit: WorldEdit): Task['descriptors'] {
  const current = edit.world.task(task.id) ?? task;
  if (!edit.members.othersIn('descriptors', current.descriptors, task.id)) return current.descriptors;
  const id = edit.ids.descriptors();
  edit.apply({ of: 'new-descriptors', id, from: current.descriptors });
  edit.setTask({ ...current, descriptors: id });
  return id;
}

const openIn = (
  table: DescriptorTable | undefined,
  from: number,
  to: number,
): (readonly [number, OpenFile])[] => [...(table?.entries() ?? [])].filter(([fd]) => fd >= from && fd <= to);

/** Both numbers stand for one description: an inherited one gets its identity here. */
function copy(
  task: Task,
  edit: WorldEdit,
  from: number | undefined,
  to: number | undefined,
  closeOnExec: boolean,
): void {
  if (from === undefined || to === undefined) return;
  let file = edit.world.descriptors(task.descriptors)?.get(from);
  if (file === undefined) {
    file = unknownFile(edit.ids.description());
    edit.setDescriptor(task.descriptors, from, file);
  }
  edit.setDescriptor(task.descriptors, to, { ...file, closeOnExec });
}

function replace(task: Task, edit: WorldEdit, fd: number, next: (file: OpenFile) => OpenFile): void {
  const known = edit.world.descriptors(task.descriptors)?.get(fd);
  const file = known ?? unknownFile(edit.ids.description());
  const after = next(file);
  const same =
    known !== undefined &&
    Object.entries(after).every(([key, value]) => file[key as keyof OpenFile] === value);
  if (!same) edit.setDescriptor(task.descriptors, fd, after);
}
