/**
 * From a position to its world: the nearest world below that is at hand, a checkpoint or a recent one, and the steps from
 * there. Going back one event takes the same way, so a world is the same whichever way it was reached.
 */
import type { EventIndex } from '../trace/positions';
import { worldChangeOf } from '../process/world-change';
import type { WorldChange } from '../process/world';
import { WorldState } from '../process/world-state';
import { before, by, type ChangeLog, type Moment } from './change-log';
import type { Checkpoints } from './checkpoints';

/** Recent worlds kept. Each shares all but its last steps with its neighbours. */
const RECENT = 24;
/** On the way a world this many records short of the goal is kept too: whoever steps back goes there next. */
const BEHIND = 12;

export class Travel {
  /** By number of records taken; the last used stands last. */
  private readonly recent = new Map<number, WorldState>();

  constructor(
    private readonly log: ChangeLog,
    private readonly checkpoints: Checkpoints,
  ) {}

  worldAt(position: EventIndex): WorldState {
    return this.worldAfter(this.recordsUpTo(before(position)));
  }

  /** One world that takes all steps in turn: no copies are made for worlds that nobody keeps. */
  *worlds(): Generator<{ readonly position: EventIndex; readonly world: WorldState }, void, undefined> {
    const world = WorldState.empty();
    for (let record = 0; record < this.log.length;) {
      const position = positionOf(this.log.moment(record));
      let end = record + 1;
      while (end < this.log.length && positionOf(this.log.moment(end)) === position) end++;
      this.log.pass(record, end, world);
      yield { position, world };
      record = end;
    }
  }

  /** What the effect of an event changed, with the records before and after. */
  changeAt(event: EventIndex): WorldChange | undefined {
    const record = this.log.effectOf(event);
    if (record === undefined) return undefined;
    const world = this.worldAfter(record);
    const updates = this.log.replay(record, world.copy());
    return worldChangeOf(event, world, updates);
  }

  /** The world right behind the event's own effect: what its result left, without what the next event brings to light. */
  worldAfterEffect(event: EventIndex): WorldState {
    return this.worldAfter(this.recordsUpTo(by(event)));
  }

  private recordsUpTo(moment: Moment): number {
    return this.log.firstAt((moment + 1) as Moment);
  }

  private worldAfter(records: number): WorldState {
    const known = this.recent.get(records);
    if (known !== undefined) {
      this.keep(records, known);
      return known;
    }
    const start = this.nearest(records);
    const world = start.world.copy();
    const behind = Math.max(start.record, records - BEHIND);
    this.log.pass(start.record, behind, world);
    if (behind > start.record) this.keep(behind, world.copy());
    this.log.pass(behind, records, world);
    this.keep(records, world);
    return world;
  }

  private nearest(records: number): { readonly record: number; readonly world: WorldState } {
    let best = { record: 0, world: WorldState.empty() };
    for (const [record, world] of this.recent)
      if (record <= records && record >= best.record) best = { record, world };
    // A checkpoint may have to be unpacked: only where it saves steps.
    return this.checkpoints.between(best.record, records) ?? best;
  }

  private keep(records: number, world: WorldState): void {
    this.recent.delete(records);
    this.recent.set(records, world);
    if (this.recent.size <= RECENT) return;
    for (const oldest of this.recent.keys()) {
      this.recent.delete(oldest);
      break;
    }
  }
}

/** The first position whose world has taken what belongs to the moment. */
const positionOf = (moment: Moment): EventIndex => Math.ceil(moment / 2) as EventIndex;
