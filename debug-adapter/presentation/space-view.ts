/**
 * The Address Space view: what the event changes, and the rows of the space before it for clients that page through them.
 */
import type { AddressSpace, SpaceChange } from '../../model/memory/address-space';
import type { EventIndex } from '../../model/trace/positions';
import type { AskedBody } from '../../picture/asked';
import type { SpaceBody, VmaRow } from '../protocol';
import { changesOfAdded, changesOfRemoved } from './vma-changes';
import { kilobytes, userRange, vmaRow, holeRow } from './vma-row';
import type { Link } from './vma-row';

const MOST_CHANGED = 200;

export function spaceBody(
  space: AddressSpace | undefined,
  after: AddressSpace | undefined,
  change: SpaceChange | undefined,
  event: EventIndex | undefined,
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
      removed: (change?.removed ?? [])
        .slice(0, MOST_CHANGED)
        .map((vma) =>
          vmaRow(vma, space, link, change && event !== undefined ? changesOfRemoved(vma, change, event) : []),
        ),
      added: (change?.added ?? [])
        .slice(0, MOST_CHANGED)
        .map((vma) =>
          vmaRow(
            vma,
            after ?? space,
            link,
            change && event !== undefined ? changesOfAdded(vma, change, event) : [],
          ),
        ),
    },
    asked,
  };
}

/** VMAs and the unknown stretches between them, ascending. Free stretches are left out: they are what is not there. */
export function rowsOf(
  space: AddressSpace,
  change: SpaceChange | undefined,
  event: EventIndex | undefined,
  link: Link,
  start: number,
  count: number,
): { readonly rows: readonly VmaRow[]; readonly total: number } {
  const removed = new Map((change?.removed ?? []).map((vma) => [vma.start, vma]));
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
      const marked = gone !== undefined && change !== undefined && event !== undefined;
      rows.push(vmaRow(vma, space, link, marked ? changesOfRemoved(gone, change, event) : []));
    }
    total++;
  }
  holesBelow(Number.POSITIVE_INFINITY);
  return { rows, total };
}
