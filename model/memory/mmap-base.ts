/**
 * Where the kernel begins its search for room, as far as a snapshot and the places that it chose show it: a number of the
 * space that execve draws and that stays (mm_struct: mmap_base, mmap_legacy_base; MMF_TOPDOWN). Which it is of a snapshot
 * is found in kernel/placement.
 *
 *     down  | program | heap |  ...free...  | mappings |base  gap  | stack |     usual: filled from the base downwards
 *     up    | program | heap |base| mappings |  ...free...         | stack |     legacy: filled upwards
 */
import type { PageNumber } from './page';

export interface MmapBase {
  readonly direction: 'down' | 'up';
  /**
   * The base is a page from `lowest` to `highest`, both included; equal where it is known. Down: the first page above the
   * mappings. Up: the first page that they may have.
   */
  readonly lowest: PageNumber;
  readonly highest: PageNumber;
  /** What execve maps first, so that it ends (up: begins) at the base; or the first place that the kernel chose. */
  readonly shownBy: 'interpreter' | 'vdso' | 'program' | 'placement';
  /** The oldest kernel, as major * 1000 + minor, that lays a new space out like this; 0: any. */
  readonly kernelSince: number;
}
