/**
 * `pagewalk/pageWalk`: for a view that shows how an address is found in the page tables, and what the event does there.
 */
import { pageReport, pageWorkOf } from '../../model/timeline/page-report';
import { UserError } from '../errors';
import { addressIn, notDescribed, tablesIn } from '../page-address';
import { pageWalkBody } from '../presentation/page-body';
import { standing } from '../presentation/standing';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { linkIn, outlookOf } from './views';

export const pageHandlers = (state: SessionState): Pick<HandlerTable, 'pagewalk/pageWalk'> => ({
  'pagewalk/pageWalk': (args) => {
    const replay = state.launched('pagewalk/pageWalk');
    const address = addressIn(args.address);
    const given = tablesIn(args.tables);
    const { position, task, event } = outlookOf(state, replay, args);
    const { timeline } = replay;
    const { space } = standing(replay, position, task);
    if (space === undefined) throw new UserError(4013, 'The log has shown nothing of an address space yet.');
    const report = pageReport(timeline, position, space, address, given);
    if (report === undefined) throw notDescribed(timeline.machine.architecture);
    const work =
      event === undefined ? undefined : pageWorkOf(timeline, event, space.id, report.chosen.geometry);
    return pageWalkBody(report, space, work, linkIn(replay));
  },
});
