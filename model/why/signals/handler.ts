/**
 * Who would take a signal: the handler that the last rt_sigaction set, in this process or the one it was forked from. A
 * new program starts without handlers; what is ignored stays so. execve(2), signal(7)
 */
import type { EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import type { Value } from '../../trace/value';
import { argument, choiceOf, member } from '../../process/call-values';
import { signalNumbers } from '../../kernel/abi/clone-flags';
import { earlierCalls } from '../outside/earlier-calls';
import type { Subject } from '../subject';

export interface Disposition {
  readonly how: 'handled' | 'ignored' | 'default';
  readonly at: EventIndex;
}

const SETTING = ['rt_sigaction', 'sigaction', 'signal', 'execve', 'execveat'];

const names: ReadonlyMap<bigint, string> = new Map(
  [...signalNumbers].map(([name, number]) => [BigInt(number), name]),
);

/** Undefined: the log shows nobody set anything. */
export function dispositionOf(subject: Subject, signal: string): Disposition | undefined {
  let executed: EventIndex | undefined;
  for (const { event, call } of earlierCalls(subject, { names: SETTING, shared: 'process' })) {
    if (call.name.startsWith('execve')) {
      executed ??= event;
      continue;
    }
    if (choiceOf(argument(call, 0), names) !== signal) continue;
    const how = howOf(call);
    if (how === undefined) continue;
    return executed !== undefined && how === 'handled'
      ? { how: 'default', at: executed }
      : { how, at: event };
  }
  return undefined;
}

const HANDLERS: ReadonlyMap<bigint, string> = new Map([
  [0n, 'SIG_DFL'],
  [1n, 'SIG_IGN'],
]);

/** `rt_sigaction(SIGSEGV, NULL, …)` only asks. */
function howOf(call: CallEvent): Disposition['how'] | undefined {
  const given = argument(call, 1);
  if (call.name !== 'signal' && given?.kind !== 'struct') return undefined;
  const handler: Value | undefined =
    call.name === 'signal' ? given : (member(given, 'sa_handler') ?? member(given, 'sa_sigaction'))?.value;
  switch (choiceOf(handler, HANDLERS)) {
    case 'SIG_DFL':
      return 'default';
    case 'SIG_IGN':
      return 'ignored';
    default:
      return handler === undefined ? undefined : 'handled';
  }
}
