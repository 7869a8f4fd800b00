/**
 * Events whose effect the model failed to work out: a fault of this program, told so that nobody trusts what follows blindly.
 */
import type { Timeline } from '../model/timeline/timeline';
import type { Message } from '../model/why/message-shape';
import type { SpokenLanguage } from './words/language';
import { counted, lineWords, tell } from './words/tell';

/** One line, or none. */
export function notAppliedNotes(
  { notApplied, recording, end }: Timeline,
  language: SpokenLanguage,
): readonly Message[] {
  const [first] = notApplied.first;
  if (first === undefined) return [];
  return [
    tell('not-applied', {
      events: counted(notApplied.count, 'event', language),
      line: first.event < end ? lineWords(recording.events.line(first.event)) : tell('note.end'),
      reason: first.reason,
    }),
  ];
}
