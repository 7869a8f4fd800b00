/**
 * What the names of an expression mean at an event: the event itself, and the state before it.
 */
import type { Scope } from '../../model/query/scope';
import { numberValue, type QueryValue } from '../../model/query/value';
import { constantsOf } from './constants';
import { eventNames } from './event-values';
import { ScopeState } from './scope-state';
import { stateFunctions, stateNames } from './state-values';

export class EventScope extends ScopeState implements Scope {
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
}
