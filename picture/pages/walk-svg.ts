/**
 * The walk through the page tables as an SVG file that stands alone: the address with its fields above, the tables and the
 * page side by side below, and the lines between them, as the view draws them where it is wide.
 */
import { cut } from '../rows-svg';
import { element, textElement, type SvgNode } from '../svg';
import { digitsOf, isShared, roomOf, type AddressField } from './address-fields';
import { routesOf, type Box, type Stage } from './routes';

export interface WalkPalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  /** Of the levels from the top down; they begin anew where there are more levels. */
  readonly levels: readonly string[];
}

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

export interface PicturedWalk {
  readonly caption: string;
  /** What tables they are. */
  readonly note: string;
  readonly language: string;
  readonly address: string;
  /** One more than tables: the byte in the page comes last. */
  readonly fields: readonly AddressField[];
  readonly tables: readonly PicturedTable[];
  readonly page: {
    readonly title: string;
    readonly size: string;
    readonly state: string;
    readonly byte: string;
    readonly start: string;
    readonly isThere: boolean;
  };
  /** What is known of the entry, a fact a line. */
  readonly facts: readonly string[];
}

const MARGIN = 14;
const COLUMN = 176;
const GAP = 36;
const STRIP = 54;
const TABLES = 206;
const HEAD = 24;
const ROW = 20;
const INSET = 14;
const SHEET = 92;
const CHARACTER = 6.7;
const DASHES = ['', '7 2', '4 3', '2 2', '8 2 2 2'] as const;

