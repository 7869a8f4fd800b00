/**
 * Names for what an event says.
 */
import type { CallEvent } from '../../model/trace/event';
import type { QueryValue } from '../../model/query/value';
import { NOTHING, booleanValue, numberValue, stringValue, unknownValue } from '../../model/query/value';
import { isFailing } from '../../model/why/failing';
import { argumentName, argumentNames } from '../presentation/argument-names';
import { argumentValue } from './argument-value';
import { constantsOf } from './constants';
import type { EventScope } from './event-scope';

export interface NamedValue {
  /** For completion: one line. */
  readonly detail: string;
  value(scope: EventScope): QueryValue;
}

const named = (detail: string, value: (scope: EventScope) => QueryValue): NamedValue => ({ detail, value });

/** A value of the event; 'nothing' behind the last one. */
const ofEvent =
  (value: (scope: EventScope, event: NonNullable<EventScope['outlook']['event']>) => QueryValue) =>
  (scope: EventScope): QueryValue => {
    const { event } = scope.outlook;
    return event === undefined ? NOTHING : value(scope, event);
  };

const ofCall =
  (value: (call: CallEvent, scope: EventScope) => QueryValue) =>
  (scope: EventScope): QueryValue => {
    const decoded = scope.isCall ? scope.decoded : undefined;
    return decoded?.kind === 'call' ? value(decoded, scope) : NOTHING;
  };

function argumentAt(scope: EventScope, call: CallEvent, i: number): QueryValue {
  const argument = call.args[i];
  if (!argument) return NOTHING;
  return argumentValue(argument.value, call.text.text, constantsOf(scope.architecture));
}

function argumentNamed(scope: EventScope, call: CallEvent, name: string): QueryValue | undefined {
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
      return unknownValue('the call did not return');
    case 'never':
      return unknownValue('the result is not in this recording');
  }
}

const main: readonly (readonly [string, NamedValue])[] = [
  [
    'call',
    named(
      'name of the system call',
      ofEvent((scope, event) =>
        scope.isCall ? stringValue(scope.replay.recording.events.name(event)) : NOTHING,
      ),
    ),
  ],
  [
    'errno',
    named(
      'error of a failing call: ENOMEM',
      ofEvent((scope, event) => {
        const name = scope.replay.recording.events.errno(event);
        return name === '' ? NOTHING : { kind: 'symbol', name };
      }),
    ),
  ],
  [
    'failed',
    named(
      'whether the event is a failing call or a fatal signal',
      ofEvent((scope, event) => booleanValue(isFailing(scope.replay.timeline, event))),
    ),
  ],
  ['ret', named('what the call returned; -1 where it failed', ofCall(resultOf))],
  ['result', named('what the call returned; -1 where it failed', ofCall(resultOf))],
  [
    'args',
    named(
      'the arguments: args[0]',
      ofCall((call, scope) => ({ kind: 'list', items: call.args.map((_, i) => argumentAt(scope, call, i)) })),
    ),
  ],
  [
    'arg',
    named(
      'the arguments by name: arg.length',
      ofCall((call, scope) => ({
        kind: 'record',
        text: call.text.text,
        member: (name) => argumentNamed(scope, call, name),
      })),
    ),
  ],
  [
    'signal',
    named('name of the signal: SIGSEGV', (scope) => {
      const { decoded } = scope;
      return decoded?.kind === 'signal' || decoded?.kind === 'killed' || decoded?.kind === 'stop'
        ? { kind: 'symbol', name: decoded.signal }
        : NOTHING;
    }),
  ],
  [
    'kind',
    named('what the event is: call, signal, exit …', (scope) =>
      scope.decoded ? stringValue(scope.decoded.kind) : NOTHING,
    ),
  ],
  [
    'line',
    named(
      'line of the result in the log',
      ofEvent((scope, event) => numberValue(scope.replay.lineOf(event))),
    ),
  ],
  [
    'event',
    named(
      'number of the event, from 0',
      ofEvent((_, event) => numberValue(event)),
    ),
  ],
  [
    'text',
    named('the words of the event', (scope) =>
      scope.decoded ? stringValue(scope.decoded.text.text) : NOTHING,
    ),
  ],
  [
    'time',
    named('time stamp, in nanoseconds', (scope) => {
      const time = scope.decoded?.prefix.time;
      return time ? numberValue(time.nanoseconds) : unknownValue('the log has no time stamps');
    }),
  ],
  [
    'duration',
    named(
      'time spent in the call, in nanoseconds',
      ofCall((call) =>
        call.duration === undefined
          ? unknownValue('the log was recorded without -T')
          : numberValue(call.duration),
      ),
    ),
  ],
  [
    'agreement',
    named(
      'whether kernel and rules agree: agrees, differs, open, none',
      ofEvent((scope, event) => stringValue(scope.replay.timeline.agreement(event))),
    ),
  ],
];

/** An argument's bare name, too: `length > 1MiB` holds for any call that has one. */
const bare = argumentNames.map((name): readonly [string, NamedValue] => [
  name,
  named(
    'argument of the call',
    ofCall((call, scope) => argumentNamed(scope, call, name) ?? NOTHING),
  ),
]);

export const eventNames: ReadonlyMap<string, NamedValue> = new Map([...bare, ...main]);
