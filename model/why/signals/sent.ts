/**
 * Signals that somebody sent, and those of the kernel that are no fault of memory: who sent it and at which line, which
 * limit was passed, which call seccomp stopped.
 */
import { EventKind } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { SignalEvent } from '../../trace/event';
import type { LimitName } from '../../process/limits';
import { argument, choiceOf, intOf } from '../../process/call-values';
import { signalNumbers } from '../../kernel/abi/clone-flags';
import { say } from '../message';
import { earlierCalls } from '../outside/earlier-calls';
import { filterLine } from '../outside/seccomp';
import { lineOf, type Subject } from '../subject';
import type { SignalAccount } from './account';
import { codeOf, senderOf, stoppedCall, wasSent } from './siginfo';

const SENDING = ['kill', 'tgkill', 'tkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'];
const SIGNAL_ARGUMENT: Readonly<Record<string, number>> = {
  tgkill: 2,
  rt_tgsigqueueinfo: 2,
};
const names: ReadonlyMap<bigint, string> = new Map(
  [...signalNumbers].map(([name, number]) => [BigInt(number), name]),
);

/** Which line sent it, of the process that siginfo names. */
export function sendingLine(
  subject: Subject,
  { signal, task }: Pick<SignalEvent, 'signal' | 'task'>,
  sender: number | undefined,
): EventIndex | undefined {
  const { timeline } = subject;
  const world = timeline.worldAt(subject.event);
  const target = world.task(task);
  const group = target === undefined ? undefined : world.process(target.process)?.pid;
  const ids = [subject.tid, target?.tid, group].filter((id) => id !== undefined);
  for (const { event, call } of earlierCalls(subject, { names: SENDING })) {
    if (choiceOf(argument(call, SIGNAL_ARGUMENT[call.name] ?? 1), names) !== signal) continue;
    const given = intOf(argument(call, 0));
    const thread = call.name.includes('tg') ? intOf(argument(call, 1)) : undefined;
    // To process groups (0, -1, -pgid) a signal comes too.
    const meant = given === undefined || given <= 0 || ids.includes(thread ?? given) || ids.includes(given);
    if (!meant && ids.length > 0 && call.name !== 'pidfd_send_signal') continue;
    const caller = timeline.worldAt(event).task(call.task);
    const from = caller === undefined ? undefined : timeline.worldAt(event).process(caller.process)?.pid;
    if (sender === undefined || from === undefined || from === sender || caller?.tid === sender) return event;
  }
  return undefined;
}

export function accountOfSent(subject: Subject, signal: SignalEvent): SignalAccount {
  const sender = senderOf(signal);
  const kernels = signal.signal === 'SIGPIPE' || signal.signal === 'SIGXFSZ' || signal.signal === 'SIGSYS';
  if (kernels) {
    const own = accountOfKernels(subject, signal);
    if (own !== undefined) return own;
  }
  const line = sendingLine(subject, signal, sender);
  const values = { signal: signal.signal, pid: sender ?? 0 };
  if (line !== undefined) {
    const self = subject.timeline.recording.events.task(line) === signal.task;
    const key = self
      ? signal.signal === 'SIGABRT'
        ? 'signal.aborted'
        : 'signal.sent-itself'
      : 'signal.sent-line';
    return outside('outside.signal-sent', say(key, { ...values, line: lineOf(subject, line) }), [line]);
  }
  const parent = deathOfParent(subject, signal);
  if (parent !== undefined) {
    const text = say('signal.parent-death', { signal: signal.signal, line: lineOf(subject, parent) });
    return outside('outside.signal-sent', text, [parent]);
  }
  return outside(
    'outside.signal-sent',
    say(sender === undefined ? 'signal.sent' : 'signal.sent-by', values),
    [],
  );
}

/** prctl(PR_SET_PDEATHSIG): the kernel sends it in the parent's name. */
function deathOfParent(subject: Subject, { signal }: SignalEvent): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: ['prctl'], shared: 'process' })) {
    if (choiceOf(argument(call, 0), PDEATHSIG) !== 'PR_SET_PDEATHSIG') continue;
    return choiceOf(argument(call, 1), names) === signal ? event : undefined;
  }
  return undefined;
}
const PDEATHSIG: ReadonlyMap<bigint, string> = new Map([[1n, 'PR_SET_PDEATHSIG']]);

const outside = (
  id: string,
  text: SignalAccount['text'],
  evidence: readonly EventIndex[],
): SignalAccount => ({
  id,
  text,
  certainty: 'outside',
  evidence,
});

const LIMITS: Readonly<Record<string, LimitName>> = { SIGXCPU: 'CPU', SIGXFSZ: 'FSIZE' };

/** Of the kernel's own accord, and no fault: undefined where nothing more than the name can be said. */
export function accountOfKernels(subject: Subject, signal: SignalEvent): SignalAccount | undefined {
  const limit = LIMITS[signal.signal];
  if (limit !== undefined) return pastLimit(subject, signal, limit);
  switch (signal.signal) {
    case 'SIGPIPE':
      return afterCall(subject, signal, 'EPIPE', 'outside.no-reader', 'signal.pipe');
    case 'SIGSYS':
      return stoppedBySeccomp(subject, signal);
    case 'SIGALRM':
    case 'SIGVTALRM':
    case 'SIGPROF':
      return timerOf(subject, signal);
    default:
      return undefined;
  }
}

function pastLimit(subject: Subject, { signal, task }: SignalEvent, name: LimitName): SignalAccount {
  const world = subject.timeline.worldAt(subject.event);
  const process = world.task(task)?.process;
  const known = process === undefined ? undefined : world.process(process)?.limits.get(name);
  const values = { signal, limit: `RLIMIT_${name}` };
  return known === undefined
    ? outside('outside.limit', say('signal.limit', values), [])
    : outside('outside.limit', say('signal.limit-line', { ...values, line: lineOf(subject, known.at) }), [
        known.at,
      ]);
}

/** The task's own failing call that raised the signal stands right before it. */
function afterCall(
  subject: Subject,
  signal: SignalEvent,
  errno: string,
  id: string,
  key: 'signal.pipe',
): SignalAccount | undefined {
  const { events } = subject.timeline.recording;
  for (let row = subject.event - 1; row >= 0 && row > subject.event - 1000; row--) {
    const at = eventIndex(row);
    if (events.task(at) !== signal.task) continue;
    if (events.kind(at) !== EventKind.call || events.errno(at) !== errno) return undefined;
    return outside(id, say(key, { signal: signal.signal, line: lineOf(subject, at) }), [at]);
  }
  return undefined;
}

function stoppedBySeccomp(subject: Subject, signal: SignalEvent): SignalAccount | undefined {
  const call = stoppedCall(signal);
  if (codeOf(signal) !== 'SYS_SECCOMP' && (wasSent(signal) || call === undefined)) return undefined;
  const line = filterLine(subject);
  const values = { call: call ?? '' };
  return line === undefined
    ? outside('outside.seccomp', say('signal.seccomp', values), [])
    : outside('outside.seccomp', say('signal.seccomp-line', { ...values, line: lineOf(subject, line) }), [
        line,
      ]);
}

function timerOf(subject: Subject, { signal }: SignalEvent): SignalAccount {
  const setters = ['alarm', 'setitimer', 'timer_settime', 'timer_settime64'];
  for (const { event } of earlierCalls(subject, { names: setters, shared: 'process' }))
    return outside('outside.timer', say('signal.timer-line', { signal, line: lineOf(subject, event) }), [
      event,
    ]);
  return outside('outside.timer', say('signal.timer', { signal }), []);
}
