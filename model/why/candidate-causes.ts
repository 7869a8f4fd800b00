/**
 * Which checks can have given the answer that the log shows, and how sure that is.
 */
import type { CheckAnswer, Judgement } from '../kernel/check';
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
  return isProvenToFail(decisive)
    ? [decisive, ...open.filter((answer) => rarity(answer) === 0)]
    : [decisive, ...open];
}

/**
 * 'proven': the log and the rules leave one cause. 'outside': what is left is nothing that a log could show. Where the rules
 * foresee another failure than the log has, something is amiss, and nothing is proven.
 */
export function certaintyOf(
  { predicted }: Judgement,
  candidates: readonly CheckAnswer[],
): Explanation['certainty'] {
  const [first] = candidates;
  if (first === undefined || candidates.every((answer) => rarity(answer) === 2)) return 'outside';
  if (candidates.length > 1) return 'likely';
  if (first.verdict.answer === 'cannot-tell') return 'proven';
  const isForeseen = predicted.kind !== 'error' || predicted.cause === first.id;
  return isForeseen && isProvenToFail(first) ? 'proven' : 'likely';
}

const isProvenToFail = ({ verdict }: CheckAnswer): boolean =>
  verdict.answer === 'fails' && verdict.certainty === 'proven';

/** Of an open check: 0 plausible by what is known; 1 only in rare circumstances; 2 in none that a log shows. */
export function rarity({ verdict }: CheckAnswer): 0 | 1 | 2 {
  if (verdict.answer !== 'cannot-tell') return 0;
  return verdict.because.code === 'no-trace' ? 2 : verdict.expect === 'passes' ? 1 : 0;
}
