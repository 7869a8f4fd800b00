/**
 * Records by number, in a persistent tree: a clone takes no time, and shares with the original all that neither changes later.
 *
 * A memory call asks a dozen times for the records of one task, and the next call is likely to be the same task's: the record
 * that was asked for last is at hand.
 */
import BTree from 'sorted-btree';

const ascending = (a: number, b: number): number => a - b;

export class Records<Entry> {
  private lastId = NONE;
  private last: Entry | undefined;

  private constructor(private readonly tree: BTree<number, Entry>) {}

  static empty<Entry>(): Records<Entry> {
    return new Records(new BTree<number, Entry>(undefined, ascending));
  }

  clone(): Records<Entry> {
    return new Records(this.tree.clone());
  }

  get(id: number): Entry | undefined {
    if (id !== this.lastId) {
      this.last = this.tree.get(id);
      this.lastId = id;
    }
    return this.last;
  }

  set(id: number, entry: Entry): void {
    this.tree.set(id, entry);
    this.lastId = id;
    this.last = entry;
  }

  delete(id: number): void {
    this.tree.delete(id);
    this.lastId = NONE;
    this.last = undefined;
  }

  /** By number, ascending. */
  values(): Iterable<Entry> {
    return this.tree.values();
  }
}

/** No record has it. */
const NONE = -1;
