/** Which space was forked from which, and when: the history of a child's pages goes on in the parent. */
import type { EventIndex } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import type { Update } from '../process/update';
import type { Moment } from './change-log';

interface Birth {
  readonly parent: SpaceId;
  readonly moment: Moment;
}

export class Lineage {
  private readonly births = new Map<SpaceId, Birth>();
  /** By parent, ascending. */
  private readonly forks = new Map<SpaceId, Moment[]>();

  learn(moment: Moment, updates: readonly Update[]): void {
    for (const update of updates) {
      if (update.of !== 'forked-space') continue;
      this.births.set(update.id, { parent: update.from, moment });
      const forks = this.forks.get(update.from);
      if (forks === undefined) this.forks.set(update.from, [moment]);
      else forks.push(moment);
    }
  }

  /** The event of the last fork of the space up to the moment. */
  lastFork(space: SpaceId, until: Moment): EventIndex | undefined {
    const last = this.forks.get(space)?.findLast((moment) => moment <= until);
    return last === undefined ? undefined : (Math.floor(last / 2) as EventIndex);
  }

  birthOf(space: SpaceId): Birth | undefined {
    return this.births.get(space);
  }
}
