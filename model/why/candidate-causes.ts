/**
 * Which checks can have given the answer that the log shows, and how sure that is.
 */
import type { CheckAnswer, Fact, Judgement } from '../kernel/check';
import type { Explanation } from './explanation';
import { ranked } from './outside/remaining';

/**
 * Those that fail, then those that cannot be told; each in the kernel's order, but the rare behind the plausible. The first
 * check that fails decides: the kernel does not get to the ones behind it, and the open ones behind it need not be asked.
 */
export function candidateCauses({ answers }: Judgement, observed: string): readonly CheckAnswer[] {
  const able = answers.filter(({ errno }) => errno === observed);
  const decisive = able.find(({ verdict }) => verdict.answer === 'fails');
  const before = decisive === undefined ? able : able.slice(0, able.indexOf(decisive));
  const open = ranked(
    before.filter(({ verdict }) => verdict.answer === 'cannot-tell'),
    rarity,
  );
  if (decisive === undefined) return open;
  return isProvenToFail(decisive) || isConfirmed(decisive, able)
    ? [decisive, ...open.filter((answer) => rarity(answer) === 0 || mayComeBefore(answer, decisive))]
    : [decisive, ...open];
}

/**
 * Limits that no line shows may have been lowered before the log began, or by calls that it leaves out. Lower than this they
 * are hardly ever: bytes of RLIMIT_MEMLOCK, as kernels before 5.16 start with it; and of the others.
 */
const LEAST_LOCK_LIMIT = 64n << 10n;
const LEAST_SIZE_LIMIT = 256n << 20n;

/** What is too large for the address space, or for a limit that the log shows, is so whatever another limit is. */
const OF_SIZE = /\.(no-gap|over-[a-z-]*data-limit|too-long)$/;

const mayComeBefore = (open: CheckAnswer, decisive: CheckAnswer): boolean =>
  mayBeOverLimit(open) && (isOfLocks(open) || !OF_SIZE.test(decisive.id));

const isOfLocks = ({ id }: CheckAnswer): boolean => /lock-limit$|^mlock(all)?\.over-limit$/.test(id);

/**
 * Whether an open limit may well have answered before a check behind it that surely fails, with the same errno.
 *
 *     over-limit: not known        asked for 160 KiB, and 64 KiB is what many a machine allows: perhaps this one
 *     unmapped: fails              for certain, if the call got so far
 */
function mayBeOverLimit(answer: CheckAnswer): boolean {
  const { verdict } = answer;
  if (verdict.answer !== 'cannot-tell') return false;
  const { code } = verdict.because;
  const facts = verdict.facts ?? verdict.because.facts ?? [];
  const isLock = isOfLocks(answer);
  if (code !== 'unknown-limit' && !(isLock && code === 'unknown-memory')) return false;
  const need = facts.reduce((sum, fact) => sum + signOf(fact) * bytesOf(fact), 0n);
  return need > (isLock ? LEAST_LOCK_LIMIT : LEAST_SIZE_LIMIT);
}

const signOf = (fact: Fact): bigint => {
  if (fact.fact !== 'number') return 0n;
  if (['locked', 'used', 'asked'].includes(fact.name)) return 1n;
  return ['already-locked', 'replaced'].includes(fact.name) ? -1n : 0n;
};

const bytesOf = (fact: Fact): bigint =>
  fact.fact !== 'number' ? 0n : fact.unit === 'pages' ? fact.value * 4096n : fact.value;

/**
 * 'proven': the log and the rules leave one cause. 'outside': what is left is nothing that a log could show. Where the rules
 * foresee another failure than the log has, something is amiss, and nothing is proven.
 */
export function certaintyOf(
  { answers, predicted }: Judgement,
  candidates: readonly CheckAnswer[],
): Explanation['certainty'] {
  const [first] = candidates;
  if (first === undefined || candidates.every((answer) => rarity(answer) === 2)) return 'outside';
  if (candidates.length > 1) return 'likely';
  if (first.verdict.answer === 'cannot-tell') return 'proven';
  const isForeseen = predicted.kind !== 'error' || predicted.cause === first.id;
  return isForeseen && (isProvenToFail(first) || isConfirmed(first, answers.filter(hasErrno(first))))
    ? 'proven'
    : 'likely';
}

const hasErrno =
  ({ errno }: CheckAnswer) =>
  (answer: CheckAnswer): boolean =>
    answer.errno === errno;

/**
 * Assumptions that hold on nearly every machine: how far user space reaches, that nobody else changes the length of a file or
 * attaches a segment of this program. (How many mappings there may be, or huge pages, differs from machine to machine.)
 */
const USUAL = /\.(beyond-task-size|new-address-out-of-range|no-such-segment|not-populated)$/;

/** What failed by such an assumption is confirmed by an answer that no other check plausibly gives. */
const isConfirmed = (decisive: CheckAnswer, able: readonly CheckAnswer[]): boolean =>
  decisive.verdict.answer === 'fails' &&
  USUAL.test(decisive.id) &&
  able.every(
    (answer) =>
      answer === decisive ||
      answer.verdict.answer === 'passes' ||
      answer.verdict.answer === 'not-reached' ||
      (rarity(answer) > 0 && !mayBeOverLimit(answer)),
  );

export const isProvenToFail = ({ verdict }: CheckAnswer): boolean =>
  verdict.answer === 'fails' && verdict.certainty === 'proven';

/** Of an open check: 0 plausible by what is known; 1 only in rare circumstances; 2 in none that a log shows. */
export function rarity({ verdict }: CheckAnswer): 0 | 1 | 2 {
  if (verdict.answer !== 'cannot-tell') return 0;
  return verdict.because.code === 'no-trace' ? 2 : verdict.expect === 'passes' ? 1 : 0;
}
