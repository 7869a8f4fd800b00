/**
 * Names for what an event says.
 */
import type { CallEvent } from '../../model/trace/event';
import type { QueryValue } from '../../model/query/value';
import { NOTHING, booleanValue, numberValue, stringValue, unknownValue } from '../../model/query/value';
import { isFailing } from '../../model/why/failing';
import { argumentName, argumentNames } from '../presentation/argument-names';
import { argumentValue } from './argument-value';
import type { Message } from '../../model/why/message-shape';
import { tell } from '../words/tell';
import { constantsOf } from './constants';
import type { ScopeState } from './scope-state';

export interface NamedValue {
  /** For completion: one line. */
  readonly detail: Message;
  value(scope: ScopeState): QueryValue;
}

const named = (detail: Message, value: (scope: ScopeState) => QueryValue): NamedValue => ({ detail, value });

/** A value of the event; 'nothing' behind the last one. */
const ofEvent =
  (value: (scope: ScopeState, event: NonNullable<ScopeState['outlook']['event']>) => QueryValue) =>
  (scope: ScopeState): QueryValue => {
    const { event } = scope.outlook;
    return event === undefined ? NOTHING : value(scope, event);
  };

const ofCall =
  (value: (call: CallEvent, scope: ScopeState) => QueryValue) =>
  (scope: ScopeState): QueryValue => {
    const decoded = scope.isCall ? scope.decoded : undefined;
    return decoded?.kind === 'call' ? value(decoded, scope) : NOTHING;
  };

function argumentAt(scope: ScopeState, call: CallEvent, i: number): QueryValue {
  const argument = call.args[i];
  if (!argument) return NOTHING;
  return argumentValue(argument.value, call.text.text, constantsOf(scope.architecture));
}

function argumentNamed(scope: ScopeState, call: CallEvent, name: string): QueryValue | undefined {
  const i = call.args.findIndex((argument, at) => argumentName(call.name, at, argument.name) === name);
  return i < 0 ? undefined : argumentAt(scope, call, i);
}

function resultOf(call: CallEvent): QueryValue {
  const { result } = call;
  switch (result.kind) {
    case 'value':
      return numberValue(result.value, result.value > 0xffffn ? 'hex' : undefined);
    case 'error':
      return numberValue(-1);
    case 'none':
      return unknownValue(tell('unknown.no-return'));
    case 'never':
      return unknownValue(tell('unknown.no-result'));
  }
}

const main: readonly (readonly [string, NamedValue])[] = [
  [
    'call',
    named(
      tell('name.call'),
      ofEvent((scope, event) =>
        scope.isCall ? stringValue(scope.replay.recording.events.name(event)) : NOTHING,
      ),
    ),
  ],
  [
    'errno',
    named(
      tell('name.errno'),
      ofEvent((scope, event) => {
        const name = scope.replay.recording.events.errno(event);
        return name === '' ? NOTHING : { kind: 'symbol', name };
      }),
    ),
  ],
  [
    'failed',
    named(
      tell('name.failed'),
      ofEvent((scope, event) => booleanValue(isFailing(scope.replay.timeline, event))),
    ),
  ],
  ['ret', named(tell('name.ret'), ofCall(resultOf))],
  ['result', named(tell('name.ret'), ofCall(resultOf))],
  [
    'args',
    named(
      tell('name.args'),
      ofCall((call, scope) => ({ kind: 'list', items: call.args.map((_, i) => argumentAt(scope, call, i)) })),
    ),
  ],
  [
    'arg',
    named(
      tell('name.arg'),
      ofCall((call, scope) => ({
        kind: 'record',
        text: call.text.text,
        member: (name) => argumentNamed(scope, call, name),
      })),
    ),
  ],
  [
    'signal',
    named(tell('name.signal'), (scope) => {
      const { decoded } = scope;
      return decoded?.kind === 'signal' || decoded?.kind === 'killed' || decoded?.kind === 'stop'
        ? { kind: 'symbol', name: decoded.signal }
        : NOTHING;
    }),
  ],
  ['kind', named(tell('name.kind'), (scope) => (scope.decoded ? stringValue(scope.decoded.kind) : NOTHING))],
  [
    'line',
    named(
      tell('name.line'),
      ofEvent((scope, event) => numberValue(scope.replay.lineOf(event))),
    ),
  ],
  [
    'event',
    named(
      tell('name.event'),
      ofEvent((_, event) => numberValue(event)),
    ),
  ],
  [
    'text',
    named(tell('name.text'), (scope) => (scope.decoded ? stringValue(scope.decoded.text.text) : NOTHING)),
  ],
  [
    'time',
    named(tell('name.time'), (scope) => {
      const time = scope.decoded?.prefix.time;
      return time ? numberValue(time.nanoseconds) : unknownValue(tell('unknown.no-times'));
    }),
  ],
  [
    'duration',
    named(
      tell('name.duration'),
      ofCall((call) =>
        call.duration === undefined ? unknownValue(tell('unknown.no-durations')) : numberValue(call.duration),
      ),
    ),
  ],
  [
    'agreement',
    named(
      tell('name.agreement'),
      ofEvent((scope, event) => stringValue(scope.replay.timeline.agreement(event))),
    ),
  ],
];

/** An argument's bare name, too: `length > 1MiB` holds for any call that has one. */
const bare = argumentNames.map((name): readonly [string, NamedValue] => [
  name,
  named(
    tell('name.argument'),
    ofCall((call, scope) => argumentNamed(scope, call, name) ?? NOTHING),
  ),
]);

export const eventNames: ReadonlyMap<string, NamedValue> = new Map([...bare, ...main]);
