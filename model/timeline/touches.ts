/**
 * Blame: which events touched a range of pages, latest first. A record says at once which pages it changed, so that only
 * those that may touch are looked at closely. What a space was before its birth by fork is its parent's history.
 */
import type { EventIndex } from '../trace/positions';
import type { SpaceChange, SpaceId } from '../memory/address-space';
import { isLocked } from '../memory/locked';
import { overlaps, type PageRange } from '../memory/page';
import type { Vma } from '../memory/vma';
import { before, by, type ChangeLog, type Moment } from './change-log';
import type { Lineage } from './lineage';
import { SpaceRecords } from './space-records';
import type { Touch } from './timeline';
import type { Travel } from './travel';

export class Touches {
  /** Made when somebody asks: not everybody does. */
  private records: SpaceRecords | undefined;

  constructor(
    private readonly log: ChangeLog,
    private readonly travel: Travel,
    private readonly lineage: Lineage,
  ) {}

  /** Of events [since, position), latest first. */
  *before(
    space: SpaceId,
    range: PageRange,
    position: EventIndex,
    since = 0 as EventIndex,
  ): Generator<Touch, void, undefined> {
    let of = space;
    let end: Moment = by((position - 1) as EventIndex);
    const earliest = this.log.firstAt(before(since));
    for (;;) {
      const birth = this.lineage.birthOf(of);
      const first = Math.max(earliest, birth === undefined ? 0 : this.log.firstAt(birth.moment));
      yield* this.inRecords(of, range, first, this.log.firstAt((end + 1) as Moment));
      if (birth?.parent === undefined) return;
      of = birth.parent;
      end = (birth.moment - 1) as Moment;
    }
  }

  lastFork(space: SpaceId, position: EventIndex): EventIndex | undefined {
    return this.lineage.lastFork(space, by((position - 1) as EventIndex));
  }

  private *inRecords(
    space: SpaceId,
    range: PageRange,
    first: number,
    end: number,
  ): Generator<Touch, void, undefined> {
    this.records ??= new SpaceRecords(this.log);
    for (const record of this.records.latestFirst(space, first, end)) {
      if (!this.log.mayTouch(record, range)) continue;
      const event = this.log.event(record);
      const changes = this.travel.changeAt(event)?.spaces ?? [];
      for (const change of changes) {
        if (change.space !== space) continue;
        const touch = touchOf(change, range, event);
        if (touch !== undefined) yield touch;
      }
    }
  }
}

/** What a change did to the range; undefined where it changed other pages only. */
export function touchOf(change: SpaceChange, range: PageRange, event: EventIndex): Touch | undefined {
  const gone = change.removed.filter((vma) => overlaps(vma, range));
  const here = change.added.filter((vma) => overlaps(vma, range));
  const moved = moveIn(change, range, event);
  if (moved !== undefined) return moved;
  for (const part of parts(range, gone, here)) {
    const was = gone.find((vma) => vma.start <= part && part < vma.end);
    const is = here.find((vma) => vma.start <= part && part < vma.end);
    const how = howOf(was, is, event);
    if (how !== undefined) return { event, how };
  }
  return undefined;
}

/** mremap took the pages away, or brought them: the other place is what it mapped there, or what is gone here. */
function moveIn(change: SpaceChange, range: PageRange, event: EventIndex): Touch | undefined {
  const arrived = change.added.find((vma) => vma.origin.moved === event);
  if (arrived === undefined) return undefined;
  const left = change.removed.find(
    (vma) => !change.added.some((now) => overlaps(now, vma) && now !== arrived),
  );
  if (overlaps(arrived, range) && !change.removed.some((vma) => same(vma, arrived, range))) {
    const from = left === undefined || overlaps(left, arrived) ? undefined : left;
    return {
      event,
      how: 'moved',
      ...(from !== undefined && { other: { start: from.start, end: from.end } }),
    };
  }
  const tookAway = change.removed.some((vma) => overlaps(vma, range));
  const stays = change.added.some((vma) => overlaps(vma, range));
  return tookAway && !stays
    ? { event, how: 'moved', other: { start: arrived.start, end: arrived.end } }
    : undefined;
}

const same = (before: Vma, after: Vma, range: PageRange): boolean =>
  overlaps(before, range) && before.origin.mapped === after.origin.mapped && before.start === after.start;

/** The first page of each stretch of the range that neither list cuts. */
function parts(range: PageRange, gone: readonly Vma[], here: readonly Vma[]): number[] {
  const starts = new Set<number>([range.start]);
  for (const vma of [...gone, ...here])
    for (const edge of [vma.start, vma.end]) if (edge > range.start && edge < range.end) starts.add(edge);
  return [...starts].sort((a, b) => a - b);
}

function howOf(was: Vma | undefined, is: Vma | undefined, event: EventIndex): Touch['how'] | undefined {
  if (was === undefined) return is === undefined ? undefined : 'mapped';
  if (is === undefined) return 'unmapped';
  if (is.origin.mapped === event) return 'mapped';
  if (was.prot !== is.prot) return 'protected';
  const locked = isLocked(is);
  if (locked !== undefined && isLocked(was) !== locked) return locked ? 'locked' : 'unlocked';
  const sameFlags = was.flags === is.flags && was.anonName === is.anonName && was.extra === is.extra;
  return sameFlags && was.backing.kind === is.backing.kind ? undefined : 'changed';
}
