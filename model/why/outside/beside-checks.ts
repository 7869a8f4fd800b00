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

/**
 * Checks of judged calls that no address space has a part in: how many tasks there may be, and all that execve asks of a program
 * but for the memory that its arguments are read from.
 */
const OUTSIDE = /^(clone\.(over-process-limit|too-many-tasks)|execve\.(?!.*unreadable).*)$/;

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
  // Nothing is left to ask of a success, and what no check explains is told as outside by itself.
  if (candidates.length === 0) return { before: [], behind: [], certainty };
  if (candidates.every(({ id }) => OUTSIDE.test(id))) return { before: [], behind: [], certainty: 'outside' };
  const isDecided = candidates.some(
    ({ verdict }) => verdict.answer === 'fails' && (verdict.certainty === 'proven' || certainty === 'proven'),
  );
  const { before, behind: all } = remainingPossible(subject, call, errno, isDecided);
  const isAsked = candidates.some(({ id }) => id.endsWith('security-module'));
  const behind = all.filter(({ id }) => !isAsked || id !== 'outside.security-module');
  const inWords = (accounts: typeof before): readonly Cause[] => accounts.map((one) => causeOf(subject, one));
  if (before.length > 0) {
    // Checks that hardly ever fail are no match for a filter that the log shows being set.
    const isLeft = candidates.some(
      ({ verdict }) => verdict.answer !== 'cannot-tell' || verdict.expect !== 'passes',
    );
    return { before: inWords(before), behind: inWords(behind), certainty: isLeft ? 'likely' : 'outside' };
  }
  // That nothing else answers so is no proof where a filter may.
  if (certainty === 'proven' && behind.some(({ id }) => id === 'outside.seccomp'))
    return { before: [], behind: inWords(behind), certainty: 'likely' };
  const isOpen = certainty !== 'proven' && candidates.length > 1;
  return { before: [], behind: isOpen ? inWords(behind) : [], certainty };
}
