/**
 * What is said of a recording once it is read: how much there is, and what to be careful about.
 */
import type { Replay } from '../replay';

export interface SummaryLine {
  readonly text: string;
  /** Worth a notification: without it the person would be misled. */
  readonly important: boolean;
}

const MOST_DIFFERENCES = 10;

export function summaryLines(replay: Replay, notes: readonly string[]): readonly SummaryLine[] {
  const { survey, tasks } = replay.recording;
  const quiet = (text: string): SummaryLine => ({ text, important: false });
  const lines: SummaryLine[] = [
    quiet(
      `${counted(survey.lines, 'line')}, ${counted(survey.events, 'event')} of ${counted(tasks.length, 'task')}, ${counted(survey.failingCalls, 'failing call')}.`,
    ),
  ];
  for (const note of notes) lines.push({ text: note, important: true });
  const [first] = survey.firstUnparsed;
  if (first) {
    const verb = survey.unparsed === 1 ? 'is' : 'are';
    lines.push(
      quiet(
        `${counted(survey.unparsed, 'line')} ${verb} not understood; the first is line ${first.line}: ${JSON.stringify(first.text.slice(0, 120))}`,
      ),
    );
  }
  if (survey.order === 'none') {
    lines.push({
      text: 'The files have no time stamps: each keeps its order, but which event of one file came before which of another is not known. Record with -ttt to know.',
      important: true,
    });
  }
  const differences = replay.timeline.snapshotDifferences;
  for (const { event, range, model, snapshot } of differences.slice(0, MOST_DIFFERENCES)) {
    const line = event < replay.end ? `line ${replay.lineOf(event)}` : 'the end';
    const pages = `0x${(BigInt(range.start) << 12n).toString(16)}-0x${(BigInt(range.end) << 12n).toString(16)}`;
    lines.push({
      text: `The snapshot at ${line} differs from the model at ${pages}: the snapshot says ${snapshot}, the model ${model}. The snapshot is taken.`,
      important: false,
    });
  }
  if (differences.length > MOST_DIFFERENCES)
    lines.push(quiet(`… and ${differences.length - MOST_DIFFERENCES} more differences.`));
  return lines;
}

export const counted = (n: number, word: string): string =>
  `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
