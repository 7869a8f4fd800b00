/**
 * Whether the filesystem of a directory keeps its files in memory (tmpfs, hugetlbfs), as far as calls of the log and snapshots
 * showed it: no path tells, but what one file could do, files beside it can as well. maps prints the device of a mapped file:
 * one with a number of its own (not 00:xx) is a disk, and directories below it are taken to lie there as well.
 *
 *     fcntl(3</tmp/a>, F_ADD_SEALS, F_SEAL_GROW) = -1 EINVAL        /tmp lies on a disk
 */
import type { EventIndex } from '../trace/positions';

interface Shown {
  readonly inMemory: boolean;
  readonly at: EventIndex;
}

/** Of more directories than this nothing is kept. */
const MOST = 1024;

export class ShownFilesystems {
  private readonly byDirectory = new Map<string, Shown>();

  /** `onDisk`: directories of files that snapshots show on a disk, with a slash at their end. */
  constructor(private readonly onDisk: ReadonlySet<string> = new Set()) {}

  /** The first answer of a directory counts. */
  shows(directory: string, inMemory: boolean, at: EventIndex): void {
    if (this.byDirectory.size < MOST && !this.byDirectory.has(directory))
      this.byDirectory.set(directory, { inMemory, at });
  }

  /** As the events before `event` show it: a call is never judged by its own answer. */
  inMemory(directory: string | undefined, event: EventIndex): boolean | undefined {
    if (directory === undefined) return undefined;
    const shown = this.byDirectory.get(directory);
    if (shown !== undefined && shown.at < event) return shown.inMemory;
    return this.isOnDisk(directory) ? false : undefined;
  }

  /** Of what lies right in the root nothing follows for all that is mounted below it. */
  private isOnDisk(directory: string): boolean {
    if (this.onDisk.size === 0) return false;
    if (this.onDisk.has(directory)) return true;
    for (
      let end = directory.lastIndexOf('/', directory.length - 2);
      end > 0;
      end = directory.lastIndexOf('/', end - 1)
    )
      if (this.onDisk.has(directory.slice(0, end + 1))) return true;
    return false;
  }
}
