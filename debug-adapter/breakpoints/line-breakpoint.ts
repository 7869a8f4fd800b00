/**
 * Breakpoints on lines. Every line of a call means that call: a split one has two, and `-k` and dumps add more. A line
 * without an event slides to the next that has one, as far as a person still sees it as the same place.
 */
import type { EventIndex, FileIndex, LineNumber } from '../../model/trace/positions';
import { lineNumber } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { tell } from '../words/tell';
import type { Target } from './breakpoint';

const SLIDE_LINES = 1000;

export function findLine(replay: Replay, location: string, asked: number): Target {
  const file = replay.fileAt(location);
  if (file === undefined) return { problem: tell('breakpoint.no-file', { path: location }) };
  const found = eventNear(replay, file, asked);
  if (found === undefined) return { problem: tell('breakpoint.no-event', { line: asked }) };
  const { event, line } = found;
  if (!replay.isShown(replay.recording.events.task(event))) {
    return { problem: tell('breakpoint.hidden-task', { line }) };
  }
  return { rows: (candidate) => candidate === event, place: { file, line } };
}

/** The event of the line, else of the next line that has one. */
export function eventNear(
  replay: Replay,
  file: FileIndex,
  asked: number,
): { readonly event: EventIndex; readonly line: LineNumber } | undefined {
  const lines = replay.recording.files[file]?.lines ?? 0;
  const last = Math.min(lines, asked + SLIDE_LINES);
  for (let line = Math.max(1, asked); line <= last; line++) {
    const event = replay.recording.events.eventAtLine(file, lineNumber(line));
    if (event !== undefined) return { event, line: lineNumber(line) };
  }
  return undefined;
}
