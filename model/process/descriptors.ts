/**
 * File descriptors as a log shows them: which open file description stands behind a number. Mappings hold the
 * description, not the number: dup()ed descriptors map the same file, a second open() makes another.
 */
import type { EventIndex } from '../trace/positions';

export type DescriptorTableId = number & { readonly __descriptors: unique symbol };

export interface OpenFile {
  /** Identity of the open file description, unique in the recording. */
  readonly description: number;
  readonly path: string;
  /** Access mode; undefined where the log does not show the opening. */
  readonly readable: boolean | undefined;
  readonly writable: boolean | undefined;
  readonly kind:
    | 'regular'
    | 'directory'
    | 'character'
    | 'block'
    | 'pipe'
    | 'socket'
    | 'memfd'
    | 'secretmem'
    | 'anon-inode'
    | 'o-path'
    | 'unknown';
  /** Size in bytes where fstat, ftruncate, lseek or write show it. */
  readonly size: bigint | undefined;
  /** F_SEAL_* bits of a memfd. */
  readonly seals: number;
  /** The description whose file it is too, where it was opened through /proc/self/fd: size and seals are the file's. */
  readonly reopens?: number | undefined;
  /** The event that last added or showed seals; undefined: it has those that it was made with. */
  readonly sealedAt?: EventIndex | undefined;
  /** Of a userfaultfd: bits of UserfaultState. */
  readonly userfault?: number | undefined;
  /**
   * Of a file of huge pages (hugetlbfs, MFD_HUGETLB): the pages of 4096 bytes in one, 0 for the machine's usual size.
   * Absent: the file has none, so far as the log shows.
   */
  readonly hugePages?: number | undefined;
  readonly closeOnExec: boolean;
  readonly openedAt: EventIndex | undefined;
}

/** Two descriptions of one file, as far as the log shows it. */
export const isSameFile = (one: OpenFile, other: OpenFile): boolean =>
  (one.reopens ?? one.description) === (other.reopens ?? other.description);

/** Of the numbers of one description, one that knows the file's size, if any does: fstat tells it of the number asked about. */
export function fileOfDescription(description: number, table: DescriptorTable): OpenFile | undefined {
  let found: OpenFile | undefined;
  for (const [, file] of table.entries()) {
    if (file.description !== description) continue;
    if (file.size !== undefined) return file;
    found ??= file;
  }
  return found;
}

export interface DescriptorTable {
  readonly id: DescriptorTableId;
  get(fd: number): OpenFile | undefined;
  /** 'open', 'closed' (the log shows close, or open/close around it), or 'unknown' (inherited, recorded with a filter). */
  stateOf(fd: number): 'open' | 'closed' | 'unknown';
  entries(): Iterable<readonly [number, OpenFile]>;
  with(fd: number, file: OpenFile): DescriptorTable;
  without(fd: number): DescriptorTable;
}
