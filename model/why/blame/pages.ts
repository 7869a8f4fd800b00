/**
 * The history of a range of pages up to a position, as the change log has it:
 *
 *     mapped ── protected ── locked ── moved away │ moved here ── unmapped
 *                                  other place    │   this place
 *
 * Looked up from the position backwards until whoever mapped all of the range is found. What mremap brought from elsewhere
 * is followed there; what fork copied, into the parent.
 */
import type { EventIndex } from '../../trace/positions';
import { lengthOf, overlaps, pageOf, pageRange, pagesFor, type PageRange } from '../../memory/page';
import { RangeSet } from '../../memory/range-set';
import type { AddressSpace, SpaceChange } from '../../memory/address-space';
import type { Task } from '../../process/world';
import type { Position, Timeline, Touch } from '../../timeline/timeline';
import { touchOf } from '../../timeline/touches';
import { deedAt, type Deed, type PageDeed } from './deed';
import { forkOf } from './ancestry';

export interface PageHistory {
  /** Ascending. */
  readonly deeds: readonly Deed<PageDeed>[];
  /** False where older deeds were left out, because there are very many. */
  readonly isWhole: boolean;
}

/** Deeds that a person reads; a program that changes a range all the time has done so for long. */
const MOST_DEEDS = 64;

/** The history of the range in the task's space. The deeds of those pages alone, each event once. */
export function pageHistory(
  timeline: Timeline,
  task: Task,
  range: PageRange,
  position: Position,
): PageHistory {
  const space = timeline.worldAt(position).space(task.space);
  if (space === undefined || lengthOf(range) <= 0) return { deeds: [], isWhole: true };
  const walk = new HistoryWalk(timeline, space);
  walk.into(range, position);
  const forked = inheritedBy(timeline, task, position, walk.deeds);
  const all = [...walk.deeds.values(), ...(forked === undefined ? [] : [forked])];
  const proven = provenIn(timeline, space, range, walk.deeds);
  return { deeds: [...all, ...proven].sort((a, b) => a.event - b.event), isWhole: walk.isWhole };
}

class HistoryWalk {
  readonly deeds = new Map<EventIndex, Deed<PageDeed>>();
  isWhole = true;

  constructor(
    private readonly timeline: Timeline,
    private readonly space: AddressSpace,
  ) {}

  into(range: PageRange, before: Position): void {
    let open = RangeSet.of([range]);
    for (const touch of this.timeline.touching(this.space.id, range, before)) {
      if (open.isEmpty) return;
      if (this.deeds.size >= MOST_DEEDS) {
        this.isWhole = false;
        return;
      }
      const { event } = touch;
      const change = this.changeBy(event, range);
      if (change === undefined) continue;
      const made = madeBy(this.timeline, change, event);
      const hows = [...open.ranges()].map((part) => ({ part, how: howTouched(change, part, event, made) }));
      const touched = hows.filter(({ how }) => how !== undefined).map(({ part }) => part);
      const [first] = touched;
      const how = hows.find(({ how }) => how !== undefined)?.how;
      if (first === undefined || how === undefined) continue;
      const arrival = how === 'moved' ? arrivalOf(this.timeline, event, first) : undefined;
      this.add(howOf(how, arrival), event, otherOf(arrival));
      for (const piece of made) open = open.without(piece);
      if (arrival?.isHere !== true || arrival.from === undefined) continue;
      // The rest of its history is that of the place where it was.
      for (const part of partsOf(touched, arrival.to)) {
        open = open.without(part);
        const source = shifted(part, arrival.from.start - arrival.to.start);
        const known = pageRange(source.start, Math.min(source.end, arrival.from.end));
        if (lengthOf(known) > 0) this.into(known, event);
      }
    }
  }

  /** A space that fork made has its older history in the parent's. */
  private changeBy(event: EventIndex, range: PageRange): SpaceChange | undefined {
    const changes = this.timeline.changeAt(event)?.spaces ?? [];
    return (
      changes.find(({ space }) => space === this.space.id) ??
      changes.find((change) => touchOf(change, range, event) !== undefined)
    );
  }

  private add(how: PageDeed, event: EventIndex, other: PageRange | undefined): void {
    if (!this.deeds.has(event)) this.deeds.set(event, deedAt(this.timeline, how, event, other));
  }
}

