/**
 * How each kernel merges VMAs. The rules themselves are in model/memory, which knows no versions.
 *
 *               new between low and high    touched joins untouched    close hook
 *     to 6.0    low first                   no                         stays alone
 *     6.1-6.3   high first                  no                         stays alone
 *     6.4-6.11  high first                  no                         grows up
 *     6.12-6.15 low first                   no                         never vanishes
 *     from 6.16 low first                   yes                        never vanishes
 *
 * mm/mmap.c: vma_merge (to 6.0), mmap_region (6.1 to 6.11), is_mergeable_anon_vma; mm/vma.c: vma_merge_new_range (6.12).
 * Read in 5.10, 6.1, 6.6, 6.8, 6.12 and 6.14; measured on 5.10, 6.1, 6.12, 6.18 and 7.2.
 */
import type { MergePolicy } from '../memory/merge-policy';
import type { KernelVersion } from './check';
import { kernelVersion } from './versions';

const MAPLE_TREE = kernelVersion(6, 1);
const FINER_CLOSE_HOOK = kernelVersion(6, 4);
const VMA_FILE = kernelVersion(6, 12);
const TOUCHED_JOINS = kernelVersion(6, 16);

const closeHookOf = (kernel: KernelVersion): MergePolicy['closeHook'] => {
  if (kernel >= VMA_FILE) return 'never-vanishes';
  return kernel >= FINER_CLOSE_HOOK ? 'grows-up' : 'stays-alone';
};

export const mergingOf = (kernel: KernelVersion): MergePolicy => ({
  newJoinsFirst: kernel >= MAPLE_TREE && kernel < VMA_FILE ? 'high' : 'low',
  touchedJoinsUntouched: kernel >= TOUCHED_JOINS,
  closeHook: closeHookOf(kernel),
});
