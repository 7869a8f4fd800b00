/**
 * Whether the pool of huge pages has those that a mapping reserves. mm/hugetlb.c: hugetlb_reserve_pages
 */
import { MAP } from '../abi/mmap-flags';
import type { Before, Verdict } from '../check';
import type { MmapCall } from '../memory-call';
import { argumentFact, cannotTell, likelyPasses } from '../verdict';
import type { MmapRequest } from './request';

export function poolHas({ flags }: MmapRequest, _before: Before, call: MmapCall): Verdict {
  const fact = argumentFact('length', call.length);
  // Nothing is reserved: each page is looked for when it is touched.
  if ((flags & MAP.NORESERVE) !== 0) return likelyPasses('unknown-machine', fact);
  return cannotTell('unknown-machine', fact);
}
