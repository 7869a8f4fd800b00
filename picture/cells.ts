/** The regions of one side as cells over the rows that they reach. */
import type { Region } from './region';
import type { Row } from './rows';

export type Side = 'before' | 'after';

export interface Cell {
  readonly region: Region;
  /** Rows, half-open. */
  readonly first: number;
  readonly end: number;
}

/** Cells of one side among rows [first, end), each whole: a cell that reaches out of them is found too. */
export function cellsOf(rows: readonly Row[], side: Side, first: number, end: number): readonly Cell[] {
  let from = first;
  const at = (i: number): Region | undefined => rows[i]?.[side];
  while (from > 0 && at(from) !== undefined && at(from - 1) === at(from)) from--;
  const cells: Cell[] = [];
  for (let i = from; i < end;) {
    const region = at(i);
    let next = i + 1;
    while (region !== undefined && at(next) === region) next++;
    if (region !== undefined) cells.push({ region, first: i, end: next });
    i = next;
  }
  return cells;
}
