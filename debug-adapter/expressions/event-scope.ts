/**
 * What the names of an expression mean at an event: the event itself, and the state before it.
 */
import type { TraceEvent } from '../../model/trace/event';
import { EventKind } from '../../model/trace/event-table';
import type { EventIndex, TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Scope } from '../../model/query/scope';
import { numberValue } from '../../model/query/value';
import type { QueryValue } from '../../model/query/value';
import { standing } from '../presentation/standing';
import type { Standing } from '../presentation/standing';
import type { Replay } from '../replay';
import { constantsOf } from './constants';
import { eventNames } from './event-values';
import { stateFunctions, stateNames } from './state-values';

/** The place that an expression speaks of. */
export interface Outlook {
  readonly position: Position;
  readonly task: TaskId;
  /** Undefined behind the task's last event. */
  readonly event: EventIndex | undefined;
}

export class EventScope implements Scope {
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

  lookup(name: string): QueryValue | undefined {
    return (eventNames.get(name) ?? stateNames.get(name))?.value(this) ?? this.#constant(name);
  }

  call(name: string, args: readonly QueryValue[]): QueryValue | undefined {
    return stateFunctions.get(name)?.value(this, args);
  }

  #constant(name: string): QueryValue | undefined {
    const bits = constantsOf(this.architecture).get(name);
    return bits === undefined ? undefined : { ...numberValue(bits, 'hex'), symbols: [name] };
  }

  get architecture(): Parameters<typeof constantsOf>[0] {
    return this.standing.task?.architecture ?? this.replay.timeline.machine.architecture;
  }
}
