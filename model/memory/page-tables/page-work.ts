/**
 * What one change of a space did to page tables: the entries that it filled, emptied and moved, and the tables that it took
 * and gave back. Costs are those of what the change touched; the answer is runs, never pages.
 *
 * Tables are told in bounds. A table is there only if some page in its block was touched, which the program may have done
 * unseen; it goes for certain when no VMA is left in its block. mm/memory.c: free_pgd_range
 */
import type { AddressSpace, SpaceChange } from '../address-space';
import { lengthOf, pageRange, type PageRange } from '../page';
import { hasEntry, isPresent, type PageMove, type PageRun } from '../page-run';
import { RangeSet } from '../range-set';
import { has, VmFlag, type Vma } from '../vma';
import type { EventIndex } from '../../trace/positions';
import type { Geometry, Level, LevelName } from './geometry';
import { movedEntries, type MoveAbilities, type MovedEntries } from './moved-entries';
import { provesTable } from './table-counts';

export interface PageWork {
  readonly moved: readonly MovedEntries[];
  /** Runs that the event made present, a guard, or empty. */
  readonly filled: readonly PageRun[];
  readonly emptied: readonly PageRun[];
  readonly loosened: readonly PageRun[];
  /** Proven entries that went with their VMAs. */
  readonly dropped: readonly PageRun[];
  /** Below the top level, downwards; levels where nothing can have happened are left out. */
  readonly tables: readonly TableWork[];
}

export interface TableWork {
  readonly level: LevelName;
  readonly tableBytes: number;
  readonly allocated: Bounds;
  readonly freed: Bounds;
  /** Tables that hang elsewhere now, whole. At most: those that were not there did not move. */
  readonly moved: number;
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface WorkOptions extends MoveAbilities {
  readonly event: EventIndex;
  /** A stretch that the call tried to fill, perhaps in part (MAP_POPULATE). */
  readonly attempted: PageRange | undefined;
  /** MADV_DONTNEED gives tables back that it leaves empty: 6.14, x86-64. mm/pt_reclaim.c */
  readonly reclaimsTables: boolean;
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
  const touched: Touched = {
    ...vmasAround(before, after, change),
    filled: here.filter(({ kind }) => hasEntry(kind)),
    attempted: attemptedIn(change, filled, options),
    gone,
    moved,
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

interface Touched {
  /** The VMAs of the change and their nearest neighbours. */
  readonly before: readonly Vma[];
  readonly after: readonly Vma[];
  readonly filled: readonly PageRun[];
  readonly attempted: readonly PageRange[];
  readonly gone: readonly PageRun[];
  readonly moved: readonly MovedEntries[];
  readonly reclaimed: readonly PageRange[];
}

/**
 * A block that a VMA of the change shares with any other VMA, it shares with its nearest neighbour on that side: so these
 * are all that decide whether a block is still in use.
 */
function vmasAround(
  before: AddressSpace,
  after: AddressSpace,
  { removed, added }: SpaceChange,
): Pick<Touched, 'before' | 'after'> {
  const untouched = new Set<Vma>();
  for (const vma of [...removed, ...added])
    for (const space of [before, after])
      for (const near of [space.lastStartingBelow(vma.start), space.firstEndingAbove(vma.end)])
        if (near !== undefined) untouched.add(near);
  for (const vma of [...removed, ...added]) untouched.delete(vma);
  return { before: [...untouched, ...removed], after: [...untouched, ...added] };
}

/** Also what was filled unproven: locked memory of files, and what MAP_POPULATE asked for. */
function attemptedIn(
  { added, removed }: SpaceChange,
  filled: readonly PageRun[],
  { attempted }: WorkOptions,
): readonly PageRange[] {
  const locked = added.filter(
    (vma) => isFilledLock(vma) && !removed.some((old) => isFilledLock(old) && covers(old, vma)),
  );
  return [...filled, ...locked, ...(attempted === undefined ? [] : [attempted])];
}

const isFilledLock = (vma: Vma): boolean => has(vma, VmFlag.locked) && !has(vma, VmFlag.lockOnFault);
const covers = (old: PageRange, now: PageRange): boolean => old.start <= now.start && now.end <= old.end;

function tableWork(level: Level, touched: Touched): TableWork {
  const inUse = blocksOf(touched.before, level);
  const stillInUse = blocksOf(touched.after, level);
  const went = blocksOf(movedWhole(touched.moved, level, 'from'), level);
  const came = blocksOf(movedWhole(touched.moved, level, 'to'), level);
  const proven = blocksOf(
    touched.filled.filter((run) => provesTable(run, level)),
    level,
  );
  const entryByEntry = touched.moved
    .filter((part) => part.level.entryPages < level.tablePages)
    .map(({ to }) => to);
  const reached = blocksOf([...touched.attempted, ...entryByEntry, ...touched.filled], level);
  const unused = minus(minus(inUse, stillInUse), went);
  const hadEntries = blocksOf(
    touched.gone.filter((run) => provesTable(run, level)),
    level,
  );
  const reclaimed = level.name === 'PTE' ? wholeBlocks(touched.reclaimed, level) : 0;
  return {
    level: level.name,
    tableBytes: level.tableBytes,
    allocated: { least: size(minus(minus(proven, inUse), came)), most: size(minus(reached, came)) },
    freed: { least: size(both(unused, hadEntries)), most: size(unused) + reclaimed },
    moved: size(went),
  };
}

/** Where entries that point to tables of the level, or of one above it, went as they were. */
const movedWhole = (
  moved: readonly MovedEntries[],
  level: Level,
  side: 'from' | 'to',
): readonly PageRange[] =>
  moved.filter((part) => part.level.entryPages >= level.tablePages).map((part) => part[side]);

/** Numbers of the blocks that a table of the level maps, which the ranges touch. */
const blocksOf = (ranges: readonly PageRange[], { tablePages }: Level): RangeSet =>
  RangeSet.of(
    ranges.map(({ start, end }) => pageRange(Math.floor(start / tablePages), Math.ceil(end / tablePages))),
  );

const wholeBlocks = (ranges: readonly PageRange[], { tablePages }: Level): number =>
  ranges.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.floor(end / tablePages) - Math.ceil(start / tablePages)),
    0,
  );

const minus = (a: RangeSet, b: RangeSet): RangeSet => a.withoutAll([...b.ranges()]);

const both = (a: RangeSet, b: RangeSet): RangeSet =>
  RangeSet.of([...b.ranges()].flatMap((range) => a.within(range)));

function size(set: RangeSet): number {
  let blocks = 0;
  for (const range of set.ranges()) blocks += lengthOf(range);
  return blocks;
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
