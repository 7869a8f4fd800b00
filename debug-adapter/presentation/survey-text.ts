/**
 * What is said of a recording once it is read: how much there is, and what to be careful about.
 */
import type { Message } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import type { Replay } from '../replay';
import { kernelNote } from '../kernel-note';
import { machineNote } from '../machine-note';
import { missingNotes } from '../missing-note';
import { notAppliedNotes } from '../not-applied-note';
import { differenceNotes } from '../snapshot-notes';
import { counted, tell } from '../words/tell';

export interface SummaryLine {
  readonly text: string;
  /** Worth a notification: without it the person would be misled. */
  readonly important: boolean;
}

export function summaryLines(replay: Replay, notes: readonly Message[]): readonly SummaryLine[] {
  const { timeline, language } = replay;
  const { survey, tasks } = replay.recording;
  const said = (message: Message): string => textOf(message, language);
  const quiet = (text: string): SummaryLine => ({ text, important: false });
  const lines: SummaryLine[] = [
    quiet(
      said(
        tell('survey.counts', {
          lines: counted(survey.lines, 'line', language),
          events: counted(survey.events, 'event', language),
          tasks: counted(tasks.length, 'task', language),
          failing: counted(survey.failingCalls, 'failing-call', language),
        }),
      ),
    ),
    quiet([...kernelNote(timeline), ...machineNote(timeline)].map(said).join(' ')),
  ];
  for (const note of [...notes, ...notAppliedNotes(timeline, language), ...missingNotes(timeline, language)])
    lines.push({ text: said(note), important: true });
  const [first] = survey.firstUnparsed;
  if (first) {
    const unparsed = tell(survey.unparsed === 1 ? 'survey.unparsed-one' : 'survey.unparsed', {
      lines: counted(survey.unparsed, 'line', language),
      line: first.line,
      text: JSON.stringify(first.text.slice(0, 120)),
    });
    lines.push(quiet(said(unparsed)));
  }
  for (const note of differenceNotes(timeline)) lines.push(quiet(said(note)));
  return lines;
}
