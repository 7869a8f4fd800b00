/** What a timeline is drawn from. Positions are events, a position standing before its event; ranges are half-open. */

/** Severest first: where marks crowd, the first of these gives the mark its shape. */
export const markKinds = ['failure', 'signal', 'exec', 'snapshot', 'exit'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Places from the first position of a stretch to its last, near enough to each other to interpolate between them. */
export interface Instants {
  readonly events: readonly number[];
  /** null: events of several files, whose lines do not ascend. */
  readonly lines: readonly number[] | null;
  /** Since the recording's first stamp, never descending; null: the log has no times that can be put in order. */
  readonly seconds: readonly number[] | null;
}

/** What the clock showed at the first stamp: seconds since the epoch, or since midnight. */
export interface Clock {
  readonly kind: 'epoch' | 'day';
  readonly seconds: number;
}

/** One curve, a step for each point; values hold up to the next. null: cannot be told. */
export interface Steps {
  readonly events: readonly number[];
  readonly values: readonly (number | null)[];
}

/** The value at a position; null too before the first point. */
export function valueAt({ events, values }: Steps, position: number): number | null {
  const i = lastAtOrBefore(events, position);
  return i < 0 ? null : (values[i] ?? null);
}

/** Index of the last of ascending numbers that is not above `goal`; -1: none. */
export function lastAtOrBefore(ascending: readonly number[], goal: number): number {
  let low = -1;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= goal) low = middle;
    else high = middle;
  }
  return low;
}
