/**
 * The place of a failure as a table that reads like a drawing: what was asked for is bracketed, what was wrong stands beside its
 * row, the neighbours are faint.
 */
import type { SpotBody, SpotRow } from '../../../../picture/spot';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import type { MemoryWords } from './memory-words';

export function spotTable({ rows }: SpotBody, memory: MemoryWords, s: ViewStrings): HTMLElement {
  return el(
    'section',
    {},
    el('h3', {}, s.spot),
    el(
      'table',
      { class: 'spot', 'aria-label': s.spot },
      el(
        'thead',
        { class: 'hidden' },
        el(
          'tr',
          {},
          ...[s.address, s.prot, s.size, s.mapping, s.change].map((name) => el('th', { scope: 'col' }, name)),
        ),
      ),
      el('tbody', {}, ...rows.map((row, i) => rowElement(row, rows[i - 1], rows[i + 1], memory))),
    ),
  );
}

function rowElement(
  row: SpotRow,
  above: SpotRow | undefined,
  below: SpotRow | undefined,
  memory: MemoryWords,
): HTMLElement {
  const range = { start: BigInt(row.start), end: BigInt(row.end) };
  const isFirst = row.asked && (above?.asked !== true || above.end !== row.start || row.roles.length > 0);
  const isLast = row.asked && (below?.asked !== true || below.start !== row.end || below.roles.length > 0);
  const classes = [
    'place',
    row.kind,
    ...(row.asked ? ['asked'] : []),
    ...(isFirst ? ['first'] : []),
    ...(isLast ? ['last'] : []),
    ...(row.troubles.length > 0 ? [row.open ? 'doubt' : 'trouble'] : []),
  ];
  const element = el(
    'tr',
    { class: classes.join(' ') },
    el(
      'th',
      { class: 'address', scope: 'row' },
      el('span', { class: 'swatch' }),
      memory.link(row.start, range),
    ),
    el('td', { class: 'prot', dir: 'ltr' }, row.prot),
    el('td', { class: 'size', dir: 'ltr' }, row.size),
    el('td', { class: 'what', title: shownText(row.what) }, el('bdi', {}, nameShown(row))),
    el('td', { class: 'notes' }, ...notes(row)),
  );
  memory.tie(element, range);
  return element;
}

/** Of a path its end says most here; the whole stands in the tooltip. */
function nameShown({ what, kind }: SpotRow): string {
  const isPath = what.startsWith('/') && kind !== 'free' && kind !== 'left-out';
  return shownText(isPath ? what.slice(what.lastIndexOf('/') + 1) : what);
}

/** That a range goes on is bracketed for the eye; who hears the table is told its name again. */
function notes({ roles, continued, troubles, open }: SpotRow): readonly Child[] {
  const seen = [
    ...(roles.length === 0 ? [] : [el('span', { class: 'role' }, roles.join(', '))]),
    ...troubles.map((trouble) =>
      el(
        'strong',
        { class: 'what-is-wrong' },
        el('span', { 'aria-hidden': 'true' }, open ? '? ' : '✗ '),
        trouble,
      ),
    ),
  ];
  const heard = continued.join(', ');
  return [
    heard === '' ? undefined : el('span', { class: 'hidden' }, seen.length === 0 ? heard : `${heard}, `),
    ...seen.flatMap((part, i): readonly Child[] => (i === 0 ? [part] : [', ', part])),
  ];
}
