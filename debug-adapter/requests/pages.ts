/**
 * `pagewalk/pageWalk`: for a view that shows how an address is found in the page tables, and what the event does there.
 */
import { touchedAddress } from '../../model/timeline/touched-address';
import { pageReport, pageWorkOf } from '../../model/timeline/page-report';
import { eventIndex } from '../../model/trace/positions';
import { errors } from '../errors';
import { addressIn, tablesIn } from '../page-address';
import { pageWalkBody } from '../presentation/page-body';
import { standing } from '../presentation/standing';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { linkIn, outlookOf } from './views';

export const pageHandlers = (state: SessionState): Pick<HandlerTable, 'pagewalk/pageWalk'> => ({
  'pagewalk/pageWalk': (args) => {
    const replay = state.launched('pagewalk/pageWalk');
    const asked = args.address === undefined ? undefined : addressIn(args.address);
    const given = tablesIn(args.tables);
    const { position, task, event } = outlookOf(state, replay, args);
    const { timeline } = replay;
    const before = standing(replay, position, task).space;
    const isBehind = args.after === true && event !== undefined;
    const shown = isBehind ? eventIndex(event + 1) : position;
    // Behind its last call a process has no address space any more: what it had is shown.
    const space = isBehind ? (standing(replay, shown, task).space ?? before) : before;
    if (space === undefined) throw errors.noSpaceYet();
    const touched =
      asked === undefined ? touchedAddress(timeline, event, before ?? space, isBehind) : undefined;
    const report = pageReport(timeline, shown, space, asked ?? touched?.address ?? 0n, given);
    if (report === undefined) throw errors.tablesNotDescribed(timeline.machine.architecture);
    const work =
      event === undefined || before === undefined
        ? undefined
        : pageWorkOf(timeline, event, before.id, report.chosen.geometry);
    return pageWalkBody(
      report,
      space,
      work === undefined || before === undefined ? undefined : { work, before },
      linkIn(replay),
      replay.language,
      touched?.because,
    );
  },
});
