/**
 * Where the next write(2) to an open file description goes, so that a write behind the end of a file is a larger file.
 * Kept beside the world while the log is read, and only as far as it can change what the model says: a size that is known,
 * of a file that may be written.
 *
 *     openat(…, O_RDWR|O_CREAT|O_TRUNC) = 3    offset 0, size 0
 *     write(3, "…", 100) = 100                 offset 100, size 100
 *     read(5, …)                               not decoded: of some description the offset has moved
 *     write(3, "…", 100) = 100                 at the end no read can have moved it: size 200
 *
 * Reads are counted, not decoded; writes are decoded only while there is anything to follow. A file that is written to
 * often before anybody maps it is an output: its size is given up.
 */
import type { OpenFile } from './descriptors';

interface Offset {
  readonly at: bigint;
  /** O_APPEND: each write goes to the end, wherever that is. */
  readonly appends: boolean;
  /** How many reads and writes had gone by unseen when it was there. */
  readonly reads: number;
  readonly writes: number;
}

/** Writes that are followed to a file that is not mapped. */
const FIRST_WRITES = 16;

/** Offsets that are remembered; of those given up nothing is known. */
const MOST = 1024;
/** After so many writes to what is not followed, it is asked whether all that is followed is still open. */
const PATIENCE = 4096;

export class FileOffsets {
  private readonly offsets = new Map<number, Offset>();
  /** By description, with the writes seen. */
  private readonly followed = new Map<number, number>();
  private readonly mappedOnes = new Set<number>();
  private readonly mappedPaths = new Set<string>();
  private reads = 0;
  private writes = 0;
  private misses = 0;

  /** Whether a write may make a file larger than the model says. */
  get following(): boolean {
    return this.followed.size > 0;
  }

  unseenRead(): void {
    this.reads++;
  }

  unseenWrite(): void {
    this.writes++;
  }

  /** A description as it stands in a table now. */
  saw(file: OpenFile): void {
    const { description } = file;
    if (!mayGrow(file)) this.followed.delete(description);
    else if (!this.followed.has(description)) this.followed.set(description, 0);
  }

  follows(file: OpenFile): boolean {
    return this.followed.has(file.description);
  }

  /** A mapping shows the file: from now on its end matters. */
  mapped({ description, path }: OpenFile): void {
    this.mappedOnes.add(description);
    this.mappedPaths.add(path);
  }

  /** By this description, or another of the path. */
  isMapped({ description, path }: OpenFile): boolean {
    return this.mappedOnes.has(description) || this.mappedPaths.has(path);
  }

  get areAnyMapped(): boolean {
    return this.mappedOnes.size > 0;
  }

  /** Counts a write. @returns false where there have been too many for a file that nobody maps. */
  isWorthIt({ description, kind }: OpenFile): boolean {
    const seen = (this.followed.get(description) ?? 0) + 1;
    this.followed.set(description, seen);
    return seen <= FIRST_WRITES || kind === 'memfd' || this.mappedOnes.has(description);
  }

  /** @returns whether it is time to `retain` only what is open. */
  missed(): boolean {
    this.misses = (this.misses + 1) % PATIENCE;
    return this.misses === 0;
  }

  retain(open: ReadonlySet<number>): void {
    for (const description of [...this.followed.keys()])
      if (!open.has(description)) this.followed.delete(description);
  }

  /** Of what is opened for reading alone the offset says nothing: no write goes there. */
  opened({ description, writable }: OpenFile): void {
    if (writable !== false) this.set(description, 0n, false);
  }

  moved(description: number, at: bigint): void {
    this.set(description, at, this.offsets.get(description)?.appends ?? false);
  }

  /** fcntl(fd, F_SETFL, flags) */
  setAppends(description: number, appends: boolean): void {
    const known = this.offsets.get(description);
    if (known !== undefined) this.offsets.set(description, { ...known, appends });
  }

  lost(description: number): void {
    this.offsets.delete(description);
  }

  /** Where a write goes; undefined where reads or writes that were not looked at may have moved it. */
  of(file: OpenFile): bigint | undefined {
    const known = this.offsets.get(file.description);
    if (known === undefined) return undefined;
    if (known.appends) return file.size;
    const unread = known.reads === this.reads || file.readable === false || known.at === file.size;
    return unread && known.writes === this.writes ? known.at : undefined;
  }

  private set(description: number, at: bigint, appends: boolean): void {
    this.offsets.delete(description);
    this.offsets.set(description, { at, appends, reads: this.reads, writes: this.writes });
    if (this.offsets.size <= MOST) return;
    const [oldest] = this.offsets.keys();
    if (oldest !== undefined) this.offsets.delete(oldest);
  }
}

const mayGrow = ({ size, writable, kind }: OpenFile): boolean =>
  size !== undefined && writable !== false && (kind === 'regular' || kind === 'memfd' || kind === 'unknown');
