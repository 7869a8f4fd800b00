/**
 * A frame of the call stack: the call where a task stands, what `-k` shows of the program above it, and the calls that
 * created the task and its ancestors.
 */
import type { TraceEvent } from '../../model/trace/event';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import { boundedText } from './event-text';
import { told } from '../words/tell';

/** What a frame reference stands for. */
export interface Frame {
  /** The world that the frame's scopes show. */
  readonly position: Position;
  readonly task: TaskId;
  /** The call; undefined behind the task's last event. */
  readonly event: EventIndex | undefined;
  readonly kind: 'call' | 'program' | 'label' | 'creator' | 'over';
  readonly name: string;
  readonly place: FramePlace | undefined;
  /** Tells frames of one kind apart: the depth from the top. */
  readonly depth: number;
}

export type FramePlace =
  | { readonly file: FileIndex; readonly line: LineNumber; readonly column: number }
  /** Source of the traced program, from `-kk`. */
  | { readonly path: string; readonly line: number };

/** Ancestors are few; a hostile log could make a chain of any length. */
const MOST_ANCESTORS = 64;

/** Frames of a task when the session stands at `position`, innermost first. Never empty. */
export function framesOf(replay: Replay, position: Position, task: TaskId): readonly Frame[] {
  const event = replay.nextOf(task, position);
  const frames: Frame[] =
    event === undefined ? [overFrame(replay, position, task)] : callFrames(replay, position, event);
  const creators = creatorsOf(replay, position, task, frames.length + 1);
  if (creators.length > 0) {
    frames.push({
      position,
      task,
      event: undefined,
      kind: 'label',
      name: told(replay.language, 'frame.created-by'),
      place: undefined,
      depth: frames.length,
    });
  }
  return [...frames, ...creators];
}

function callFrames(replay: Replay, position: Position, event: EventIndex): Frame[] {
  const decoded = replay.recording.decode(event);
  const frames: Frame[] = [callFrame(replay, decoded, position, 'call', 0)];
  if (decoded.kind !== 'call') return frames;
  decoded.stack.forEach((entry, i) => {
    const file = decoded.file;
    const where = entry.module === '' ? '' : ` (${entry.module.slice(entry.module.lastIndexOf('/') + 1)})`;
    const offset = entry.offset === undefined ? '' : `+0x${entry.offset.toString(16)}`;
    frames.push({
      position,
      task: decoded.task,
      event,
      kind: 'program',
      name: `${entry.symbol ?? `0x${entry.address.toString(16)}`}${entry.symbol === undefined ? '' : offset}${where}`,
      place: entry.source ?? { file, line: entry.line, column: 0 },
      depth: i + 1,
    });
  });
  return frames;
}

function callFrame(
  replay: Replay,
  event: TraceEvent,
  position: Position,
  kind: 'call' | 'creator',
  depth: number,
): Frame {
  return {
    position,
    task: event.task,
    event: event.index,
    kind,
    name: boundedText(event, 48),
    place: placeOf(replay, event),
    depth,
  };
}

/** Where the event's result stands: line of the result, column of its first text there. */
export function placeOf(replay: Replay, event: TraceEvent): FramePlace {
  const piece = event.text.pieces.find((candidate) => candidate.line === event.line);
  const length = replay.recording.lineText(event.file, event.line, 4096).length;
  return { file: event.file, line: event.line, column: Math.min(piece?.column ?? 0, length) };
}

/** The task has no event left: at the end of the recording, or of the task. */
function overFrame(replay: Replay, position: Position, task: TaskId): Frame {
  const last = replay.previousOf(task, position);
  const name = told(replay.language, position >= replay.end ? 'frame.end' : 'frame.end-of-task');
  const place = last === undefined ? undefined : placeOf(replay, replay.recording.decode(last));
  return { position, task, event: undefined, kind: 'over', name, place, depth: 0 };
}

function creatorsOf(replay: Replay, position: Position, task: TaskId, depth: number): readonly Frame[] {
  const frames: Frame[] = [];
  const world = replay.timeline.worldAt(position);
  let created = world.task(task)?.created;
  while (created !== undefined && frames.length < MOST_ANCESTORS) {
    const event = replay.recording.decode(created.at);
    frames.push(callFrame(replay, event, created.at, 'creator', depth + frames.length));
    created = replay.timeline.worldAt(created.at).task(created.by)?.created;
  }
  return frames;
}

/** The place that a frame speaks of; without one, where the session stands. */
export const outlookOfFrame = (
  replay: Replay,
  frame: Frame | undefined,
): Pick<Frame, 'position' | 'task' | 'event'> =>
  frame ?? {
    position: replay.position,
    task: replay.focus,
    event: replay.nextOf(replay.focus, replay.position),
  };
