/**
 * Where the brackets of what a call asks for lie over the rows, and where the words about them stand: at most one line of words
 * a row.
 *
 *     lanes
 *     0 1
 *     ┌    | VMA                    old range |
 *     │ ┌  | next     ✗ in the way, new place |
 *     └ │  |                                  |
 *       └
 */
import type { AskedBody, AskedRange, Trouble } from './asked';
import { pageOfText } from './address';
import type { Axis } from './axis';

/** CSS pixels from the top of the picture. */
interface Placed {
  readonly top: number;
  readonly bottom: number;
  /** Where the address itself lies, of one between two page borders. */
  readonly tick?: number;
}

export interface Bracket extends Placed {
  readonly range: AskedRange;
  /** From 0: brackets over the same rows stand side by side. */
  readonly lane: number;
}

export interface Obstacle extends Placed {
  readonly trouble: Trouble;
}

/** The words of one row. */
export interface Note extends Placed {
  readonly row: number;
  readonly ranges: readonly AskedRange[];
  readonly troubles: readonly Trouble[];
}

export interface AskedMarks {
  readonly brackets: readonly Bracket[];
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly Note[];
  readonly lanes: number;
}

const NONE: AskedMarks = { brackets: [], obstacles: [], notes: [], lanes: 0 };

export function marksOf(asked: AskedBody | null, axis: Axis): AskedMarks {
  if (asked === null || axis.rows.length === 0) return NONE;
  const lanes = lanesOf(asked.ranges);
  return {
    brackets: asked.ranges.map((range, i) => ({ range, lane: lanes[i] ?? 0, ...placed(range, axis) })),
    obstacles: asked.troubles.map((trouble) => ({ trouble, ...placed(trouble, axis) })),
    notes: notesOf(asked, axis),
    lanes: asked.ranges.length === 0 ? 0 : Math.max(...lanes) + 1,
  };
}

/** The first lane in which no earlier range overlaps. */
export function lanesOf(ranges: readonly AskedRange[]): readonly number[] {
  const lanes: number[] = [];
  for (const [i, range] of ranges.entries()) {
    const taken = new Set(
      ranges
        .slice(0, i)
        .flatMap((other, at) => (other.start < range.end && range.start < other.end ? [lanes[at]] : [])),
    );
    let lane = 0;
    while (taken.has(lane)) lane++;
    lanes.push(lane);
  }
  return lanes;
}

function placed({ start, end, address }: AskedRange | Trouble, axis: Axis): Placed {
  const top = axis.top(axis.rowOf(start));
  const bottom = axis.top(axis.rowOf(end - 1) + 1);
  if (address === undefined) return { top, bottom };
  const share = Number(BigInt(address) & 0xfffn) / 4096;
  const row = axis.rowOf(pageOfText(address) ?? start);
  return { top, bottom, tick: axis.top(row) + share * (axis.top(row + 1) - axis.top(row)) };
}

function notesOf({ ranges, troubles }: AskedBody, axis: Axis): readonly Note[] {
  const rows = new Map<number, { ranges: AskedRange[]; troubles: Trouble[] }>();
  const at = (page: number): { ranges: AskedRange[]; troubles: Trouble[] } => {
    const row = axis.rowOf(page);
    const known = rows.get(row) ?? { ranges: [], troubles: [] };
    rows.set(row, known);
    return known;
  };
  for (const range of ranges) at(range.start).ranges.push(range);
  for (const trouble of troubles) at(trouble.start).troubles.push(trouble);
  return [...rows].map(([row, words]) => ({ row, top: axis.top(row), bottom: axis.top(row + 1), ...words }));
}

/** What is asked for, and what is wrong, from one of these pages on: it is said there. Half-open. */
export function beginningIn(
  { ranges, troubles }: Pick<AskedBody, 'ranges' | 'troubles'>,
  start: number,
  end: number,
): Pick<Note, 'ranges' | 'troubles'> {
  const begins = (span: AskedRange | Trouble): boolean => span.start >= start && span.start < end;
  return { ranges: ranges.filter(begins), troubles: troubles.filter(begins) };
}

/** What is asked for of a row's pages, and what is wrong there: for those who do not see the brackets. */
export function askedOf(
  asked: AskedBody | null,
  start: number,
  end: number,
): { readonly ranges: readonly AskedRange[]; readonly troubles: readonly Trouble[] } {
  const touches = (span: AskedRange | Trouble): boolean => span.start < end && start < span.end;
  return asked === null
    ? { ranges: [], troubles: [] }
    : { ranges: asked.ranges.filter(touches), troubles: asked.troubles.filter(touches) };
}
