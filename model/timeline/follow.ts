/**
 * Where memory that is looked at has gone: a page of one moment, at another. mremap takes it elsewhere, munmap ends it,
 * MAP_FIXED puts other memory in its place; backwards it ends at the call that mapped it.
 *
 *     mmap ──── page ──── mremap ──── page' ──── munmap
 *          ◄──────────────── followed ────────────────►
 */
import type { SpaceChange, SpaceId } from '../memory/address-space';
import { pageOf, pageRange, pagesFor, type PageNumber, type PageRange } from '../memory/page';
import type { EventIndex } from '../trace/positions';
import type { Position, Timeline } from './timeline';

export type Followed =
  /** `at`: the last event that moved it; undefined: it lies where it lay. */
  | { readonly how: 'there'; readonly page: PageNumber; readonly at: EventIndex | undefined }
  | { readonly how: 'unmapped' | 'not-yet-mapped'; readonly at: EventIndex }
  /** The log does not show the page at one of the two moments. */
  | { readonly how: 'unknown' };

/** Told of each event that touched the page on its way, with the page where it was on the side that the way came from. */
export type Met = (event: EventIndex, page: PageNumber) => void;

/** Follows a page of one space from a position to another, forwards or backwards. */
export function follow(
  timeline: Timeline,
  space: SpaceId,
  page: PageNumber,
  from: Position,
  to: Position,
  met: Met = () => undefined,
): Followed {
  if (!isMapped(timeline, space, page, from)) return { how: 'unknown' };
  const end =
    to >= from
      ? forwards(timeline, space, page, from, to, met)
      : backwards(timeline, space, page, from, to, met);
  if (end.how !== 'there') return end;
  return isMapped(timeline, space, end.page, to) ? end : { how: 'unknown' };
}

const isMapped = (timeline: Timeline, space: SpaceId, page: PageNumber, at: Position): boolean =>
  timeline.worldAt(at).space(space)?.stateAt(page) === 'mapped';

function forwards(
  timeline: Timeline,
  space: SpaceId,
  page: PageNumber,
  from: Position,
  to: Position,
  met: Met,
): Followed {
  let here = page;
  let moved: EventIndex | undefined;
  let touches = touchesOf(timeline, space, here, from, to);
  for (let event = touches.pop(); event !== undefined; event = touches.pop()) {
    met(event, here);
    const change = changeOf(timeline, space, event);
    const next = change?.moves?.find((move) => holds(move.from, here));
    if (next !== undefined) {
      here = (here - next.from.start + next.to.start) as PageNumber;
      moved = event;
      touches = touchesOf(timeline, space, here, (event + 1) as Position, to);
    } else if (change !== undefined && (isGone(change, here) || isReplaced(timeline, change, here, event)))
      return { how: 'unmapped', at: event };
  }
  return { how: 'there', page: here, at: moved };
}

function backwards(
  timeline: Timeline,
  space: SpaceId,
  page: PageNumber,
  from: Position,
  to: Position,
  met: Met,
): Followed {
  let here = page;
  let moved: EventIndex | undefined;
  let touches = timeline.touching(space, onePage(here), from, to)[Symbol.iterator]();
  for (let step = touches.next(); step.done !== true; step = touches.next()) {
    const { event } = step.value;
    met(event, here);
    const change = changeOf(timeline, space, event);
    const came = change?.moves?.find((move) => holds(move.to, here));
    if (came !== undefined) {
      here = (here - came.to.start + came.from.start) as PageNumber;
      moved = event;
      touches = timeline.touching(space, onePage(here), event, to)[Symbol.iterator]();
    } else if (change !== undefined && isProven(change, here)) return { how: 'unknown' };
    else if (change !== undefined && (isNew(change, here) || isReplaced(timeline, change, here, event)))
      return { how: 'not-yet-mapped', at: event };
  }
  return { how: 'there', page: here, at: moved };
}

/** The last is the earliest. */
const touchesOf = (
  timeline: Timeline,
  space: SpaceId,
  page: PageNumber,
  from: Position,
  to: Position,
): EventIndex[] => Array.from(timeline.touching(space, onePage(page), to, from), ({ event }) => event);

const changeOf = (timeline: Timeline, space: SpaceId, event: EventIndex): SpaceChange | undefined =>
  timeline.changeAt(event)?.spaces.find((change) => change.space === space);

const isGone = ({ removed, added }: SpaceChange, page: PageNumber): boolean =>
  removed.some((vma) => holds(vma, page)) && !added.some((vma) => holds(vma, page));

const isNew = ({ removed, added }: SpaceChange, page: PageNumber): boolean =>
  added.some((vma) => holds(vma, page)) && !removed.some((vma) => holds(vma, page));

/** The call only showed that memory is there: what mapped it is not in the log. */
const isProven = (change: SpaceChange, page: PageNumber): boolean =>
  isNew(change, page) && change.added.some((vma) => vma.certainty === 'inferred' && holds(vma, page));

/**
 * Other memory lies there from the event on: what a call mapped over, or moved over. The borders of VMAs cannot tell it, for
 * the new memory may be one VMA with an old neighbour.
 */
function isReplaced(
  timeline: Timeline,
  { moves }: SpaceChange,
  page: PageNumber,
  event: EventIndex,
): boolean {
  if (moves?.some((move) => holds(move.to, page)) === true) return true;
  const call = timeline.memoryCallAt(event);
  if (call?.call !== 'mmap' || call.event.result.kind !== 'value' || call.length.value === undefined)
    return false;
  const start = pageOf(call.event.result.value);
  return holds(pageRange(start, start + pagesFor(call.length.value)), page);
}

const onePage = (page: PageNumber): PageRange => pageRange(page, page + 1);
const holds = ({ start, end }: PageRange, page: PageNumber): boolean => page >= start && page < end;
