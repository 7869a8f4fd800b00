/** The tables of a walk in SVG, and the page at its end. */
import { cut } from '../shown-text';
import { element, textElement, type SvgNode } from '../svg';
import type { Box } from './routes';
import { CHARACTER, TABLES, type WalkPalette } from './walk-look';

/** A line of a table: an entry, or many that are folded. */
export interface TableRow {
  readonly text: string;
  readonly isChosen: boolean;
}

export interface PicturedTable {
  readonly title: string;
  readonly count: string;
  readonly rows: readonly TableRow[];
  readonly foot: string;
  readonly exists: 'yes' | 'no' | 'open';
}

export interface PicturedPage {
  readonly title: string;
  readonly size: string;
  readonly state: string;
  readonly byte: string;
  readonly start: string;
  readonly isThere: boolean;
}

const HEAD = 24;
const ROW = 20;
const INSET = 14;
const SHEET = 92;

export interface DrawnStage {
  readonly frame: Box;
  readonly target: Box;
  readonly nodes: readonly SvgNode[];
}

export function tableOf(
  table: PicturedTable,
  x: number,
  width: number,
  colour: string,
  { paper, faint }: WalkPalette,
): DrawnStage {
  const height = HEAD + table.rows.length * ROW + ROW;
  const chosen = Math.max(
    0,
    table.rows.findIndex(({ isChosen }) => isChosen),
  );
  const rowTop = (n: number): number => TABLES + HEAD + n * ROW;
  const target = { x: x + INSET, y: rowTop(chosen), width: width - INSET, height: ROW };
  const room = Math.floor((width - INSET - 12) / CHARACTER);
  const line = (y: number, text: string, more: Readonly<Record<string, string | number>>): SvgNode =>
    textElement('text', { x: x + INSET + 6, y, 'font-size': 11, ...more }, cut(text, room));
  return {
    frame: { x, y: TABLES, width, height },
    target,
    nodes: [
      ...frameOf(x, width, height, colour, paper, faint, table.exists === 'yes' ? '' : '4 3'),
      ...headOf(x, table.title, table.count, faint),
      element('rect', { ...target, fill: colour, 'fill-opacity': 0.25, stroke: colour }),
      ...table.rows.map(({ text, isChosen }, n) =>
        line(rowTop(n) + 14, text, isChosen ? { 'font-weight': 'bold' } : { fill: faint }),
      ),
      line(rowTop(table.rows.length) + 14, table.foot, { fill: faint }),
    ],
  };
}

export function pageOf(
  { page }: { readonly page: PicturedPage },
  x: number,
  width: number,
  palette: WalkPalette,
): DrawnStage {
  const { ink, paper, faint } = palette;
  const height = HEAD + SHEET + 12 + ROW;
  const target = {
    x: x + INSET,
    y: TABLES + HEAD + 6,
    width: Math.min(width - 2 * INSET, page.byte.length * 7.3 + 8),
    height: 16,
  };
  return {
    frame: { x, y: TABLES, width, height },
    target,
    nodes: [
      ...frameOf(x, width, height, ink, paper, faint, ''),
      ...headOf(x, page.title, page.size, faint),
      element('rect', {
        x: x + INSET,
        y: target.y,
        width: width - 2 * INSET,
        height: SHEET,
        fill: 'none',
        stroke: ink,
        'stroke-dasharray': page.isThere ? '4 3' : '1 3',
      }),
      element('rect', { ...target, fill: ink }),
      textElement('text', { x: target.x + 4, y: target.y + 12, fill: paper }, page.byte),
      textElement(
        'text',
        { x: x + width - INSET - 6, y: target.y + SHEET - 8, 'text-anchor': 'end', 'font-weight': 'bold' },
        page.state,
      ),
      textElement('text', { x: x + 6, y: TABLES + height - 6, 'font-size': 11, fill: faint }, page.start),
    ],
  };
}

const frameOf = (
  x: number,
  width: number,
  height: number,
  colour: string,
  paper: string,
  faint: string,
  dashes: string,
): readonly SvgNode[] => [
  element('rect', {
    x,
    y: TABLES,
    width,
    height,
    fill: paper,
    stroke: faint,
    ...(dashes === '' ? {} : { 'stroke-dasharray': dashes }),
  }),
  element('rect', { x, y: TABLES, width, height: 3, fill: colour }),
];

const headOf = (x: number, title: string, count: string, faint: string): readonly SvgNode[] => [
  textElement('text', { x: x + INSET + 6, y: TABLES + 17, 'font-weight': 'bold' }, title),
  textElement(
    'text',
    { x: x + INSET + 14 + title.length * 7.3, y: TABLES + 17, 'font-size': 11, fill: faint },
    count,
  ),
];
