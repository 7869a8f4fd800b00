/** The drawing as tables: marks, what the totals came to, tasks, the chosen memory's life. The same data, in the same words. */
import type { LifeBody, SeriesBody, SeriesLane } from '../../../../debug-adapter/protocol/panel';
import type { LineLink } from '../../../../debug-adapter/protocol/row';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { wholeNumber } from '../format';
import { lineLink } from '../host';
import { curvesOf, limitAt, readingAt } from './curve';
import { kindWords, markIcon } from './mark-icon';
import { bornText } from './born-text';
import { hasTimes, timeText, type Shown } from './shown';

/** Rows of a table; the drawing has them all. */
const MOST_ROWS = 500;

/** `life`: the chosen memory's table. */
export function tablesOf(shown: Shown, life: HTMLElement | undefined): HTMLElement[] {
  const { series, strings: s } = shown;
  const isTimed = hasTimes(series);
  const time = (event: number): Child[] => (isTimed ? [timeText(shown, event)] : []);
  const timeTitle = isTimed ? [s.time] : [];
  const words = kindWords(s);
  const names = new Map(series.lanes.map(({ threadId, name }) => [threadId, name]));
  const curves = curvesOf(series, s);
  const changes = series.events.flatMap((_event, i) => (i > 0 && isSame(series, i) ? [] : [i]));
  return [
    ...(life === undefined ? [] : [life]),
    table(
      s.marksShort,
      [s.line, ...timeTitle, s.marksShort, s.task],
      series.marks.map((mark) => [
        link(mark, s.language),
        ...time(mark.event),
        el(
          'span',
          { class: mark.kind },
          markIcon(mark.kind),
          ` ${mark.label === '' ? words[mark.kind] : mark.label}`,
          mark.count > 1 ? ` (${wholeNumber(mark.count, s.language)} ${words[mark.kind]})` : undefined,
        ),
        el('bdi', {}, names.get(mark.threadId) ?? ''),
      ]),
      s.language,
    ),
    table(
      `${s.mapped}, ${s.locked}, ${s.vmas}`,
      [s.line, ...timeTitle, ...curves.map(({ title }) => title)],
      changes.map((i) => {
        const event = series.events[i] ?? 0;
        return [
          link({ event, line: series.lines[i] ?? 0 }, s.language),
          ...time(event),
          ...curves.map((curve) => {
            const limit = limitAt(curve, event, s);
            return `${readingAt(curve, event, s)}${limit === '' ? '' : ` (${limit})`}`;
          }),
        ];
      }),
      s.language,
    ),
    table(
      s.tasks,
      [s.task, s.line, s.end],
      series.lanes.map((lane) => [
        el('span', {}, el('bdi', {}, lane.name), bornIn(lane, names, s)),
        link({ event: lane.from, line: lane.lines[0] }, s.language),
        el(
          'span',
          {},
          link({ event: lane.to - 1, line: lane.lines[1] }, s.language),
          ` ${lane.ended === null ? s.livesOn : shownText(lane.ended)}`,
        ),
      ]),
      s.language,
    ),
  ];
}

export function lifeTable(
  life: LifeBody,
  shown: Shown,
  how: (touch: LifeBody['touches'][number]) => string,
): HTMLElement {
  const { strings: s } = shown;
  return table(
    s.chosenMemory,
    [s.line, s.change],
    life.touches.map((touch) => [link(touch, s.language), how(touch)]),
    s.language,
  );
}

const bornIn = (lane: SeriesLane, names: ReadonlyMap<number, string>, s: ViewStrings): string => {
  const born = bornText(lane, names, s);
  return born === undefined ? '' : `, ${born}`;
};

/** Two that go to different places are never the same element. */
function link(to: LineLink, language: string): HTMLElement {
  const button = lineLink(wholeNumber(to.line, language), to);
  button.dataset['event'] = String(to.event);
  return button;
}

function isSame({ mappedKb, lockedKb, vmas, events, limits }: SeriesBody, i: number): boolean {
  const event = events[i];
  return (
    mappedKb[i] === mappedKb[i - 1] &&
    lockedKb[i] === lockedKb[i - 1] &&
    vmas[i] === vmas[i - 1] &&
    !limits.some((limit) => limit.event === event)
  );
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
  language: string,
): HTMLElement {
  const body = rows
    .slice(0, MOST_ROWS)
    .map((cells) => el('tr', {}, ...cells.map((cell) => el('td', {}, cell))));
  return el(
    'section',
    {},
    el('h3', {}, `${title} (${wholeNumber(rows.length, language)})`),
    el(
      'table',
      { 'aria-label': title },
      el('thead', {}, el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, column)))),
      el('tbody', {}, ...body),
    ),
    ...(rows.length > MOST_ROWS
      ? [el('p', { class: 'note' }, `+${wholeNumber(rows.length - MOST_ROWS, language)}`)]
      : []),
  );
}
