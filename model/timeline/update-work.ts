/** What it costs to take an event's steps again: checkpoints are spaced by it. */
import type { SpaceChange } from '../memory/address-space';
import type { Update } from '../process/update';
import type { WorldState } from '../process/world-state';
import type { Work } from './checkpoints';

const changesIn = ({ removed, added, pages }: SpaceChange): number =>
  removed.length + added.length + (pages === undefined ? 0 : pages.removed.length + pages.added.length);

/** `world`: behind the event. */
export function workOf(updates: readonly Update[], world: WorldState): Work {
  let moved = 0;
  for (const update of updates) {
    if (update.of === 'space') moved += changesIn(update.change);
    else if (update.of === 'forked-space') moved += world.space(update.id)?.mapCount ?? 0;
  }
  return { steps: updates.length, moved };
}
