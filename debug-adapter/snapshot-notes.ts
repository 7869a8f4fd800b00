/**
 * What could not be read, or not be used, of a snapshot file, and where it contradicts the model, in words.
 */
import type { MapsFile } from '../model/memory/maps-snapshot';
import type { Timeline } from '../model/timeline/timeline';
import type { Message } from '../model/why/message-shape';
import { lineWords, tell, verbatim } from './words/tell';

const MOST_NOTES = 10;

export function snapshotNotes(
  name: string,
  maps: MapsFile | undefined,
  timeline: Timeline,
): readonly Message[] {
  if (maps === undefined) return [];
  const notes = [
    ...maps.problems.map(({ line, column, fault }) =>
      tell('snapshot.skipped', { place: `${name}:${line}:${column}`, fault: tell(`maps-fault.${fault}`) }),
    ),
    ...timeline.snapshotProblems.map(({ snapshot, problem }) =>
      tell('snapshot.not-used', { place: `${name}:${snapshot.line}`, problem: tell(`snapshot.${problem}`) }),
    ),
  ];
  if (maps.snapshots.length === 0) notes.push(tell('snapshot.none', { name }));
  const left = notes.length + maps.problemCount - maps.problems.length - MOST_NOTES;
  return left > 0
    ? [...notes.slice(0, MOST_NOTES), tell('snapshot.more-problems', { name, count: left })]
    : notes;
}

const MOST_DIFFERENCES = 10;

/** Each place where a snapshot says otherwise than the calls of the log. */
export function differenceNotes({
  snapshotDifferences: differences,
  recording,
  end,
}: Timeline): readonly Message[] {
  const lines = differences.slice(0, MOST_DIFFERENCES).map(({ event, range, model, snapshot }) =>
    tell('snapshot.differs', {
      line: event < end ? lineWords(recording.events.line(event)) : tell('note.end'),
      pages: `0x${(BigInt(range.start) << 12n).toString(16)}-0x${(BigInt(range.end) << 12n).toString(16)}`,
      snapshot: found(snapshot),
      model: found(model),
    }),
  );
  const left = differences.length - lines.length;
  return left > 0 ? [...lines, tell('snapshot.more-differences', { count: left })] : lines;
}

/** What either has there: a VMA as maps prints it, but for three words. */
function found(text: string): Message {
  switch (text) {
    case 'free':
      return tell('snapshot.free');
    case 'one VMA':
      return tell('snapshot.one-vma');
    case 'two VMAs':
      return tell('snapshot.two-vmas');
    default:
      return verbatim(text);
  }
}
