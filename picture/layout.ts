/**
 * The layout of an address space at one moment, and the next one made of it by what differs.
 */
import { regionsOf, type Region, type RegionColumns } from './region';

export interface Layout {
  readonly regions: readonly Region[];
  /** End of user space, in pages. */
  readonly end: number;
}

/** Ranges that changed, and what now stands in them; absent ranges: the regions are the whole layout. */
export interface LayoutChange {
  readonly regions: RegionColumns;
  readonly replaces?: readonly (readonly [start: number, end: number])[];
}

/**
 * Regions that touch a replaced range go, those of the change come. Ranges ascend and do not touch, and begin and end where
 * regions do.
 */
export function changed(layout: Layout, { regions, replaces }: LayoutChange): Layout {
  const come = regionsOf(regions);
  if (replaces === undefined) return { ...layout, regions: come };
  const next: Region[] = [];
  let range = 0;
  let arriving = 0;
  const arriveBelow = (page: number): void => {
    for (let one = come[arriving]; one !== undefined && one.start < page; one = come[++arriving])
      next.push(one);
  };
  for (const region of layout.regions) {
    while ((replaces[range]?.[1] ?? Number.POSITIVE_INFINITY) <= region.start) range++;
    const [start = Number.POSITIVE_INFINITY] = replaces[range] ?? [];
    arriveBelow(region.start);
    if (start >= region.end) next.push(region);
  }
  arriveBelow(Number.POSITIVE_INFINITY);
  return { ...layout, regions: next };
}
