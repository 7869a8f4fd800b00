/**
 * A debug session: DAP messages in, DAP messages out. The same class serves the adapter process (stdio and socket) and
 * the extension host that runs it inline; where the bytes of a log come from is the host's affair.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { Dispatcher } from './dispatcher';
import type { HandlerTable } from './request-table';
import { blameHandlers } from './requests/blame';
import { breakpointHandlers } from './requests/breakpoints';
import { dataBreakpointHandlers } from './requests/data-breakpoints';
import { evaluateHandlers } from './requests/evaluate';
import { exceptionHandlers } from './requests/exception';
import { lifecycleHandlers } from './requests/lifecycle';
import { movingHandlers } from './requests/moving';
import { pageHandlers } from './requests/pages';
import { panelHandlers } from './requests/panels';
import { runningHandlers } from './requests/running';
import { sourceHandlers } from './requests/sources';
import { stackHandlers } from './requests/stack';
import { steppingHandlers } from './requests/stepping';
import { variablesHandlers } from './requests/variables';
import { viewHandlers } from './requests/views';
import { whatIfHandlers } from './requests/what-if';
import type { SessionHost } from './session-host';
import { SessionState } from './session-state';

type Listener = (message: Dap.ProtocolMessage) => void;

/** Has the shape of vscode.DebugAdapter. */
export class PagewalkSession {
  readonly #listeners = new Set<Listener>();
  readonly #state: SessionState;
  readonly #dispatcher: Dispatcher;
  #sequence = 0;

  constructor(host: SessionHost) {
    this.#state = new SessionState(host, (event, body) =>
      this.#send({ type: 'event', event, ...(body === undefined ? {} : { body }) }),
    );
    const state = this.#state;
    const handlers: HandlerTable = {
      ...lifecycleHandlers(state, (requestSeq) => this.#dispatcher.cancel(requestSeq)),
      ...stackHandlers(state),
      ...variablesHandlers(state),
      ...steppingHandlers(state),
      ...runningHandlers(state),
      ...movingHandlers(state),
      ...breakpointHandlers(state),
      ...dataBreakpointHandlers(state),
      ...exceptionHandlers(state),
      ...evaluateHandlers(state),
      ...sourceHandlers(state),
      ...viewHandlers(state),
      ...pageHandlers(state),
      ...panelHandlers(state),
      ...blameHandlers(state),
      ...whatIfHandlers(state),
    };
    this.#dispatcher = new Dispatcher(
      handlers,
      (response) => this.#send(response),
      () => state.language,
    );
  }

  readonly onDidSendMessage = (listener: Listener): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  /** Requests are answered; anything else is ignored: this adapter asks the client nothing. */
  handleMessage(message: Dap.ProtocolMessage): void {
    if (isRequest(message)) void this.#dispatcher.dispatch(message);
  }

  /** Ends all work and gives back what the recording holds. */
  dispose(): void {
    this.#state.ended.abort();
    this.#dispatcher.cancelAll();
    this.#state.replay?.sources.close();
    this.#state.replay = undefined;
    this.#listeners.clear();
  }

  #send(message: Omit<Dap.Response, 'seq'> | Omit<Dap.Event, 'seq'>): void {
    const numbered = { ...message, seq: ++this.#sequence };
    for (const listener of this.#listeners) listener(numbered);
  }
}

const isRequest = (message: Dap.ProtocolMessage): message is Dap.Request =>
  message.type === 'request' && 'command' in message && typeof message.command === 'string';
