/** The events that changed the world, ascending: what next and previous change step over. */
import { Column } from '../trace/index-pass/column';
import type { EventIndex } from '../trace/positions';
import type { ChangeLog } from './change-log';

export class ChangingEvents {
  private readonly events = new Column();

  constructor(log: ChangeLog) {
    for (let record = 0; record < log.length; record++)
      if (log.isEffect(record)) this.events.push(log.event(record));
  }

  get length(): number {
    return this.events.length;
  }

  at(i: number): EventIndex {
    return this.events.get(i) as EventIndex;
  }

  /** `length` where none follows. */
  firstAtOrAfter(event: EventIndex): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events.get(middle) < event) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
