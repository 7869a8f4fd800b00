/**
 * The whole life of memory that is looked at: from the call that mapped it, through all that was done to it, wherever mremap
 * took it, to the call that took it away.
 *
 *     mmap ── mprotect ── mremap ───── mlock ── munmap
 *       ├──── [start, end) ──┤├─── [start', end') ─┤
 */
import type { SpaceId } from '../memory/address-space';
import { pageRange, type PageNumber, type PageRange } from '../memory/page';
import type { EventIndex } from '../trace/positions';
import { follow, type Followed } from './follow';
import type { Position, Timeline, Touch } from './timeline';

/** Where it lay at the positions [from, to], both included. */
export interface Abode {
  readonly from: number;
  readonly to: number;
  readonly range: PageRange;
}

export interface Life {
  /** In the order of the recording. */
  readonly abodes: readonly Abode[];
  /** In the order of the recording; the latest where there are more than `MOST_TOUCHES`. */
  readonly touches: readonly Pick<Touch, 'event' | 'how'>[];
  readonly isCut: boolean;
  /** Undefined: it was there when the log begins, or the log does not show where it came from. */
  readonly begun: EventIndex | undefined;
  /** Undefined: it is there at the end. */
  readonly ended: EventIndex | undefined;
}

/** More are no drawing. */
export const MOST_TOUCHES = 1000;

/**
 * The life of a range that is mapped at `at`, by its first page; what is done to any of its pages is done to it.
 * Undefined where that page is not mapped there.
 */
export function lifeOf(timeline: Timeline, space: SpaceId, range: PageRange, at: Position): Life | undefined {
  const { start } = range;
  const pages = range.end - start;
  const earlier: Passage[] = [];
  const later: Passage[] = [];
  const before = follow(timeline, space, start, at, 0 as Position, (event, page) =>
    earlier.push({ event, page }),
  );
  const after = follow(timeline, space, start, at, timeline.end, (event, page) =>
    later.push({ event, page }),
  );
  if (timeline.worldAt(at).space(space)?.stateAt(start) !== 'mapped') return undefined;
  const abodes = joined(
    [...backwards(earlier, before, at).reverse(), ...forwards(later, after, at, timeline.end)].map(
      ({ from, to, page }) => ({ from, to, range: pageRange(page, page + pages) }),
    ),
  );
  const { touches, isCut } = touchesIn(timeline, space, abodes);
  return { abodes, touches, isCut, begun: turn(before), ended: turn(after) };
}

/** The event that touched the page, and where the page lay on the side of `at`. */
interface Passage {
  readonly event: EventIndex;
  readonly page: PageNumber;
}

interface Stay {
  readonly from: number;
  readonly to: number;
  readonly page: PageNumber;
}

const turn = (end: Followed): EventIndex | undefined =>
  end.how === 'unmapped' || end.how === 'not-yet-mapped' ? end.at : undefined;

/** Latest first. */
function backwards(passages: readonly Passage[], end: Followed, at: Position): Stay[] {
  let to: number = at;
  const stays = passages.map(({ event, page }) => {
    const stay = { from: event + 1, to, page };
    to = event;
    return stay;
  });
  return end.how === 'there' ? [...stays, { from: 0, to, page: end.page }] : stays;
}

function forwards(passages: readonly Passage[], end: Followed, at: Position, last: Position): Stay[] {
  let from: number = at;
  const stays = passages.map(({ event, page }) => {
    const stay = { from, to: event, page };
    from = event + 1;
    return stay;
  });
  return end.how === 'there' ? [...stays, { from, to: last, page: end.page }] : stays;
}

/** What only changed, and did not move, is one abode. */
function joined(abodes: readonly Abode[]): Abode[] {
  const whole: Abode[] = [];
  for (const abode of abodes) {
    const last = whole.at(-1);
    if (last?.range.start === abode.range.start) whole[whole.length - 1] = { ...last, to: abode.to };
    else whole.push(abode);
  }
  return whole;
}

function touchesIn(
  timeline: Timeline,
  space: SpaceId,
  abodes: readonly Abode[],
): Pick<Life, 'touches' | 'isCut'> {
  const found = new Map<EventIndex, Touch['how']>();
  for (const { from, to, range } of abodes.toReversed()) {
    // The event that brought it here stands before `from`, the one that takes it away at `to`.
    const since = Math.max(0, from - 1) as Position;
    const until = Math.min(timeline.end, to + 1) as Position;
    for (const { event, how } of timeline.touching(space, range, until, since)) {
      if (found.size >= MOST_TOUCHES) return { touches: inOrder(found), isCut: true };
      found.set(event, how);
    }
  }
  return { touches: inOrder(found), isCut: false };
}

const inOrder = (found: ReadonlyMap<EventIndex, Touch['how']>): Life['touches'] =>
  [...found].map(([event, how]) => ({ event, how })).sort((a, b) => a.event - b.event);
