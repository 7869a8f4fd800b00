/**
 * Whether the filesystem of a directory keeps its files in memory (tmpfs, hugetlbfs), as far as calls of the log showed it: no
 * path tells, but what one file could do, files beside it can as well.
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

  /** The first answer of a directory counts. */
  shows(directory: string, inMemory: boolean, at: EventIndex): void {
    if (this.byDirectory.size < MOST && !this.byDirectory.has(directory))
      this.byDirectory.set(directory, { inMemory, at });
  }

  /** As the events before `event` show it: a call is never judged by its own answer. */
  inMemory(directory: string | undefined, event: EventIndex): boolean | undefined {
    const shown = directory === undefined ? undefined : this.byDirectory.get(directory);
    return shown !== undefined && shown.at < event ? shown.inMemory : undefined;
  }
}
