/** SIGSEGV and SIGBUS by the history of the page they name; any other signal is only named. */
import { EventKind } from '../trace/event-table';
import { eventIndex, type EventIndex } from '../trace/positions';
import type { SignalEvent } from '../trace/event';
import type { Timeline } from '../timeline/timeline';
import { pageOf } from '../memory/page';
import type { Explanation } from './explanation';
import { say } from './message';
import { accountOfPage, type Access, type PageAccount } from './page-history';
import { hexOf } from './sizes';
import { evidenceAt, plain, type Subject } from './subject';

export function explainSignal(subject: Subject, signal: SignalEvent): Explanation {
  const address = faultAddress(signal);
  const world = subject.timeline.worldAt(subject.event);
  const space = world.space(world.task(signal.task)?.space ?? (-1 as never));
  if (address === undefined || space === undefined) {
    const fatal = isFatalSignal(subject.timeline, subject.event);
    const text = say(fatal ? 'signal.fatal' : 'signal.other', { signal: signal.signal });
    return { ...plain(subject, signal.signal, 'signal', text), certainty: 'outside' };
  }
  const access = say('signal.access', { address: hexOf(address) });
  const account = behindFile(
    signal,
    accountOfPage(subject, space, pageOf(address), wantedOf(signal), access),
    hexOf(address),
  );
  return {
    ...plain(subject, signal.signal, 'signal', account.text),
    certainty: account.certainty,
    causes: [
      {
        id: account.id,
        text: account.text,
        evidence: account.evidence.map((event) => evidenceAt(subject, event)),
        sources: [],
      },
    ],
  };
}

/** SIGBUS on a page that is mapped and allows the access: the file behind it ends before. mm/filemap.c: filemap_fault */
function behindFile(signal: SignalEvent, account: PageAccount, address: string): PageAccount {
  return signal.signal === 'SIGBUS' && account.id === 'fault.mapped'
    ? { ...account, id: 'fault.beyond-file', text: say('fault.beyond-file', { address }) }
    : account;
}

/** True where the next thing the log says of the task is that this signal killed it. */
export function isFatalSignal(timeline: Timeline, event: EventIndex): boolean {
  const { events } = timeline.recording;
  const task = events.task(event);
  for (let next = event + 1; next < events.length; next += 1) {
    const at = eventIndex(next);
    if (events.task(at) !== task) continue;
    return events.kind(at) === EventKind.killed;
  }
  return false;
}

function faultAddress(signal: SignalEvent): bigint | undefined {
  if (signal.signal !== 'SIGSEGV' && signal.signal !== 'SIGBUS') return undefined;
  const value = signal.info.find(({ name }) => name === 'si_addr')?.value;
  return value?.kind === 'number' ? BigInt.asUintN(64, value.value) : undefined;
}

/** The log does not say whether the program read or wrote; SEGV_ACCERR on readable memory can only be the rest. */
function wantedOf(signal: SignalEvent): Access {
  const code = signal.info.find(({ name }) => name === 'si_code')?.value;
  const accerr =
    code?.kind === 'flags' && code.terms.some((term) => 'name' in term && term.name === 'SEGV_ACCERR');
  return accerr ? 'write' : 'any';
}
