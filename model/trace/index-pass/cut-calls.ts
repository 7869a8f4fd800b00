/**
 * Calls of one file whose line was cut without a mark: by a message of strace, by the tracee's own output, by the hard
 * wrap of a mail. Their rest stands on a later line that has no prefix.
 *
 *     write(2, "hello\n", 6hello              cut
 *     )                       = 6             its rest
 */
import type { Life } from './tasks';

export class CutCalls {
  /** Only the last cut call can be continued: strace prints one line at a time. */
  private waiting: Life | undefined;

  put(life: Life): void {
    this.waiting = life;
  }

  /** The task whose call waits for its rest. */
  get task(): Life | undefined {
    return this.waiting?.open?.cut === true ? this.waiting : undefined;
  }

  /** Whether what waits is whole unless the very next line goes on with it. */
  get isHalfResult(): boolean {
    return this.waiting?.open?.half !== undefined;
  }

  take(): Life | undefined {
    const { task } = this;
    this.waiting = undefined;
    return task;
  }
}
