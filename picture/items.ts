/**
 * What is drawn of rows: free stretches over both columns, regions over both or as cells of one, and beside a cell that has no
 * other side what was, or is now, free there.
 */
import { cellsOf, type Side } from './cells';
import type { Region } from './region';
import type { Row } from './rows';

export type Item =
  | { readonly kind: 'free'; readonly first: number; readonly end: number; readonly row: Row }
  | {
      readonly kind: 'region';
      readonly column: Side | 'both';
      readonly first: number;
      readonly end: number;
      readonly region: Region;
    }
  | {
      readonly kind: 'void';
      readonly column: Side;
      readonly first: number;
      readonly end: number;
      /** Pages. */
      readonly from: number;
      readonly to: number;
    };

/** Items of rows [first, end), from the top, each whole; cells of the left column before those of the right one beside them. */
export function itemsIn(rows: readonly Row[], first: number, end: number): readonly Item[] {
  const items: Item[] = [];
  for (let i = wholeFrom(rows, Math.max(0, first)); i < Math.min(end, rows.length);) {
    const row = rows[i];
    if (row === undefined) break;
    if (!row.isSame) {
      const last = endOfChange(rows, i, end);
      items.push(...changedItems(rows, i, last));
      i = last;
      continue;
    }
    let next = i + 1;
    if (row.before === undefined) items.push({ kind: 'free', first: i, end: next, row });
    else {
      while (rows[next]?.isSame === true && rows[next]?.before === row.before) next++;
      items.push({ kind: 'region', column: 'both', first: i, end: next, region: row.before });
    }
    i = next;
  }
  return items;
}

/** The first of the rows that the region of this one reaches over. */
function wholeFrom(rows: readonly Row[], first: number): number {
  let from = first;
  const region = rows[from]?.before;
  if (rows[from]?.isSame !== true || region === undefined) return from;
  while (from > 0 && rows[from - 1]?.isSame === true && rows[from - 1]?.before === region) from--;
  return from;
}

const endOfChange = (rows: readonly Row[], first: number, most: number): number => {
  let end = first;
  while (end < most && rows[end]?.isSame === false) end++;
  return end;
};

function changedItems(rows: readonly Row[], first: number, end: number): readonly Item[] {
  const columns = (['before', 'after'] as const).flatMap((column) => [
    ...cellsOf(rows, column, first, end).map((cell): Item => ({ kind: 'region', column, ...cell })),
    ...voidsOf(rows, column, first, end),
  ]);
  return columns.sort((a, b) => a.first - b.first);
}

/** Stretches of one side with nothing on them, each as long as they go on. */
function voidsOf(rows: readonly Row[], column: Side, first: number, end: number): readonly Item[] {
  const voids: Item[] = [];
  const isVoid = (i: number): boolean => {
    const row = rows[i];
    return row?.isSame === false && row[column] === undefined;
  };
  let from = first;
  while (from > 0 && isVoid(from) && isVoid(from - 1)) from--;
  for (let i = from; i < end;) {
    let next = i;
    while (isVoid(next)) next++;
    const [start, last] = [rows[i], rows[next - 1]];
    if (next > i && start !== undefined && last !== undefined)
      voids.push({ kind: 'void', column, first: i, end: next, from: start.start, to: last.end });
    i = next + 1;
  }
  return voids;
}

/** Stable as long as the item looks the same: what it is drawn into can be kept. */
export function keyOf(item: Item): string {
  switch (item.kind) {
    case 'free':
      return `free ${item.row.start} ${item.row.end}`;
    case 'void':
      return `void ${item.column} ${item.from} ${item.to}`;
    case 'region': {
      const { column, region } = item;
      return `${column} ${region.start} ${region.end} ${region.prot} ${region.flags} ${region.kind} ${region.name}`;
    }
  }
}
