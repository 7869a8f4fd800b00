/**
 * The Address Space view: what the event changes, and the rows of the space before it for clients that page through them.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import type { Vma } from '../../model/memory/vma';
import type { AskedBody } from '../../picture/asked';
import type { SpaceBody } from '../protocol/space';
import type { VmaRow } from '../protocol/row';
import { changesOfAdded, changesOfRemoved, type EventChange } from './vma-changes';
import { kilobytes, userRange, vmaRow, holeRow } from './vma-row';
import type { Link } from './vma-row';

const MOST_CHANGED = 200;

export function spaceBody(
  space: AddressSpace | undefined,
  after: AddressSpace | undefined,
  deed: EventChange | undefined,
  link: Link,
  asked: AskedBody | null,
): SpaceBody {
  if (!space) {
    return {
      space: null,
      complete: false,
      vmaCount: 0,
      sizeKb: 0,
      change: { removed: [], added: [] },
      asked: null,
    };
  }
  return {
    space: space.id,
    complete: space.complete,
    vmaCount: space.mapCount,
    sizeKb: kilobytes(space.total),
    change: {
      removed: some(deed?.change.removed, (vma) =>
        vmaRow(vma, space, link, deed && changesOfRemoved(vma, deed)),
      ),
      added: some(deed?.change.added, (vma) =>
        vmaRow(vma, after ?? space, link, deed && changesOfAdded(vma, deed)),
      ),
    },
    asked,
  };
}

const some = (vmas: readonly Vma[] | undefined, row: (vma: Vma) => VmaRow): readonly VmaRow[] =>
  (vmas ?? []).slice(0, MOST_CHANGED).map(row);

/** VMAs and the unknown stretches between them, ascending. Free stretches are left out: they are what is not there. */
export function rowsOf(
  space: AddressSpace,
  deed: EventChange | undefined,
  link: Link,
  start: number,
  count: number,
): { readonly rows: readonly VmaRow[]; readonly total: number } {
  const removed = new Map((deed?.change.removed ?? []).map((vma) => [vma.start, vma]));
  const holes = space.complete
    ? []
    : space.holesIn(userRange(space)).filter((hole) => hole.state === 'unknown');
  const rows: VmaRow[] = [];
  let total = 0;
  let next = 0;
  const wanted = (): boolean => total >= start && total < start + count;
  const holesBelow = (end: number): void => {
    for (let hole = holes[next]; hole !== undefined && hole.start < end; hole = holes[++next]) {
      if (wanted()) rows.push(holeRow(hole));
      total++;
    }
  };
  for (const vma of space.vmas()) {
    holesBelow(vma.start);
    if (wanted()) {
      const gone = removed.get(vma.start);
      rows.push(vmaRow(vma, space, link, gone && deed && changesOfRemoved(gone, deed)));
    }
    total++;
  }
  holesBelow(Number.POSITIVE_INFINITY);
  return { rows, total };
}
