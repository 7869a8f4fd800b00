/**
 * Events whose effect the model failed to work out: a fault of this program, told so that nobody trusts what follows blindly.
 */
import type { Timeline } from '../model/timeline/timeline';

/** One line, or none. */
export function notAppliedNotes({ notApplied, recording, end }: Timeline): readonly string[] {
  const [first] = notApplied.first;
  if (first === undefined) return [];
  const line = first.event < end ? `line ${recording.events.line(first.event)}` : 'the end';
  const events = notApplied.count === 1 ? '1 event' : `${notApplied.count.toLocaleString('en')} events`;
  return [
    `What ${events} did to memory could not be worked out, by a fault of Pagewalk's; memory may be shown wrong from ${line} on. Please report it with that line: ${first.reason}`,
  ];
}
