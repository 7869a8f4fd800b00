/**
 * Where a reader stands in the text. Readers of values share one cursor and only ever move it forward: that is what keeps
 * decoding linear in the length of the text, also for text that was made to hurt.
 */
import type { Span } from '../span';

export class Cursor {
  /** How deep values stand in values; readers stop descending at MAX_DEPTH. */
  depth = 0;

  /** Reads [at, end) of the text; nothing at or behind `end` belongs to the value. */
  constructor(
    readonly text: string,
    public at: number,
    public end: number,
  ) {}

  /** The code unit here; -1 at the end. */
  peek(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  /** The code unit `ahead` places on; -1 behind the end. */
  peekAt(ahead: number): number {
    const at = this.at + ahead;
    return at < this.end ? this.text.charCodeAt(at) : -1;
  }

  /** True where the text goes on with `word`, all of it before the end. */
  starts(word: string): boolean {
    return this.at + word.length <= this.end && this.text.startsWith(word, this.at);
  }

  spanFrom(start: number): Span {
    return { start, end: this.at };
  }
}

/**
 * strace nests about ten levels at most (netlink attributes, BPF programs); deeper text is no value of its making, and
 * recursion has to end before the stack does.
 */
export const MAX_DEPTH = 100;
