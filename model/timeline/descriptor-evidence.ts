/**
 * What a refusal tells of a descriptor that nobody saw being opened or closed: the program may have inherited it, or not. EBADF
 * says that it has not, or that it is open as a path alone (O_PATH), which serves for as little.
 */
import type { Before } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import type { Observed } from '../kernel/observed';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';

export function learnClosed(
  call: MemoryCall,
  observed: Observed,
  { descriptors }: Before,
  task: Task,
  edit: WorldEdit,
): void {
  if (observed.kind !== 'error' || observed.errno !== 'EBADF' || call.call !== 'mmap') return;
  const fd = call.fd.value;
  if (fd !== undefined && fd >= 0 && descriptors.stateOf(fd) === 'unknown')
    edit.setDescriptor(task.descriptors, fd, 'closed');
}
