/**
 * What a call proves that walked a range and answered that something in it is not mapped: where only one page of the range
 * is not known and all others are mapped, it is that one.
 */
import type { AddressSpace } from '../memory/address-space';
import type { PageRange } from '../memory/page';

/** The page, or undefined where the hole could be elsewhere too. */
export function provenHole(space: AddressSpace, range: PageRange): PageRange | undefined {
  if (range.end <= range.start || range.end > space.taskSize) return undefined;
  const holes = space.holesIn(range);
  const [only] = holes;
  if (only?.state !== 'unknown' || holes.length !== 1 || only.end - only.start !== 1) return undefined;
  return only;
}
