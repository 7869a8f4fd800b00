/**
 * What the names of an expression are computed from: an event, and the state before it. Each is looked up when a name first
 * needs it.
 */
import type { TraceEvent } from '../../model/trace/event';
import { EventKind } from '../../model/trace/event-table';
import type { Outlook } from '../outlook';
import { standing, type Standing } from '../presentation/standing';
import type { Replay } from '../replay';
import type { constantsOf } from './constants';

export class ScopeState {
  #decoded: TraceEvent | undefined;
  #standing: Standing | undefined;

  constructor(
    readonly replay: Replay,
    readonly outlook: Outlook,
  ) {}

  /** Decoded when a name first needs it: most conditions are decided by the index row. */
  get decoded(): TraceEvent | undefined {
    const { event } = this.outlook;
    if (event === undefined) return undefined;
    return (this.#decoded ??= this.replay.recording.decode(event));
  }

  get standing(): Standing {
    return (this.#standing ??= standing(this.replay, this.outlook.position, this.outlook.task));
  }

  get isCall(): boolean {
    const { event } = this.outlook;
    return event !== undefined && this.replay.recording.events.kind(event) === EventKind.call;
  }

  get architecture(): Parameters<typeof constantsOf>[0] {
    return this.standing.task?.architecture ?? this.replay.timeline.machine.architecture;
  }
}
