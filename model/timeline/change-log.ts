/**
 * All changes of the world, in order, packed. A change belongs to one of two moments of an event:
 *
 *     before it    what is found to be so when the event comes: a task seen for the first time, the file behind a
 *                  number that its line shows, a snapshot; part of the world that stops before the event
 *     by it        its effect
 *
 * so a record's moment is twice its event, plus one for an effect, and `worldAt(n)` is what all records up to moment 2n
 * have made.
 */
import type { EventIndex } from '../trace/positions';
import { Column } from '../trace/index-pass/column';
import type { SpaceId } from '../memory/address-space';
import type { PageRange } from '../memory/page';
import type { Update } from '../process/update';
import type { WorldState } from '../process/world-state';
import { PackedRecords, PackedWriter } from './packed-bytes';
import { PackedUpdates } from './packed-updates';
import { SpaceFolds } from './space-folds';

export type Moment = number & { readonly __moment: unique symbol };
export const before = (event: EventIndex): Moment => (event * 2) as Moment;
export const by = (event: EventIndex): Moment => (event * 2 + 1) as Moment;

export class ChangeLog {
  private readonly moments = new Column();
  private readonly places = new Column();
  private readonly records = new PackedRecords();
  private readonly updates = new PackedUpdates();
  private readonly writer = new PackedWriter();

  /** Number of records. */
  get length(): number {
    return this.moments.length;
  }

  /** In bytes. */
  get bytes(): number {
    return this.records.bytes + this.moments.bytes + this.places.bytes;
  }

  /** Moments never go back. @param event that the updates count from: not before any event they name. */
  append(moment: Moment, event: EventIndex, updates: readonly Update[]): void {
    this.writer.reset();
    this.writer.number(event * 2 + 1 - moment);
    this.updates.pack(updates, event, this.writer);
    this.moments.push(moment);
    this.places.push(this.records.append(this.writer.bytes));
  }

  moment(record: number): Moment {
    return this.moments.get(record) as Moment;
  }

  event(record: number): EventIndex {
    return Math.floor(this.moments.get(record) / 2) as EventIndex;
  }

  isEffect(record: number): boolean {
    return this.moments.get(record) % 2 === 1;
  }

  /** Takes the steps of a record in `world`, which must stand right before it. */
  replay(record: number, world: WorldState): readonly Update[] {
    const reader = this.records.readAt(this.places.get(record));
    const event = (this.moments.get(record) - 1 + reader.number()) / 2;
    return this.updates.replay(reader, event as EventIndex, world);
  }

  /** Takes the steps of the records [first, end) in `world`, which must stand right before them. */
  pass(first: number, end: number, world: WorldState): void {
    const folds = new SpaceFolds();
    for (let record = first; record < end; record++) {
      const reader = this.records.readAt(this.places.get(record));
      const event = (this.moments.get(record) - 1 + reader.number()) / 2;
      this.updates.pass(reader, event as EventIndex, world, folds);
    }
    folds.finish(world);
  }

  /** The spaces whose pages the record may change. Cheap. */
  spacesOf(record: number): readonly SpaceId[] {
    const reader = this.records.readAt(this.places.get(record));
    reader.number();
    return this.updates.spacesOf(reader);
  }

  /** False: the record, one of those of a space, changes no page of the range there. Cheap. */
  mayTouch(record: number, range: PageRange): boolean {
    const reader = this.records.readAt(this.places.get(record));
    reader.number();
    return this.updates.mayTouch(reader, range);
  }

  /** The first record at or after the moment. */
  firstAt(moment: Moment): number {
    let low = 0;
    let high = this.moments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.moments.get(middle) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The record with an event's effect. */
  effectOf(event: EventIndex): number | undefined {
    const record = this.firstAt(by(event));
    return record < this.length && this.moments.get(record) === by(event) ? record : undefined;
  }
}
