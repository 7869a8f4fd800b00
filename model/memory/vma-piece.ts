/**
 * Cutting a VMA and joining two: what happens to its offset, history and doubts. mm/vma.c: __split_vma, vma_merge_*
 */
import type { EventIndex } from '../trace/positions';
import { copyOfVma } from './copies';
import { bordersInside, bordersOfBoth } from './doubtful-borders';
import type { PageNumber, PageRange } from './page';
import type { AnonVma, Origin, Vma } from './vma';

/**
 * The part of the VMA from `start` to `end`, which lie inside it; the VMA itself where that is all of it.
 *
 *     AAAAAAAA  pgoff 3         (2 to 5)  ..AAA...  pgoff 5
 */
export const pieceOf = (vma: Vma, start: PageNumber, end: PageNumber): Vma => {
  if (start === vma.start && end === vma.end) return vma;
  const piece = copyOfVma(vma);
  piece.start = start;
  piece.end = end;
  piece.pgoff = vma.pgoff + (start - vma.start);
  piece.doubtfulBorders = bordersInside(vma.doubtfulBorders, piece);
  return piece;
};

/** What stays of a VMA on both sides of a range that is taken out of it. */
export const restsOf = (vma: Vma, range: PageRange): Vma[] => {
  const rests: Vma[] = [];
  if (vma.start < range.start) rests.push(pieceOf(vma, vma.start, range.start));
  if (range.end < vma.end) rests.push(pieceOf(vma, range.end, vma.end));
  return rests;
};

/**
 * One VMA of two that touch and may merge (see merging.ts). `doubtful`: the kernel may have kept the border.
 * The history is the later of both: the pages' own history is in the timeline.
 */
export const joined = (low: Vma, high: Vma, doubtful: boolean): Vma => {
  const whole = copyOfVma(low);
  whole.end = high.end;
  whole.flags = low.flags | high.flags;
  // Were the two kept apart, each has its own: cut at the doubtful border, they must not pass for one.
  whole.anonVma = doubtful ? 'unknown' : strongest(low.anonVma, high.anonVma);
  whole.shownAnonVma = low.shownAnonVma ?? high.shownAnonVma;
  whole.doubtfulBorders = bordersOfBoth(
    low.doubtfulBorders,
    doubtful ? low.end : undefined,
    high.doubtfulBorders,
  );
  whole.origin = laterOrigin(low.origin, high.origin);
  whole.proven = later(low.proven, high.proven);
  return whole;
};

const strongest = (a: AnonVma, b: AnonVma): AnonVma => {
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  return a === 'unknown' ? a : b;
};

const laterOrigin = (a: Origin, b: Origin): Origin =>
  a === b
    ? a
    : {
        mapped: later(a.mapped, b.mapped),
        protected: later(a.protected, b.protected),
        locked: later(a.locked, b.locked),
        moved: later(a.moved, b.moved),
      };

const later = (a: EventIndex | undefined, b: EventIndex | undefined): EventIndex | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;
