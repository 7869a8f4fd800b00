/**
 * Follows the sessions of this debug type and tells where they stand: at every stop, and when another thread or session
 * is chosen in the call stack.
 */
import * as vscode from 'vscode';
import type { CustomRequests } from '../../debug-adapter/protocol/requests';
import { debugType } from './debug-type';

export interface Stop {
  readonly session: vscode.DebugSession;
  readonly threadId: number;
}

type CustomRequest = Extract<keyof CustomRequests, string>;

/** A custom request, typed by the protocol. */
export async function ask<Name extends CustomRequest>(
  session: vscode.DebugSession,
  name: Name,
  args: CustomRequests[Name]['arguments'],
): Promise<CustomRequests[Name]['body']> {
  return (await session.customRequest(name, args)) as CustomRequests[Name]['body'];
}

export class StoppedSessions implements vscode.Disposable {
  readonly #stopped = new vscode.EventEmitter<Stop>();
  readonly #ended = new vscode.EventEmitter<vscode.DebugSession>();
  readonly #subscriptions: vscode.Disposable;
  #last: Stop | undefined;

  readonly onDidStop = this.#stopped.event;
  readonly onDidEnd = this.#ended.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#stopped,
      this.#ended,
      vscode.debug.registerDebugAdapterTrackerFactory(debugType, {
        createDebugAdapterTracker: (session) => ({
          onDidSendMessage: (message: unknown) => this.#message(session, message),
        }),
      }),
      vscode.debug.onDidChangeActiveStackItem((item) => {
        if (item?.session.type !== debugType) return;
        const { session, threadId } = item;
        // VS Code itself chooses the thread that has stopped: of that, the message of the stop has told.
        if (this.#last?.session.id === session.id && this.#last.threadId === threadId) return;
        this.#announce({ session, threadId });
      }),
      vscode.debug.onDidTerminateDebugSession((session) => {
        if (session.type !== debugType) return;
        if (this.#last?.session.id === session.id) this.#last = undefined;
        this.#ended.fire(session);
      }),
    );
  }

  get last(): Stop | undefined {
    return this.#last;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #message(session: vscode.DebugSession, message: unknown): void {
    if (!isStopped(message)) return;
    this.#announce({ session, threadId: message.body.threadId ?? 0 });
  }

  #announce(stop: Stop): void {
    this.#last = stop;
    this.#stopped.fire(stop);
  }
}

interface StoppedMessage {
  readonly type: 'event';
  readonly event: 'stopped';
  readonly body: { readonly threadId?: number };
}

function isStopped(message: unknown): message is StoppedMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'event' in message &&
    message.event === 'stopped' &&
    'body' in message &&
    typeof message.body === 'object' &&
    message.body !== null
  );
}
