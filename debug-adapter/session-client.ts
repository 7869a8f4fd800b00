import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { ClientTraits } from './client-traits';
import type { Replay } from './replay';
import type { SessionHost } from './session-host';
import type { SpokenLanguage } from './words/language';

export type SendEvent = (event: string, body?: unknown) => void;

/** Whom a session speaks to, and of what: all that the parts of its state see of it. */
export interface SessionClient {
  readonly client: ClientTraits;
  readonly language: SpokenLanguage;
  readonly host: SessionHost;
  readonly send: SendEvent;
  /** Undefined until the log is read. */
  readonly replay: Replay | undefined;
  /** @param text in the session's language. */
  output(text: string, more?: Partial<Dap.OutputEvent['body']>): void;
}
