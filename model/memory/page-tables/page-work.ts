/**
 * What one change of a space did to page tables: the entries that it filled, emptied and moved, and the tables that it took
 * and gave back. Costs are those of what the change touched; the answer is runs, never pages.
 */
import type { AddressSpace, SpaceChange } from '../address-space';
import { hasEntry, isPresent, type PageMove, type PageRun } from '../page-run';
import { RangeSet } from '../range-set';
import type { Geometry } from './geometry';
import { movedEntries, type MovedEntries } from './moved-entries';
import {
  minus,
  runsNear,
  tableWork,
  vmasAround,
  type TableWork,
  type Touched,
  type WorkOptions,
} from './table-work';

export interface PageWork {
  readonly moved: readonly MovedEntries[];
  /** Runs that the event proves present: it made them so, or found them so. */
  readonly filled: readonly PageRun[];
  /** Made empty, or guards. */
  readonly emptied: readonly PageRun[];
  readonly loosened: readonly PageRun[];
  /** Proven entries that went with their VMAs. */
  readonly dropped: readonly PageRun[];
  /** Below the top level, downwards; levels where nothing can have happened are left out. */
  readonly tables: readonly TableWork[];
}

export function pageWork(
  before: AddressSpace,
  after: AddressSpace,
  change: SpaceChange,
  geometry: Geometry,
  options: WorkOptions,
): PageWork {
  const moved = (change.moves ?? []).flatMap((move) => movedEntries(move, geometry, options));
  const gone = change.pages?.removed ?? [];
  const here = change.pages?.added ?? [];
  const made = here.filter(({ event }) => event === options.event);
  const filled = made.filter(({ kind }) => isPresent(kind));
  const emptied = made.filter(({ kind }) => kind === 'untouched' || kind === 'released' || kind === 'guard');
  const attempted = [...filled, ...options.attempted];
  const touched: Touched = {
    ...vmasAround(before, after, change),
    filled: here.filter(({ kind }) => hasEntry(kind)),
    attempted,
    gone,
    kept: runsNear(before, [...attempted, ...moved.map(({ to }) => to)], geometry),
    moved,
    isNew: ({ origin }) => origin.mapped === options.event || origin.moved === options.event,
    // Of several mappings each makes room for itself when its turn comes: then the first ones are gone already.
    stayUntilMoved: change.moves?.length === 1 ? change.moves.map(({ from }) => from) : [],
    reclaimed: options.reclaimsTables ? emptied.filter(({ kind }) => kind === 'released') : [],
  };
  return {
    moved,
    filled,
    emptied,
    loosened: made.filter(({ kind }) => kind === 'open'),
    dropped: droppedFrom(after, gone, change.moves ?? []),
    tables: geometry.levels
      .slice(1)
      .map((level) => tableWork(level, touched))
      .filter(({ allocated, freed, moved: n }) => allocated.most > 0 || freed.most > 0 || n > 0),
  };
}

/** What is left of proven entries in pages that are mapped no more, and whose entries did not move. */
function droppedFrom(
  after: AddressSpace,
  gone: readonly PageRun[],
  moves: readonly PageMove[],
): readonly PageRun[] {
  const moved = RangeSet.of(moves.map(({ from }) => from));
  return gone
    .filter(({ kind }) => hasEntry(kind))
    .flatMap((run) =>
      [...minus(RangeSet.of(after.holesIn(run)), moved).ranges()].map((part) => ({ ...run, ...part })),
    );
}
