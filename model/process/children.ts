/**
 * Matches clones to the children that they made. The log orders lines by their ends, so a child's first lines stand after
 * the clone that made it, or between its two halves:
 *
 *     101 clone(… <unfinished ...>          open clone of 101
 *     102 munmap(0x10000000, 4096) = 0      first sight of 102: made by the clone that is open
 *     101 <... clone resumed>) = 102        says so: reconciled
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { Unborn } from './birth';
import type { CloneRequest } from './clone-request';

interface OpenClone {
  readonly parent: TaskId;
  readonly request: CloneRequest;
}

/** A task that was seen before the clone that made it returned, and what was guessed of it. */
export interface EarlyChild {
  readonly task: TaskId;
  readonly tid: number;
  /** Undefined: no clone was open; the task was taken for one from nowhere. */
  readonly guess: Unborn | undefined;
  readonly since: EventIndex;
}

/** Children that never show up (a log without -f) are given up, oldest first, beyond so many. */
const WAITING = 64;

export class Children {
  private readonly open = new Map<TaskId, OpenClone>();
  private readonly unborn = new Map<number, Unborn>();
  private readonly early = new Map<number, EarlyChild>();
  /** Whether tids in the log are those that clone returns; not so where strace stands outside of a pid namespace. */
  private tidsMatch = false;

  entered(parent: TaskId, request: CloneRequest): void {
    this.open.delete(parent);
    this.open.set(parent, { parent, request });
  }

  returned(parent: TaskId): void {
    this.open.delete(parent);
  }

  /** @returns the child that has waited longest and is given up for it. */
  expect(tid: number, child: Unborn): Unborn | undefined {
    const replaced = this.unborn.get(tid);
    this.unborn.delete(tid);
    this.unborn.set(tid, child);
    if (replaced !== undefined) return replaced;
    if (this.unborn.size <= WAITING) return undefined;
    const [oldest, given] = [...this.unborn][0] ?? [];
    if (oldest !== undefined) this.unborn.delete(oldest);
    return given;
  }

  /** The child that a clone has announced under this tid. */
  takeUnborn(tid: number | undefined): Unborn | undefined {
    const exact = tid === undefined ? undefined : this.unborn.get(tid);
    if (tid !== undefined && exact !== undefined) {
      this.unborn.delete(tid);
      this.tidsMatch = true;
      return exact;
    }
    return undefined;
  }

  /** In another pid namespace numbers say nothing: then children come in the order of their clones. */
  takeUnbornByOrder(): Unborn | undefined {
    if (this.tidsMatch) return undefined;
    const [tid, oldest] = [...this.unborn][0] ?? [];
    if (tid !== undefined) this.unborn.delete(tid);
    return oldest;
  }

  /** The clone that was entered first of those still open and without a child. */
  takeOpen(): OpenClone | undefined {
    const [parent, clone] = [...this.open][0] ?? [];
    if (parent !== undefined) this.open.delete(parent);
    return clone;
  }

  sawEarly(child: EarlyChild): void {
    this.early.set(child.tid, child);
  }

  takeEarly(tid: number): EarlyChild | undefined {
    const child = this.early.get(tid);
    this.early.delete(tid);
    if (child?.guess !== undefined) this.tidsMatch = true;
    return child;
  }
}
