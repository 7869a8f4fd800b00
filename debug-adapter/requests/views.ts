/**
 * The custom requests that the views of an editor live on. One answer holds all that the three views show, so that they
 * never show different moments.
 */
import type { SpaceChange } from '../../model/memory/address-space';
import { eventIndex } from '../../model/trace/positions';
import { explain } from '../../model/why/explain';
import { errors } from '../errors';
import { askedBody } from '../presentation/asked-body';
import { boundedText } from '../presentation/event-text';
import { lockedBody } from '../presentation/locked-body';
import { reportBody } from '../presentation/report/report-body';
import type { Outlook } from '../outlook';
import { standing } from '../presentation/standing';
import { rowsOf, spaceBody } from '../presentation/space-view';
import { eventChange, type EventChange } from '../presentation/vma-changes';
import type { Link } from '../presentation/vma-row';
import { whyBody } from '../presentation/why-view';
import type { PositionBody, ViewArguments } from '../protocol/view';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import { threadIdOf, type SessionState } from '../session-state';

type Views = Pick<HandlerTable, 'pagewalk/view' | 'pagewalk/vmas' | 'pagewalk/report' | 'pagewalk/survey'>;

export const viewHandlers = (state: SessionState): Views => ({
  'pagewalk/view': async (args) => {
    const changedOnDisk = (await state.logOnDisk?.changed()) ?? null;
    const replay = state.launched('pagewalk/view');
    const outlook = outlookOf(state, replay, args);
    const { position, task, event } = outlook;
    const link = linkIn(replay);
    const before = standing(replay, position, task);
    const deed = deedOf(replay, outlook, before.space?.id);
    const later = event === undefined ? before : standing(replay, eventIndex(event + 1), task);
    const after = event === undefined || later.space?.id !== before.space?.id ? before.space : later.space;
    return {
      position: { ...positionBody(replay, outlook), reading: state.readings, changedOnDisk },
      space: spaceBody(before.space, after, deed, link, askedBody(replay.timeline, event, replay.language)),
      // An execve leaves another space behind, an exit none.
      locked: lockedBody(replay, position, event, before, later.space ?? before.space, link),
      why: whyBody(replay, event),
    };
  },

  'pagewalk/vmas': (args) => {
    const replay = state.launched('pagewalk/vmas');
    const outlook = outlookOf(state, replay, args);
    const { space } = standing(replay, outlook.position, outlook.task);
    if (!space) return { rows: [], total: 0 };
    const deed = deedOf(replay, outlook, space.id);
    return rowsOf(space, deed, linkIn(replay), Math.max(0, args.start), Math.max(0, args.count));
  },

  'pagewalk/report': (args) => {
    const replay = state.launched('pagewalk/report');
    const { event } = outlookOf(state, replay, args);
    if (event === undefined || explain(replay.timeline, event) === undefined) throw errors.nothingToReport();
    return reportBody(replay, replay.locationOf(replay.recording.events.file(event)), event);
  },

  'pagewalk/survey': () => {
    const replay = state.launched('pagewalk/survey');
    const { recording } = replay;
    const { survey } = recording;
    return {
      files: recording.files.map(({ index, name, lines }) => ({
        name,
        lines,
        location: replay.locationOf(index),
      })),
      events: survey.events,
      failingCalls: survey.failingCalls,
      unparsed: survey.unparsed,
      firstUnparsed: survey.firstUnparsed.map(({ file, line, text }) => ({ file, line, text })),
    };
  },
});

export const linkIn =
  (replay: Replay): Link =>
  (event) => ({ event, line: replay.lineOf(event) });

export function outlookOf(state: SessionState, replay: Replay, args: ViewArguments): Outlook {
  const asked = args.event ?? replay.position;
  if (!Number.isInteger(asked) || asked < 0 || asked > replay.end)
    throw errors.noSuchEvent(asked, replay.end);
  const position = eventIndex(asked);
  if (args.threadId !== undefined) {
    const task = state.taskOfThread(replay, args.threadId);
    return { position, task, event: replay.nextOf(task, position) };
  }
  const task = position === replay.position ? replay.focus : replay.taskNear(position);
  return { position, task, event: replay.nextOf(task, position) };
}

function deedOf(
  { timeline }: Replay,
  { event }: Outlook,
  space: SpaceChange['space'] | undefined,
): EventChange | undefined {
  if (event === undefined) return undefined;
  const change = timeline.changeAt(event)?.spaces.find((one) => one.space === space);
  return change === undefined ? undefined : eventChange(timeline, event, change);
}

function positionBody(
  replay: Replay,
  { position, task, event }: Outlook,
): Omit<PositionBody, 'reading' | 'changedOnDisk'> {
  const { events } = replay.recording;
  const shown = event ?? replay.previousOf(task, position) ?? eventIndex(0);
  return {
    event: position,
    events: replay.end,
    atEnd: event === undefined,
    file: replay.locationOf(events.file(shown)),
    line: events.line(shown),
    entryLine: events.entryLine(shown),
    threadId: threadIdOf(task),
    tid: replay.taskInfo(task)?.tid ?? null,
    text: event === undefined ? '' : boundedText(replay.recording.decode(event), 1000),
  };
}
