/** `+++ killed by … +++`: the signal before it says why; SIGKILL comes without one. */
import { EventKind } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { KilledEvent } from '../../trace/event';
import type { Explanation } from '../explanation';
import { say } from '../message';
import { evidenceAt, lineOf, plain, type Subject } from '../subject';
import type { SignalAccount } from './account';
import { filterLine } from '../outside/seccomp';
import { sendingLine } from './sent';

/** Events of the task that are looked back over for its signal. */
const MOST_ROWS = 100_000;

/** The signal of this or another thread of the process that killed it. */
export function signalBehind(subject: Subject, killed: KilledEvent): EventIndex | undefined {
  const { timeline, event } = subject;
  const { events } = timeline.recording;
  const world = timeline.worldAt(event);
  const process = world.task(killed.task)?.process;
  for (let row = event - 1; row >= 0 && row >= event - MOST_ROWS; row--) {
    const at = eventIndex(row);
    if (events.kind(at) !== EventKind.signal || events.name(at) !== killed.signal) continue;
    const task = events.task(at);
    if (task === killed.task || (process !== undefined && world.task(task)?.process === process)) return at;
  }
  return undefined;
}

/** A death without a signal line: SIGKILL is never delivered, it just ends the process. */
export function explainSilentDeath(subject: Subject, killed: KilledEvent): Explanation {
  const { id, text, evidence, howToFindOut } = accountOf(subject, killed);
  return {
    ...plain(subject, killed.signal, 'signal', text),
    certainty: 'outside',
    causes: [
      {
        id,
        text,
        evidence: evidence.map((event) => evidenceAt(subject, event)),
        sources: [],
        ...(howToFindOut === undefined ? {} : { howToFindOut }),
      },
    ],
  };
}

function accountOf(subject: Subject, killed: KilledEvent): SignalAccount {
  const { signal } = killed;
  const common = { certainty: 'outside', evidence: [] } as const;
  const sent = sendingLine(subject, killed, undefined);
  if (sent !== undefined) {
    const text = say('signal.sent-line', { signal, pid: '', line: lineOf(subject, sent) });
    return { ...common, id: 'outside.signal-sent', text, evidence: [sent] };
  }
  if (signal !== 'SIGKILL' && signal !== 'SIGSYS')
    return { ...common, id: 'outside.signal-sent', text: say('signal.fatal', { signal }) };
  const filter = cutOffCall(subject, killed) === undefined ? undefined : filterLine(subject);
  if (filter !== undefined) {
    const text = say('signal.killed-by-seccomp', { signal, line: lineOf(subject, filter) });
    return { ...common, id: 'outside.seccomp', text, evidence: [filter] };
  }
  const howToFindOut = say('how.oom-killer');
  return { ...common, id: 'outside.killed', text: say('signal.sigkill', { signal }), howToFindOut };
}

/** The call that the task never came back from, if it died in one. */
function cutOffCall({ timeline, event }: Subject, killed: KilledEvent): EventIndex | undefined {
  const { events } = timeline.recording;
  for (let row = event - 1; row >= 0 && row > event - 1000; row--) {
    const at = eventIndex(row);
    if (events.task(at) !== killed.task) continue;
    const decoded = timeline.recording.decode(at);
    const cut =
      decoded.kind === 'call' && (decoded.result.kind === 'none' || decoded.result.kind === 'never');
    return cut ? at : undefined;
  }
  return undefined;
}
