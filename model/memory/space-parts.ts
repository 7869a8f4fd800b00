/**
 * What an immutable address space is made of. The space reads it, an edit makes the next one of it: both know this, so
 * that they need not know each other.
 */
import type { PageNumber, PageRange } from './page';
import type { PageRun } from './page-run';
import type { RangeSet } from './range-set';
import type { ReadonlyRangeTree } from './range-tree';
import type { SpaceFacts, SpaceId } from './address-space';
import type { Vma } from './vma';

export interface SpaceParts {
  readonly id: SpaceId;
  readonly taskSize: PageNumber;
  readonly startStack: PageNumber | undefined;
  readonly shownHeap: PageRange | undefined;
  readonly vmas: ReadonlyRangeTree<Vma>;
  /** Pages of which nothing is known; no VMA lies in them. */
  readonly unknown: RangeSet;
  /** VMAs that are inferred: while there are any, totals are lower bounds. */
  readonly inferred: number;
  readonly facts: SpaceFacts;
  /** What is proven of page table entries. Each run lies in VMAs wholly. */
  readonly pages: ReadonlyRangeTree<PageRun>;
}
