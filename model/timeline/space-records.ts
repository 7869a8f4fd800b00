/**
 * Which records changed pages of which space: in a log of thousands of processes each finds its own at once.
 *
 *     records      0 1 2 3 4 5 6        spaces  A A B A B A B
 *     by space     0 1 3 5 | 2 4 6      A: [0, 4)   B: [4, 7)
 */
import type { SpaceId } from '../memory/address-space';
import type { ChangeLog } from './change-log';

interface Stretch {
  readonly first: number;
  /** Not included; grows while the numbers are written. */
  end: number;
}

export class SpaceRecords {
  private readonly records: Uint32Array;
  private readonly stretches = new Map<SpaceId, Stretch>();

  /** @param log which is complete: takes some 0.1 s for a million records. */
  constructor(log: ChangeLog) {
    const counts = new Map<SpaceId, number>();
    eachEffect(log, (space) => counts.set(space, (counts.get(space) ?? 0) + 1));
    let first = 0;
    for (const [space, count] of counts) {
      this.stretches.set(space, { first, end: first });
      first += count;
    }
    this.records = new Uint32Array(first);
    eachEffect(log, (space, record) => {
      const stretch = this.stretches.get(space);
      if (stretch !== undefined) this.records[stretch.end++] = record;
    });
  }

  /** Of the records [since, before) those about the space, latest first. */
  *latestFirst(space: SpaceId, since: number, before: number): Generator<number, void, undefined> {
    const stretch = this.stretches.get(space);
    if (stretch === undefined) return;
    for (let at = this.firstFrom(before, stretch) - 1; at >= stretch.first; at--) {
      const record = this.records[at] ?? 0;
      if (record < since) return;
      yield record;
    }
  }

  private firstFrom(record: number, { first, end }: Stretch): number {
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.records[middle] ?? 0) < record) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function eachEffect(log: ChangeLog, visit: (space: SpaceId, record: number) => void): void {
  for (let record = 0; record < log.length; record++)
    if (log.isEffect(record)) for (const space of log.spacesOf(record)) visit(space, record);
}
