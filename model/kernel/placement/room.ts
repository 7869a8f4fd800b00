/**
 * Whether there is room at all: the verdict of the checks that refuse a call for the lack of it.
 */
import type { Before, Verdict } from '../check';
import { fails, likelyPasses, numberFact, passes } from '../verdict';
import type { Placement } from './wanted';

/**
 * Fails where the search finds nothing. Where the place cannot be told, fails only where what is known to be mapped leaves
 * no gap of that size, whatever the unknown pages hold.
 */
export function hasRoom(placement: Placement, pages: number, before: Before): Verdict {
  if (placement.kind === 'at') return passes(...placement.facts);
  const asked = numberFact('asked', pages, 'pages');
  const largest = before.space.largestGap;
  if (placement.kind === 'nowhere' || largest < pages)
    // A search that looks only at a part of the address space may find none while there are larger gaps elsewhere.
    return largest < pages ? fails(asked, numberFact('largest-gap', largest, 'pages')) : fails(asked);
  const { code, facts = [] } = placement.because;
  return likelyPasses(code, asked, ...facts);
}
