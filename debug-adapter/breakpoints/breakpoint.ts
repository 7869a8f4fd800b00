/**
 * A breakpoint: which events it matches. Matching looks at the index row first, then at the condition, then at the hit
 * count, which is an ordinal over all matches of the recording.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { EventIndex, FileIndex, LineNumber } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { parseCondition, parseLogMessage } from '../expressions/compile';
import type { Condition, LogMessage } from '../expressions/compile';
import type { HitCondition } from './hit-condition';
import { parseHitCondition } from './hit-condition';
import { HitOrdinals } from '../../model/timeline/search';
import type { Message } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import { told } from '../words/tell';

/** Events counted between two looks at what waits: some milliseconds where each is decoded. */
const COUNT_BUDGET = 2000;

/** Which rows of the index a breakpoint means, once a recording is there. */
export type Target =
  | {
      readonly rows: (event: EventIndex) => boolean;
      /** Where it stands in the log, for breakpoints of a line. */
      readonly place?: { readonly file: FileIndex; readonly line: LineNumber };
      readonly note?: Message;
    }
  | { readonly problem: Message };

export interface Demand {
  readonly condition?: string | undefined;
  readonly hitCondition?: string | undefined;
  readonly logMessage?: string | undefined;
}

export class Breakpoint {
  readonly condition: Condition | undefined;
  readonly hits: HitCondition | undefined;
  readonly log: LogMessage | undefined;
  /** What is wrong with the demand; such a breakpoint never stops. */
  readonly #problem: Message | undefined;
  #target: Target | undefined;
  #ordinals: HitOrdinals | undefined;
  #doubt: { readonly event: EventIndex; readonly because: Message } | undefined;
  #doubtTold = false;

  constructor(
    readonly id: number,
    readonly reason: 'breakpoint' | 'function breakpoint' | 'data breakpoint' | 'exception',
    demand: Demand,
    readonly find: (replay: Replay) => Target,
    /** Name of the filter, or what stands in a stop's description. */
    readonly label: Message,
  ) {
    const condition = given(demand.condition) ? parseCondition(demand.condition) : undefined;
    const hits = given(demand.hitCondition) ? parseHitCondition(demand.hitCondition) : undefined;
    const log = given(demand.logMessage) ? parseLogMessage(demand.logMessage) : undefined;
    this.#problem = [condition, hits, log].find((part) => part !== undefined && 'problem' in part)?.problem;
    this.condition = condition && 'problem' in condition ? undefined : condition;
    this.hits = hits && 'problem' in hits ? undefined : hits;
    this.log = log && 'problem' in log ? undefined : log;
  }

  /** Binds it to a recording. */
  resolve(replay: Replay): void {
    this.#target = this.#problem === undefined ? this.find(replay) : { problem: this.#problem };
    this.#ordinals =
      this.hits &&
      new HitOrdinals(replay.recording, {
        row: (event) => replay.stopsIn(event) && this.#matches(replay, event),
      });
  }

  get active(): boolean {
    return this.#target !== undefined && 'rows' in this.#target;
  }

  /** The cheap test. */
  rows(event: EventIndex): boolean {
    return this.#target !== undefined && 'rows' in this.#target && this.#target.rows(event);
  }

  /** Whether it stops, or logs, at the event. */
  holds(replay: Replay, event: EventIndex): boolean {
    if (!this.#matches(replay, event)) return false;
    return this.hits === undefined || this.hits.holds(this.#ordinalOf(event));
  }

  /** Counts matches up to `event` in slices, so that `holds` has nothing long to do. */
  async prepare(event: EventIndex, breathe: () => Promise<void>): Promise<void> {
    while (this.#ordinals?.ordinal(event, COUNT_BUDGET) === 'more') await breathe();
  }

  #ordinalOf(event: EventIndex): number {
    const ordinal = this.#ordinals?.ordinal(event, Number.MAX_SAFE_INTEGER);
    return typeof ordinal === 'number' ? ordinal : 0;
  }

  /**
   * What cannot be told does not stop: a stop claims that the condition holds. But it must not look as if the condition
   * was plainly false, so the first such event is told of, once.
   */
  takeDoubt(): { readonly event: EventIndex; readonly because: Message } | undefined {
    if (this.#doubt === undefined || this.#doubtTold) return undefined;
    this.#doubtTold = true;
    return this.#doubt;
  }

  #matches(replay: Replay, event: EventIndex): boolean {
    if (!this.rows(event)) return false;
    const answer = this.condition?.answer(replay, event) ?? true;
    if (typeof answer === 'object') this.#doubt ??= { event, because: answer };
    return answer === true;
  }

  /** As DAP has it. `line` in the client's counting is made by the caller. */
  describe(toLine: (line: number) => number, language: SpokenLanguage): Dap.Breakpoint {
    const words = (message: Message): string => textOf(message, language);
    if (this.#problem !== undefined) {
      return { id: this.id, verified: false, reason: 'failed', message: words(this.#problem) };
    }
    if (this.#target === undefined) {
      return {
        id: this.id,
        verified: false,
        reason: 'pending',
        message: told(language, 'breakpoint.pending'),
      };
    }
    if ('problem' in this.#target) {
      return { id: this.id, verified: false, reason: 'failed', message: words(this.#target.problem) };
    }
    const { place, note } = this.#target;
    return {
      id: this.id,
      verified: true,
      ...(place === undefined ? {} : { line: toLine(place.line) }),
      ...(note === undefined ? {} : { message: words(note) }),
    };
  }
}

const given = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
