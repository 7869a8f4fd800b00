/**
 * A descriptor table: a persistent map from number to open file, so that the tables of any two positions share all that
 * is equal. A closed number is remembered as such: it is the difference between 'EBADF, proven' and 'cannot tell'.
 */
import BTree from 'sorted-btree';
import type { DescriptorTable, DescriptorTableId, OpenFile } from './descriptors';

type Entry = OpenFile | 'closed';

/** Every open and close copies the nodes on its way: small ones, for most tables hold a handful. */
const NODE_SIZE = 8;
const ascending = (a: number, b: number): number => a - b;

export class PersistentDescriptors implements DescriptorTable {
  private constructor(
    readonly id: DescriptorTableId,
    private readonly numbers: BTree<number, Entry>,
    /** Every number from here on without an entry is closed. Infinity: nothing is known of them. */
    readonly closedFrom: number,
  ) {}

  /** Of a process that may have inherited anything: each number is unknown. */
  static unknown(id: DescriptorTableId): PersistentDescriptors {
    return new PersistentDescriptors(id, new BTree<number, Entry>(undefined, ascending, NODE_SIZE), Infinity);
  }

  get(fd: number): OpenFile | undefined {
    const entry = this.numbers.get(fd);
    return entry === 'closed' ? undefined : entry;
  }

  stateOf(fd: number): 'open' | 'closed' | 'unknown' {
    if (fd < 0) return 'closed';
    const entry = this.numbers.get(fd);
    if (entry === undefined) return fd >= this.closedFrom ? 'closed' : 'unknown';
    return entry === 'closed' ? 'closed' : 'open';
  }

  *entries(): Iterable<readonly [number, OpenFile]> {
    for (const [fd, entry] of this.numbers.entries()) if (entry !== 'closed') yield [fd, entry];
  }

  with(fd: number, file: OpenFile): PersistentDescriptors {
    return this.set(fd, file);
  }

  without(fd: number): PersistentDescriptors {
    return this.set(fd, 'closed');
  }

  /** close_range to the end of the table: also numbers that the log never showed. */
  withoutAllFrom(first: number): PersistentDescriptors {
    const numbers = this.numbers.clone();
    numbers.deleteRange(first, Infinity, true);
    return new PersistentDescriptors(this.id, numbers, Math.min(first, this.closedFrom));
  }

  /** The same numbers under another id: what fork gives to the child. */
  copiedAs(id: DescriptorTableId): PersistentDescriptors {
    return new PersistentDescriptors(id, this.numbers.clone(), this.closedFrom);
  }

  private set(fd: number, entry: Entry): PersistentDescriptors {
    const numbers = this.numbers.clone();
    numbers.set(fd, entry);
    return new PersistentDescriptors(this.id, numbers, this.closedFrom);
  }
}
