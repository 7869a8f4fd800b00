/**
 * Calls of one file whose line was cut without a mark: by a message of strace, by the tracee's own output, by the hard
 * wrap of a mail. Their rest stands on a later line that has no prefix.
 *
 *     write(2, "hello\n", 6hello              cut
 *     )                       = 6             its rest
 *
 * `strace -f -z` (or -Z, -e status=) keeps back each call until it knows the result. Where another task's line came in
 * between, it prints both parts of the call at once, the second without prefix and without `<... resumed>`:
 *
 *     101 munmap(0x7f0000001000, 8192 <unfinished ...>
 *     )                                       = 0
 *
 * measured with strace 6.1. No such log has a resumed line at all.
 */
import type { Life } from './tasks';

export class CutCalls {
  /** Only the last cut call can be continued: strace prints one line at a time. */
  private waiting: Life | undefined;
  private marked: Life | undefined;
  private markedLine = 0;
  private resumes = false;

  /** `<unfinished ...>` ends the line. */
  unfinished(life: Life, line: number): void {
    this.marked = life;
    this.markedLine = line;
  }

  /** The file has lines with `<... resumed>`. */
  resumed(): void {
    this.resumes = true;
  }

  /** The task whose unfinished call stands right above `line`, where no resumed line will end it. */
  heldBack(line: number): Life | undefined {
    const isAbove = this.markedLine === line - 1 && !this.resumes;
    return isAbove && this.marked?.open?.lastLine === this.markedLine ? this.marked : undefined;
  }

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
