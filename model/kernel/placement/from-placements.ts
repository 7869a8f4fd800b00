/**
 * What a place that the kernel chose says of where it looks for room, when a snapshot left that open.
 *
 *     down   | VMA |  put here  | VMA | hole |?|?|base         the hole was too small for it: so is what lies up to the base,
 *                                            ^^^^              and the base is not below the end of what was put there
 */
import type { MmapBase } from '../../memory/mmap-base';
import { pageNumber, pageRange, type PageRange } from '../../memory/page';
import type { Before } from '../check';
import { guardBelow } from '../gaps';
import { isLegacyStart } from './layout-of-area';

/** `place`: what a search without alignment found. Undefined where it says nothing new. */
export function baseAfter(place: PageRange, before: Before): MmapBase | undefined {
  const { space } = before;
  const base = space.mmapBase;
  if (base === undefined) return space.complete ? firstBase(place, before) : undefined;
  if (base.lowest === base.highest) return undefined;
  const pages = place.end - place.start;
  let { lowest, highest } = base;
  if (base.direction === 'down') {
    lowest = pageNumber(Math.max(lowest, Math.min(place.end, highest)));
    const top = space.lastStartingBelow(highest)?.end ?? 0;
    if (top >= place.end && isKnown(space, pageRange(top, highest)))
      highest = pageNumber(Math.max(lowest, Math.min(highest, top + pages - 1)));
  } else {
    highest = pageNumber(Math.min(highest, Math.max(place.start, lowest)));
    const bottom = space.firstEndingAbove(lowest)?.start ?? space.taskSize;
    if (bottom <= place.start && isKnown(space, pageRange(lowest, bottom)))
      lowest = pageNumber(Math.min(highest, Math.max(lowest, bottom - pages + 1)));
  }
  return lowest === base.lowest && highest === base.highest ? undefined : { ...base, lowest, highest };
}

/**
 * The first place of a static program, of which a kernel to 6.8 has mapped nothing in the area: where it touches nothing
 * that is mapped, it touches the base.
 *
 *     | program | heap |   free   [ place )|base   gap  | stack |
 */
function firstBase(place: PageRange, before: Before): MmapBase | undefined {
  const { space, task } = before;
  const above = space.firstEndingAbove(pageNumber(place.end));
  const touchesAbove = above !== undefined && above.start - guardBelow(before)(above) <= place.end;
  const touchesBelow = (space.lastStartingBelow(pageNumber(place.start))?.end ?? 0) >= place.start;
  const isUp = isLegacyStart(task.architecture, space.taskSize, place.start);
  if (isUp ? touchesBelow : touchesAbove) return undefined;
  const page = isUp ? place.start : place.end;
  const direction = isUp ? 'up' : 'down';
  return { direction, lowest: page, highest: page, shownBy: 'placement', kernelSince: 0 };
}

const isKnown = (space: Before['space'], range: PageRange): boolean =>
  space.holesIn(range).every(({ state }) => state === 'free');
