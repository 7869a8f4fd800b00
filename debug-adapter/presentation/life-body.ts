/** The life of memory that is chosen, for the timeline. */
import { lifeOf } from '../../model/timeline/life';
import { addressOf, pageOf, pageRange } from '../../model/memory/page';
import type { EventIndex } from '../../model/trace/positions';
import { hexOf } from '../../model/why/sizes';
import type { LifeBody } from '../protocol/panel';
import type { Replay } from '../replay';
import type { Place } from './follow-body';
import { standing } from './standing';

/** `end`: of a range, not in it; undefined: the page of `start`. */
export function lifeBody(replay: Replay, start: bigint, end: bigint | undefined, at: Place): LifeBody {
  const { space } = standing(replay, at.position, at.task);
  const first = pageOf(start);
  const behind = end === undefined || end <= start ? first + 1 : pageOf(end - 1n) + 1;
  const life =
    space && lifeOf(replay.timeline, space.id, pageRange(first, Math.max(first + 1, behind)), at.position);
  if (life === undefined) return { abodes: [], touches: [], isCut: false, begun: null, ended: null };
  const link = (event: EventIndex | undefined): LifeBody['begun'] =>
    event === undefined ? null : { event, line: replay.lineOf(event) };
  return {
    abodes: life.abodes.map(({ from, to, range }) => ({
      from,
      to,
      start: hexOf(addressOf(range.start)),
      end: hexOf(addressOf(range.end)),
    })),
    touches: life.touches.map(({ event, how }) => ({ event, line: replay.lineOf(event), how })),
    isCut: life.isCut,
    begun: link(life.begun),
    ended: link(life.ended),
  };
}
