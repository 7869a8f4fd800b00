/** The report of an event, for whoever saves it. */
import type { Timeline } from '../../../model/timeline/timeline';
import type { EventIndex } from '../../../model/trace/positions';
import type { SpokenLanguage } from '../../words/language';
import type { ReportBody } from '../../protocol/why';
import { reportPage } from './report-page';

/** `location`: the log's path, or its URI. */
export function reportBody(
  { timeline, language }: { readonly timeline: Timeline; readonly language: SpokenLanguage },
  location: string,
  event: EventIndex,
): ReportBody {
  const log = baseName(location);
  const html = reportPage({ timeline, language, log }, event);
  return { html, name: `${withoutExtension(log)}-line-${timeline.recording.events.line(event)}.html` };
}

export const baseName = (location: string): string =>
  location.slice(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1) || 'log';

/** Names of files that every system takes. */
const withoutExtension = (name: string): string =>
  name
    .replace(/\.(strace|log|txt|gz|out)$/i, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 100);
