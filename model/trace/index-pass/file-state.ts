/**
 * What joining remembers of one file.
 */
import { CutCalls } from './cut-calls';
import type { Life } from './tasks';

/** `--- SIGSEGV {si_signo=SIGSEGV,`, by itself or with its end on the next line. */
export interface HalfSignal {
  readonly name: number;
  readonly line: number;
  readonly body: string;
  readonly life: Life;
}

export class FileState {
  /** -1: none yet. */
  lastEvent = -1;
  /** Lines in a row that were not understood, the last one being `garbageLine`. */
  garbageRun = 0;
  garbageLine = 0;
  /** The last line, where it is the first half of a wrapped signal. */
  halfSignal: HalfSignal | undefined;
  /** The last line, where it is nothing but a tid that a wrap parted from its event. */
  loneTid: { readonly tid: number; readonly line: number } | undefined;
  /** A tip of strace's was met: it ends the trace. */
  tipped = false;
  readonly cuts = new CutCalls();

  constructor(
    readonly index: number,
    /** The suffix of a `-ff` file; -1: none. */
    readonly tid: number,
  ) {}

  /** Whether half a result or signal waits for the very next line. */
  get isUnsettled(): boolean {
    return this.halfSignal !== undefined || this.cuts.isHalfResult;
  }
}
