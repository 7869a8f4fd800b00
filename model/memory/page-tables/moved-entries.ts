/**
 * How mremap hangs entries in at another place: whole tables where it can, else entry by entry.
 *
 *     from   |..aaaaaa|aaaaaaaa|aaaaaaaa|aaa.....|      blocks of a table of PTEs
 *     to     |..AAAAAA|AAAAAAAA|AAAAAAAA|AAA.....|      the same place in its block: head and tail PTE by PTE,
 *                PTE      PMD      PMD     PTE          the tables between by their entries one level up
 *
 * Where the two places lie differently in their blocks, every entry goes by itself. mm/mremap.c: move_page_tables,
 * get_extent, move_normal_pmd (since 5.0 on x86), move_normal_pud (since 5.11)
 */
import { lengthOf, pageRange, type PageRange } from '../page';
import type { PageMove } from '../page-run';
import { indexAt, type Geometry, type Level } from './geometry';

/** Entries of one level that went together. */
export interface MovedEntries extends PageMove {
  readonly level: Level;
  /** Entries of that level in the range, present or not. */
  readonly entries: number;
  /** Index of the first entry in its table, at both places. */
  readonly fromIndex: number;
  readonly toIndex: number;
  /**
   * A head that may have gone with its whole table all the same: nothing else lies in that block at either place. Since
   * 6.7. mm/mremap.c: try_realign_addr
   */
  readonly perhapsWhole: boolean;
}

/** What the kernel that ran it can do. */
export interface MoveAbilities {
  readonly wholePmd: boolean;
  readonly wholePud: boolean;
  readonly realigns: boolean;
}

/** At most five: entries by themselves at both ends, tables of PTEs, tables of tables of PTEs between. */
export function movedEntries(
  move: PageMove,
  geometry: Geometry,
  able: MoveAbilities,
): readonly MovedEntries[] {
  const { levels } = geometry;
  const pte = levels.at(-1);
  if (pte === undefined) return [];
  const wholes = [
    ...(able.wholePud && levels.at(-3)?.name === 'PUD' ? levels.slice(-3, -2) : []),
    ...(able.wholePmd ? levels.slice(-2, -1) : []),
  ];
  return inBlocks(move.from, move.to.start - move.from.start, wholes, pte).map((part) =>
    part.level === pte && part.from.start === move.from.start
      ? { ...part, perhapsWhole: able.realigns && isCongruent(move, wholes.at(-1)) }
      : part,
  );
}

const isCongruent = ({ from, to }: PageMove, level: Level | undefined): boolean =>
  level !== undefined && (to.start - from.start) % level.entryPages === 0;

/** Blocks of the first of `wholes` that the range holds whole; what is left on both sides by the next ones. */
function inBlocks(
  range: PageRange,
  distance: number,
  wholes: readonly Level[],
  pte: Level,
): readonly MovedEntries[] {
  if (lengthOf(range) <= 0) return [];
  const [level, ...smaller] = wholes;
  if (level === undefined) return [entriesOf(range, distance, pte)];
  const size = level.entryPages;
  const start = Math.ceil(range.start / size) * size;
  const end = Math.floor(range.end / size) * size;
  if (distance % size !== 0 || start >= end) return inBlocks(range, distance, smaller, pte);
  return [
    ...inBlocks(pageRange(range.start, start), distance, smaller, pte),
    entriesOf(pageRange(start, end), distance, level),
    ...inBlocks(pageRange(end, range.end), distance, smaller, pte),
  ];
}

const entriesOf = (from: PageRange, distance: number, level: Level): MovedEntries => ({
  from,
  to: pageRange(from.start + distance, from.end + distance),
  level,
  entries: lengthOf(from) / level.entryPages,
  fromIndex: indexAt(level, BigInt(from.start) << 12n),
  toIndex: indexAt(level, BigInt(from.start + distance) << 12n),
  perhapsWhole: false,
});
