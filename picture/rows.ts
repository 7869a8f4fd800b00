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
 *
 * Where a call asks for something, rows are cut too, so that its brackets begin and end at borders of rows; what it asks for
 * of a free stretch is not folded.
 */
import { isUntold, looksEqual, type Region } from './region';
import type { Layout } from './layout';

/**
 * 'part': of a region that is cut by what a call asks for. 'unknown': the log does not show what is there. 'fold': free, and
 * large. 'hole': free, between two mappings that are near, or asked for. 'beyond': past the end of user space.
 */
export const rowLooks = ['region', 'part', 'changed', 'unknown', 'fold', 'hole', 'beyond'] as const;
export type RowLook = (typeof rowLooks)[number];

export interface Row {
  readonly start: number;
  readonly end: number;
  /** Undefined: free. */
  readonly before: Region | undefined;
  readonly after: Region | undefined;
  readonly isSame: boolean;
  readonly look: RowLook;
}

/** Half-open. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The largest free stretch between two mappings that is not folded, in pages: 1 MiB, a stack's guard gap. */
export const LARGEST_HOLE = 256;

/** Ascending, without a hole from page 0 to the end of user space, or of what is asked for. */
export function rowsOf(before: Layout, after: Layout = before, asked: readonly Span[] = []): readonly Row[] {
  const left = new Walk(before.regions);
  const right = new Walk(after.regions);
  const taskEnd = Math.max(before.end, after.end);
  const cuts = cutsOf(asked, taskEnd);
  const end = Math.max(taskEnd, cuts.at(-1) ?? 0);
  const rows: Row[] = [];
  let cut = 0;
  for (let page = 0; page < end;) {
    while ((cuts[cut] ?? end) <= page && cut < cuts.length) cut++;
    const a = left.at(page);
    const b = right.at(page);
    const next = Math.min(a?.end ?? left.nextStart(), b?.end ?? right.nextStart(), cuts[cut] ?? end, end);
    const isSame = isEqual(a, b);
    const last = rows.at(-1);
    // Free rows that were cut only because the other side had a border there become one again.
    const goesOn = last?.isSame === true && isSame && cuts[cut - 1] !== page;
    if (goesOn && last.before === a) rows[rows.length - 1] = { ...last, end: next };
    else if (goesOn && isUnknown(last.before) && isUnknown(a))
      rows[rows.length - 1] = row(last.start, next, last.before, last.before);
    else rows.push(row(page, next, a, isSame ? a : b, isSame));
    page = next;
  }
  return rows.map((one, i) => {
    const look = lookOf(one, rows, i, asked, taskEnd);
    return look === 'region' ? one : { ...one, look };
  });
}

/** Where nobody knows what is there, nobody knows borders: the stretch is as long as its row. */
function row(
  start: number,
  end: number,
  before: Region | undefined,
  after: Region | undefined,
  isSame = true,
): Row {
  const own = (region: Region | undefined): Region | undefined =>
    region !== undefined && isUnknown(region) ? { ...region, start, end } : region;
  const left = own(before);
  return { start, end, before: left, after: isSame ? left : own(after), isSame, look: 'region' };
}

const isUnknown = (region: Region | undefined): boolean => region !== undefined && isUntold(region);

/** Borders of what is asked for, ascending; the end of user space where something reaches past it. */
function cutsOf(asked: readonly Span[], taskEnd: number): readonly number[] {
  if (asked.length === 0) return [];
  const all = new Set(asked.flatMap(({ start, end }) => [start, end]));
  if (asked.some(({ end }) => end > taskEnd)) all.add(taskEnd);
  return [...all].sort((a, b) => a - b);
}

function lookOf(
  { start, end, before, isSame }: Row,
  rows: readonly Row[],
  i: number,
  asked: readonly Span[],
  taskEnd: number,
): RowLook {
  if (!isSame) return 'changed';
  if (start >= taskEnd) return 'beyond';
  if (before === undefined) {
    if (asked.some((span) => span.start < end && span.end > start)) return 'hole';
    return isSmallHole(rows, i) ? 'hole' : 'fold';
  }
  if (isUnknown(before)) return 'unknown';
  return start !== before.start || end !== before.end ? 'part' : 'region';
}

/** The whole of the gap, whose parts may be asked for, lies between two mappings. */
function isSmallHole(rows: readonly Row[], i: number): boolean {
  const isFree = (row: Row | undefined): boolean => row?.isSame === true && row.before === undefined;
  let [first, last] = [i, i];
  while (isFree(rows[first - 1])) first--;
  while (isFree(rows[last + 1])) last++;
  const pages = (rows[last]?.end ?? 0) - (rows[first]?.start ?? 0);
  return pages <= LARGEST_HOLE && isMapped(rows[first - 1]) && isMapped(rows[last + 1]);
}

const isMapped = (row: Row | undefined): boolean =>
  row !== undefined && (row.before ?? row.after) !== undefined && !isUnknown(row.before);

/** The same memory with the same borders: the parts of a region that was split are not the same as the whole. */
function isEqual(a: Region | undefined, b: Region | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (isUnknown(a) && isUnknown(b)) return true;
  return a.start === b.start && a.end === b.end && looksEqual(a, b);
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
