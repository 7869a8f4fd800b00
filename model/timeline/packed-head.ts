/**
 * The beginning of a record: how many steps it has and, where there are several, which spaces they are about, so that whoever
 * asks about another space need not unpack them.
 *
 *     1 | step
 *     3 | 2  space space | step step step
 */
import type { SpaceId } from '../memory/address-space';
import type { Update } from '../process/update';
import type { PackedReader, PackedWriter } from './packed-bytes';

export function packHead(updates: readonly Update[], out: PackedWriter): void {
  out.number(updates.length);
  if (updates.length < 2) return;
  const spaces = new Set<SpaceId>();
  for (const update of updates) {
    const space = spaceIn(update);
    if (space !== undefined) spaces.add(space);
  }
  out.number(spaces.size);
  for (const space of spaces) out.number(space);
}

/** What follows the number of steps, where that is above one. */
export const readSpaces = (from: PackedReader): readonly SpaceId[] =>
  Array.from({ length: from.number() }, () => from.number() as SpaceId);

/** The number of a record's steps; the reader stands before the first. */
export function readSteps(from: PackedReader): number {
  const steps = from.number();
  if (steps > 1) for (let left = from.number(); left > 0; left--) from.number();
  return steps;
}

function spaceIn(update: Update): SpaceId | undefined {
  switch (update.of) {
    case 'space':
      return update.change.space;
    case 'told-space':
      return update.space.id;
    case 'new-space':
    case 'forked-space':
    case 'space-gone':
      return update.id;
    default:
      return undefined;
  }
}
