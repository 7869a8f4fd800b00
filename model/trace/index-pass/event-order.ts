/**
 * In which order the lines of several files are taken: the files of a `-ff` set are one recording.
 *
 * With absolute time stamps in every file the lines are merged by them; equal stamps keep the order of the files. Such a
 * stamp is the time of the call's entry; with -T its end is known too (see time-order.ts). Without them the order between files is unknown, save
 * for one thing that the log shows: a child begins after the clone that returned its tid. So a child's file is put whole
 * behind that call, before its parent goes on. That also keeps the common case right in which the parent waits for
 * it: the child ends before wait4 returns.
 */
import type { LineFacts } from './line-facts';

export interface FileOrder {
  /** The file whose line at hand comes next; -1 when all have ended. */
  next(): number;
  /**
   * The line at hand of `file` was taken, and the next one is at hand (undefined: the file has ended). `childTid`: of the
   * task that the call at hand made, where it made one.
   */
  advanced(file: number, facts: LineFacts | undefined, childTid: () => number): void;
  /** A clone in the line just taken returned this tid. */
  cloned(tid: number): void;
}

/** One file: no order is needed. */
export class OneFile implements FileOrder {
  private ended = false;

  next(): number {
    return this.ended ? -1 : 0;
  }

  advanced(_file: number, facts: LineFacts | undefined): void {
    this.ended ||= facts === undefined;
  }

  cloned(): void {
    // The lines of one file stand in their order.
  }
}

/** No time stamps: file after file, by tid, each child's behind the call that made it. */
export class ParentsFirst implements FileOrder {
  private readonly stack: number[] = [];
  private readonly waiting = new Set<number>();
  private readonly byTid = new Map<number, number>();

  constructor(tids: readonly number[]) {
    const byTid = tids.map((tid, file) => ({ tid, file })).sort((a, b) => a.tid - b.tid || a.file - b.file);
    for (const { tid, file } of byTid) {
      this.waiting.add(file);
      if (tid >= 0) this.byTid.set(tid, file);
    }
  }

  next(): number {
    const current = this.stack.at(-1);
    if (current !== undefined) return current;
    for (const file of this.waiting) {
      this.start(file);
      return file;
    }
    return -1;
  }

  advanced(file: number, facts: LineFacts | undefined): void {
    if (facts !== undefined) return;
    this.waiting.delete(file);
    const at = this.stack.lastIndexOf(file);
    if (at >= 0) this.stack.splice(at, 1);
  }

  cloned(tid: number): void {
    const file = this.byTid.get(tid);
    if (file !== undefined && this.waiting.has(file)) this.start(file);
  }

  private start(file: number): void {
    this.waiting.delete(file);
    this.stack.push(file);
  }
}
