/**
 * How a call tells what it did to the pages of a space, beside what it did to the VMAs. All of it speaks of pages that are
 * mapped: holes in a range are passed over, and so are huge pages of hugetlbfs and memory of devices, whose entries are
 * another matter. Pages that are unmapped, and pages that were PROT_NONE and may be accessed now, `SpaceEdit` sees itself.
 */
import type { PageRange } from './page';
import type { PageNumber } from './page';
import type { PageRun } from './page-run';

/**
 * Why all pages of a range are present.
 *
 *     populated   mlock, MAP_POPULATE: writable private memory is written to, other memory read; PROT_NONE is left alone
 *     attempted   the same where a failure is not told (mmap, mlockall): proves nothing of files and shared memory, whose
 *                 pages may lie behind their end
 *     read        read by the kernel, or seen by it (MADV_POPULATE_READ, mincore)
 *     written     written to by the kernel (a buffer, MADV_POPULATE_WRITE)
 */
export type Presence = 'populated' | 'attempted' | 'read' | 'written';

/** Entries on their way to another place. */
export interface CarriedPages {
  readonly from: PageRange;
  readonly runs: readonly PageRun[];
}

export interface PageEdit {
  /** mm/gup.c: populate_vma_page_range */
  present(range: PageRange, how: Presence): void;
  /** The entries are empty now; guard pages stay. mm/memory.c: zap_page_range_single */
  emptied(range: PageRange): void;
  /** mm/madvise.c: madvise_guard_install, madvise_guard_remove */
  guarded(range: PageRange): void;
  unguarded(range: PageRange): void;
  /** A snapshot shows guards somewhere in the range: any page of which nothing else is proven may be one. */
  maybeGuarded(range: PageRange): void;
  /** What was present may go at any time from now on. */
  loosened(range: PageRange): void;
  /** Takes entries away from a range inside one VMA. mm/mremap.c: move_page_tables */
  moveOut(range: PageRange): CarriedPages;
  /** Hangs them in again; the VMA at the new place is there already. */
  moveIn(pages: CarriedPages, to: PageNumber): void;
}
