/**
 * Whether a free gap of some size exists: what an address that the kernel chooses needs. mm/vma.c: vm_unmapped_area
 */
import type { Before, Verdict } from './check';
import { fails, likelyPasses, numberFact, passes } from './verdict';

/** Pages kept free below a VMA that grows down: the boot option stack_guard_gap's default. mm/mmap.c */
export const STACK_GUARD_PAGES = 256;

/**
 * Fails only where what is known to be mapped leaves no gap of that size, whatever the unknown pages hold. Placement has
 * rules of its own (mmap_base, guard gaps), so that a gap is no proof of success where pages are unknown.
 */
export function hasGap(before: Before, pages: number): Verdict {
  const { space } = before;
  const asked = numberFact('asked', pages, 'pages');
  const passing = space.complete ? passes() : likelyPasses('unknown-layout', asked);
  // By the pigeonhole principle one of n + 1 gaps is at least this large: no need to look.
  if ((space.taskSize - space.total) / (space.mapCount + 1) >= pages) return passing;
  let from = 0;
  let largest = 0;
  for (const vma of space.vmas()) {
    largest = Math.max(largest, vma.start - from);
    if (largest >= pages) return passing;
    from = vma.end;
  }
  largest = Math.max(largest, space.taskSize - from);
  return largest >= pages ? passing : fails(asked, numberFact('largest-gap', largest, 'pages'));
}
