/** The picture of the address space before the call and behind it, where the log has shown any. */
import type { AddressSpace } from '../../../model/memory/address-space';
import type { Timeline } from '../../../model/timeline/timeline';
import { pageOf } from '../../../model/memory/page';
import type { TraceEvent } from '../../../model/trace/event';
import { eventIndex, type EventIndex } from '../../../model/trace/positions';
import type { Message } from '../../../model/why/message-shape';
import { say } from '../../../model/why/message';
import { bytesAtAGlance } from '../../../model/why/sizes';
import { spansOf, type AskedBody } from '../../../picture/asked';
import type { Move } from '../../../picture/change-sums';
import { layoutSvg, type LayoutPalette } from '../../../picture/layout-svg';
import type { Layout } from '../../../picture/layout';
import { regionKinds, regionsOf, type Region, type RegionKind } from '../../../picture/region';
import { rowsOf } from '../../../picture/rows';
import { shownText, visible } from '../../../picture/shown-text';
import { askedBody } from '../asked-body';
import { boundedText } from '../event-text';
import { wholeLayout } from '../layout-body';
import { standing } from '../standing';
import { drawing, h, type Html } from './html';
import { summary } from './said';
import type { ReportSource, Words } from './report-source';

/** Longer drawings are folded: whoever reads the report scrolls past them. */
const MOST_OPEN_ROWS = 40;

/** The page's own colours, which follow the reader's: SVG inside a page takes them. */
const palette: LayoutPalette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  faint: 'var(--faint)',
  changed: 'var(--change)',
  failed: 'var(--bad)',
  kinds: Object.fromEntries(regionKinds.map((kind) => [kind, `var(--${kind})`])) as Record<
    RegionKind,
    string
  >,
};

export function spaceHtml(
  { timeline, language }: ReportSource,
  event: EventIndex,
  words: Words,
): readonly Html[] {
  const task = timeline.recording.events.task(event);
  const { space } = standing({ timeline }, event, task);
  if (space === undefined) return [];
  const behind = eventIndex(event + 1);
  const later = standing({ timeline }, behind, task).space;
  const before = layoutOf(timeline, space, event);
  const after = later?.id === space.id ? layoutOf(timeline, later, behind) : before;
  const asked = askedBody(timeline, event, language);
  const rows = rowsOf(before, after, asked === null ? [] : spansOf(asked));
  const decoded = timeline.recording.decode(event);
  const svg = layoutSvg(
    rows,
    palette,
    {
      caption: visible(boundedText(decoded, 160)),
      before: words(say('report.before')),
      after: words(say('report.after')),
      free: words(say('report.free')),
      locked: words(say('report.locked')),
      language: language.tag,
      name: (region) => shownText(region.name === '' ? words(whatIs(region)) : region.name),
      size: (pages) => words(say('text', { text: bytesAtAGlance(BigInt(pages) * 4096n) })),
    },
    { asked, moves: movesOf(decoded, asked) },
  );
  return [
    h(
      'details',
      { ...(rows.length <= MOST_OPEN_ROWS ? { open: '' } : {}), class: 'space' },
      summary(words(say(rows.some(({ isSame }) => !isSame) ? 'report.space' : 'report.space-same'))),
      h('div', { class: 'drawing' }, drawing(svg)),
    ),
  ];
}

/** An mremap answers with the new place of what was at the old one. */
function movesOf(event: TraceEvent, asked: AskedBody | null): readonly Move[] {
  const old = asked?.ranges.find(({ role }) => role === 'old');
  if (old === undefined || event.kind !== 'call' || event.result.kind !== 'value') return [];
  const to = pageOf(event.result.value);
  return to === old.start ? [] : [{ from: old.start, to }];
}

/** What has no name in maps. */
function whatIs({ kind }: Region): Message {
  if (kind === 'unknown') return say('what.unknown');
  return say(kind === 'shared' ? 'what.shmem' : 'what.anonymous');
}

const layoutOf = (timeline: Timeline, space: AddressSpace, at: EventIndex): Layout => ({
  regions: regionsOf(wholeLayout(timeline, space, at).regions),
  end: space.taskSize,
});
