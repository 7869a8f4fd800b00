/**
 * The pages of a mapping as rows of cells, a cell a page. Rows begin at round addresses, so that the column is the page's
 * place in its row; long stretches of one state are folded, but for their first and last row and the one that is chosen.
 *
 *     0x7ffff7fe0000   · · · · · · · O O O O O O O O O
 *     0x7ffff7ff0000   O O O ? ? ? ? ? ? ? ? ? ? ? ? ?
 *                      ⋮ 16,352 pages (64 MiB): open
 *     0x7ffffbff0000   ? ? ? ?
 */
import type { PageRunBody, PageWalkBody } from '../../../../debug-adapter/protocol/page';

export type CellState = 'present' | 'file' | 'absent' | 'guard' | 'open' | 'unlisted';

export interface Band {
  readonly state: CellState;
  /** Pages of the machine, counted from the mapping's first one; half-open. */
  readonly from: number;
  readonly to: number;
  readonly run?: PageRunBody;
}

export interface MapCell {
  readonly page: number;
  readonly band: Band;
}

export type MapRow =
  /** Undefined: a place before the mapping's first page or behind its last. */
  | { readonly kind: 'cells'; readonly first: number; readonly cells: readonly (MapCell | undefined)[] }
  | { readonly kind: 'fold'; readonly from: number; readonly to: number; readonly band: Band }
  /** Rows that are not drawn, for they are too many. */
  | { readonly kind: 'more'; readonly from: number; readonly to: number };

export interface PageMapShape {
  /** Where the first page begins; the mapping may begin within it. */
  readonly start: bigint;
  readonly mapped: bigint;
  readonly pageBytes: bigint;
  readonly pages: number;
  readonly bands: readonly Band[];
}

type Walk = Pick<PageWalkBody, 'entry' | 'runs' | 'runCount' | 'runsBefore' | 'steps'>;

/** Undefined where no mapping holds the address. */
export function mapShape({ entry, runs, runCount, runsBefore, steps }: Walk): PageMapShape | undefined {
  const vma = entry?.vma;
  if (vma === null || vma === undefined) return undefined;
  const pageBytes = 1n << BigInt(steps.at(-1)?.bits[1] ?? 12);
  // Of another machine's pages the first and the last may lie in the mapping in part only.
  const mapped = BigInt(vma.start);
  const start = mapped - (mapped % pageBytes);
  const pageOf = (address: string): number => Number((BigInt(address) - start) / pageBytes);
  const behind = (address: string): number => Number((BigInt(address) - start + pageBytes - 1n) / pageBytes);
  const pages = behind(vma.end);
  const bands: Band[] = [];
  let at = 0;
  const upTo = (to: number, state: CellState): void => {
    if (to > at) bands.push({ state, from: at, to });
    at = Math.max(at, to);
  };
  const [first] = runs;
  if (first !== undefined && runsBefore > 0) upTo(pageOf(first.start), 'unlisted');
  for (const run of runs) {
    upTo(pageOf(run.start), 'open');
    const to = behind(run.end);
    if (to > at) bands.push({ state: stateOf(run.kind), from: at, to, run });
    at = Math.max(at, to);
  }
  upTo(pages, runsBefore + runs.length < runCount ? 'unlisted' : 'open');
  return { start, mapped, pageBytes, pages, bands };
}

function stateOf(kind: PageRunBody['kind']): CellState {
  switch (kind) {
    case 'own':
    case 'read':
      return 'present';
    case 'file':
      return 'file';
    case 'guard':
      return 'guard';
    case 'untouched':
      return 'absent';
    case 'released':
    case 'open':
    case 'maybe-guard':
      return 'open';
  }
}

/** Whole rows of one state that are folded; fewer take no more room than the fold. */
const FOLDED = 4;
const MOST_ROWS = 40;

