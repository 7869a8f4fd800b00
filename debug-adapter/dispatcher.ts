/**
 * The one place that answers. A request comes in, its handler returns a body or throws, and exactly one response goes
 * out, whatever happens: unknown commands, malformed arguments, rejections and cancellations included.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { Cancelled, NotStopped, UserError, errorBody, errors, wordsOf } from './errors';
import { problemWith } from './request-table';
import type { Command, HandlerTable, RequestContext } from './request-table';

/** A handler with its types forgotten: arguments off the wire have passed `problemWith` and no more. */
type ErasedHandler = (args: never, request: RequestContext) => unknown;

export class Dispatcher {
  readonly #handlers: ReadonlyMap<string, ErasedHandler>;
  readonly #send: (response: Omit<Dap.Response, 'seq'>) => void;
  readonly #pending = new Map<number, AbortController>();

  constructor(handlers: HandlerTable, send: (response: Omit<Dap.Response, 'seq'>) => void) {
    this.#handlers = new Map<string, ErasedHandler>(Object.entries(handlers));
    this.#send = send;
  }

  /** Settles when the answer is sent. Never rejects. */
  async dispatch(request: Dap.Request): Promise<void> {
    const abort = new AbortController();
    const later: (() => void)[] = [];
    this.#pending.set(request.seq, abort);
    const answer = { type: 'response', request_seq: request.seq, command: request.command } as const;
    try {
      const body = await this.#handle(request, {
        signal: abort.signal,
        afterwards: (action) => void later.push(action),
      });
      this.#send(body === undefined ? { ...answer, success: true } : { ...answer, success: true, body });
    } catch (thrown) {
      this.#send({ ...answer, success: false, ...describe(request.command, thrown, abort.signal) });
    } finally {
      this.#pending.delete(request.seq);
    }
    for (const action of later) action();
  }

  /** Asks a request that is still being worked on to stop. One that has been answered is left alone, as DAP wants. */
  cancel(requestSeq: number): void {
    this.#pending.get(requestSeq)?.abort();
  }

  cancelAll(): void {
    for (const abort of this.#pending.values()) abort.abort();
  }

  #handle(request: Dap.Request, context: RequestContext): unknown {
    const handler = this.#handlers.get(request.command);
    if (!handler) throw errors.unknownRequest(request.command);
    const given: unknown = request.arguments ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      throw errors.badArguments(request.command, 'its arguments are no object');
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
): { readonly message: string; readonly body?: Dap.ErrorResponse['body'] } {
  if (thrown instanceof NotStopped) return { message: 'notStopped' };
  if (thrown instanceof Cancelled || (signal.aborted && !(thrown instanceof UserError))) {
    return { message: 'cancelled' };
  }
  const error = thrown instanceof UserError ? thrown : errors.internal(command, wordsOf(thrown));
  return { message: error.message, body: errorBody(error) };
}
