/** Address Space: what the call changes first, then every VMA in address order. */
import type { PositionBody, SpaceBody, VmaRow } from '../../../debug-adapter/protocol';
import type { ViewStrings } from '../words';
import { button, el } from './dom';
import { sizeOf, wholeNumber } from './format';
import { editor } from './host';
import type { PageView } from './page-view';
import { appendRows, vmaTable, type TableOptions } from './vma-table';

export function spaceView(): PageView<'space'> {
  const root = el('div');
  let drawn: Drawn | undefined;
  return {
    root,
    show: ({ position, body }, strings) => {
      drawn = draw(position, body, strings);
      root.replaceChildren(...drawn.elements);
    },
    rows: ({ event, start, rows }) => drawn?.append(event, start, rows),
  };
}

interface Drawn {
  readonly elements: readonly HTMLElement[];
  /** Rows that were asked for with "show more". Dropped when they belong to another moment or place. */
  append(event: number, start: number, rows: readonly VmaRow[]): void;
}

function draw(position: PositionBody, body: SpaceBody, strings: ViewStrings): Drawn {
  if (body.space === null) {
    return { elements: [el('p', { class: 'note' }, strings.noSpace)], append: () => undefined };
  }
  const options: TableOptions = {
    caption: strings.mapping,
    strings,
    provenance: ({ mappedAt }) =>
      mappedAt === null ? undefined : { word: strings.mappedAt, link: mappedAt },
  };
  const table = vmaTable(body.rows, options);
  const rowsBody = table.tBodies[0];
  let shown = body.rows.length;
  const more = button(strings.more, { class: 'more' }, () =>
    editor.postMessage({ type: 'more', event: position.event, start: shown }),
  );
  const vmasShown = (rows: readonly VmaRow[]) => rows.filter(({ kind }) => kind === 'vma').length;
  let vmas = vmasShown(body.rows);
  more.hidden = vmas >= body.vmaCount;
  return {
    elements: [summary(body, strings), ...changes(body, strings), table, more],
    append: (event, start, rows) => {
      if (event !== position.event || start !== shown || rowsBody === undefined) return;
      appendRows(rowsBody, rows, options);
      shown += rows.length;
      vmas += vmasShown(rows);
      more.hidden = rows.length === 0 || vmas >= body.vmaCount;
    },
  };
}

function summary(body: SpaceBody, s: ViewStrings): HTMLElement {
  const least = body.complete ? '' : `${s.atLeast} `;
  return el(
    'p',
    { class: 'summary' },
    `${least}${wholeNumber(body.vmaCount, s.language)} ${s.vmas} · ${least}${sizeOf(body.sizeKb, s.language)}`,
  );
}

function changes({ change }: SpaceBody, s: ViewStrings): HTMLElement[] {
  if (change.removed.length === 0 && change.added.length === 0) return [];
  return [
    el(
      'section',
      { class: 'changes', 'aria-label': s.change },
      el('h2', {}, s.change),
      ...part(change.removed, s, { sign: '−', word: s.gone, class: 'removed' }),
      ...part(change.added, s, { sign: '+', word: s.new, class: 'added' }),
    ),
  ];
}

function part(
  rows: readonly VmaRow[],
  strings: ViewStrings,
  mark: NonNullable<TableOptions['mark']>,
): HTMLElement[] {
  return rows.length === 0 ? [] : [vmaTable(rows, { caption: mark.word, strings, mark })];
}
