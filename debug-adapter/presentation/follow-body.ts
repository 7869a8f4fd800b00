/** Where a byte of one moment is at another, for views that keep what is chosen. */
import { addressOf, pageOf } from '../../model/memory/page';
import type { TaskId } from '../../model/trace/positions';
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import { follow } from '../../model/timeline/follow';
import type { Position } from '../../model/timeline/timeline';
import { hexOf } from '../../model/why/sizes';
import type { FollowBody } from '../protocol/panel';
import type { Replay } from '../replay';
import { standing } from './standing';

export interface Place {
  readonly position: Position;
  readonly task: TaskId;
}

export function followBody(replay: Replay, address: bigint, from: Place, to: Place): FollowBody {
  const link = (event: EventIndex): FollowBody['at'] => ({ event, line: replay.lineOf(event) });
  const nowhere = (how: FollowBody['how'], at?: EventIndex): FollowBody => ({
    address: null,
    vma: null,
    at: at === undefined ? null : link(at),
    how,
  });
  const was = standing(replay, from.position, from.task).space;
  const is = standing(replay, to.position, to.task).space;
  if (was === undefined) return nowhere('unknown');
  if (is?.id !== was.id) {
    const change = from.task === to.task ? spaceChange(replay, from, to) : undefined;
    return nowhere('other-space', change);
  }
  const page = pageOf(address);
  const followed = follow(replay.timeline, was.id, page, from.position, to.position);
  if (followed.how === 'unknown') return nowhere('unknown');
  if (followed.how !== 'there') return nowhere(followed.how, followed.at);
  const vma = is.vmaAt(followed.page);
  return {
    address: hexOf(addressOf(followed.page) + (address & 0xfffn)),
    vma: vma === undefined ? null : { start: hexOf(addressOf(vma.start)), end: hexOf(addressOf(vma.end)) },
    at: followed.at === undefined ? null : link(followed.at),
    how: followed.at === undefined ? 'same' : 'moved',
  };
}

/** The event between the places at which the task took another space, or left it: a task never comes back to one. */
function spaceChange(replay: Replay, from: Place, to: Place): EventIndex | undefined {
  const spaceAt = (at: number): number | undefined => standing(replay, eventIndex(at), from.task).space?.id;
  const forwards = from.position < to.position;
  const held = spaceAt(from.position);
  let low = Math.min(from.position, to.position);
  let high = Math.max(from.position, to.position);
  if (spaceAt(low) === spaceAt(high)) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((spaceAt(middle) === held) === forwards) low = middle;
    else high = middle;
  }
  return eventIndex(low);
}
