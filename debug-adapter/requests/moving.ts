/**
 * Seeking: to a line, to a frame's call, to the start. Nothing runs in between, so no breakpoint stops it.
 */
import { eventNear } from '../breakpoints/line-breakpoint';
import { fromClientLine, toClientLine } from '../client-traits';
import { errors } from '../errors';
import { eventIndex, fileIndex } from '../../model/trace/positions';
import type { HandlerTable } from '../request-table';
import { boundedText } from '../presentation/event-text';
import type { SessionState } from '../session-state';
import { tell } from '../words/tell';

type Moving = Pick<HandlerTable, 'goto' | 'gotoTargets' | 'restartFrame' | 'pagewalk/goTo'>;

export const movingHandlers = (state: SessionState): Moving => ({
  gotoTargets: (args) => {
    const replay = state.launched('gotoTargets');
    const file = replay.fileAt(args.source.path ?? '');
    if (file === undefined) throw errors.unknownSource(args.source.path ?? '');
    const found = eventNear(replay, file, fromClientLine(state.client, args.line));
    if (!found || !replay.isShown(replay.recording.events.task(found.event))) return { targets: [] };
    return {
      targets: [
        {
          // Targets are positions: they mean the same for ever.
          id: found.event,
          label: boundedText(replay.recording.decode(found.event), 80),
          line: toClientLine(state.client, found.line),
        },
      ],
    };
  },

  goto: (args, { afterwards }) => {
    const replay = state.stopped('goto');
    if (!Number.isInteger(args.targetId) || args.targetId < 0 || args.targetId > replay.end) {
      throw errors.noSuchEvent(args.targetId, replay.end);
    }
    const position = eventIndex(args.targetId);
    afterwards(() => state.stopAt(replay, position, replay.taskNear(position), { reason: 'goto' }));
  },

  restartFrame: (args, { afterwards }) => {
    const replay = state.stopped('restartFrame');
    const frame = state.frames.get(args.frameId);
    if (!frame) throw errors.noSuchReference('frame', args.frameId);
    const { event, task, kind } = frame;
    if (event === undefined || kind !== 'creator') throw errors.cannotRestartFrame();
    afterwards(() => state.stopAt(replay, event, task, { reason: 'restart' }));
  },

  'pagewalk/goTo': (args, { afterwards }) => {
    const replay = state.stopped('pagewalk/goTo');
    const position = 'event' in args ? args.event : eventOfLine(args.line, args.file ?? 0);
    if (!Number.isInteger(position) || position < 0 || position > replay.end) {
      throw errors.noSuchEvent(position, replay.end);
    }
    const at = eventIndex(position);
    afterwards(() => state.stopAt(replay, at, replay.taskNear(at), { reason: 'goto' }));
    return { event: position };

    function eventOfLine(line: unknown, file: unknown): number {
      if (typeof line !== 'number' || typeof file !== 'number') {
        throw errors.badArguments('pagewalk/goTo', tell('error.needs-place'));
      }
      const found = eventNear(replay, fileIndex(file), line);
      if (!found) throw errors.noEventAtLine(line);
      return found.event;
    }
  },
});
