/**
 * The contract of an address space: what the kernel keeps in its mm_struct, as far as a log shows it. Immutable;
 * `SpaceEdit` makes the next one and remembers what it changed.
 */
import type { EventIndex } from '../trace/positions';
import type { MergePolicy } from './merge-policy';
import type { MmapBase } from './mmap-base';
import type { PageNumber, PageRange } from './page';
import type { PageEdit } from './page-edit';
import type { PageMove, PageRun, PageRunsChange } from './page-run';
import type { Vma } from './vma';

/** One life of one address space: exec makes a new one, threads share one. */
export type SpaceId = number & { readonly __space: unique symbol };

/**
 * Every page is mapped (in a VMA), free (proven: unmapped by a call, or not in a snapshot), or unknown.
 */
export type PageState = 'mapped' | 'free' | 'unknown';

/** The numbers of an mm. In pages unless said; lower bounds while `complete` is false. */
export interface SpaceFacts {
  /** False while pages are unknown: then totals count known VMAs only. */
  readonly complete: boolean;
  /** mm->total_vm (VmSize). */
  readonly total: number;
  /**
   * mm->locked_vm (VmLck): a number of its own, not the sum over VMAs (see linux 6.15-6.18 MREMAP_DONTUNMAP).
   * Undefined when the log cannot tell: attached to a process that might have locked memory before.
   */
  readonly locked: number | undefined;
  /**
   * Where `locked` is undefined since page faults that no log shows decide it: what it is if the program touched nothing but
   * what the log shows, as the VMAs are drawn.
   */
  readonly likelyLocked?: number | undefined;
  /** Something was counted in VmLck or not that no VMA will take back: unlocking everything does not make it 0. */
  readonly surplusUnsure: boolean;
  readonly data: number;
  readonly stack: number;
  readonly exec: number;
  /** Number of VMAs (mm->map_count); [vsyscall] is none. */
  readonly mapCount: number;
  /** Bytes. Undefined until a brk call shows it. */
  readonly startBrk: bigint | undefined;
  readonly brk: bigint | undefined;
  /** mlockall(MCL_FUTURE): what every new VMA gets (mm->def_flags). 'unknown' after attaching. */
  readonly futureLock: 'off' | 'locked' | 'onfault' | 'unknown';
  /** The event that set `futureLock`; undefined: none in this log. */
  readonly futureLockSetAt: EventIndex | undefined;
  /** Where the kernel looks for room; undefined: nothing shows it. */
  readonly mmapBase?: MmapBase | undefined;
}

export interface AddressSpace extends SpaceFacts {
  readonly id: SpaceId;
  /** First page that user space cannot map; from the architecture. */
  readonly taskSize: PageNumber;
  /** The page of mm->start_stack, which gives a VMA its `[stack]`; undefined until a snapshot shows it. */
  readonly startStack: PageNumber | undefined;
  /** What a snapshot calls `[heap]`: stands in for the break as long as no brk call has shown it. */
  readonly shownHeap: PageRange | undefined;
  /** The VMA that holds the page. */
  vmaAt(page: PageNumber): Vma | undefined;
  /** VMAs that touch the range, ascending, uncut. */
  vmasIn(range: PageRange): Iterable<Vma>;
  /** The first VMA that ends above `page`: the kernel's find_vma. */
  firstEndingAbove(page: PageNumber): Vma | undefined;
  lastStartingBelow(page: PageNumber): Vma | undefined;
  /**
   * The highest gap between VMAs, of free pages or unknown ones, that has `pages` pages inside the range; cut to it. Of a
   * gap below a VMA `guard` pages do not count.
   */
  highestGap(within: PageRange, pages: number, guard?: (vma: Vma) => number): PageRange | undefined;
  lowestGap(within: PageRange, pages: number, guard?: (vma: Vma) => number): PageRange | undefined;
  /** Pages of the largest gap between VMAs, of free pages or unknown ones. */
  readonly largestGap: number;
  /** All VMAs, ascending. `vmaList(start, count)` pages through them for views. */
  vmas(): Iterable<Vma>;
  vmaList(start: number, count: number): readonly Vma[];
  stateAt(page: PageNumber): PageState;
  /** Parts of the range without VMA, ascending, each wholly free or wholly unknown. */
  holesIn(range: PageRange): readonly (PageRange & { readonly state: 'free' | 'unknown' })[];
  /** What is proven of the page table entries of the range, cut to it, ascending. Pages between are open. */
  pagesIn(range: PageRange): readonly PageRun[];
  /** The same runs, uncut and one by one: a block of a page table may have very many. */
  pageRuns(range: PageRange): Iterable<PageRun>;
  /** `merging`: as the machine's kernel merges; absent: as the newest. */
  edit(event: EventIndex, merging?: MergePolicy): SpaceEdit;
}

