/**
 * Progress events for long work, where the client wants them. Work that ends soon shows none: a notification that flashes
 * is worse than a short wait.
 */
import type { SessionClient } from './session-client';

const QUIET_MILLISECONDS = 400;
const UPDATE_MILLISECONDS = 100;

export interface ProgressReport {
  /** `share` of the work done, 0 to 1. */
  update(share: number, message: string): void;
  end(): void;
}

export class Progress {
  readonly #session: SessionClient;
  readonly #cancels = new Map<string, AbortController>();
  #count = 0;

  constructor(session: SessionClient) {
    this.#session = session;
  }

  /** `abort` is aborted when the person cancels. */
  begin(title: string, abort: AbortController): ProgressReport {
    const { send, host } = this.#session;
    const progressId = `progress-${++this.#count}`;
    const began = host.now();
    let last = began;
    let shown = false;
    this.#cancels.set(progressId, abort);
    return {
      update: (share, message) => {
        const now = host.now();
        if (!this.#session.client.progress || now - began < QUIET_MILLISECONDS) return;
        if (!shown) send('progressStart', { progressId, title, message, cancellable: true, percentage: 0 });
        if (shown && now - last < UPDATE_MILLISECONDS) return;
        shown = true;
        last = now;
        send('progressUpdate', { progressId, message, percentage: Math.floor(share * 100) });
      },
      end: () => {
        this.#cancels.delete(progressId);
        if (shown) send('progressEnd', { progressId });
      },
    };
  }

  cancel(progressId: string): void {
    this.#cancels.get(progressId)?.abort();
  }
}
