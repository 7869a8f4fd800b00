/** What the call of this moment does to each mapping: from the view's body, by side and first page. */
import type { SpaceBody } from '../../../../debug-adapter/protocol/space';
import type { VmaRow } from '../../../../debug-adapter/protocol/row';
import type { AskedRange } from '../../../../picture/asked';
import { addressText, pageOfText } from '../../../../picture/address';
import type { Move } from '../../../../picture/change-sums';
import type { Row } from '../../../../picture/rows';
import { protText } from '../../../../picture/region';
import type { RegionItem } from './item-element';
import type { Changes } from './signs';

export class MomentChanges {
  readonly #removed: ReadonlyMap<string, Changes>;
  readonly #added: ReadonlyMap<string, Changes>;
  readonly moves: readonly Move[];
  /** Where the call itself put something, over what was there. */
  readonly mapped: readonly AskedRange[];

  constructor({ change, asked }: Pick<SpaceBody, 'change' | 'asked'>) {
    const byStart = (rows: readonly VmaRow[]): ReadonlyMap<string, Changes> =>
      new Map(rows.map(({ start, changes }) => [start, changes]));
    this.#removed = byStart(change.removed);
    this.#added = byStart(change.added);
    this.moves = movesIn(change);
    const replaces = change.removed.some(({ changes }) => changes.includes('replaced'));
    this.mapped = replaces
      ? (asked?.ranges ?? []).filter(({ role }) => role === 'range' || role === 'new')
      : [];
  }

  of({ region, column }: RegionItem): Changes {
    if (column === 'both') return [];
    return (column === 'before' ? this.#removed : this.#added).get(addressText(region.start)) ?? [];
  }
}

/** What left one place and what came to another, in their order: mremap moves several mappings in a row. */
function movesIn({ removed, added }: SpaceBody['change']): readonly Move[] {
  const moved = (rows: readonly VmaRow[]): readonly number[] =>
    rows.filter(({ changes }) => changes.includes('moved')).map(({ start }) => pageOfText(start) ?? 0);
  const to = moved(added);
  return moved(removed).flatMap((from, i) => (to[i] === undefined ? [] : [{ from, to: to[i] }]));
}

/** 'rw-p → r--p' of a cell; undefined where the other side has several protections there, or the same. */
export function protectionChange(
  rows: readonly Row[],
  { column, first, end, region }: RegionItem,
): string | undefined {
  if (column === 'both') return undefined;
  const other = column === 'before' ? 'after' : 'before';
  const others = new Set(
    rows.slice(first, end).flatMap(({ [other]: one }) => (one === undefined ? [] : [protText(one)])),
  );
  const own = protText(region);
  others.delete(own);
  const [only] = others;
  if (only === undefined || others.size > 1) return undefined;
  return column === 'before' ? `${own} → ${only}` : `${only} → ${own}`;
}
