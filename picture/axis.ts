/** Where rows lie, from the top, in CSS pixels: found by place or by page in the logarithm of their number. */
import { rowLooks, type Row } from './rows';
import { heightsOf, magnitude, type Scale } from './scale';

export class Axis {
  /** Tops of all rows, and the bottom of the last. */
  readonly #tops: Float64Array;

  constructor(
    readonly rows: readonly Row[],
    scale: Scale,
  ) {
    const tops = new Float64Array(rows.length + 1);
    const { looks, magnitudes } = sizesOf(rows);
    const heights = rowLooks.map((look) => heightsOf(look, scale));
    const least = Float64Array.from(heights, (one) => one.least);
    const step = Float64Array.from(heights, (one) => one.step);
    let top = 0;
    for (let i = 0; i < rows.length; i++) {
      const look = looks[i] ?? 0;
      top += (least[look] ?? 0) + (step[look] ?? 0) * (magnitudes[i] ?? 0);
      tops[i + 1] = top;
    }
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

  /** The page at a place, with its fraction: the inverse of `placeOf`. 0 where there are no rows. */
  pageAt(y: number): number {
    const i = Math.max(0, this.rowAt(y));
    const row = this.rows[i];
    if (row === undefined) return 0;
    const share = (y - this.top(i)) / (this.top(i + 1) - this.top(i));
    return row.start + Math.min(1, Math.max(0, share)) * (row.end - row.start);
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

/** What heights are made of: of each row the place of its look in `rowLooks`, and its size's magnitude. */
interface Sizes {
  readonly looks: Uint8Array;
  readonly magnitudes: Float64Array;
}

const known = new WeakMap<readonly Row[], Sizes>();

/** The same at every zoom: a step of it takes 60,000 additions, and no look at the rows themselves. */
function sizesOf(rows: readonly Row[]): Sizes {
  const kept = known.get(rows);
  if (kept !== undefined) return kept;
  const sizes = {
    looks: Uint8Array.from(rows, ({ look }) => rowLooks.indexOf(look)),
    magnitudes: Float64Array.from(rows, ({ start, end }) => magnitude(end - start)),
  };
  known.set(rows, sizes);
  return sizes;
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
