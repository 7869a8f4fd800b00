/**
 * Time slices: long work stops every few milliseconds to let waiting requests in, and ends when it is aborted.
 */
import { Cancelled } from '../errors';
import type { SessionHost } from '../session-host';

/** Long enough to get on, short enough that a click on Pause feels immediate. */
const SLICE_MILLISECONDS = 15;

export class Slices {
  readonly #host: SessionHost;
  readonly #signal: AbortSignal;
  #began: number;

  constructor(host: SessionHost, signal: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
    this.#began = host.now();
  }

  readonly due = (): boolean => this.#host.now() - this.#began >= SLICE_MILLISECONDS;

  /** @throws Cancelled when the work was aborted meanwhile. */
  readonly breathe = async (): Promise<void> => {
    await this.#host.breathe();
    if (this.#signal.aborted) throw new Cancelled();
    this.#began = this.#host.now();
  };
}
