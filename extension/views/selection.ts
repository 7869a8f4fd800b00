/** What is chosen, in whichever view: one selection for all. */
import * as vscode from 'vscode';
import type { StoppedSessions } from '../debug/stopped-sessions';
import type { Selection } from './messages';

export class SharedSelection implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Selection | null>();
  readonly #subscriptions: vscode.Disposable;
  #current: Selection | null = null;

  readonly onDidChange = this.#changed.event;

  constructor(stops: StoppedSessions) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      stops.onDidEnd(() => this.select(null)),
    );
  }

  get current(): Selection | null {
    return this.#current;
  }

  select(selection: Selection | null): void {
    this.#current = selection;
    this.#changed.fire(selection);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
