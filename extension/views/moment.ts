/**
 * Where the focused session stands, fetched once a stop for all views, so that they never show different moments; or another
 * moment of it in passing, while somebody's hand moves over the timeline.
 */
import * as vscode from 'vscode';
import type { FollowBody } from '../../debug-adapter/protocol/panel';
import type { LineLink } from '../../debug-adapter/protocol/row';
import type { CustomRequests } from '../../debug-adapter/protocol/requests';
import type { ViewArguments, ViewBody } from '../../debug-adapter/protocol/view';
import { ask, type Stop, type StoppedSessions } from '../debug/stopped-sessions';
import type { PageRequest } from './messages';

/** Within that after a stop VS Code opens its line, and gives the keyboard to it. */
const OPENING_MS = 2000;

export class ShownMoment implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #stop: Stop | undefined;
  #body: ViewBody | undefined;
  #problem: string | undefined;
  #stoppedAt = 0;
  /** Numbers the stops: an answer to an earlier one that comes late is dropped. */
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(stops: StoppedSessions) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      stops.onDidStop((stop) => void this.#fetch(stop)),
      stops.onDidEnd((session) => {
        if (this.#stop?.session.id !== session.id) return;
        this.#stop = undefined;
        this.#body = undefined;
        this.#changed.fire();
      }),
    );
    if (stops.last !== undefined) void this.#fetch(stops.last);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  get stop(): Stop | undefined {
    return this.#stop;
  }

  get body(): ViewBody | undefined {
    return this.#body;
  }

  /** Which reading of which session's log is shown; undefined: none is. */
  get recording(): string | undefined {
    return this.#stop && this.#body && `${this.#stop.session.id} ${this.#body.position.reading}`;
  }

  /** The thread that is shown; 0: none is. */
  get threadId(): number {
    return this.#body?.position.threadId ?? this.#stop?.threadId ?? 0;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  async goTo({ event }: Pick<LineLink, 'event'>): Promise<void> {
    if (this.#stop !== undefined) await ask(this.#stop.session, 'pagewalk/goTo', { event });
  }

  /** As VS Code's own button does it, of the session that is shown: breakpoints stay. */
  async restart(): Promise<void> {
    if (this.#stop !== undefined) await this.#stop.session.customRequest('restart', {});
  }

  /** Whether it may be a stop, and nobody's hand, that has moved the keyboard. */
  hasJustStopped(): boolean {
    return Date.now() - this.#stoppedAt < OPENING_MS;
  }

  /** Shows the moment before an event, of the task that it is of, until the next stop. */
  async pass(event: number): Promise<void> {
    if (this.#stop !== undefined) await this.#ask(this.#stop, { event });
  }

  /**
   * A request of a page, for the thread that is shown. The adapter checks the arguments, as it does everybody's.
   * @throws Error where no session is stopped, or the adapter refuses.
   */
  async answer<Request extends PageRequest>(
    request: Request,
    args: unknown,
  ): Promise<CustomRequests[Request]['body']> {
    if (this.#stop === undefined) throw new Error(vscode.l10n.t('Step through a log to see this.'));
    const { session } = this.#stop;
    const { threadId } = this;
    const given = typeof args === 'object' && args !== null ? args : {};
    return (await session.customRequest(request, { threadId, ...given })) as CustomRequests[Request]['body'];
  }

  /** Where memory of another moment is at the one that is shown; undefined where that cannot be asked. */
  async follow(address: string, from: number, fromThreadId: number): Promise<FollowBody | undefined> {
    if (this.#stop === undefined || this.#body === undefined) return undefined;
    const { session } = this.#stop;
    const { threadId } = this;
    const to = this.#body.position.event;
    // What is chosen stays as it is where the session refuses: it may have been of another session.
    return ask(session, 'pagewalk/follow', { address, from, to, threadId, fromThreadId }).catch(
      () => undefined,
    );
  }

  async #fetch(stop: Stop): Promise<void> {
    this.#stop = stop;
    this.#stoppedAt = Date.now();
    await this.#ask(stop, { threadId: stop.threadId });
  }

  async #ask({ session }: Stop, args: ViewArguments): Promise<void> {
    const asked = ++this.#asked;
    try {
      const body = await ask(session, 'pagewalk/view', args);
      if (asked !== this.#asked) return;
      this.#body = body;
      this.#problem = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#changed.fire();
  }
}