/**
 * Changes an address space as the kernel's own primitives do. Every method splits at the range's ends as needed. Not to
 * be used after `finish`.
 */
export interface SpaceEdit {
  /** The space as changed so far. */
  readonly now: AddressSpace;
  /** What the call did to pages: told behind what it did to their VMAs. */
  readonly pages: PageEdit;
  /** Removes what is mapped and makes all of the range free; VmLck and totals follow. mm/vma.c: do_vmi_align_munmap */
  unmap(range: PageRange): void;
  /**
   * Inserts a VMA and merges it with neighbours. What the model still held in its range is removed: the log is the
   * truth. New memory has anonVma 'none'. mm/vma.c: __mmap_region, vma_merge_new_range
   * 'alone': the kernel looks for no neighbour to merge it with.
   */
  map(vma: Vma, how?: 'alone'): void;
  /**
   * Replaces each VMA piece of the range, ascending, by what `next` makes of it, merging as the kernel does for calls
   * that change attributes (vma_modify). A piece that `next` returns unchanged (same reference) is neither split nor
   * merged.
   */
  modify(range: PageRange, next: (piece: Vma) => Vma): void;
  /** Replaces each whole VMA that the range touches; nothing is split or merged, though neighbours may be equal then. */
  mark(range: PageRange, next: (vma: Vma) => Vma): void;
  /** Splits at a page, as a call that then failed leaves behind. */
  splitAt(page: PageNumber): void;
  /**
   * The kernel wrote into these pages (read(2) into a buffer, mlock or populate of writable memory): private VMAs there
   * have an anon_vma from now on. Nothing is split or merged. mm/memory.c: vmf_anon_prepare
   */
  touch(range: PageRange, by?: 'write' | 'guard'): void;
  /**
   * A call proved these pages mapped: parts without VMA become inferred VMAs with what is known of them, and inferred
   * VMAs there learn it. Parts that the model took for free too: the log is the truth. VmLck stays, for nothing happened.
   */
  infer(range: PageRange, known: Partial<Pick<Vma, 'prot' | 'flags' | 'backing'>>): void;
  /** A call proved these pages not mapped: unknown parts become free, inferred VMAs there end. VmLck stays. */
  inferFree(range: PageRange): void;
  setFacts(
    facts: Partial<
      Pick<
        SpaceFacts,
        | 'locked'
        | 'likelyLocked'
        | 'surplusUnsure'
        | 'startBrk'
        | 'brk'
        | 'futureLock'
        | 'futureLockSetAt'
        | 'mmapBase'
      >
    >,
  ): void;
  finish(): { readonly space: AddressSpace; readonly change: SpaceChange };
}

/** What one event did to one address space: invertible, so that time travel needs no snapshots. */
export interface SpaceChange {
  readonly space: SpaceId;
  /** VMAs that are gone, ascending, as they were. */
  readonly removed: readonly Vma[];
  /** VMAs that are new, ascending, as they are. A split VMA is in `removed` whole and in `added` in parts. */
  readonly added: readonly Vma[];
  readonly factsBefore: SpaceFacts;
  readonly factsAfter: SpaceFacts;
  /** The unknown pages before and after, where the event changed them. Ascending, disjoint, not touching. */
  readonly unknownBefore?: readonly PageRange[] | undefined;
  readonly unknownAfter?: readonly PageRange[] | undefined;
  /** Neighbours whose merging the log can't tell; absent: all was certain. */
  readonly mergeDoubts?: readonly MergeDoubt[] | undefined;
  /** What is proven of page table entries, before and after, where the event changed it. */
  readonly pages?: PageRunsChange | undefined;
  /** Entries that mremap hung in at another place, in the order of the call. */
  readonly moves?: readonly PageMove[] | undefined;
}

/** The model chose the likelier of merging and not merging at this border. */
export interface MergeDoubt {
  readonly border: PageNumber;
  readonly merged: boolean;
}
