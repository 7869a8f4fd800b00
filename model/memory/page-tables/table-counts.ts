/**
 * How many page tables of each level an address space needs: at least those that hold what is proven present, at most
 * those that all VMAs would need if every page of them were there.
 *
 * The table of a level below the top is named by the block of addresses that it maps. Blocks that ranges touch, ascending:
 *
 *     blocks    |    0    |    1    |    2    |    3    |
 *     ranges       AA BBB     CCCCCCCCC DD                     first 0, last 2, count 3
 *
 * Two neighbouring stretches have together as many as each has, less one where the last block of the one is the first of the
 * other. So a leaf of the tree of VMAs is counted once, as long as it lives, and a change costs the leaf that it is in
 * and a sum over the leaves: 250 of them among 60,000 VMAs.
 *
 * More tables than `most` cannot be: munmap frees a table as soon as no VMA is left in its block. Fewer than `least`
 * neither: a proven page keeps its tables. mm/memory.c: free_pgd_range, called with the neighbours' ends as floor and
 * ceiling; a huge page of anonymous memory keeps a table in reserve (pgtable_trans_huge_deposit).
 */
import type { AddressSpace } from '../address-space';
import { partsOf } from '../known-space';
import type { PageRange } from '../page';
import { hasEntry, type PageRun } from '../page-run';
import type { Geometry, Level, LevelName } from './geometry';

export interface LevelCount {
  readonly level: LevelName;
  readonly tableBytes: number;
  readonly counted: boolean;
  readonly least: number;
  readonly most: number;
}

export interface TableCounts {
  /** From the top down. */
  readonly levels: readonly LevelCount[];
  /** What VmPTE of /proc/PID/status shows, in bytes: without the top table and P4D tables. */
  readonly vmPte: { readonly least: number; readonly most: number };
  /** False: there may be VMAs that the log does not show, so `most` is none. */
  readonly complete: boolean;
}

/** Blocks that a stretch of ranges touches, for each level below the top: `first`, `last`, `count` at 3n, 3n+1, 3n+2. */
type Summary = Float64Array;

export function tableCounts(space: AddressSpace, geometry: Geometry): TableCounts {
  const { vmas, pages } = partsOf(space);
  const [top, ...below] = geometry.levels;
  const most = summaryOf(vmas.parts(), below, all, mostOf(geometry));
  const least = summaryOf(pages.parts(), below, provesTable, leastOf(geometry));
  const levels = below.map((level, n) => ({
    level: level.name,
    tableBytes: level.tableBytes,
    counted: level.counted,
    least: Math.max(level.born, countAt(least, n)),
    most: Math.max(level.born, countAt(most, n)),
  }));
  const bytes = (which: 'least' | 'most'): number =>
    levels.reduce((sum, level) => sum + (level.counted ? level[which] * level.tableBytes : 0), 0);
  return {
    levels: top === undefined ? levels : [topCount(top), ...levels],
    vmPte: { least: bytes('least'), most: bytes('most') },
    complete: space.complete,
  };
}

/** A stretch without blocks has no number there. */
const countAt = (summary: Summary, n: number): number => {
  const count = summary[n * 3 + 2] ?? NaN;
  return Number.isNaN(count) ? 0 : count;
};

const topCount = ({ name, tableBytes }: Level): LevelCount => ({
  level: name,
  tableBytes,
  counted: false,
  least: 1,
  most: 1,
});

/** Whether a range counts at a level. */
type Counts<Item> = (item: Item, level: Level) => boolean;
const all = (): boolean => true;

/** A page of a file may hang in one entry of the PMD level with 511 others, and then needs no table of PTEs. */
export const provesTable = ({ kind }: PageRun, { name }: Pick<Level, 'name'>): boolean =>
  hasEntry(kind) && (kind !== 'file' || name !== 'PTE');

/** Leaves never change once a space is made, so what was counted of one holds for every space that has it. */
type Known = WeakMap<readonly PageRange[], Summary>;
const knownMost = new WeakMap<Geometry, Known>();
const knownLeast = new WeakMap<Geometry, Known>();

const mostOf = (geometry: Geometry): Known => knownIn(knownMost, geometry);
const leastOf = (geometry: Geometry): Known => knownIn(knownLeast, geometry);

function knownIn(all: WeakMap<Geometry, Known>, geometry: Geometry): Known {
  const known: Known = all.get(geometry) ?? new WeakMap();
  all.set(geometry, known);
  return known;
}

function summaryOf<Item extends PageRange>(
  leaves: readonly { readonly items: readonly Item[] }[],
  levels: readonly Level[],
  counts: Counts<Item>,
  known: Known,
): Summary {
  const whole = emptySummary(levels);
  for (const { items: leaf } of leaves) {
    let one = known.get(leaf);
    if (one === undefined) {
      one = summaryOfLeaf(leaf, levels, counts);
      known.set(leaf, one);
    }
    for (let n = 0; n < levels.length; n++)
      add(whole, n, one[n * 3] ?? NaN, one[n * 3 + 1] ?? 0, one[n * 3 + 2] ?? 0);
  }
  return whole;
}

function summaryOfLeaf<Item extends PageRange>(
  leaf: readonly Item[],
  levels: readonly Level[],
  counts: Counts<Item>,
): Summary {
  const summary = emptySummary(levels);
  levels.forEach((level, n) => {
    for (const item of leaf) {
      if (!counts(item, level)) continue;
      const first = Math.floor(item.start / level.tablePages);
      const last = Math.floor((item.end - 1) / level.tablePages);
      add(summary, n, first, last, last - first + 1);
    }
  });
  return summary;
}

/** A stretch without any block has a `first` that is not a number. */
const emptySummary = (levels: readonly Level[]): Summary => new Float64Array(levels.length * 3).fill(NaN);

/** Adds a stretch that lies above what is there. */
function add(summary: Summary, n: number, first: number, last: number, count: number): void {
  if (Number.isNaN(first)) return;
  const at = n * 3;
  const before = summary[at + 2] ?? NaN;
  if (Number.isNaN(before)) {
    summary[at] = first;
    summary[at + 2] = count;
  } else summary[at + 2] = before + count - (summary[at + 1] === first ? 1 : 0);
  summary[at + 1] = last;
}
