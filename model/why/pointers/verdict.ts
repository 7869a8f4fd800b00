/**
 * Which pointer was it? The kernel stops at the first that it cannot use, so what stands behind one that is certainly bad has
 * no part in it; what stands before and cannot be told may have been it.
 *
 *     in the kernel's order     good   unknown   bad   …        the bad one, likely: the unknown one may have stopped it
 *                               good   good      bad   …        the bad one, proven
 *                               good   unknown   good           the unknown one: no other is left
 */
import type { Before } from '../../kernel/check';
import type { Explanation } from '../explanation';
import type { Subject } from '../subject';
import type { MemoryUse } from './memory-use';
import { suspectOf, SUSPICION, type Suspect } from './suspect';
import type { UsesOfCall } from './uses';

export interface Verdict {
  /** What most speaks against comes first. */
  readonly suspects: readonly Suspect[];
  readonly certainty: Explanation['certainty'];
}

export function verdictOf(subject: Subject, before: Before, { uses, inOrder }: UsesOfCall): Verdict {
  const all = suspectsIn(subject, before, uses, inOrder);
  // Doubts matter only where nothing else is left, and the program's own data only where nothing is certain.
  const certain = all.some(({ suspicion }) => suspicion === SUSPICION.certain);
  const least = certain ? SUSPICION.likelyGood : SUSPICION.doubtful;
  const serious = all.filter(({ suspicion }) => suspicion > least);
  const able = serious.length > 0 ? serious : all;
  const suspects = [...able].sort((a, b) => b.suspicion - a.suspicion);
  const [first, second] = suspects;
  if (first === undefined || second !== undefined) return { suspects, certainty: 'likely' };
  // That nothing speaks against the others is no proof where this one is only not known.
  const isAlone = first.suspicion > SUSPICION.unknown || all.length === 1;
  return { suspects, certainty: isAlone ? first.account.certainty : 'likely' };
}

function suspectsIn(
  subject: Subject,
  before: Before,
  uses: readonly MemoryUse[],
  inOrder: boolean,
): readonly Suspect[] {
  const suspects: Suspect[] = [];
  for (const use of uses) {
    const suspect = suspectOf(subject, before, use);
    if (suspect === undefined || suspects.some((other) => isSame(other, suspect))) continue;
    suspects.push(suspect);
    if (inOrder && suspect.suspicion === SUSPICION.certain) break;
  }
  return suspects;
}

/** Read and written: one pointer all the same. */
const isSame = (a: Suspect, b: Suspect): boolean =>
  a.use.address !== undefined && a.use.address === b.use.address && a.account.id === b.account.id;
