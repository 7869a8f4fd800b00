/**
 * What a call proves that only asks about all the pages of a range: its success, that each is mapped; ENOMEM, that one is
 * not.
 */
import type { AddressSpace, SpaceEdit } from '../memory/address-space';
import type { PageRange } from '../memory/page';
import type { Observed } from './observed';

export function learnFromAsking(
  range: PageRange,
  observed: Observed,
  before: AddressSpace,
  edit: SpaceEdit,
): void {
  if (observed.kind === 'success') edit.infer(range, {});
  if (observed.kind !== 'error' || observed.errno !== 'ENOMEM') return;
  const hole = provenHole(before, range);
  if (hole !== undefined) edit.inferFree(hole);
}

/** Where only one page of the range is not known and all others are mapped, it is that one; else it could be elsewhere too. */
function provenHole(space: AddressSpace, range: PageRange): PageRange | undefined {
  if (range.end <= range.start || range.end > space.taskSize) return undefined;
  const holes = space.holesIn(range);
  const [only] = holes;
  if (only?.state !== 'unknown' || holes.length !== 1 || only.end - only.start !== 1) return undefined;
  return only;
}