export function walkSvg(walk: PicturedWalk, palette: WalkPalette): string {
  const { fields, tables, caption, note, language, facts } = walk;
  const { paper, ink, faint } = palette;
  const columns = tables.length + 1;
  const width = Math.max(760, 2 * MARGIN + columns * COLUMN + (columns - 1) * GAP);
  const column = (width - 2 * MARGIN - (columns - 1) * GAP) / columns;
  const left = (n: number): number => MARGIN + n * (column + GAP);
  const strip = stripOf(walk, palette, width);
  const drawn = tables.map((table, n) =>
    tableOf(table, left(n), column, colourOf(n, fields, palette), palette),
  );
  const end = pageOf(walk, left(tables.length), column, palette);
  const stages = [...drawn, end].map(({ frame, target }, n): Stage => {
    return { field: strip.boxes[n] ?? frame, frame, target };
  });
  const bottom = Math.max(...stages.map(({ frame }) => frame.y + frame.height)) + 22;
  const height = bottom + facts.length * 18 + MARGIN;
  const room = Math.floor((width - 2 * MARGIN) / 7.3);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'xml:lang': language,
      'font-family': 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
      'font-size': 12,
      fill: ink,
    },
    [
      textElement('title', {}, caption),
      element('rect', { width, height, fill: paper }),
      textElement('text', { x: MARGIN, y: 20, 'font-weight': 'bold' }, cut(caption, room)),
      textElement('text', { x: MARGIN, y: 38, fill: faint }, cut(note, room)),
      ...strip.nodes,
      ...drawn.flatMap(({ nodes }) => nodes),
      ...end.nodes,
      ...routesOf(stages, true).flatMap(({ kind, stage, line, head }) => {
        const colour = kind === 'index' ? colourOf(stage, fields, palette) : ink;
        const leads = stage + 1 < tables.length ? tables[stage + 1]?.exists !== 'no' : walk.page.isThere;
        const dashes = kind === 'index' ? dashesOf(stage, fields) : leads ? '' : '2 4';
        return [
          element('path', {
            d: line,
            fill: 'none',
            stroke: colour,
            'stroke-width': 1.6,
            ...(dashes === '' ? {} : { 'stroke-dasharray': dashes }),
          }),
          element('path', { d: head, fill: colour }),
        ];
      }),
      ...facts.map((fact, n) =>
        textElement(
          'text',
          { x: MARGIN, y: bottom + n * 18, ...(n === 0 ? { 'font-weight': 'bold' } : {}) },
          cut(fact, room),
        ),
      ),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

/** The byte in the page has none of its own. */
const colourOf = (n: number, fields: readonly AddressField[], { levels, ink }: WalkPalette): string =>
  n === fields.length - 1 ? ink : (levels[n % levels.length] ?? ink);

const dashesOf = (n: number, fields: readonly AddressField[]): string =>
  n === fields.length - 1 ? '1 3' : (DASHES[n % DASHES.length] ?? '');

interface Strip {
  readonly nodes: readonly SvgNode[];
  /** Of each field. */
  readonly boxes: readonly Box[];
}

/** Digits, on each of their four bits, and the fields' names, bits and values. */
function stripOf({ fields, address }: PicturedWalk, palette: WalkPalette, width: number): Strip {
  const start = MARGIN + 22;
  const rooms = fields.map((field) => ({ ...field, room: roomOf(field) }));
  const all = rooms.reduce((sum, { high, low, room }) => sum + (high - low + 1) * room, 0);
  const unit = (width - MARGIN - start) / all;
  /** The left edge of a bit; of -1 the right end. */
  const edge = (bit: number): number =>
    start +
    unit *
      rooms.reduce((sum, { high, low, room }) => sum + Math.max(0, high - Math.max(bit, low - 1)) * room, 0);
  const text = (
    x: number,
    y: number,
    said: string,
    more: Readonly<Record<string, string | number>> = {},
  ): SvgNode => textElement('text', { x, y: STRIP + y, 'text-anchor': 'middle', ...more }, said);
  const boxes = fields.map(({ high, low }): Box => {
    return { x: edge(high), y: STRIP, width: edge(low - 1) - edge(high), height: 108 };
  });
  const bits = (fields[0]?.high ?? 47) + 1;
  const value = BigInt(address);
  return {
    boxes,
    nodes: [
      textElement('text', { x: MARGIN, y: STRIP + 17, fill: palette.faint, 'font-size': 14 }, '0x'),
      ...fields.flatMap((field, n) => {
        const { x, y, width: wide, height } = boxes[n] ?? { x: 0, y: 0, width: 0, height: 0 };
        const colour = colourOf(n, fields, palette);
        const isOffset = n === fields.length - 1;
        const said = isOffset ? `0x${field.value.toString(16)}` : String(field.value);
        const range = field.high === field.low ? String(field.high) : `${field.high}–${field.low}`;
        return [
          element('rect', {
            x,
            y,
            width: wide,
            height,
            fill: isOffset ? 'none' : colour,
            'fill-opacity': 0.2,
          }),
          element('path', { d: `M ${x} ${y} V ${y + height}`, stroke: colour }),
          element('rect', { x, y: y + height - 5, width: wide, height: 5, fill: colour }),
          text(x + wide / 2, 64, cut(field.name, Math.max(4, Math.floor(wide / CHARACTER))), {
            'font-size': 11,
          }),
          text(x + wide / 2, 79, range, { 'font-size': 10, fill: palette.faint }),
          text(x + wide / 2, 95, said, { 'font-weight': 'bold' }),
        ];
      }),
      ...digitsOf(value, bits).flatMap(({ digit, high, low }) => {
        const [from, to] = [edge(high), edge(low - 1)];
        const middle = (from + to) / 2;
        return [
          ...(isShared({ high, low }, fields)
            ? [
                element('rect', {
                  x: middle - 7,
                  y: STRIP + 3,
                  width: 14,
                  height: 17,
                  rx: 3,
                  fill: palette.paper,
                }),
              ]
            : []),
          text(middle, 17, digit, { 'font-size': 16 }),
          element('path', {
            d: `M ${from + 2} ${STRIP + 22} V ${STRIP + 25} H ${to - 2} V ${STRIP + 22}`,
            fill: 'none',
            stroke: palette.faint,
          }),
        ];
      }),
      ...Array.from({ length: bits }, (_, bit) =>
        text((edge(bit) + edge(bit - 1)) / 2, 40, String((value >> BigInt(bit)) & 1n), { 'font-size': 11 }),
      ),
    ],
  };
}

interface DrawnStage {
  readonly frame: Box;
  readonly target: Box;
  readonly nodes: readonly SvgNode[];
}

function tableOf(
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

function pageOf({ page }: PicturedWalk, x: number, width: number, palette: WalkPalette): DrawnStage {
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
