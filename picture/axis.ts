/** Where rows lie, from the top, in CSS pixels: found by place or by page in the logarithm of their number. */
import { heightOf, magnitude, type Scale } from './scale';
import type { Row } from './rows';

export class Axis {
  /** Tops of all rows, and the bottom of the last. */
  readonly #tops: Float64Array;

  constructor(
    readonly rows: readonly Row[],
    scale: Scale,
  ) {
    const tops = new Float64Array(rows.length + 1);
    const magnitudes = magnitudesOf(rows);
    let top = 0;
    for (const [i, row] of rows.entries()) tops[i + 1] = top += heightOf(row, scale, magnitudes[i]);
    this.#tops = tops;
  }

  get height(): number {
    return this.top(this.rows.length);
  }

  top(row: number): number {
    return this.#tops[row] ?? 0;
  }

  /** The row at a place; the last for places behind it, -1 where there are none. */
  rowAt(y: number): number {
    return lastAtOrBelow(this.rows.length, (i) => this.top(i) <= y);
  }

  /** The row that holds the page. */
  rowOf(page: number): number {
    return lastAtOrBelow(this.rows.length, (i) => (this.rows[i]?.start ?? 0) <= page);
  }

  /** A page's place: within its row in proportion. */
  placeOf(page: number): number {
    const i = this.rowOf(page);
    const row = this.rows[i];
    if (row === undefined) return 0;
    const share = (page - row.start) / (row.end - row.start);
    return this.top(i) + Math.min(1, share) * (this.top(i + 1) - this.top(i));
  }
}

const known = new WeakMap<readonly Row[], Float64Array>();

/** The same at every zoom: logarithms of 60,000 sizes are half of the work of a step. */
function magnitudesOf(rows: readonly Row[]): Float64Array {
  const kept = known.get(rows);
  if (kept !== undefined) return kept;
  const magnitudes = Float64Array.from(rows, ({ start, end }) => magnitude(end - start));
  known.set(rows, magnitudes);
  return magnitudes;
}

/** The last of `length` numbers for which `holds`, which must hold for a beginning of them; -1: none. */
function lastAtOrBelow(length: number, holds: (i: number) => boolean): number {
  let low = -1;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
