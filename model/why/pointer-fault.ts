/**
 * EFAULT of a call that is given a pointer: which one, by the table of what each call reads and writes, and why its memory
 * could not be used, by the history of its pages.
 */
import type { CallEvent } from '../trace/event';
import type { Before, Source } from '../kernel/check';
import { seen } from '../kernel/verdict';
import { pageOf } from '../memory/page';
import type { Explanation, Remedy } from './explanation';
import { say } from './message';
import { account } from './outside/account';
import { filterLine } from './outside/seccomp';
import { accountOfPage } from './page-history';
import type { PageAccount } from './pointers/page-account';
import { causeOf } from './pointers/account-cause';
import { lineIn } from './pointers/call-line';
import type { MemoryUse } from './pointers/memory-use';
import { rowOfCall } from './pointers/row-of-call';
import type { Suspect } from './pointers/suspect';
import { untouched } from './pointers/table';
import { unlistedUses } from './pointers/unlisted';
import { usesOf, type UsesOfCall } from './pointers/uses';
import { verdictOf } from './pointers/verdict';
import { pointerRemedies } from './remedies/pointer';
import { hexOf } from './sizes';
import { plain, worldBefore, type Subject } from './subject';

export function explainPointerFault(subject: Subject, call: CallEvent): Explanation {
  const base = { errno: 'EFAULT', outcome: 'failed' } as const;
  const before = worldBefore(subject);
  if (before === undefined || untouched.has(call.name)) {
    const text = say(before === undefined ? 'fault.no-pointer' : 'fault.not-by-pointer', { call: call.name });
    return { ...plain(subject, call.name, 'failed', text), ...base, certainty: 'likely' };
  }
  const { given, sources } = usesIn(subject, call, before);
  const { suspects, certainty } = verdictOf(subject, before, given);
  const [first] = suspects;
  if (first === undefined) return nothingBad(subject, call, before, given);
  const accounts = suspects.flatMap(({ account }) => [account, ...(account.others ?? [])]);
  return {
    ...plain(subject, call.name, 'failed', first.account.text),
    ...base,
    certainty,
    causes: different(accounts).map((account) => causeOf(subject, account, sources)),
    remedies: certainty === 'proven' ? remediesFor(subject, call, before, first.use) : [],
  };
}

const remediesFor = (
  subject: Subject,
  call: CallEvent,
  before: Before,
  { address, most, isString, does }: MemoryUse,
): readonly Remedy[] =>
  address === undefined
    ? []
    : pointerRemedies(subject, call, before, { address, length: most, isString, does });

function usesIn(
  subject: Subject,
  call: CallEvent,
  before: Before,
): { readonly given: UsesOfCall; readonly sources: readonly Source[] } {
  const row = rowOfCall(call);
  if (row === undefined) return { given: { uses: unlistedUses(call), inOrder: false }, sources: [] };
  const line = lineIn(subject, call, row, before);
  return { given: usesOf(line), sources: row.source === undefined ? [] : [seen(row.source)] };
}

/** The uses of memory that can have failed, the one that most speaks against first. */
export const suspectsOf = (subject: Subject, call: CallEvent, before: Before): readonly Suspect[] =>
  untouched.has(call.name) ? [] : verdictOf(subject, before, usesIn(subject, call, before).given).suspects;

/** All that the log shows could be used; what a log does not show may have changed it. */
function nothingBad(subject: Subject, call: CallEvent, { space }: Before, { uses }: UsesOfCall): Explanation {
  const accounts = uses.flatMap(({ address, does, what }) => {
    if (address === undefined) return [];
    const access = say('pointer.access', { what, address: hexOf(address) });
    return [accountOfPage(subject, space, pageOf(address), does, access, address)];
  });
  const causes = different(accounts).map((one) => causeOf(subject, one, []));
  // A filter answers before the kernel looks at any pointer.
  const filter = filterLine(subject);
  if (filter !== undefined) {
    const values = { call: call.name, errno: 'EFAULT' };
    causes.unshift(causeOf(subject, account(subject, 'outside.seccomp', values, filter), []));
  }
  return {
    ...plain(subject, call.name, 'failed', say('fault.no-pointer', { call: call.name })),
    errno: 'EFAULT',
    certainty: 'likely',
    causes,
  };
}

/** One cause may speak for several pointers with the same words. */
function different(accounts: readonly PageAccount[]): readonly PageAccount[] {
  const seenTexts = new Set<string>();
  return accounts.filter(({ id, text }) => {
    const key = `${id} ${JSON.stringify(text.values['page'] ?? text.values['address'] ?? text)}`;
    if (seenTexts.has(key)) return false;
    seenTexts.add(key);
    return true;
  });
}
