/**
 * What lies in a range, in ascending order: VMAs and the holes between them. The kernel's walks over a range
 * (mprotect, mlock, munlock, madvise) follow this order, and the first piece that a rule refuses decides the answer.
 *
 *      range.start                             range.end
 *      |  VMA  |  free  |   VMA   |  unknown   |
 */
import type { AddressSpace } from '../memory/address-space';
import { pageNumber, pageRange, type PageNumber, type PageRange } from '../memory/page';
import type { Vma } from '../memory/vma';

export type Segment =
  /** `start` and `end` are cut to the range, the VMA is whole. */
  | { readonly kind: 'vma'; readonly start: PageNumber; readonly end: PageNumber; readonly vma: Vma }
  | {
      readonly kind: 'hole';
      readonly start: PageNumber;
      readonly end: PageNumber;
      readonly state: 'free' | 'unknown';
    };

/** All of the range; what lies above the user's half of the addresses is free: no VMA can be there. */
export function segmentsIn(space: AddressSpace, range: PageRange): readonly Segment[] {
  const segments: Segment[] = [];
  const end = pageNumber(Math.min(range.end, space.taskSize));
  let from = range.start;
  // Most ranges have no hole, and none is looked for then.
  if (from < end)
    for (const vma of space.vmasIn(pageRange(from, end))) {
      if (from < vma.start) addHoles(segments, space, pageRange(from, vma.start));
      const start = pageNumber(Math.max(vma.start, from));
      from = pageNumber(Math.min(vma.end, end));
      segments.push({ kind: 'vma', start, end: from, vma });
    }
  if (from < end) addHoles(segments, space, pageRange(from, end));
  const above = pageNumber(Math.max(range.start, space.taskSize));
  if (above < range.end) segments.push({ kind: 'hole', start: above, end: range.end, state: 'free' });
  return segments;
}

function addHoles(to: Segment[], space: AddressSpace, range: PageRange): void {
  for (const { start, end, state } of space.holesIn(range)) {
    const known = state === 'unknown' && start < FIRST_PAGE ? pageNumber(Math.min(end, FIRST_PAGE)) : start;
    if (start < known) to.push({ kind: 'hole', start, end: known, state: 'free' });
    if (known < end) to.push({ kind: 'hole', start: known, end, state });
  }
}

/**
 * NULL points to no memory, also where a log does not show what is mapped: below vm.mmap_min_addr only CAP_SYS_RAWIO maps
 * anything, and who maps page 0 does it where the log can show it. security/commoncap.c: cap_mmap_addr
 */
const FIRST_PAGE = pageNumber(1);

/** The hole that a refusal is told of: the first that is known to be one, else the first that may be. */
export function surestHole(segments: readonly Segment[]): Extract<Segment, { kind: 'hole' }> | undefined {
  const holes = segments.filter((segment) => segment.kind === 'hole');
  return holes.find(({ state }) => state === 'free') ?? holes[0];
}

/** What a range holds at its very start. */
export function stateAt(space: AddressSpace, page: PageNumber): 'mapped' | 'free' | 'unknown' {
  return page >= space.taskSize ? 'free' : space.stateAt(page);
}

/** The first VMA that touches the range. */
export function firstVmaIn(space: AddressSpace, range: PageRange): Vma | undefined {
  const vma = space.firstEndingAbove(range.start);
  return vma !== undefined && vma.start < range.end ? vma : undefined;
}

/** Whether any page of the range may be mapped without the log showing it. */
export const anyUnknown = (space: AddressSpace, range: PageRange): PageRange | undefined =>
  range.start >= range.end ? undefined : space.holesIn(range).find((hole) => hole.state === 'unknown');
