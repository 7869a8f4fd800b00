/** Who closed a descriptor that was open once. */
import type { DescriptorTableId, OpenFile } from '../../process/descriptors';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { Subject } from '../subject';

const CLOSING: ReadonlySet<string> = new Set(['close', 'close_range', 'dup2', 'dup3', 'execve']);
/** Events looked at, and calls that may close, back from the failing one: a descriptor is mostly used soon after. */
const MOST_EVENTS = 20_000;
const MOST_CLOSING = 100;

/** The last call that closed the number, and what it was. */
export function closedAt(
  { timeline, event }: Subject,
  table: DescriptorTableId,
  fd: number,
): { readonly at: EventIndex; readonly file: OpenFile } | undefined {
  const { events } = timeline.recording;
  let left = MOST_CLOSING;
  for (let e = event - 1; e >= Math.max(0, event - MOST_EVENTS) && left > 0; e--) {
    const at = eventIndex(e);
    if (!CLOSING.has(events.name(at))) continue;
    left--;
    const file = timeline.worldAt(at).descriptors(table)?.get(fd);
    const isOpenBehind = timeline
      .worldAt(eventIndex(e + 1))
      .descriptors(table)
      ?.get(fd);
    if (file !== undefined && isOpenBehind === undefined) return { at, file };
  }
  return undefined;
}