interface Arrival {
  /** Whether the range is where mremap put the pages, not where it took them. */
  readonly isHere: boolean;
  readonly from: PageRange | undefined;
  readonly to: PageRange;
}

/** Where the mremap of a touch took its pages, and where it put them: from its arguments and its answer. */
function arrivalOf(timeline: Timeline, event: EventIndex, range: PageRange): Arrival | undefined {
  const call = timeline.memoryCallAt(event);
  if (call?.call !== 'mremap' || call.event.result.kind !== 'value') return undefined;
  const { oldAddress, oldSize, newSize } = call;
  if (oldAddress.value === undefined || newSize.value === undefined) return undefined;
  const source = pageOf(oldAddress.value);
  const target = pageOf(call.event.result.value);
  const kept = pagesFor(newSize.value);
  const pages = oldSize.value === undefined || oldSize.value === 0n ? kept : pagesFor(oldSize.value);
  const to = pageRange(target, target + kept);
  return {
    isHere: overlaps(range, to),
    from: source === target ? undefined : pageRange(source, source + Math.min(pages, kept)),
    to,
  };
}

function howOf(how: Touch['how'], arrival: Arrival | undefined): PageDeed {
  if (how !== 'moved') return how;
  if (arrival === undefined) return 'changed';
  return !arrival.isHere ? 'moved-away' : arrival.from === undefined ? 'grown' : 'moved-here';
}

const otherOf = (arrival: Arrival | undefined): PageRange | undefined =>
  arrival?.isHere === false ? arrival.to : arrival?.from;

/**
 * Pages that have no older history that matters, for this event made them. A merge gives old neighbours the name of the newer
 * call, so what mmap mapped is told by its own answer, and what a mapping grew by is what was not there before.
 */
function madeBy(timeline: Timeline, change: SpaceChange, event: EventIndex): readonly PageRange[] {
  const call = timeline.memoryCallAt(event);
  const result = call?.event.result;
  if (call?.call !== 'mmap' || result?.kind !== 'value' || call.length.value === undefined)
    return newIn(change);
  const start = pageOf(result.value);
  return [pageRange(start, start + pagesFor(call.length.value)), ...newIn(change)];
}

function howTouched(
  change: SpaceChange,
  part: PageRange,
  event: EventIndex,
  made: readonly PageRange[],
): Touch['how'] | undefined {
  const how = touchOf(change, part, event)?.how;
  return how === 'mapped' && !made.some((range) => overlaps(range, part)) ? undefined : how;
}

const newIn = ({ added, removed }: SpaceChange): readonly PageRange[] => {
  let pages = RangeSet.of(added);
  for (const vma of removed) pages = pages.without(vma);
  return [...pages.ranges()];
};

const partsOf = (ranges: readonly PageRange[], bounds: PageRange): readonly PageRange[] =>
  ranges
    .filter((range) => overlaps(range, bounds))
    .map(({ start, end }) => pageRange(Math.max(start, bounds.start), Math.min(end, bounds.end)));

const shifted = ({ start, end }: PageRange, by: number): PageRange => pageRange(start + by, end + by);

/** The fork that made the space, where the pages have a history from before it. */
function inheritedBy(
  timeline: Timeline,
  task: Task,
  position: Position,
  deeds: ReadonlyMap<EventIndex, unknown>,
): Deed<PageDeed> | undefined {
  const at = forkOf(timeline, task, position);
  if (at === undefined) return undefined;
  return [...deeds.keys()].some((event) => event < at) ? deedAt(timeline, 'inherited', at) : undefined;
}

/** Lines that prove pages mapped of which no line shows the mapping. */
function provenIn(
  timeline: Timeline,
  space: AddressSpace,
  range: PageRange,
  deeds: ReadonlyMap<EventIndex, unknown>,
): readonly Deed<PageDeed>[] {
  const events = new Set<EventIndex>();
  for (const vma of space.vmasIn(range)) {
    if (events.size >= MOST_DEEDS) break;
    if (vma.certainty === 'inferred' && vma.proven !== undefined && !deeds.has(vma.proven))
      events.add(vma.proven);
  }
  return [...events].map((event) => deedAt(timeline, 'proven', event));
}
