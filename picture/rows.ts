/**
 * The rows of a picture that shows what one call changes: the space before it on the left, after it on the right. Where
 * nothing changes, a row is one region over both columns. Where something does, rows are cut at the borders of both sides, and
 * a region is a cell over as many rows as it reaches:
 *
 *     before      after
 *     |  libc   |  libc   |      one row, 'same'
 *     |  heap   |  heap   |      two rows: the heap grew into what was free
 *     |  free   |         |
 *     |       free        |      folded, of one height, however large
 */
import { looksEqual, type Region } from './region';
import type { Layout } from './layout';

export interface Row {
  readonly start: number;
  readonly end: number;
  /** Undefined: free. */
  readonly before: Region | undefined;
  readonly after: Region | undefined;
  readonly isSame: boolean;
}

/** Ascending, without a hole from page 0 to the end of user space. */
export function rowsOf(before: Layout, after: Layout = before): readonly Row[] {
  const rows: Row[] = [];
  const left = new Walk(before.regions);
  const right = new Walk(after.regions);
  const end = Math.max(before.end, after.end);
  for (let page = 0; page < end;) {
    const a = left.at(page);
    const b = right.at(page);
    const next = Math.min(a?.end ?? left.nextStart(), b?.end ?? right.nextStart(), end);
    const isSame = isEqual(a, b);
    rows.push({ start: page, end: next, before: a, after: isSame ? a : b, isSame });
    page = next;
  }
  return joined(rows);
}

/** The same memory with the same borders: the parts of a region that was split are not the same as the whole. */
function isEqual(a: Region | undefined, b: Region | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.start === b.start && a.end === b.end && looksEqual(a, b);
}

/** Free rows that were cut only because the other side had a border there become one again. */
function joined(rows: readonly Row[]): readonly Row[] {
  const all: Row[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last?.isSame === true && row.isSame && last.before === row.before)
      all[all.length - 1] = { ...last, end: row.end };
    else all.push(row);
  }
  return all;
}

/** Looks up ascending pages in ascending regions. */
class Walk {
  #next = 0;
  constructor(private readonly regions: readonly Region[]) {}

  at(page: number): Region | undefined {
    let region = this.regions[this.#next];
    while (region !== undefined && region.end <= page) region = this.regions[++this.#next];
    return region !== undefined && region.start <= page ? region : undefined;
  }

  /** Where the next region starts, of a page that `at` found free. */
  nextStart(): number {
    return this.regions[this.#next]?.start ?? Number.POSITIVE_INFINITY;
  }
}
