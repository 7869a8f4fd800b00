/**
 * Cutting a VMA and joining two: what happens to its offset, history and doubts. mm/vma.c: __split_vma, vma_merge_*
 */
import type { EventIndex } from '../trace/positions';
import { pageNumber, type PageNumber } from './page';
import type { AnonVma, Origin, Vma } from './vma';

/**
 * The part of the VMA from `start` to `end`, which lie inside it; the VMA itself where that is all of it.
 *
 *     AAAAAAAA  pgoff 3         (2 to 5)  ..AAA...  pgoff 5
 */
export const pieceOf = (vma: Vma, start: PageNumber, end: PageNumber): Vma => {
  if (start === vma.start && end === vma.end) return vma;
  return vmaLike(vma, {
    start,
    end,
    flags: vma.flags,
    pgoff: vma.pgoff + (start - vma.start),
    anonVma: vma.anonVma,
    doubtfulBorders: vma.doubtfulBorders && clippedBorders(vma.doubtfulBorders, start, end),
    origin: vma.origin,
  });
};

/**
 * One VMA of two that touch and may merge (see merging.ts). `doubtful`: the kernel may have kept the border.
 * The history is the later of both: the pages' own history is in the timeline.
 */
export const joined = (low: Vma, high: Vma, doubtful: boolean): Vma =>
  vmaLike(low, {
    start: low.start,
    end: high.end,
    flags: low.flags | high.flags,
    pgoff: low.pgoff,
    // Were the two kept apart, each has its own: cut at the doubtful border, they must not pass for one.
    anonVma: doubtful ? 'unknown' : strongest(low.anonVma, high.anonVma),
    doubtfulBorders: allBorders(low, high, doubtful),
    origin: laterOrigin(low.origin, high.origin),
  });

type Changing = 'start' | 'end' | 'flags' | 'pgoff' | 'anonVma' | 'doubtfulBorders' | 'origin';

/** Spelled out, not spread: all VMAs made here have one shape, which makes every reader of VMAs quicker. */
const vmaLike = (vma: Vma, changed: Required<Pick<Vma, Changing>>): Vma => ({
  start: changed.start,
  end: changed.end,
  prot: vma.prot,
  flags: changed.flags,
  backing: vma.backing,
  pgoff: changed.pgoff,
  anonVma: changed.anonVma,
  forked: vma.forked,
  doubtfulBorders: changed.doubtfulBorders,
  anonName: vma.anonName,
  extra: vma.extra,
  origin: changed.origin,
  certainty: vma.certainty,
});

type Borders = NonNullable<Vma['doubtfulBorders']>;

const clippedBorders = (borders: Borders, start: PageNumber, end: PageNumber): Borders | undefined => {
  const first = Math.max(borders.first, start + 1);
  const last = Math.min(borders.last, end - 1);
  return first <= last ? { first: pageNumber(first), last: pageNumber(last) } : undefined;
};

const allBorders = (low: Vma, high: Vma, doubtful: boolean): Borders | undefined => {
  const first = low.doubtfulBorders?.first ?? (doubtful ? low.end : high.doubtfulBorders?.first);
  const last = high.doubtfulBorders?.last ?? (doubtful ? high.start : low.doubtfulBorders?.last);
  return first === undefined || last === undefined ? undefined : { first, last };
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
