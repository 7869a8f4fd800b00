/** What is drawn of rows: free stretches over both columns, regions over both or as cells of one. */
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
    };

/** Items of rows [first, end), from the top; cells of the left column before those of the right one beside them. */
export function itemsIn(rows: readonly Row[], first: number, end: number): readonly Item[] {
  const items: Item[] = [];
  for (let i = Math.max(0, first); i < Math.min(end, rows.length);) {
    const row = rows[i];
    if (row === undefined) break;
    if (!row.isSame) {
      const last = endOfChange(rows, i);
      items.push(...changedItems(rows, i, last));
      i = last;
      continue;
    }
    items.push(
      row.before === undefined
        ? { kind: 'free', first: i, end: i + 1, row }
        : { kind: 'region', column: 'both', first: i, end: i + 1, region: row.before },
    );
    i++;
  }
  return items;
}

const endOfChange = (rows: readonly Row[], first: number): number => {
  let end = first;
  while (rows[end]?.isSame === false) end++;
  return end;
};

function changedItems(rows: readonly Row[], first: number, end: number): readonly Item[] {
  const cells = (column: Side): readonly Item[] =>
    cellsOf(rows, column, first, end).map((cell) => ({ kind: 'region', column, ...cell }));
  return [...cells('before'), ...cells('after')].sort((a, b) => a.first - b.first);
}

/** Stable as long as the item looks the same: what it is drawn into can be kept. */
export function keyOf(item: Item): string {
  if (item.kind === 'free') return `free ${item.row.start} ${item.row.end}`;
  const { column, region } = item;
  return `${column} ${region.start} ${region.end} ${region.prot} ${region.flags} ${region.kind} ${region.name}`;
}
