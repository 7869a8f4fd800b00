/**
 * Signals: SIGSEGV and SIGBUS by the history of the page they name, all others by who sent them. The death of a process is
 * explained by the signal that brought it.
 */
import { EventKind } from '../trace/event-table';
import type { EventIndex } from '../trace/positions';
import type { KilledEvent, SignalEvent } from '../trace/event';
import type { Timeline } from '../timeline/timeline';
import type { Explanation } from './explanation';
import { say, type MessageKey } from './message';
import type { Fault, SignalAccount } from './signals/account';
import { accountOfBus } from './signals/bus';
import { explainSilentDeath, signalBehind } from './signals/killed';
import { deathBy, outcomeInWords } from './signals/outcome';
import { accountOfSegv } from './signals/segv';
import { accountOfKernels, accountOfSent } from './signals/sent';
import { addressOfFault, codeOf, wasSent } from './signals/siginfo';
import { faultRemedies } from './remedies/fault';
import { evidenceAt, plain, spaceBefore, type Subject } from './subject';

export function explainSignal(subject: Subject, signal: SignalEvent): Explanation {
  const fault = faultOf(subject, signal);
  const account = fault === undefined ? accountOfOther(subject, signal) : accountOfFault(fault);
  return {
    ...plain(subject, signal.signal, 'signal', account.text),
    certainty: account.certainty,
    causes: [account, ...(account.others ?? [])].map((one) => causeOf(subject, one)),
    remedies: fault === undefined || account.certainty !== 'proven' ? [] : faultRemedies(fault),
    effects: outcomeInWords(subject, signal.signal, fault !== undefined),
  };
}

/** `+++ killed by SIGSEGV +++`: the signal's own explanation, at the line of the death. */
export function explainDeath(subject: Subject, killed: KilledEvent): Explanation {
  const { timeline } = subject;
  const behind = signalBehind(subject, killed);
  const signal = behind === undefined ? undefined : timeline.recording.decode(behind);
  if (behind === undefined || signal?.kind !== 'signal') return explainSilentDeath(subject, killed);
  const explained = explainSignal({ ...subject, event: behind, line: signal.line }, signal);
  const evidence = evidenceAt(subject, behind);
  return {
    ...explained,
    event: subject.event,
    line: subject.line,
    causes: explained.causes.map((cause) => ({ ...cause, evidence: [...cause.evidence, evidence] })),
  };
}

const accountOfFault = (fault: Fault): SignalAccount =>
  fault.signal.signal === 'SIGBUS' ? accountOfBus(fault) : accountOfSegv(fault);

function accountOfOther(subject: Subject, signal: SignalEvent): SignalAccount {
  if (wasSent(signal)) return accountOfSent(subject, signal);
  const kernels = accountOfKernels(subject, signal);
  if (kernels !== undefined) return kernels;
  const fatal = isFatalSignal(subject.timeline, subject.event);
  const key = INSTRUCTION[signal.signal] ?? (fatal ? 'signal.fatal' : 'signal.other');
  return {
    id: 'outside.signal',
    text: say(key, { signal: signal.signal }),
    certainty: 'outside',
    evidence: [],
  };
}

/** Signals for what the processor met in the program's code. */
const INSTRUCTION: Readonly<Record<string, MessageKey | undefined>> = {
  SIGILL: 'signal.illegal-instruction',
  SIGFPE: 'signal.arithmetic',
  SIGTRAP: 'signal.trap',
};

const causeOf = (subject: Subject, { id, text, evidence, howToFindOut }: SignalAccount) => ({
  id,
  text,
  evidence: evidence.map((event) => evidenceAt(subject, event)),
  sources: [],
  ...(howToFindOut === undefined ? {} : { howToFindOut }),
});

/** Undefined for signals that somebody sent, whatever their name, and where the log does not show the address. */
function faultOf(subject: Subject, signal: SignalEvent): Fault | undefined {
  if ((signal.signal !== 'SIGSEGV' && signal.signal !== 'SIGBUS') || wasSent(signal)) return undefined;
  const space = spaceBefore(subject);
  const address = addressOfFault(signal);
  return address === undefined || space === undefined
    ? undefined
    : { subject, signal, space, address, code: codeOf(signal) };
}

/** True where the next thing the log says of the task is that this signal killed it. */
export const isFatalSignal = (timeline: Timeline, event: EventIndex): boolean =>
  deathBy(timeline, event) !== undefined;

/** A process that was killed without a signal's line before it, as by SIGKILL. */
export function isSilentDeath(timeline: Timeline, event: EventIndex): boolean {
  const killed = timeline.recording.decode(event);
  if (killed.kind !== 'killed') return false;
  return signalBehind({ timeline, event, line: killed.line, tid: killed.prefix.tid }, killed) === undefined;
}

/** SIGSEGV or SIGBUS of the kernel's own, for an access: to be explained, whether a handler took it or not. */
export function isMemoryFault(timeline: Timeline, event: EventIndex): boolean {
  const { events } = timeline.recording;
  if (events.kind(event) !== EventKind.signal) return false;
  const name = events.name(event);
  if (name !== 'SIGSEGV' && name !== 'SIGBUS') return false;
  const signal = timeline.recording.decode(event);
  return signal.kind === 'signal' && !wasSent(signal);
}
