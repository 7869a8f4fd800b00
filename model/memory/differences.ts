/** What became of pages that stayed mapped: what a person sees of a VMA that was changed where it is. */
import { isLocked } from './locked';
import type { Vma } from './vma';

export type Difference = 'protected' | 'locked' | 'unlocked';

/** A lock that the log leaves open afterwards is no difference: nobody knows that there is one. */
export function differencesOf(before: Vma, after: Vma): readonly Difference[] {
  const differences: Difference[] = [];
  if (before.prot !== after.prot) differences.push('protected');
  const locked = isLocked(after);
  if (locked !== undefined && isLocked(before) !== locked) differences.push(locked ? 'locked' : 'unlocked');
  return differences;
}
