/**
 * What a refusal tells of the filesystem that a file lies on: only those in memory take seals.
 */
import type { MemoryCall } from '../kernel/memory-call';
import { directoryOf } from '../kernel/placement/file-rules';
import type { Task, World } from '../process/world';
import type { MachineEvidence } from './machine-evidence';
import { beforeOf, observedOf } from './memory-step';
import { onlyBy } from './node-and-key-evidence';

/** Of fcntl, refused with EINVAL. */
export function learnFromRefusal(
  call: MemoryCall,
  task: Task,
  world: World,
  { current, filesystems }: MachineEvidence,
): void {
  const before = beforeOf(world, task, current);
  const observed = observedOf(call.event);
  if (before === undefined || observed?.kind !== 'error') return;
  if (call.call !== 'fcntl' || call.fd.value === undefined) return;
  const file = before.descriptors.get(call.fd.value);
  const directory = file && directoryOf(file.path);
  if (directory === undefined || (file?.kind !== 'regular' && file?.kind !== 'unknown')) return;
  if (onlyBy('seals.not-sealable', observed, call, before))
    filesystems.shows(directory, false, call.event.index);
}
