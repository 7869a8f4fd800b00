/** The kinds of memory in a space: how many mappings of each, and how large they are together. */
import { regionKinds, type Region, type RegionKind } from './region';

export interface KindTotal {
  readonly kind: RegionKind;
  readonly count: number;
  readonly pages: number;
}

/** Those that are there, in the order of `regionKinds`. */
export function kindTotals(regions: readonly Region[]): readonly KindTotal[] {
  const totals = new Map<RegionKind, { count: number; pages: number }>();
  for (const { kind, start, end } of regions) {
    const total = totals.get(kind);
    if (total === undefined) totals.set(kind, { count: 1, pages: end - start });
    else {
      total.count++;
      total.pages += end - start;
    }
  }
  return regionKinds.flatMap((kind) => {
    const total = totals.get(kind);
    return total === undefined ? [] : [{ kind, ...total }];
  });
}
