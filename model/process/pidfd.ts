/**
 * Descriptors of processes. `--decode-fds=pidfd` prints `3<pid:4711>`; this is also how the model names what pidfd_open
 * returned, so that a call on the descriptor can be told whom it names.
 */
import type { CallEvent } from '../trace/event';
import { argument, intOf, smallSuccessOf } from './call-values';
import { special } from './descriptors-open';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

const PREFIX = 'pid:';

/** The pid in such a name; undefined in any other. */
export function pidOfPath(path: string): number | undefined {
  if (!path.startsWith(PREFIX)) return undefined;
  const digits = path.slice(PREFIX.length);
  return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
}

/** pidfd_open(pid, flags) = fd: always close-on-exec. kernel/pid.c: pidfd_create */
export function pidfdOpen(call: CallEvent, task: Task, edit: WorldEdit): void {
  special('anon-inode', 'anon_inode:[pidfd]', 'always')(call, task, edit);
  const pid = intOf(argument(call, 0));
  const fd = smallSuccessOf(call);
  if (pid === undefined || pid <= 0 || fd === undefined) return;
  const file = edit.world.descriptors(task.descriptors)?.get(fd);
  // `-y` says of what kind it is, and no more.
  if (file !== undefined && pidOfPath(file.path) === undefined)
    edit.setDescriptor(task.descriptors, fd, { ...file, path: `${PREFIX}${pid}` });
}
