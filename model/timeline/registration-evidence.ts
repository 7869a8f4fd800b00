/**
 * What userfaultfd's answers tell of the filesystem that a mapped file lies on: missing pages of files in memory can be left to
 * a descriptor, those of others cannot.
 */
import type { Before } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import { directoryOf } from '../kernel/placement/file-rules';
import type { ShownFilesystems } from '../kernel/shown-filesystems';
import type { Observed } from '../kernel/observed';
import { rangeOf } from '../kernel/userfault/request-checks';
import { onlyBy } from './node-and-key-evidence';

export function learnFromRegistration(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  filesystems: ShownFilesystems,
): void {
  if (call.call !== 'ioctl' || call.request !== 'REGISTER') return;
  const range = rangeOf(call, before);
  if (range === undefined) return;
  const open = new Set<string>();
  for (const { backing } of before.space.vmasIn(range)) {
    const directory = backing.kind === 'file' ? directoryOf(backing.path) : undefined;
    if (directory !== undefined && filesystems.inMemory(directory, call.event.index) === undefined)
      open.add(directory);
  }
  const [only] = open;
  // Of several, a refusal does not say which it was.
  if (only === undefined || open.size > 1 || observed.kind !== 'error') return;
  if (onlyBy('userfault.wrong-kind', observed, call, before))
    filesystems.shows(only, false, call.event.index);
}
