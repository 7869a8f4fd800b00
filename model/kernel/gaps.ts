/**
 * Whether a free gap of some size exists: what an address that the kernel chooses needs. mm/vma.c: vm_unmapped_area
 */
import type { Before, Verdict } from './check';
import { fails, likelyPasses, numberFact, passes } from './verdict';

/**
 * Passes or fails where the whole address space is known, and is expected to pass otherwise. Placement has rules of its
 * own (mmap_base, guard gaps): only a space without any gap of that size is a proof.
 */
export function hasGap(before: Before, pages: number): Verdict {
  const { space } = before;
  const asked = numberFact('asked', pages, 'pages');
  if (!space.complete) return likelyPasses('unknown-layout', asked);
  // By the pigeonhole principle one of n + 1 gaps is at least this large: no need to look.
  if ((space.taskSize - space.total) / (space.mapCount + 1) >= pages) return passes();
  let from = 0;
  let largest = 0;
  for (const vma of space.vmas()) {
    largest = Math.max(largest, vma.start - from);
    if (largest >= pages) return passes();
    from = vma.end;
  }
  largest = Math.max(largest, space.taskSize - from);
  return largest >= pages ? passes() : fails(asked, numberFact('largest-gap', largest, 'pages'));
}
