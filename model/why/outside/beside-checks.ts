/**
 * What stands beside the checks of a call that the rules judge: a filter that answered in the kernel's place, a security module,
 * a cgroup. Only where the checks leave the cause open.
 */
import type { CheckAnswer } from '../../kernel/check';
import type { CallEvent } from '../../trace/event';
import type { Cause, Explanation } from '../explanation';
import type { Subject } from '../subject';
import { causeOf } from './account';
import { remainingPossible } from './remaining';

export interface BesideChecks {
  readonly before: readonly Cause[];
  readonly behind: readonly Cause[];
  readonly certainty: Explanation['certainty'];
}

export function besideChecks(
  subject: Subject,
  call: CallEvent,
  errno: string,
  candidates: readonly CheckAnswer[],
  certainty: Explanation['certainty'],
): BesideChecks {
  const isDecided = candidates.some(({ verdict }) => verdict.answer === 'fails');
  const { before, behind } = remainingPossible(subject, call, errno, isDecided);
  const inWords = (accounts: typeof before): readonly Cause[] => accounts.map((one) => causeOf(subject, one));
  if (before.length > 0) {
    // Checks that hardly ever fail are no match for a filter that the log shows being set.
    const isLeft = candidates.some(
      ({ verdict }) => verdict.answer !== 'cannot-tell' || verdict.expect !== 'passes',
    );
    return { before: inWords(before), behind: inWords(behind), certainty: isLeft ? 'likely' : 'outside' };
  }
  return { before: [], behind: certainty === 'proven' ? [] : inWords(behind), certainty };
}