/** `columns`: a power of two. `chosen`: a page that must be seen; undefined: none. */
export function mapRows(shape: PageMapShape, columns: number, chosen: number | undefined): readonly MapRow[] {
  const { start, pageBytes, bands, pages } = shape;
  // Rows are aligned in addresses: the first one may begin before the mapping. A single row needs no such order.
  const shift = pages <= columns ? 0 : Number((start / pageBytes) % BigInt(columns));
  const rowOf = (page: number): number => Math.floor((page + shift) / columns);
  const firstOf = (row: number): number => row * columns - shift;
  const last = rowOf(pages - 1);
  const chosenRow = chosen === undefined ? -1 : rowOf(chosen);
  const rows: MapRow[] = [];
  let band = 0;
  for (let row = 0; row <= last;) {
    while ((bands[band]?.to ?? Infinity) <= Math.max(0, firstOf(row))) band++;
    const here = bands[band];
    if (here === undefined) break;
    const whole = firstOf(row) >= here.from ? Math.floor((here.to - firstOf(row)) / columns) : 0;
    rows.push({ kind: 'cells', first: firstOf(row), cells: cellsOf(firstOf(row), columns, shape, band) });
    row++;
    // Its first row is seen; what follows up to the last, or to the chosen one, is folded.
    const rest = foldsAfter(row, row + whole - 1, chosenRow);
    if (rest !== undefined) {
      rows.push({ kind: 'fold', from: firstOf(rest.from), to: firstOf(rest.to), band: here });
      row = rest.to;
    }
  }
  return windowed(rows, chosen, pages);
}

interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** `from` to `to`: whole rows of one state behind one that is shown. */
function foldsAfter(from: number, to: number, chosenRow: number): RowRange | undefined {
  const end = chosenRow >= from && chosenRow < to ? chosenRow : to - 1;
  return end - from >= FOLDED - 2 ? { from, to: end } : undefined;
}

function cellsOf(
  first: number,
  columns: number,
  { bands, pages }: PageMapShape,
  band: number,
): readonly (MapCell | undefined)[] {
  let at = band;
  return Array.from({ length: columns }, (_, n) => {
    const page = first + n;
    if (page < 0 || page >= pages) return undefined;
    while ((bands[at]?.to ?? Infinity) <= page) at++;
    const here = bands[at];
    return here === undefined ? undefined : { page, band: here };
  });
}

/** The rows around the chosen page, where there are very many. */
function windowed(rows: readonly MapRow[], chosen: number | undefined, pages: number): readonly MapRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  const at = Math.max(
    0,
    rows.findIndex((row) => endOf(row) > (chosen ?? 0)),
  );
  const from = Math.max(0, Math.min(at - MOST_ROWS / 2, rows.length - MOST_ROWS));
  const shown = rows.slice(from, from + MOST_ROWS);
  const [first] = shown;
  const end = shown.at(-1);
  return [
    ...(from === 0 || first === undefined
      ? []
      : [{ kind: 'more' as const, from: 0, to: Math.max(0, startOf(first)) }]),
    ...shown,
    ...(from + MOST_ROWS >= rows.length || end === undefined
      ? []
      : [{ kind: 'more' as const, from: endOf(end), to: pages }]),
  ];
}

const startOf = (row: MapRow): number => (row.kind === 'cells' ? row.first : row.from);
const endOf = (row: MapRow): number => (row.kind === 'cells' ? row.first + row.cells.length : row.to);

/** Pages of each state, in the order of the legend; states without pages are left out. */
export function countsOf({
  bands,
}: PageMapShape): readonly { readonly state: CellState; readonly pages: number }[] {
  const counts = new Map<CellState, number>();
  for (const { state, from, to } of bands) counts.set(state, (counts.get(state) ?? 0) + to - from);
  return LEGEND.flatMap((state) => {
    const pages = counts.get(state);
    return pages === undefined ? [] : [{ state, pages }];
  });
}

const LEGEND: readonly CellState[] = ['present', 'file', 'absent', 'guard', 'open', 'unlisted'];
