/**
 * What is said of a recording once it is read: how much there is, and what to be careful about.
 */
import type { Replay } from '../replay';
import { kernelNote } from '../kernel-note';
import { missingNotes } from '../missing-note';
import { notAppliedNotes } from '../not-applied-note';
import { differenceNotes } from '../snapshot-notes';

export interface SummaryLine {
  readonly text: string;
  /** Worth a notification: without it the person would be misled. */
  readonly important: boolean;
}

export function summaryLines(replay: Replay, notes: readonly string[]): readonly SummaryLine[] {
  const { survey, tasks } = replay.recording;
  const quiet = (text: string): SummaryLine => ({ text, important: false });
  const lines: SummaryLine[] = [
    quiet(
      `${counted(survey.lines, 'line')}, ${counted(survey.events, 'event')} of ${counted(tasks.length, 'task')}, ${counted(survey.failingCalls, 'failing call')}.`,
    ),
    quiet(kernelNote(replay.timeline)),
  ];
  for (const note of [...notes, ...notAppliedNotes(replay.timeline), ...missingNotes(replay.timeline)])
    lines.push({ text: note, important: true });
  const [first] = survey.firstUnparsed;
  if (first) {
    const verb = survey.unparsed === 1 ? 'is' : 'are';
    lines.push(
      quiet(
        `${counted(survey.unparsed, 'line')} ${verb} not understood; the first is line ${first.line}: ${JSON.stringify(first.text.slice(0, 120))}`,
      ),
    );
  }
  for (const text of differenceNotes(replay.timeline)) lines.push(quiet(text));
  return lines;
}

export const counted = (n: number, word: string): string =>
  `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
