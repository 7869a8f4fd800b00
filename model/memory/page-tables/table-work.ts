/**
 * How many tables of a level one change of a space took, gave back and moved, in bounds. A table is there only if some page
 * in its block was touched, which the program may have done unseen; it goes for certain when no VMA is left in its block.
 * mm/memory.c: free_pgd_range
 */
import type { EventIndex } from '../../trace/positions';
import type { AddressSpace, SpaceChange } from '../address-space';
import { lengthOf, pageRange, type PageRange } from '../page';
import { hasEntry, type PageRun } from '../page-run';
import { RangeSet } from '../range-set';
import type { Vma } from '../vma';
import type { Geometry, Level, LevelName } from './geometry';
import type { MoveAbilities, MovedEntries } from './moved-entries';
import { provesTable } from './table-counts';

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
  /** What the call filled as far as it could, which proves nothing: locked memory of files, MAP_POPULATE. */
  readonly attempted: readonly PageRange[];
  /** MADV_DONTNEED gives tables back that it leaves empty: 6.14, x86-64. mm/pt_reclaim.c */
  readonly reclaimsTables: boolean;
}

export interface Touched {
  /** The VMAs of the change and their nearest neighbours. */
  readonly before: readonly Vma[];
  readonly after: readonly Vma[];
  readonly filled: readonly PageRun[];
  readonly attempted: readonly PageRange[];
  readonly gone: readonly PageRun[];
  /** Runs that the change left alone, near enough to have proven a table that it needs. */
  readonly kept: readonly PageRun[];
  readonly moved: readonly MovedEntries[];
  /**
   * Made by the event, perhaps in the place of others: those went first, and the tables that only they used with them,
   * before this one was put in. MAP_FIXED; mm/vma.c: vms_clear_ptes
   */
  readonly isNew: (vma: Vma) => boolean;
  /** What mremap moves is still there while its new place is cleared. */
  readonly stayUntilMoved: readonly PageRange[];
  readonly reclaimed: readonly PageRange[];
}

/**
 * A block that a VMA of the change shares with any other VMA, it shares with its nearest neighbour on that side: so these
 * are all that decide whether a block is still in use. Where entries came into VMAs that stayed, those count too.
 */
export function vmasAround(
  before: AddressSpace,
  after: AddressSpace,
  { removed, added, pages }: SpaceChange,
): Pick<Touched, 'before' | 'after'> {
  const untouched = new Set<Vma>();
  for (const vma of [...removed, ...added])
    for (const space of [before, after])
      for (const near of [space.lastStartingBelow(vma.start), space.firstEndingAbove(vma.end)])
        if (near !== undefined) untouched.add(near);
  for (const run of pages?.added ?? []) for (const vma of after.vmasIn(run)) untouched.add(vma);
  for (const vma of [...removed, ...added]) untouched.delete(vma);
  return { before: [...untouched, ...removed], after: [...untouched, ...added] };
}

/** Looked at for each stretch: where more lie around it, tables that were there before may be told as perhaps new. */
const MOST_NEAR = 256;

/** The runs in the blocks that the stretches touch, of the largest tables below the top one. */
export function runsNear(
  before: AddressSpace,
  stretches: readonly PageRange[],
  { levels }: Geometry,
): readonly PageRun[] {
  const near: PageRun[] = [];
  for (const { start, end } of stretches.slice(0, MOST_NEAR))
    for (const { tablePages } of levels.slice(1)) {
      const low = pageRange(Math.floor(start / tablePages) * tablePages, start + 1);
      const high = pageRange(end - 1, Math.ceil(end / tablePages) * tablePages);
      for (const side of [low, high]) near.push(...firstProofs(before, side));
    }
  return near;
}

function firstProofs(before: AddressSpace, range: PageRange): readonly PageRun[] {
  let looked = 0;
  for (const run of before.pageRuns(range)) {
    if (hasEntry(run.kind) && run.kind !== 'file') return [run];
    if (++looked >= MOST_NEAR) break;
  }
  return [];
}

export function tableWork(level: Level, touched: Touched): TableWork {
  const inUse = blocksOf(touched.before, level);
  const stillInUse = blocksOf(touched.after, level);
  const went = blocksOf(movedWhole(touched.moved, level, 'from'), level);
  const came = blocksOf(movedWhole(touched.moved, level, 'to'), level);
  const known = new Set([...touched.gone, ...touched.kept]);
  const before = blocksOf(
    [...known].filter((run) => provesTable(run, level)),
    level,
  );
  const proven = blocksOf(
    touched.filled.filter((run) => provesTable(run, level)),
    level,
  );
  const entryByEntry = touched.moved
    .filter((part) => part.level.entryPages < level.tablePages)
    .map(({ to }) => to);
  const reached = blocksOf([...touched.attempted, ...entryByEntry, ...touched.filled], level);
  const unused = minus(minus(inUse, stillInUse), went);
  const staying = blocksOf(
    [...touched.after.filter((vma) => !touched.isNew(vma)), ...touched.stayUntilMoved],
    level,
  );
  const forMoment = minus(minus(inUse, staying), went);
  const hadEntries = blocksOf(
    touched.gone.filter((run) => provesTable(run, level)),
    level,
  );
  const reclaimed = level.name === 'PTE' ? wholeBlocks(touched.reclaimed, level) : 0;
  return {
    level: level.name,
    tableBytes: level.tableBytes,
    allocated: {
      least: size(minus(minus(proven, inUse), came)),
      most: size(minus(minus(reached, came), minus(before, forMoment))),
    },
    freed: { least: size(both(unused, hadEntries)), most: size(either(unused, forMoment)) + reclaimed },
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

export const minus = (a: RangeSet, b: RangeSet): RangeSet => a.withoutAll([...b.ranges()]);

const either = (a: RangeSet, b: RangeSet): RangeSet => RangeSet.of([...a.ranges(), ...b.ranges()]);

const both = (a: RangeSet, b: RangeSet): RangeSet =>
  RangeSet.of([...b.ranges()].flatMap((range) => a.within(range)));

function size(set: RangeSet): number {
  let blocks = 0;
  for (const range of set.ranges()) blocks += lengthOf(range);
  return blocks;
}
