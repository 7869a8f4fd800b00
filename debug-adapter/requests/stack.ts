/**
 * Threads and their frames. Every frame is a reference to (position, task, depth): it never goes stale.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { toClientColumn, toClientLine } from '../client-traits';
import { framesOf } from '../presentation/frame';
import type { Frame } from '../presentation/frame';
import { inFormat, sourceOf } from '../presentation/source';
import { threadName } from '../presentation/thread-name';
import { visibleLines } from '../presentation/visible-lines';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import { threadIdOf } from '../session-state';
import type { SessionState } from '../session-state';

type Stack = Pick<HandlerTable, 'threads' | 'stackTrace'>;

export const stackHandlers = (state: SessionState): Stack => ({
  /** Before the log is read there are none: VS Code asks as soon as it has sent its breakpoints. */
  threads: () => {
    const { replay } = state;
    if (!replay) return { threads: [] };
    const alive = replay.recording.tasks.filter(
      (task) =>
        task.id === replay.focus ||
        (replay.isShown(task.id) &&
          task.lastEvent >= replay.position &&
          (task.firstEvent <= replay.position ||
            replay.timeline.worldAt(replay.position).task(task.id) !== undefined)),
    );
    return {
      threads: alive.map(({ id }) => ({ id: threadIdOf(id), name: visibleLines(threadName(replay, id)) })),
    };
  },

  stackTrace: (args) => {
    const replay = state.stopped('stackTrace');
    const task = state.taskOfThread(replay, args.threadId);
    const all = framesOf(replay, replay.position, task);
    const start = Math.max(0, args.startFrame ?? 0);
    const levels = args.levels === undefined || args.levels <= 0 ? all.length : args.levels;
    return {
      stackFrames: all.slice(start, start + levels).map((frame) => dapFrame(state, replay, task, frame)),
      totalFrames: all.length,
    };
  },
});

function dapFrame(state: SessionState, replay: Replay, thread: number, frame: Frame): Dap.StackFrame {
  const id = state.frames.refer(`${replay.position}/${thread}/${frame.depth}`, frame);
  const hint = frame.kind === 'label' ? 'label' : frame.kind === 'creator' ? 'subtle' : 'normal';
  return {
    id,
    name: visibleLines(frame.name),
    ...place(state, replay, frame),
    presentationHint: hint,
    canRestart: frame.kind === 'creator',
  };
}

function place(
  state: SessionState,
  replay: Replay,
  frame: Frame,
): Pick<Dap.StackFrame, 'source' | 'line' | 'column'> {
  if (frame.place === undefined) return { line: 0, column: 0 };
  const line = toClientLine(state.client, frame.place.line);
  if ('path' in frame.place) {
    const { path } = frame.place;
    return {
      source: { name: path.slice(path.lastIndexOf('/') + 1), path: inFormat(path, state.client) },
      line,
      column: toClientColumn(state.client, 0),
    };
  }
  return {
    source: sourceOf(replay, frame.place.file, state.client),
    line,
    column: toClientColumn(state.client, frame.place.column),
  };
}
