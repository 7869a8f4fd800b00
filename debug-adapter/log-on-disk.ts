/**
 * Whether the log still is what the session has read. Lines are read again as they are looked at, so of a file that another run
 * of strace has written over, a session would show one recording's state beside the other's lines. It is found out as
 * somebody moves or looks, and told at once; a restart reads the file again.
 */
import type { SessionClient } from './session-client';
import type { OpenedSources } from './session-host';
import { told } from './words/tell';

/** A set of files is many; a person notices no second. */
const ASK_AGAIN_MS = 1000;

export class LogOnDisk {
  #asked = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;
  #changed: string | undefined;

  constructor(
    private readonly session: SessionClient,
    private readonly sources: Pick<OpenedSources, 'changedFile'>,
  ) {}

  /** The name of a file that has changed, from the first time on that it is seen; undefined: none has. */
  async changed(): Promise<string | undefined> {
    const now = this.session.host.now();
    if (this.#changed === undefined && now - this.#asked >= ASK_AGAIN_MS) {
      this.#asked = now;
      this.#asking = this.#find();
    }
    await this.#asking;
    return this.#changed;
  }

  async #find(): Promise<void> {
    const path = await this.sources.changedFile();
    if (path === undefined || this.#changed !== undefined) return;
    this.#changed = path;
    const said = told(this.session.language, 'session.log-changed', { path });
    this.session.output(said, { category: 'important' });
  }
}
