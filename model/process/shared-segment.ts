/**
 * A System V shared memory segment. shmat's line does not show its size; shmget and shmctl(IPC_STAT) do.
 */
import type { EventIndex } from '../trace/positions';

export interface SharedSegment {
  /** In bytes, as asked for: attaching rounds up to pages. */
  readonly size: bigint;
  /** shmget's first argument, part of the name that maps shows; IPC_PRIVATE is 0. Undefined where the log does not show it. */
  readonly key?: number | undefined;
  /** SHM_HUGETLB: the pages of 4096 bytes in one huge page, 0 for the machine's usual size. Absent: none. */
  readonly hugePages?: number | undefined;
  /** Permission bits (0777) where the log shows the segment being made, and the effective user who made it where that is known. */
  readonly mode?: number | undefined;
  readonly owner?: number | undefined;
  /** The call that showed the size. */
  readonly at: EventIndex;
  /** shmctl(IPC_RMID): gone as soon as nobody has it attached any more. */
  readonly removedAt?: EventIndex | undefined;
}

/** By shmid. The tasks of a recording are taken to live in one IPC namespace. */
export type SharedSegments = ReadonlyMap<number, SharedSegment>;
