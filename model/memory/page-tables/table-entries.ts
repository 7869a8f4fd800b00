/**
 * One table as a person looks at it: the entries next to the one that the walk reads, and what lies above and below them,
 * folded to a number.
 *
 *     0 … 480      481 entries, 2 of them map something      folded
 *     485          empty                                     near
 *     486          open                                      near
 *     487          open          the walk's own              near
 *     488          empty                                     near
 *     489          empty                                     near
 *     490 … 511    22 entries, none                          folded
 */
import type { AddressSpace } from '../address-space';
import { pageNumber, pageRange, type PageNumber, type PageRange } from '../page';
import { entryAt, type Entry } from './entry';
import type { Geometry, Level } from './geometry';
import { firstHeld, isEmpty, proofIn, type PageWalk, type WalkStep } from './walk';

/**
 *     table     points to a table that is proven
 *     open      to a table, or to a page, that is there if something in its span was touched
 *     empty     no VMA in its span
 *     kernel    of the kernel's half
 *     others    of the last level: what is known of the page
 */
export type TableEntryState =
  'table' | 'open' | 'empty' | 'kernel' | 'present' | 'absent' | 'guard' | 'unknown';

export interface TableEntry {
  readonly index: number;
  readonly state: TableEntryState;
  /** The first page of its span that a VMA holds; the first of all where none does. */
  readonly page: PageNumber;
}

export interface FoldedEntries {
  readonly entries: number;
  /** Entries with a VMA in their span. */
  readonly used: number;
  /** In the nearest of these the first page that a VMA holds. */
  readonly nearest: PageNumber | undefined;
}

export interface TableSection {
  /** Ascending, without gaps; the walk's own is among them. */
  readonly near: readonly TableEntry[];
  readonly before: FoldedEntries;
  readonly after: FoldedEntries;
  /** The first entry of the kernel's half, which follows `after`; the number of entries where the table has none. */
  readonly kernelFrom: number;
}

/** Neighbours on either side. A fold of one entry would take as much room as the entry. */
const NEAR = 2;

/** The tables on the way of the walk, from the top down. Costs a look-up in the space for each entry in use. */
export const tableSections = (
  space: AddressSpace,
  { steps, geometry, entry }: PageWalk,
): readonly TableSection[] =>
  steps.map((step, n) => {
    const next = steps[n + 1];
    const state = next === undefined ? entry && pageState(entry) : POINTS_TO[next.exists];
    return tableSection(space, geometry, step, state);
  });

/** @param found what the walk itself has found behind its entry. */
function tableSection(
  space: AddressSpace,
  geometry: Geometry,
  step: WalkStep,
  found: TableEntryState | undefined,
): TableSection {
  const { level, index } = step;
  const { entries, entryPages } = level;
  let first = Math.max(0, index - NEAR);
  let behind = Math.min(entries, index + NEAR + 1);
  if (first === 1) first = 0;
  if (behind === entries - 1) behind = entries;
  const base = Number(step.table.start >> 12n);
  const at = (n: number): PageNumber => pageNumber(base + n * entryPages);
  const end = Math.min(base + entries * entryPages, Number(geometry.userEnd >> 12n));
  const below = geometry.levels[geometry.levels.indexOf(level) + 1];
  return {
    near: Array.from({ length: behind - first }, (_, n) => {
      const entry = { index: first + n, ...entryOf(space, at(first + n), level, below, end) };
      return entry.index === index && found !== undefined ? { ...entry, state: found } : entry;
    }),
    before: folded(space, pageRange(base, at(first)), level, 'last'),
    after: folded(space, pageRange(at(behind), Math.max(at(behind), end)), level, 'first'),
    kernelFrom: Math.ceil((end - base) / entryPages),
  };
}

const pageState = ({ state }: Entry): TableEntryState => (state === 'unmapped' ? 'empty' : state);

const POINTS_TO = { yes: 'table', open: 'open', no: 'empty' } as const;

function entryOf(
  space: AddressSpace,
  start: PageNumber,
  level: Level,
  below: Level | undefined,
  userEnd: number,
): Pick<TableEntry, 'state' | 'page'> {
  if (start >= userEnd) return { state: 'kernel', page: start };
  const block = pageRange(start, start + level.entryPages);
  const page = firstHeld(space, block) ?? start;
  if (below === undefined) {
    return { state: pageState(entryAt(space, page)), page };
  }
  if (proofIn(space, block, below, true) !== undefined || below.born > 0) return { state: 'table', page };
  return { state: isEmpty(space, block) ? 'empty' : 'open', page };
}

/** Entries of a stretch with something mapped in them; where VMAs are large, many of them at once. */
function folded(
  space: AddressSpace,
  { start, end }: PageRange,
  { entryPages }: Level,
  which: 'first' | 'last',
): FoldedEntries {
  let used = 0;
  let nearest: PageNumber | undefined;
  let at = start;
  while (at < end) {
    const vma = space.firstEndingAbove(at);
    if (vma === undefined || vma.start >= end) break;
    const held = Math.max(vma.start, at);
    const lastEntry = Math.floor((Math.min(vma.end, end) - 1) / entryPages);
    used += lastEntry - Math.floor(held / entryPages) + 1;
    if (which === 'last') nearest = pageNumber(Math.max(held, lastEntry * entryPages));
    else nearest ??= pageNumber(held);
    at = pageNumber((lastEntry + 1) * entryPages);
  }
  return { entries: Math.max(0, (end - start) / entryPages), used, nearest };
}
