/** What the drawn panels ask for: layouts, the recording as curves, where a byte went. */
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import { errors } from '../errors';
import { layoutSince, wholeLayout } from '../presentation/layout-body';
import { standing } from '../presentation/standing';
import type { LayoutBody } from '../panel-protocol';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { outlookOf } from './views';

type Panels = Pick<HandlerTable, 'pagewalk/layout'>;

export const panelHandlers = (state: SessionState): Panels => ({
  'pagewalk/layout': (args) => {
    const replay = state.launched('pagewalk/layout');
    const outlook = outlookOf(state, replay, args);
    const { task } = outlook;
    const position =
      args.after === true && outlook.event !== undefined ? eventIndex(outlook.event + 1) : outlook.position;
    const { space } = standing(replay, position, task);
    if (space === undefined) return nothingShown(position);
    const { since } = args;
    if (since?.space !== space.id) return wholeLayout(space, position);
    if (!Number.isInteger(since.event) || since.event < 0 || since.event > replay.end)
      throw errors.noSuchEvent(since.event, replay.end);
    return (
      layoutSince(replay.timeline, space, position, eventIndex(since.event)) ?? wholeLayout(space, position)
    );
  },
});

const nothingShown = (event: EventIndex): LayoutBody => ({
  space: null,
  event,
  taskSize: 0,
  complete: false,
  regions: { start: [], end: [], kind: [], prot: [], flags: [], name: [], mappedAt: [], names: [] },
});
