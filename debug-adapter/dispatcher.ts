/**
 * The one place that answers. A request comes in, its handler returns a body or throws, and exactly one response goes
 * out, whatever happens: unknown commands, malformed arguments, rejections and cancellations included.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { Cancelled, NotStopped, UserError, errorBody, errors, wordsOf } from './errors';
import { textOf } from '../model/why/message';
import type { SpokenLanguage } from './words/language';
import { tell } from './words/tell';
import { problemWith } from './request-table';
import type { Command, HandlerTable, RequestContext } from './request-table';

/** A handler with its types forgotten: arguments off the wire have passed `problemWith` and no more. */
type ErasedHandler = (args: never, request: RequestContext) => unknown;

interface Pending {
  readonly abort: AbortController;
  readonly answered: Promise<void>;
}

export class Dispatcher {
  readonly #handlers: ReadonlyMap<string, ErasedHandler>;
  readonly #send: (response: Omit<Dap.Response, 'seq'>) => void;
  readonly #language: () => SpokenLanguage;
  readonly #pending = new Map<number, Pending>();
  readonly #leaving = new Set<number>();

  constructor(
    handlers: HandlerTable,
    send: (response: Omit<Dap.Response, 'seq'>) => void,
    language: () => SpokenLanguage,
  ) {
    this.#handlers = new Map<string, ErasedHandler>(Object.entries(handlers));
    this.#send = send;
    this.#language = language;
  }

  /** Settles when the answer is sent. Never rejects. */
  dispatch(request: Dap.Request): Promise<void> {
    const abort = new AbortController();
    const answered = this.#answer(request, abort.signal).finally(() => this.#pending.delete(request.seq));
    this.#pending.set(request.seq, { abort, answered });
    return answered;
  }

  /** Asks a request that is still being worked on to stop. One that has been answered is left alone, as DAP wants. */
  cancel(requestSeq: number): void {
    this.#pending.get(requestSeq)?.abort.abort();
  }

  cancelAll(): void {
    for (const { abort } of this.#pending.values()) abort.abort();
  }

  async #answer(request: Dap.Request, signal: AbortSignal): Promise<void> {
    const later: (() => void)[] = [];
    const answer = { type: 'response', request_seq: request.seq, command: request.command } as const;
    try {
      const body = await this.#handle(request, {
        signal,
        afterwards: (action) => void later.push(action),
        cancelOthers: () => this.#cancelOthers(request.seq),
      });
      this.#send(body === undefined ? { ...answer, success: true } : { ...answer, success: true, body });
    } catch (thrown) {
      this.#send({
        ...answer,
        success: false,
        ...describe(request.command, thrown, signal, this.#language()),
      });
    }
    for (const action of later) action();
  }

  async #cancelOthers(own: number): Promise<void> {
    this.#leaving.add(own);
    // Two that leave at once must not wait for each other.
    const others = [...this.#pending]
      .filter(([seq]) => !this.#leaving.has(seq))
      .map(([, pending]) => pending);
    for (const { abort } of others) abort.abort();
    await Promise.all(others.map(({ answered }) => answered));
  }

  #handle(request: Dap.Request, context: RequestContext): unknown {
    const handler = this.#handlers.get(request.command);
    if (!handler) throw errors.unknownRequest(request.command);
    const given: unknown = request.arguments ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      throw errors.badArguments(request.command, tell('error.no-object'));
    }
    const args = given as Readonly<Record<string, unknown>>;
    // Sound: the map's keys are the table's.
    const problem = problemWith(request.command as Command, args);
    if (problem !== undefined) throw errors.badArguments(request.command, problem);
    return handler(args as never, context);
  }
}

function describe(
  command: string,
  thrown: unknown,
  signal: AbortSignal,
  language: SpokenLanguage,
): { readonly message: string; readonly body?: Dap.ErrorResponse['body'] } {
  if (thrown instanceof NotStopped) return { message: 'notStopped' };
  if (thrown instanceof Cancelled || (signal.aborted && !(thrown instanceof UserError))) {
    return { message: 'cancelled' };
  }
  const error =
    thrown instanceof UserError ? thrown : errors.internal(command, textOf(wordsOf(thrown), language));
  return { message: textOf(error.said, language), body: errorBody(error, command, language) };
}
