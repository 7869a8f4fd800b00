/**
 * A whole address space for a drawing, in columns; or, to somebody who has the layout of another moment of the same space,
 * only what stands in the ranges that changed in between.
 */
import type { AddressSpace, SpaceFacts, SpaceId } from '../../model/memory/address-space';
import { nameOf } from '../../model/memory/names';
import { pageRange, type PageRange } from '../../model/memory/page';
import type { Timeline } from '../../model/timeline/timeline';
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import type { RegionColumns } from '../../picture/region';
import type { LayoutBody } from '../protocol/panel';
import { flagBits, kindNumber, kindOf, protBits } from './region';
import { userRange } from './vma-row';

export function wholeLayout(timeline: Timeline, space: AddressSpace, event: EventIndex): LayoutBody {
  return { ...frame(space, event), regions: regionsIn(timeline, space, [userRange(space)]) };
}

/** What differs since another moment; the whole where that is less work: very many changes lie between, or not both see this space. */
export function layoutAt(
  timeline: Timeline,
  space: AddressSpace,
  event: EventIndex,
  since: EventIndex,
): LayoutBody {
  const from = Math.min(event, since);
  const to = Math.max(event, since);
  const changed = changedBetween(timeline, space.id, from, to);
  if (changed === undefined) return wholeLayout(timeline, space, event);
  const ranges = joined(changed.map((range) => withGaps(range, space)));
  return {
    ...frame(space, event),
    regions: regionsIn(timeline, space, ranges),
    replaces: ranges.map(({ start, end }) => [start, end]),
  };
}

const frame = (space: AddressSpace, event: EventIndex): Omit<LayoutBody, 'regions' | 'replaces'> => ({
  space: space.id,
  event,
  taskSize: space.taskSize,
  complete: space.complete,
});

/** Changes between two moments that are gathered before the whole is sent instead. */
const MOST_CHANGES = 2000;

/** What a snapshot shows or corrects is no event's change: the numbers of the space then jump, and the whole is sent. */
function changedBetween(
  timeline: Timeline,
  space: SpaceId,
  from: number,
  to: number,
): readonly PageRange[] | undefined {
  const { changing } = timeline;
  const first = changing.firstAtOrAfter(eventIndex(from));
  const touched: PageRange[] = [];
  let facts: SpaceFacts | undefined = timeline.worldAt(eventIndex(from)).space(space);
  for (let i = first; i < changing.length && changing.at(i) < to; i++) {
    if (i - first > MOST_CHANGES) return undefined;
    const change = timeline.changeAt(changing.at(i));
    if (change?.spaceLives.some((life) => (life.after ?? life.before)?.id === space) === true)
      return undefined;
    for (const one of change?.spaces ?? []) {
      if (one.space !== space) continue;
      if (facts === undefined || !goesOn(facts, one.factsBefore)) return undefined;
      facts = one.factsAfter;
      touched.push(...one.removed, ...one.added, ...(one.unknownBefore ?? []), ...(one.unknownAfter ?? []));
    }
  }
  const end = timeline.worldAt(eventIndex(to)).space(space);
  return facts !== undefined && end !== undefined && goesOn(facts, end) ? touched : undefined;
}

const goesOn = (before: SpaceFacts, after: SpaceFacts): boolean =>
  before.complete === after.complete &&
  before.total === after.total &&
  before.mapCount === after.mapCount &&
  before.exec === after.exec;

/** With the gaps around it, whose stretches are then given whole: a change at their border makes them longer or shorter. */
const withGaps = ({ start, end }: PageRange, space: AddressSpace): PageRange =>
  pageRange(
    start === 0 ? 0 : Math.min(start, space.lastStartingBelow(start)?.end ?? 0),
    Math.max(end, space.firstEndingAbove(end)?.start ?? space.taskSize),
  );

function joined(ranges: readonly PageRange[]): readonly PageRange[] {
  const all: PageRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || range.start > last.end) all.push(pageRange(range.start, range.end));
    else if (range.end > last.end) all[all.length - 1] = pageRange(last.start, range.end);
  }
  return all;
}

/** VMAs and unknown stretches in ascending, disjoint ranges that begin and end at VMAs or the ends of user space. */
function regionsIn(timeline: Timeline, space: AddressSpace, ranges: readonly PageRange[]): RegionColumns {
  const columns = new Columns(timeline, space);
  for (const range of ranges) {
    const unknown = space.complete ? [] : space.holesIn(range).filter(({ state }) => state === 'unknown');
    let next = 0;
    const unknownBelow = (end: number): void => {
      for (let hole = unknown[next]; hole !== undefined && hole.start < end; hole = unknown[++next])
        columns.hole(hole);
    };
    for (const vma of space.vmasIn(range)) {
      unknownBelow(vma.start);
      columns.vma(vma);
    }
    unknownBelow(Number.POSITIVE_INFINITY);
  }
  return columns.regions;
}

class Columns {
  readonly regions = {
    start: [] as number[],
    end: [] as number[],
    kind: [] as number[],
    prot: [] as number[],
    flags: [] as number[],
    name: [] as number[],
    mappedLine: [] as number[],
    names: [] as string[],
  };
  readonly #names = new Map<string, number>();

  constructor(
    private readonly timeline: Timeline,
    private readonly space: AddressSpace,
  ) {}

  vma(vma: Parameters<typeof nameOf>[0]): void {
    const { space, regions } = this;
    const name = nameOf(vma, space);
    this.#range(vma);
    regions.kind.push(kindNumber(kindOf(vma, space)));
    regions.prot.push(protBits(vma));
    regions.flags.push(flagBits(vma));
    regions.name.push(name === undefined || name === '' ? -1 : this.#numberOf(name));
    const { mapped } = vma.origin;
    regions.mappedLine.push(mapped === undefined ? -1 : this.timeline.recording.events.line(mapped));
  }

  hole(range: PageRange): void {
    this.#range(range);
    this.regions.kind.push(kindNumber('unknown'));
    this.regions.prot.push(0);
    this.regions.flags.push(0);
    this.regions.name.push(-1);
    this.regions.mappedLine.push(-1);
  }

  #range({ start, end }: PageRange): void {
    this.regions.start.push(start);
    this.regions.end.push(end);
  }

  #numberOf(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const number = this.regions.names.push(name) - 1;
    this.#names.set(name, number);
    return number;
  }
}
