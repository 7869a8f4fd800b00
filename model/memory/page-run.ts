/**
 * What a log proves of the page table entries of a stretch of pages. A page without a run is open: the program may have
 * touched it or not, and no log shows either.
 *
 *     mlock         munlock     MADV_DONTNEED            mprotect(PROT_NONE) changes no entry
 *     |oooooooooooooooooooooooooo|rrrrrrrrrrrrr|
 *      own: has its page          released: had none right after the call; touched since, or not
 *
 * "Present" means that the entry is not empty. Memory that is not locked may be taken out to swap, a page of a file given
 * back, without any line: that is the reader's to say, for it hangs on the VMA as it is then.
 */
import type { EventIndex } from '../trace/positions';
import type { PageRange } from './page';

/** In the order of storage: append only. */
export const PAGE_KINDS = [
  /** Present: a page of the process's own, made by a write. After a fork it is shared until one side writes. */
  'own',
  /** Present in private anonymous memory, by a read or who knows how: perhaps the zero page. */
  'read',
  /** Present: a page of a file or of shared memory. It may be mapped by one entry for a whole huge page. */
  'file',
  /** No page, and each touch is a fault until MADV_GUARD_REMOVE. */
  'guard',
  /** No page, and none since: no access to it was allowed, PROT_NONE. */
  'untouched',
  /** No page right after the event; the program could touch it since. */
  'released',
  /** Present before the event; the kernel may have taken it at any time since (MADV_FREE, MADV_PAGEOUT). */
  'open',
  /** A guard, or whatever else: a snapshot says that there are some in the VMA, not where; or a fork perhaps left it behind. */
  'maybe-guard',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** The longest stretch of one kind and event is one run: neighbours of the same are joined. Immutable. */
export interface PageRun extends PageRange {
  readonly kind: PageKind;
  /** The event that the kind rests on. */
  readonly event: EventIndex;
}

/** What an event did to the runs; as VMAs in a change: gone as they were, here as they are, ascending. */
export interface PageRunsChange {
  readonly removed: readonly PageRun[];
  readonly added: readonly PageRun[];
}

/** mremap hung the entries of `from` in at `to`: the entries went, no byte was copied. */
export interface PageMove {
  readonly from: PageRange;
  readonly to: PageRange;
}

export const isPresent = (kind: PageKind): boolean => kind === 'own' || kind === 'read' || kind === 'file';

/** The entry says something, so the table that holds it exists: also a guard is an entry (a PTE marker). */
export const hasEntry = (kind: PageKind): boolean => isPresent(kind) || kind === 'guard';
