import * as vscode from 'vscode';
import type { DebugProtocol } from '@vscode/debugprotocol';

/** Where a session stands: what `stackTrace` says of the top frame. */
export interface Position {
  /** From 1. */
  readonly line: number;
  readonly frame: string;
}

export interface Stop extends Position {
  readonly reason: string;
  readonly description: string | undefined;
}

const seconds = (count: number): number => count * 1000;

/** Messages of a session that a failure shows: enough for the way from one stop to the next. */
const REMEMBERED = 40;

/** Rejects with `what` when `promise` is not settled in time, so that a test says what it waited for. */
export const within = async <T>(limit: number, what: string, promise: PromiseLike<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not within ${limit} s: ${what}`)), seconds(limit));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** The commands move the thread in focus: before VS Code has asked for its threads, they do nothing and say nothing. */
const threadInFocus = async (): Promise<void> => {
  if (vscode.debug.activeStackItem !== undefined) return;
  await new Promise<void>((resolve) => {
    const waiting = vscode.debug.onDidChangeActiveStackItem((item) => {
      if (item === undefined) return;
      waiting.dispose();
      resolve();
    });
  });
};

/**
 * A debug session of this window, seen through VS Code's own wire: a tracker reads what the adapter sends, and the session is
 * moved by the commands that the keys and the toolbar run.
 */
export class StraceSession implements vscode.Disposable {
  readonly #stops: DebugProtocol.StoppedEvent['body'][] = [];
  readonly #waiting: ((body: DebugProtocol.StoppedEvent['body']) => void)[] = [];
  readonly #subscriptions: vscode.Disposable[];
  /** What editor and adapter said to each other last, and when: `>` is the editor. */
  readonly #said: string[] = [];
  readonly #ended: Promise<void>;

  constructor() {
    let ended: () => void = () => undefined;
    this.#ended = new Promise((resolve) => (ended = resolve));
    this.#subscriptions = [
      vscode.debug.registerDebugAdapterTrackerFactory('strace', {
        createDebugAdapterTracker: () => ({
          onWillReceiveMessage: (message: DebugProtocol.ProtocolMessage) => this.#remember('>', message),
          onDidSendMessage: (message: DebugProtocol.ProtocolMessage) => {
            this.#remember('<', message);
            this.#read(message);
          },
        }),
      }),
      vscode.debug.onDidTerminateDebugSession(() => ended()),
    ];
  }

  #remember(from: '<' | '>', message: DebugProtocol.ProtocolMessage): void {
    const { type, seq, ...rest } = message;
    const {
      command = '',
      event = command,
      request_seq: to = seq,
    } = rest as Partial<DebugProtocol.Request & DebugProtocol.Event & DebugProtocol.Response>;
    this.#said.push(`${new Date().toISOString().slice(17, 23)} ${from} ${type} ${to} ${event}`);
    if (this.#said.length > REMEMBERED) this.#said.shift();
  }

  /** As `within`, and a failure tells what was said before it. */
  async #within<T>(limit: number, what: string, promise: PromiseLike<T>): Promise<T> {
    try {
      return await within(limit, what, promise);
    } catch (error) {
      throw new Error([String(error), ...this.#said].join('\n'), { cause: error });
    }
  }

  #read(message: DebugProtocol.ProtocolMessage): void {
    if (message.type !== 'event' || (message as DebugProtocol.Event).event !== 'stopped') return;
    const { body } = message as DebugProtocol.StoppedEvent;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#stops.push(body);
    else waiting(body);
  }

  #nextStop(): Promise<DebugProtocol.StoppedEvent['body']> {
    const early = this.#stops.shift();
    return early === undefined
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : Promise.resolve(early);
  }

  /** Runs a command of the workbench and waits for the stop that follows, and until the workbench shows it. */
  async move(command: string): Promise<Stop> {
    const stopped = this.#nextStop();
    await this.#within(30, `the command ${command}`, vscode.commands.executeCommand(command));
    const body = await this.#within(30, `a stop after ${command}`, stopped);
    await this.#within(30, 'a thread in focus', threadInFocus());
    const threadId = body.threadId ?? (await this.#firstThread());
    return { ...(await this.position(threadId)), reason: body.reason, description: body.description };
  }

  async #firstThread(): Promise<number> {
    const { threads } = await this.request<DebugProtocol.ThreadsResponse['body']>('threads');
    return threads[0]!.id;
  }

  async position(threadId: number): Promise<Position> {
    const answer = await this.request<DebugProtocol.StackTraceResponse['body']>('stackTrace', {
      threadId,
      levels: 1,
    });
    const top = answer.stackFrames[0];
    if (top === undefined) throw new Error(`Thread ${threadId} has no stack frame`);
    return { line: top.line, frame: top.name };
  }

  async request<Body>(command: string, args?: object): Promise<Body> {
    const session = vscode.debug.activeDebugSession;
    if (session === undefined) throw new Error('No debug session is active');
    return (await this.#within(30, `the answer to ${command}`, session.customRequest(command, args))) as Body;
  }

  async dispose(): Promise<void> {
    if (vscode.debug.activeDebugSession !== undefined) {
      await vscode.debug.stopDebugging();
      await this.#within(20, 'the end of the session', this.#ended);
    }
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
