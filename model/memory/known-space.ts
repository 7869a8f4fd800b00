/**
 * The immutable address space: reads a map of VMAs, a set of unknown pages and the numbers of the mm.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, PageState, SpaceEdit, SpaceFacts, SpaceId } from './address-space';
import { NEWEST_MERGING, type MergePolicy } from './merge-policy';
import type { PageNumber, PageRange } from './page';
import { cutRunsIn } from './page-draft';
import type { PageRun } from './page-run';
import { SpaceDraft } from './space-draft';
import type { SpaceParts } from './space-parts';
import type { Vma } from './vma';

export class KnownSpace implements AddressSpace {
  constructor(readonly parts: SpaceParts) {}

  get id(): SpaceId {
    return this.parts.id;
  }
  get taskSize(): PageNumber {
    return this.parts.taskSize;
  }
  get startStack(): PageNumber | undefined {
    return this.parts.startStack;
  }
  get shownHeap(): PageRange | undefined {
    return this.parts.shownHeap;
  }
  get complete(): boolean {
    return this.parts.facts.complete;
  }
  get total(): number {
    return this.parts.facts.total;
  }
  get locked(): number | undefined {
    return this.parts.facts.locked;
  }
  get likelyLocked(): number | undefined {
    return this.parts.facts.likelyLocked;
  }
  get surplusUnsure(): boolean {
    return this.parts.facts.surplusUnsure;
  }
  get data(): number {
    return this.parts.facts.data;
  }
  get stack(): number {
    return this.parts.facts.stack;
  }
  get exec(): number {
    return this.parts.facts.exec;
  }
  get mapCount(): number {
    return this.parts.facts.mapCount;
  }
  get startBrk(): bigint | undefined {
    return this.parts.facts.startBrk;
  }
  get brk(): bigint | undefined {
    return this.parts.facts.brk;
  }
  get futureLock(): SpaceFacts['futureLock'] {
    return this.parts.facts.futureLock;
  }
  get futureLockSetAt(): EventIndex | undefined {
    return this.parts.facts.futureLockSetAt;
  }
  get mmapBase(): SpaceFacts['mmapBase'] {
    return this.parts.facts.mmapBase;
  }

  vmaAt(page: PageNumber): Vma | undefined {
    return this.parts.vmas.at(page);
  }
  vmasIn(range: PageRange): Iterable<Vma> {
    return this.parts.vmas.in(range);
  }
  firstEndingAbove(page: PageNumber): Vma | undefined {
    return this.parts.vmas.firstEndingAbove(page);
  }
  lastStartingBelow(page: PageNumber): Vma | undefined {
    return this.parts.vmas.lastStartingBelow(page);
  }
  highestGap(within: PageRange, pages: number, guard?: (vma: Vma) => number): PageRange | undefined {
    return this.parts.vmas.highestGap(within, pages, guard);
  }
  lowestGap(within: PageRange, pages: number, guard?: (vma: Vma) => number): PageRange | undefined {
    return this.parts.vmas.lowestGap(within, pages, guard);
  }
  get largestGap(): number {
    return this.parts.vmas.largestGap(this.taskSize);
  }
  vmas(): Iterable<Vma> {
    return this.parts.vmas.all();
  }
  vmaList(start: number, count: number): readonly Vma[] {
    return this.parts.vmas.list(start, count);
  }

  stateAt(page: PageNumber): PageState {
    if (this.parts.vmas.at(page) !== undefined) return 'mapped';
    return this.parts.unknown.has(page) ? 'unknown' : 'free';
  }

  pagesIn(range: PageRange): readonly PageRun[] {
    return cutRunsIn(this.parts.pages, range);
  }
  pageRuns(range: PageRange): Iterable<PageRun> {
    return this.parts.pages.in(range);
  }

  holesIn(range: PageRange): readonly Hole[] {
    const holes: Hole[] = [];
    for (const gap of this.parts.vmas.gaps(range)) {
      let from = gap.start;
      for (const part of this.parts.unknown.within(gap)) {
        if (from < part.start) holes.push({ start: from, end: part.start, state: 'free' });
        holes.push({ start: part.start, end: part.end, state: 'unknown' });
        from = part.end;
      }
      if (from < gap.end) holes.push({ start: from, end: gap.end, state: 'free' });
    }
    return holes;
  }

  edit(event: EventIndex, merging: MergePolicy = NEWEST_MERGING): SpaceEdit {
    return new SpaceDraft(this, event, merging, made);
  }
}

const made = (parts: SpaceParts): KnownSpace => new KnownSpace(parts);

type Hole = PageRange & { readonly state: 'free' | 'unknown' };

/** The parts of a space; every space of the model is made in this folder. */
export const partsOf = (space: AddressSpace): SpaceParts => {
  if (space instanceof KnownSpace) return space.parts;
  throw new TypeError('an address space of another make');
};
