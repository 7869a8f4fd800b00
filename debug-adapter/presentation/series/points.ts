/**
 * The rows of a course that a drawing shows: all of them where they are few; else, of each small stretch, the first and
 * last, the highest and the lowest: a peak between two pixels is drawn all the same.
 */
import { lastAtOrBefore } from '../../../picture/timeline/series';
import type { Course, Totals } from './course';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Point {
  readonly event: number;
  readonly totals: Totals;
}

export interface Points {
  /** The first at the stretch's beginning, the last at its end. At most a few times `most`. */
  readonly points: readonly Point[];
  /** Changes lie between them that are left out. */
  readonly isThinned: boolean;
}

export function pointsIn(course: Course, { from, to }: Stretch, most: number): Points {
  const { events, totals } = course;
  const first = Math.max(0, lastAtOrBefore(events, from));
  const last = Math.max(first, lastAtOrBefore(events, to));
  const isThinned = last - first > most;
  const chosen = isThinned ? peaks(course, first, last, { from, to }, most) : range(first, last);
  const pointAt = (index: number, event: number): Point => ({ event, totals: totals[index] ?? NOTHING });
  const points = [
    pointAt(first, from),
    ...chosen
      .filter((i) => (events[i] ?? from) > from && (events[i] ?? to) < to)
      .map((i) => pointAt(i, events[i] ?? 0)),
    pointAt(last, to),
  ];
  return { points, isThinned };
}

const NOTHING: Totals = { mappedKb: null, lockedKb: null, vmas: null, limitKb: null };

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

function peaks(course: Course, first: number, last: number, { from, to }: Stretch, most: number): number[] {
  const cellOf = (i: number): number =>
    Math.floor((((course.events[i] ?? 0) - from) / (to - from)) * Math.ceil(most / 2));
  const chosen: number[] = [];
  for (let begin = first; begin <= last;) {
    let end = begin;
    while (end <= last && cellOf(end) === cellOf(begin)) end++;
    chosen.push(...[...new Set(outermost(course.totals, begin, end))].sort((a, b) => a - b));
    begin = end;
  }
  return chosen;
}

/** Of [begin, end): first, last, least and most of what is mapped, most locked, most VMAs. */
function outermost(totals: readonly Totals[], begin: number, end: number): number[] {
  const found = [begin, begin, begin, begin, begin, end - 1];
  const better = (place: number, i: number, key: keyof Totals, sign: 1 | -1): void => {
    const best = totals[found[place] ?? begin]?.[key] ?? -1;
    if (sign * ((totals[i]?.[key] ?? -1) - best) > 0) found[place] = i;
  };
  for (let i = begin; i < end; i++) {
    better(1, i, 'mappedKb', -1);
    better(2, i, 'mappedKb', 1);
    better(3, i, 'lockedKb', 1);
    better(4, i, 'vmas', 1);
  }
  return found;
}
