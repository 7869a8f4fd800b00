/**
 * mlock's ENOMEM has two meanings: over the limit, nothing was changed; at a hole or a page that cannot be made present, all
 * below is locked. Where the log leaves open which, so are those locks, VmLck, and the borders that locking would have made.
 *
 *     mlock      |     [ range            )  hole  )     the limit not known
 *     VMAs       | aaaa ? aaaaaaaa | bbbbb |             may be locked up to the hole, may be cut at ?
 */
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { borderAt, bordersOfBoth } from '../../memory/doubtful-borders';
import { isLocked, LOCK_FLAGS } from '../../memory/locked';
import { pageRange, type PageNumber, type PageRange } from '../../memory/page';
import { VmFlag, type Vma } from '../../memory/vma';
import type { Before } from '../check';
import type { MlockCall } from '../mapping-call';
import { mlockChecks } from './checks';
import { lockStateOf, relocked, type LockState, type LockWalk } from './walk';

/** 'refused': by the limit for certain. 'passed': not by the limit, or hardly. */
export function limitOutcome(call: MlockCall, before: Before): 'refused' | 'passed' | 'open' {
  if (call.call === 'munlock') return 'passed';
  const verdict = mlockChecks.find(({ id }) => id === 'mlock.over-limit')?.test(call, before);
  if (verdict?.answer === 'fails') return 'refused';
  if (verdict?.answer !== 'cannot-tell') return 'passed';
  const others = mlockChecks.filter(({ id }) => mayRefuse(id));
  // A limit that hardly refuses is what has refused where nothing else can have.
  if (verdict.expect !== undefined)
    return others.some((check) => mayHaveFailed(check.id, check.test(call, before))) ? 'passed' : 'refused';
  return others.some((check) => mayFail(check.test(call, before))) ? 'open' : 'refused';
}

/** What gives ENOMEM once the limit let the call pass. */
const mayRefuse = (id: string): boolean =>
  id === 'mlock.unmapped' || id === 'mlock.map-limit' || id === 'mlock.not-populated';

const mayFail = (verdict: ReturnType<(typeof mlockChecks)[number]['test']>): boolean =>
  verdict.answer === 'fails' || (verdict.answer === 'cannot-tell' && verdict.expect === undefined);

/** Also what rarely fails; but not 65,530 VMAs of which the log shows a few. */
const mayHaveFailed = (
  id: string,
  { answer, ...verdict }: ReturnType<(typeof mlockChecks)[number]['test']>,
): boolean =>
  answer === 'fails' || (answer === 'cannot-tell' && !(id === 'mlock.map-limit' && 'expect' in verdict));

/**
 * What the walk may have locked is not known to be locked or not. That the limit was met is as likely as not, so nothing is
 * cut: the ends of the range are doubtful borders.
 */
export function leaveInDoubt(call: MlockCall, { range, stop }: LockWalk, edit: SpaceEdit): void {
  const state = lockStateOf(call);
  // Memory that is not known of may be mapped, and what lies behind it reached.
  const end = stop === undefined || stop.reason === 'unknown' ? range.end : stop.at.start;
  let countIsOpen = stop?.reason === 'unknown' && state !== 'off';
  edit.mark(pageRange(range.start, end), (vma) => {
    if (isSettled(vma, state)) return vma;
    if (isLocked(vma) !== true || state === 'off') countIsOpen = true;
    const unsure = copyOfVma(vma);
    const kept = state === 'off' ? vma.flags & ~LOCK_FLAGS : vma.flags;
    unsure.flags = kept | VmFlag.lockUnsure;
    unsure.doubtfulBorders = bordersAtEnds(vma, pageRange(range.start, end));
    return unsure;
  });
  if (countIsOpen) edit.setFacts({ locked: undefined, likelyLocked: undefined });
}

const isSettled = (vma: Vma, state: LockState): boolean =>
  (vma.flags & VmFlag.lockUnsure) === 0 && relocked(vma, state) === vma.flags;

function bordersAtEnds(vma: Vma, { start, end }: PageRange): Vma['doubtfulBorders'] {
  const ends = [start, end].filter((page) => vma.start < page && page < vma.end);
  return ends.reduce((all, page) => withBorder(all, page), vma.doubtfulBorders);
}

function withBorder(borders: Vma['doubtfulBorders'], page: PageNumber): Vma['doubtfulBorders'] {
  const below = borders?.filter(({ last }) => last < page);
  const above = borders?.filter(({ first }) => first > page);
  const around = borders?.filter(({ first, last }) => first <= page && page <= last) ?? [];
  return around.length > 0 ? borders : bordersOfBoth(below, borderAt(page).first, above);
}
