/** The walk as a file: what the figure shows, in the colours that it has on the screen. */
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { fieldsOf } from '../../../../picture/pages/address-fields';
import type { PicturedTable } from '../../../../picture/pages/table-svg';
import { walkSvg } from '../../../../picture/pages/walk-svg';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { filled, sizeOf } from '../format';

export function pictureOf(
  root: HTMLElement,
  walk: PageWalkBody,
  position: PositionBody,
  s: ViewStrings,
): string {
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string, of = style): string =>
    of.getPropertyValue(name).trim() || otherwise;
  const fields = fieldsOf(walk, s.offset);
  const tables = [...root.querySelectorAll<HTMLElement>('.stages > .table')];
  const page = root.querySelector('.page-end');
  const pageKb = 2 ** ((fields.at(-1)?.high ?? 11) + 1) / 1024;
  const call = `${filled(s.lineNumber, String(position.line))}: ${shownText(position.text)}`;
  return walkSvg(
    {
      caption: position.atEnd ? s.end : call,
      note: `${walk.address} · ${walk.tables.title}`,
      language: s.language,
      address: walk.address,
      fields,
      tables: tables.map((table, n) => pictured(table, walk.steps[n]?.exists ?? 'open')),
      page: {
        title: textOf(page, '.head strong'),
        size: sizeOf(pageKb, s.language),
        state: textOf(page, '.state'),
        byte: textOf(page, '.byte'),
        start: textOf(page, '.foot'),
        isThere: walk.entry !== null && ['present', 'open', 'unknown'].includes(walk.entry.state),
      },
      facts: [...root.querySelectorAll('.outcome li')].map((fact) => fact.textContent),
    },
    {
      paper: colour('--vscode-editor-background', '#ffffff'),
      ink: colour('--vscode-editor-foreground', style.color),
      faint: colour('--vscode-descriptionForeground', style.color),
      levels: tables.map((table) => colour('--colour', style.color, getComputedStyle(table))),
    },
  );
}

const textOf = (root: ParentNode | null, selector: string): string =>
  root?.querySelector(selector)?.textContent ?? '';

const pictured = (table: HTMLElement, exists: PicturedTable['exists']): PicturedTable => ({
  title: textOf(table, '.head strong'),
  count: textOf(table, '.head .count'),
  rows: [...table.querySelectorAll('.entries > *')].map((row) => ({
    text: [...row.children].map((part) => part.textContent).join(' '),
    isChosen: row.getAttribute('aria-selected') === 'true',
  })),
  foot: [...table.querySelectorAll('.huge, .foot')].map((line) => line.textContent).join(' · '),
  exists,
});
