/**
 * All breakpoints of a session. Set before the log is read, they wait; when it is there they are bound and the client
 * is told.
 */
import type { EventIndex } from '../../model/trace/positions';
import { toClientLine } from '../client-traits';
import type { Replay } from '../replay';
import type { SessionClient } from '../session-client';
import type { Breakpoint } from './breakpoint';
import type { Message } from '../../model/why/message-shape';
import { lineWords, tell } from '../words/tell';

export interface Hit {
  readonly reason: Breakpoint['reason'];
  readonly ids: readonly number[];
  readonly label: Message;
}

export class BreakpointStore {
  readonly #session: SessionClient;
  readonly #groups = new Map<string, readonly Breakpoint[]>();
  #active: readonly Breakpoint[] = [];
  #lastId = 0;

  constructor(session: SessionClient) {
    this.#session = session;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  /** Replaces all breakpoints of one kind, or of one file: DAP always sends them all. */
  replace(group: string, breakpoints: readonly Breakpoint[]): void {
    this.#groups.set(group, breakpoints);
    const { replay } = this.#session;
    if (replay) for (const breakpoint of breakpoints) breakpoint.resolve(replay);
    this.#collect();
  }

  /** The log is there: binds what waited, and tells the client what became of each. */
  resolveAll(replay: Replay): void {
    for (const breakpoint of [...this.#groups.values()].flat()) {
      breakpoint.resolve(replay);
      this.#session.send('breakpoint', {
        reason: 'changed',
        breakpoint: breakpoint.describe(
          (line) => toClientLine(this.#session.client, line),
          this.#session.language,
        ),
      });
    }
    this.#collect();
  }

  /** Breakpoints with hit counts need the ordinals of all matches up to where a scan may go. */
  async prepare(upTo: EventIndex, breathe: () => Promise<void>): Promise<void> {
    for (const breakpoint of this.#active) await breakpoint.prepare(upTo, breathe);
  }

  /** Logpoints speak here, in the order of the breakpoints; the others decide whether to stop. */
  hitAt(replay: Replay, event: EventIndex, log: (text: string, event: EventIndex) => void): Hit | undefined {
    let first: Breakpoint | undefined;
    const ids: number[] = [];
    for (const breakpoint of this.#active) {
      if (!breakpoint.rows(event) || !breakpoint.holds(replay, event)) continue;
      if (breakpoint.log) log(breakpoint.log.textAt(replay, event), event);
      else {
        first ??= breakpoint;
        ids.push(breakpoint.id);
      }
    }
    return first && { reason: first.reason, ids, label: first.label };
  }

  /** Conditions that could not be told somewhere, each once, as sentences. */
  *doubts(replay: Replay): Iterable<Message> {
    for (const breakpoint of this.#active) {
      const doubt = breakpoint.takeDoubt();
      if (doubt) {
        yield tell('breakpoint.doubt', {
          breakpoint: breakpoint.label,
          line: lineWords(replay.lineOf(doubt.event)),
          because: doubt.because,
        });
      }
    }
  }

  #collect(): void {
    this.#active = [...this.#groups.values()].flat().filter((breakpoint) => breakpoint.active);
  }
}
