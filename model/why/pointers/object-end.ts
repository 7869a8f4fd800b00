/**
 * How many pages there are of what a mapping shows. The page that holds the last byte is whole; those behind are SIGBUS for the
 * program, and cannot be copied from or to by the kernel.
 *
 *     mapping   |pppp|pppp|pppp|pppp|
 *     file      |bbbb|bb                 two pages
 */
import { has, VmFlag, type Vma } from '../../memory/vma';
import { fileOfDescription } from '../../process/descriptors';
import type { EventIndex } from '../../trace/positions';
import type { Subject } from '../subject';
import { resizedAt } from './resized';

export interface ObjectEnd {
  /** From the beginning of the object, in pages of 4096 bytes. */
  readonly pages: number;
  readonly size: bigint;
  /** It rests on what was done to a file of the same name. */
  readonly byName?: true;
  /** The line that made it so long, where it does. */
  readonly at?: EventIndex;
}

/** Undefined: what is mapped has no end. 'unknown': the log does not show how long it is. */
export function objectEnd(subject: Subject, vma: Vma): ObjectEnd | 'unknown' | undefined {
  // A mapping of huge pages makes its file as long as itself.
  if (has(vma, VmFlag.hugeTlb)) return undefined;
  const { backing } = vma;
  switch (backing.kind) {
    case 'shmem':
      return backing.pages === undefined ? undefined : endAt(subject, BigInt(backing.pages) * 4096n);
    case 'sysv': {
      const size = subject.timeline.worldAt(subject.event).segments.get(backing.shmid)?.size;
      return size === undefined ? undefined : endAt(subject, size);
    }
    case 'file':
      return endOfFile(subject, backing);
    default:
      return undefined;
  }
}

function endOfFile(
  subject: Subject,
  backing: Extract<Vma['backing'], { readonly kind: 'file' }>,
): ObjectEnd | 'unknown' | undefined {
  const { description, path, pages } = backing;
  if (path.startsWith('/dev/')) return undefined;
  const { timeline, event } = subject;
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  const table = task === undefined ? undefined : world.descriptors(task.descriptors);
  const file = table === undefined ? undefined : fileOfDescription(description, table);
  if (file?.kind === 'character' || file?.kind === 'block') return undefined;
  const size = file?.size ?? (pages === undefined ? undefined : BigInt(pages) * 4096n);
  if (size !== undefined) return endAt(subject, size);
  const resized = resizedAt(subject, backing);
  return resized?.size === undefined
    ? 'unknown'
    : { ...endAt(subject, resized.size), byName: true, at: resized.event };
}

/** Machines with larger pages fill the last of theirs. */
function endAt({ timeline }: Subject, size: bigint): ObjectEnd {
  const page = timeline.machine.pageSize;
  return { pages: Number((((size + page - 1n) / page) * page) >> 12n), size };
}
