/**
 * Looking for the next event in either direction, a bounded piece of work at a time, so that a host can answer other
 * requests between two pieces and stop when asked to.
 */
import { EventKind } from '../trace/event-table';
import { Column } from '../trace/index-pass/column';
import type { EventIndex } from '../trace/positions';
import type { Recording } from '../trace/recording';
import type { Direction, Position, Search, SearchPredicate, SearchStep } from './timeline';

/** An event whose text must be read costs as much as so many that the index rules out. */
const WHOLE_COST = 16;

/** @param predicate accepts or refuses an event by itself: the same both ways. */
export function searchFor(recording: Recording, predicate: SearchPredicate): Search {
  const accepts = acceptor(recording, predicate);
  const end = recording.events.length;
  return {
    /** Forward finds from `from` on, backward below it: stopped at n, event n is the next to happen. */
    step(from: Position, direction: Direction, budget: number): SearchStep {
      const step = direction === 'forward' ? 1 : -1;
      let at = direction === 'forward' ? Math.max(from, 0) : Math.min(from, end) - 1;
      for (let left = Math.max(1, budget); left > 0; at += step) {
        if (at < 0 || at >= end) return { end: (direction === 'forward' ? end : 0) as Position };
        const event = at as EventIndex;
        const answer = accepts(event);
        if (answer === 'yes') return { found: event };
        left -= answer === 'read' ? WHOLE_COST : 1;
      }
      return { goOnFrom: (direction === 'forward' ? at : at + 1) as Position };
    },
  };
}

/** 'no': the index row ruled it out; 'read': the text did. */
function acceptor(
  recording: Recording,
  predicate: SearchPredicate,
): (event: EventIndex) => 'yes' | 'no' | 'read' {
  const { events } = recording;
  return (event) => {
    if (predicate.task !== undefined && events.task(event) !== predicate.task) return 'no';
    if (!predicate.row(event)) return 'no';
    if (predicate.whole === undefined) return 'yes';
    return predicate.whole(event, () => recording.decode(event)) ? 'yes' : 'read';
  };
}

/** Calls that the log marks as failed: the commonest search. */
export const failingCalls = (recording: Recording): SearchPredicate => ({
  row: (event) => recording.events.kind(event) === EventKind.call && recording.events.errno(event) !== '',
});

/**
 * The hits of one predicate numbered from the start of the recording, so that a hit count means the same whichever way one
 * comes. Counted as far as somebody asked.
 */
export class HitOrdinals {
  private readonly hits = new Column();
  private counted = 0;
  private readonly accepts: (event: EventIndex) => 'yes' | 'no' | 'read';

  constructor(recording: Recording, predicate: SearchPredicate) {
    this.accepts = acceptor(recording, predicate);
  }

  /**
   * Which hit the event is, from 1: the number of hits up to it, itself included.
   * 'more': the budget is used up; call again with the same event.
   */
  ordinal(event: EventIndex, budget: number): number | 'more' {
    for (let left = Math.max(1, budget); this.counted <= event; this.counted++) {
      if (left <= 0) return 'more';
      const answer = this.accepts(this.counted as EventIndex);
      if (answer === 'yes') this.hits.push(this.counted);
      left -= answer === 'no' ? 1 : WHOLE_COST;
    }
    return this.hitsUpTo(event);
  }

  private hitsUpTo(event: EventIndex): number {
    let low = 0;
    let high = this.hits.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.hits.get(middle) <= event) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
