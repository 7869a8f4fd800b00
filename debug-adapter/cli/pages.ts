/**
 * `pagewalk pages`: the walk through the page tables to one address, after a line, and what that line did to them.
 */
import { eventIndex } from '../../model/trace/positions';
import { pageReport, pageWorkOf } from '../../model/timeline/page-report';
import { errors, userError } from '../errors';
import { addressIn, tablesIn } from '../page-address';
import { pageWalkBody } from '../presentation/page-body';
import { walkLines } from '../presentation/page-text';
import { standing } from '../presentation/standing';
import type { Link } from '../presentation/vma-row';
import { jsonLine, printable } from './printable';
import type { Printer } from './printer';
import { eventAtOrAbove, fileOf, placeOf, type TraceRun } from './trace-run';
import type { SpokenLanguage } from '../words/language';

export interface PagesOptions {
  readonly line: number;
  readonly pid: number | undefined;
  readonly address: string;
  readonly tables: string | undefined;
  readonly json: boolean;
  readonly language: SpokenLanguage;
}

export async function pagesCommand(run: TraceRun, options: PagesOptions, out: Printer): Promise<number> {
  const address = addressIn(options.address);
  const given = tablesIn(options.tables);
  const { timeline } = run;
  const event = eventAtOrAbove(run, fileOf(run, options.pid), options.line);
  const task = timeline.recording.events.task(event);
  const behind = eventIndex(event + 1);
  // Behind its last call a process has no address space any more: what it had is shown.
  const before = standing({ timeline }, event, task).space;
  const space = standing({ timeline }, behind, task).space ?? before;
  if (space === undefined) {
    throw userError(4006, 'cli.no-space-at', { line: options.line });
  }
  const report = pageReport(timeline, behind, space, address, given);
  if (report === undefined) throw errors.tablesNotDescribed(timeline.machine.architecture);
  const work = pageWorkOf(timeline, event, space.id, report.chosen.geometry);
  const { events } = timeline.recording;
  const link: Link = (at) => ({ event: at, line: events.line(at) });
  const body = pageWalkBody(report, space, work && { work, before: before ?? space }, link, options.language);
  if (options.json) await out.line(jsonLine({ ...placeOf(run, event), ...body }));
  else
    for (const line of walkLines(body, events.line(event), options.language))
      await out.line(out.terminal ? printable(line) : line);
  return 0;
}
