/** What the drawn panels ask for: layouts, the recording as curves, where a byte went. */
import type { Outlook } from '../outlook';
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import { errors } from '../errors';
import { addressIn } from '../page-address';
import { followBody } from '../presentation/follow-body';
import { lifeBody } from '../presentation/life-body';
import { lockChangesBody, seriesBody, type Stretch } from '../presentation/series-body';
import { layoutAt, wholeLayout } from '../presentation/layout-body';
import { standing } from '../presentation/standing';
import type { LayoutBody, SeriesArguments } from '../protocol/panel';
import type { Replay } from '../replay';
import { Slices } from '../running/slices';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { outlookOf } from './views';

type Panels = Pick<
  HandlerTable,
  'pagewalk/layout' | 'pagewalk/series' | 'pagewalk/lockChanges' | 'pagewalk/follow' | 'pagewalk/life'
>;

export const panelHandlers = (state: SessionState): Panels => ({
  'pagewalk/layout': (args) => {
    const replay = state.launched('pagewalk/layout');
    const outlook = outlookOf(state, replay, args);
    const { position, task } = outlook;
    const { timeline } = replay;
    const { space } = standing(replay, position, task);
    if (space === undefined) return nothingShown(position);
    const { since } = args;
    if (
      since !== undefined &&
      !(Number.isInteger(since.event) && since.event >= 0 && since.event <= replay.end)
    )
      throw errors.noSuchEvent(since.event, replay.end);
    const before =
      since?.space === space.id
        ? layoutAt(timeline, space, position, eventIndex(since.event))
        : wholeLayout(timeline, space, position);
    // Of a call that ends later, what other threads do until then is not its doing.
    if (outlook.event !== position) return before;
    const next = eventIndex(position + 1);
    const later = standing(replay, next, task).space;
    if (later?.id !== space.id) return before;
    const { regions, replaces } = layoutAt(timeline, later, next, position);
    if (replaces?.length === 0) return before;
    return { ...before, after: { regions, ...(replaces === undefined ? {} : { replaces }) } };
  },

  'pagewalk/series': (args, { signal }) => {
    const replay = state.launched('pagewalk/series');
    const { task } = outlookOf(state, replay, args.threadId === undefined ? {} : { threadId: args.threadId });
    const buckets = Math.min(MOST_BUCKETS, Math.max(2, Math.floor(args.buckets)));
    return seriesBody(replay, task, stretchOf(replay, args), buckets, new Slices(state.host, signal));
  },

  'pagewalk/lockChanges': (args, { signal }) => {
    const replay = state.launched('pagewalk/lockChanges');
    const { task } = outlookOf(state, replay, args);
    return lockChangesBody(replay, task, new Slices(state.host, signal));
  },

  'pagewalk/follow': (args) => {
    const replay = state.launched('pagewalk/follow');
    const { fromThreadId = args.threadId } = args;
    const of = (event: number, threadId: number | undefined): Outlook =>
      outlookOf(state, replay, { event, ...(threadId === undefined ? {} : { threadId }) });
    return followBody(
      replay,
      addressIn(args.address),
      of(args.from, fromThreadId),
      of(args.to, args.threadId),
    );
  },

  'pagewalk/life': ({ start, end, ...at }) => {
    const replay = state.launched('pagewalk/life');
    const outlook = outlookOf(state, replay, at);
    return lifeBody(replay, addressIn(start), end === undefined ? undefined : addressIn(end), outlook);
  },
});

/** More points than any screen is wide are of no use. */
const MOST_BUCKETS = 2000;

/** What is asked for, cut to the recording; all of it where nothing is left. */
function stretchOf({ end }: Replay, { from = 0, to = end }: SeriesArguments): Stretch {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(end, Math.ceil(to));
  return first < last ? { from: first, to: last } : { from: 0, to: end };
}

const nothingShown = (event: EventIndex): LayoutBody => ({
  space: null,
  event,
  taskSize: 0,
  complete: false,
  regions: { start: [], end: [], kind: [], prot: [], flags: [], name: [], mappedLine: [], names: [] },
});
