/**
 * What answers tell of the filesystems that files lie on: only those in memory take seals.
 */
import type { Before } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import { directoryOf } from '../kernel/placement/file-rules';
import type { ShownFilesystems } from '../kernel/shown-filesystems';
import type { Observed } from '../kernel/syscall-rule';
import { onlyBy } from './node-and-key-evidence';

export function learnFilesystems(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  shown: ShownFilesystems,
): void {
  if (call.call !== 'fcntl' || call.fd.value === undefined || observed.kind === 'none') return;
  const file = before.descriptors.get(call.fd.value);
  if (file === undefined || (file.kind !== 'regular' && file.kind !== 'unknown')) return;
  const directory = directoryOf(file.path);
  if (directory === undefined) return;
  if (observed.kind === 'success') shown.shows(directory, true, call.event.index);
  else if (onlyBy('seals.not-sealable', observed, call, before))
    shown.shows(directory, false, call.event.index);
}
