/** Finds rows: by an address, by a part of a name, by the line that mapped them, by kind; each time the next one, from the chosen row on. */
import { pageOfText } from '../../../../picture/address';
import type { RegionKind } from '../../../../picture/region';
import type { Row } from '../../../../picture/rows';

/** A line of the log by its number: what it mapped. */
const LINE = /^:(\d{1,9})$/;

/** Undefined where nothing fits. Hexadecimal digits are an address first, and a name where no address is meant. */
export function find(rows: readonly Row[], text: string, from: number): number | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const line = LINE.exec(wanted)?.[1];
  if (line !== undefined)
    return next(rows, from, ({ before, after }) =>
      [before, after].some((region) => region?.mappedLine === Number(line)),
    );
  const page = pageOfText(wanted);
  if (page !== undefined && (wanted.startsWith('0x') || wanted.length >= 5)) {
    const row = rows.findIndex(({ start, end }) => page >= start && page < end);
    if (row >= 0) return row;
  }
  const name = wanted.toLowerCase();
  return next(rows, from, ({ before, after }) =>
    [before, after].some((region) => region?.name.toLowerCase().includes(name) === true),
  );
}

export const nextOfKind = (rows: readonly Row[], kind: RegionKind, from: number): number | undefined =>
  next(rows, from, ({ before, after }) => before?.kind === kind || after?.kind === kind);

/** What can be chosen of a row: its region, or a hole, of which it is told how it came to be. */
export function chosenIn(row: Row | undefined): Span | undefined {
  if (row === undefined) return undefined;
  const { before, after, look, start, end } = row;
  return before ?? after ?? (look === 'hole' ? { start, end } : undefined);
}

/** Pages, half-open. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The next row in that direction that holds something else to choose; the row itself where there is none. */
export function nextStop(rows: readonly Row[], row: number, step: 1 | -1): number {
  const own = chosenIn(rows[row]);
  for (let at = row + step; at >= 0 && at < rows.length; at += step) {
    const there = chosenIn(rows[at]);
    if (there !== undefined && there.start !== own?.start) return at;
  }
  return row;
}

/** Behind `from`, and from the beginning where none is left. */
function next(rows: readonly Row[], from: number, fits: (row: Row) => boolean): number | undefined {
  for (let i = 1; i <= rows.length; i++) {
    const at = (from + i) % rows.length;
    const row = rows[at];
    if (row !== undefined && fits(row)) return at;
  }
  return undefined;
}
