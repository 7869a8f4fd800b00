/**
 * What logpoints say, gathered: a run over millions of events must not flood the client with as many messages.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { EventIndex } from '../../model/trace/positions';
import { toClientLine } from '../client-traits';
import { sourceOf } from '../presentation/source';
import type { Replay } from '../replay';
import type { SessionState } from '../session-state';
import { told } from '../words/tell';

/** Lines of one run that are sent; the rest is counted. */
const MOST_LINES = 10_000;

export class LogBatch {
  readonly #state: SessionState;
  readonly #replay: Replay;
  #waiting: Dap.OutputEvent['body'][] = [];
  #said = 0;

  constructor(state: SessionState, replay: Replay) {
    this.#state = state;
    this.#replay = replay;
  }

  add(text: string, event: EventIndex): void {
    this.#said++;
    if (this.#said > MOST_LINES) return;
    const { events } = this.#replay.recording;
    this.#waiting.push({
      category: 'stdout',
      output: `${text}\n`,
      source: sourceOf(this.#replay, events.file(event), this.#state.client),
      line: toClientLine(this.#state.client, events.line(event)),
    });
  }

  /** Each line keeps its place in the log, so each is an event of its own; they leave together. */
  flush(): void {
    for (const body of this.#waiting) this.#state.send('output', body);
    this.#waiting = [];
    if (this.#said > MOST_LINES) {
      this.#state.output(
        told(this.#state.language, 'search.logpoints', { times: this.#said, shown: MOST_LINES }),
      );
      this.#said = 0;
    }
  }
}
