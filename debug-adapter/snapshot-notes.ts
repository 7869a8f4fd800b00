/**
 * What could not be read, or not be used, of a snapshot file, and where it contradicts the model, in words.
 */
import type { MapsFile } from '../model/memory/maps-snapshot';
import type { Timeline } from '../model/timeline/timeline';

const MOST_NOTES = 10;

const problemWords = {
  'no-such-task': 'the log shows no task of that pid up to there',
  'which-task': "it names no pid, and the log has several: write '# after line N pid P'",
  'behind-the-log': 'its line is behind the end of the log',
} as const;

export function snapshotNotes(
  name: string,
  maps: MapsFile | undefined,
  timeline: Timeline,
): readonly string[] {
  if (maps === undefined) return [];
  const notes = [
    ...maps.problems.map(
      ({ line, column, fault }) =>
        `${name}:${line}:${column}: this line of the snapshot is skipped: ${fault.replaceAll('-', ' ')}.`,
    ),
    ...timeline.snapshotProblems.map(
      ({ snapshot, problem }) =>
        `${name}:${snapshot.line}: this snapshot is not used: ${problemWords[problem]}.`,
    ),
  ];
  if (maps.snapshots.length === 0)
    notes.push(`${name}: there is no snapshot in it. Give a copy of /proc/PID/maps or smaps.`);
  const left = notes.length + maps.problemCount - maps.problems.length - MOST_NOTES;
  return left > 0 ? [...notes.slice(0, MOST_NOTES), `${name}: … and ${left} more problems.`] : notes;
}

const MOST_DIFFERENCES = 10;

/** Each place where a snapshot says otherwise than the calls of the log. */
export function differenceNotes({
  snapshotDifferences: differences,
  recording,
  end,
}: Timeline): readonly string[] {
  const lines = differences.slice(0, MOST_DIFFERENCES).map(({ event, range, model, snapshot }) => {
    const line = event < end ? `line ${recording.events.line(event)}` : 'the end';
    const pages = `0x${(BigInt(range.start) << 12n).toString(16)}-0x${(BigInt(range.end) << 12n).toString(16)}`;
    return `The snapshot at ${line} differs from the model at ${pages}: the snapshot says ${snapshot}, the model ${model}. The snapshot is taken.`;
  });
  const left = differences.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more differences.`] : lines;
}
