/**
 * One line of a history: what an event did to pages, to a limit or to a capability. Front ends show `text` as a link, and
 * the line of the log beside it.
 */
import type { EventIndex, LineNumber } from '../../trace/positions';
import type { PageRange } from '../../memory/page';
import type { Timeline } from '../../timeline/timeline';
import type { Message } from '../message-shape';
import { say } from '../message';
import { rangeInWords } from '../sizes';

/** What became of pages. */
export type PageDeed =
  | 'mapped'
  /** mremap made the mapping longer: these pages are new. */
  | 'grown'
  /** A call proved them mapped; which one mapped them is not in the log. */
  | 'proven'
  | 'protected'
  | 'locked'
  | 'unlocked'
  | 'changed'
  | 'moved-here'
  | 'moved-away'
  | 'unmapped'
  /** fork made the space they are in, as a copy. */
  | 'inherited';

export type LimitDeed = 'limit-set' | 'limit-read' | 'limit-inherited' | 'limit-kept';
export type CapabilityDeed = 'capability-given' | 'capability-taken' | 'capability-has' | 'capability-lacks';

export interface Deed<How extends string = PageDeed | LimitDeed | CapabilityDeed | LockDeed> {
  readonly how: How;
  readonly event: EventIndex;
  readonly line: LineNumber;
  readonly text: Message;
  /** 'moved-here': where from; 'moved-away': where to. */
  readonly other?: PageRange;
}

/** How memory came to be locked. */
export type LockDeed =
  'lock' | 'lock-all' | 'lock-on-mapping' | 'lock-future' | 'lock-by-growth' | 'lock-secret';

export function deedAt(
  timeline: Timeline,
  how: PageDeed,
  event: EventIndex,
  other?: PageRange,
): Deed<PageDeed> {
  const at = { line: { event, line: timeline.recording.events.line(event) } };
  const text =
    other === undefined
      ? say(`blame.${how}`, at)
      : say(how === 'moved-away' ? 'blame.moved-to' : 'blame.moved-from', {
          ...at,
          other: rangeInWords(other),
        });
  return { how, event, line: at.line.line, text, ...(other === undefined ? {} : { other }) };
}
