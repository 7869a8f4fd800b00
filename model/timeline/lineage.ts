/** When each space came to be, and which was forked from which: the history of a child's pages goes on in the parent. */
import type { EventIndex } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import type { Update } from '../process/update';
import type { Moment } from './change-log';

interface Birth {
  readonly moment: Moment;
  /** undefined: execve made it, or it was there when the log begins. */
  readonly parent: SpaceId | undefined;
}

export class Lineage {
  private readonly births = new Map<SpaceId, Birth>();
  /** By parent, ascending. */
  private readonly forks = new Map<SpaceId, Moment[]>();

  learn(moment: Moment, updates: readonly Update[]): void {
    for (const update of updates) {
      if (update.of === 'new-space') this.born(update.id, moment, undefined);
      if (update.of === 'told-space') this.born(update.space.id, moment, undefined);
      if (update.of !== 'forked-space') continue;
      this.born(update.id, moment, update.from);
      const forks = this.forks.get(update.from);
      if (forks === undefined) this.forks.set(update.from, [moment]);
      else forks.push(moment);
    }
  }

  /** A snapshot tells a space again that is there already. */
  private born(space: SpaceId, moment: Moment, parent: SpaceId | undefined): void {
    if (!this.births.has(space)) this.births.set(space, { moment, parent });
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
