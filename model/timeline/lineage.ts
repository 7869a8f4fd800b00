/** Which space was forked from which, and when: the history of a child's pages goes on in the parent. */
import type { SpaceId } from '../memory/address-space';
import type { Update } from '../process/update';
import type { Moment } from './change-log';

interface Birth {
  readonly parent: SpaceId;
  readonly moment: Moment;
}

export class Lineage {
  private readonly births = new Map<SpaceId, Birth>();

  learn(moment: Moment, updates: readonly Update[]): void {
    for (const update of updates)
      if (update.of === 'forked-space') this.births.set(update.id, { parent: update.from, moment });
  }

  birthOf(space: SpaceId): Birth | undefined {
    return this.births.get(space);
  }
}
