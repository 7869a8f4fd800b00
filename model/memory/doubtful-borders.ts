/**
 * Borders inside a VMA of the model that the kernel may have kept: a merge there hung on anon_vmas that no log shows.
 *
 *     kernel    | rw-p  ?  rw-p     ?    rw-p |      one VMA, two or three
 *     model     | rw-p  ^           ^         |      one VMA with two doubtful borders
 *
 * A call that the kernel gives to one VMA only (mremap) settles those inside its range: they are dropped then, or cut at.
 */
import { pageNumber, type PageNumber, type PageRange } from './page';

/** From `first` to `last`, both of them among the pages where a border may be: one page, where it is known exactly. */
export interface DoubtfulBorder {
  readonly first: PageNumber;
  readonly last: PageNumber;
}

/** Ascending, disjoint, not empty, each with start < first and last < end of its VMA. */
export type DoubtfulBorders = readonly DoubtfulBorder[];

/** A heap that grew by thousands of mmaps would else keep as many. */
const MOST = 8;

export const borderAt = (page: PageNumber): DoubtfulBorder => ({ first: page, last: page });

/** Those of two neighbours that become one, and what lies between them where that is doubtful too. */
export function bordersOfBoth(
  low: DoubtfulBorders | undefined,
  between: PageNumber | undefined,
  high: DoubtfulBorders | undefined,
): DoubtfulBorders | undefined {
  if (between === undefined) {
    if (low === undefined) return high;
    if (high === undefined) return low;
  }
  const middle = between === undefined ? [] : [borderAt(between)];
  return bounded([...(low ?? []), ...middle, ...(high ?? [])]);
}

/** The nearest two become one stretch that covers both, until there are few enough. */
function bounded(borders: DoubtfulBorder[]): DoubtfulBorders | undefined {
  while (borders.length > MOST) {
    let nearest = 1;
    for (let at = 2; at < borders.length; at++)
      if (distanceBelow(borders, at) < distanceBelow(borders, nearest)) nearest = at;
    const [low, high] = [borders[nearest - 1], borders[nearest]];
    if (low === undefined || high === undefined) break;
    borders.splice(nearest - 1, 2, { first: low.first, last: high.last });
  }
  return borders.length === 0 ? undefined : borders;
}

const distanceBelow = (borders: DoubtfulBorders, at: number): number =>
  (borders[at]?.first ?? Infinity) - (borders[at - 1]?.last ?? -Infinity);

/** Those that lie strictly inside the range: a border at its start or end does not cut it. */
export function bordersInside(
  borders: DoubtfulBorders | undefined,
  { start, end }: PageRange,
): DoubtfulBorders | undefined {
  if (borders === undefined) return undefined;
  const inside: DoubtfulBorder[] = [];
  for (const { first, last } of borders)
    addStretch(inside, Math.max(first, start + 1), Math.min(last, end - 1));
  return inside.length === 0 ? undefined : inside;
}

/** What is left where the range was proven to have none strictly inside. */
export function bordersOutside(
  borders: DoubtfulBorders | undefined,
  { start, end }: PageRange,
): DoubtfulBorders | undefined {
  if (bordersInside(borders, { start, end }) === undefined) return borders;
  const outside: DoubtfulBorder[] = [];
  for (const { first, last } of borders ?? []) {
    addStretch(outside, first, Math.min(last, start));
    addStretch(outside, Math.max(first, end), last);
  }
  return bounded(outside);
}

function addStretch(to: DoubtfulBorder[], first: number, last: number): void {
  if (first <= last) to.push({ first: pageNumber(first), last: pageNumber(last) });
}

/** Those of memory that went elsewhere. */
export const movedBorders = (
  borders: DoubtfulBorders | undefined,
  distance: number,
): DoubtfulBorders | undefined =>
  borders?.map(({ first, last }) => ({
    first: pageNumber(first + distance),
    last: pageNumber(last + distance),
  }));

export const isDoubtfulBorder = (borders: DoubtfulBorders | undefined, page: PageNumber): boolean =>
  borders?.some(({ first, last }) => first <= page && page <= last) === true;
