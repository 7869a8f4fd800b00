/**
 * The layout before and behind a call as an SVG file that stands alone: for a bug report, a book, a slide. The same rows,
 * colours and patterns as on the screen; everything a log says is escaped text.
 *
 *     ┌ caption: line of the log ──────────────────────────┐
 *     │ ▒ 7ffff7fef000 rw-p   16 KiB [heap]  │ ▒ ...       │
 *     └────────────────────────────────────────────────────┘
 */
import { addressText } from './address';
import { Axis } from './axis';
import { itemsIn, type Item } from './items';
import { protText, RegionFlag, regionKinds, type Region, type RegionKind } from './region';
import type { Row } from './rows';
import { reading } from './scale';
import { element, textElement, type SvgNode } from './svg';

export interface LayoutPalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly changed: string;
  readonly kinds: Readonly<Record<RegionKind, string>>;
}

export interface LayoutWords {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly free: string;
  readonly locked: string;
  readonly language: string;
  /** What stands for a name; bounded, without control characters. */
  readonly name: (region: Region) => string;
  readonly size: (pages: number) => string;
}

const WIDTH = 960;
const MARGIN = 12;
const SWATCH = 12;
const CAPTION = 46;
/** Rows more than this are no picture that anybody opens; the file says how many it leaves out. */
export const MOST_ROWS = 5000;

export function layoutSvg(all: readonly Row[], palette: LayoutPalette, words: LayoutWords): string {
  const rows = all.slice(0, MOST_ROWS);
  const left = all.length - rows.length;
  const axis = new Axis(rows, reading);
  const height = CAPTION + axis.height + MARGIN + (left > 0 ? 20 : 0);
  const changes = rows.some(({ isSame }) => !isSame);
  const body = itemsIn(rows, 0, rows.length).map((item) => itemNode(item, axis, palette, words));
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'xml:lang': words.language,
      'font-family': 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
      'font-size': 12,
      fill: palette.ink,
    },
    [
      textElement('title', {}, words.caption),
      element(
        'defs',
        {},
        regionKinds.map((kind) => patternOf(kind, palette.kinds[kind])),
      ),
      element('rect', { width: WIDTH, height, fill: palette.paper }),
      textElement('text', { x: MARGIN, y: 18, 'font-weight': 'bold' }, cut(words.caption, 120)),
      ...(changes
        ? [
            textElement('text', { x: MARGIN, y: 36, fill: palette.faint }, words.before),
            textElement('text', { x: WIDTH / 2 + 4, y: 36, fill: palette.faint }, words.after),
          ]
        : []),
      ...body,
      ...(left > 0
        ? [textElement('text', { x: MARGIN, y: height - 8, fill: palette.faint }, `… +${left}`)]
        : []),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

function itemNode(item: Item, axis: Axis, palette: LayoutPalette, words: LayoutWords): SvgNode {
  const y = CAPTION + axis.top(item.first);
  const height = axis.top(item.end) - axis.top(item.first);
  const middle = y + height / 2 + 4;
  if (item.kind === 'void') return element('g', {});
  if (item.kind === 'free') {
    const text = `${words.size(item.row.end - item.row.start)} ${words.free}`;
    return element('g', { fill: palette.faint }, [
      element('path', {
        d: `M ${MARGIN} ${y + 0.5} H ${WIDTH - MARGIN}`,
        stroke: palette.faint,
        'stroke-dasharray': '1 3',
      }),
      textElement('text', { x: WIDTH / 2, y: middle, 'text-anchor': 'middle', 'font-size': 10 }, text),
    ]);
  }
  const { region, column } = item;
  const x = column === 'after' ? WIDTH / 2 + 4 : MARGIN;
  const right = column === 'before' ? WIDTH / 2 - 4 : WIDTH - MARGIN;
  const edge = column === 'both' ? palette.faint : palette.changed;
  const characters = Math.floor((right - x - SWATCH - 12) / 7.3);
  return element('g', {}, [
    element('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: right - x - 1,
      height: Math.max(1, height - 1),
      fill: 'none',
      stroke: edge,
      'stroke-width': column === 'both' ? 0.4 : 1.4,
      ...(column === 'before' ? { 'stroke-dasharray': '4 2' } : {}),
    }),
    element('rect', {
      x: x + 1,
      y: y + 1,
      width: SWATCH,
      height: Math.max(1, height - 2),
      fill: `url(#${region.kind})`,
    }),
    textElement('text', { x: x + SWATCH + 8, y: middle }, cut(lineOf(region, words), characters)),
  ]);
}

const lineOf = (region: Region, words: LayoutWords): string =>
  [
    addressText(region.start),
    protText(region),
    words.size(region.end - region.start),
    ...((region.flags & RegionFlag.locked) === 0 ? [] : [words.locked]),
    words.name(region),
  ].join('  ');

/** Fixed width: so many characters fit. */
const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;

/** The marks of a kind's pattern, in a square of eight: a kind is told without its colour. */
const MARKS: Readonly<Record<RegionKind, string>> = {
  code: 'M-2 6 L6 -2 M2 10 L10 2',
  data: 'M1 1 h2 v2 h-2 Z M5 5 h2 v2 h-2 Z',
  heap: 'M0 1.5 H8 M0 5.5 H8',
  stack: 'M1.5 0 V8 M5.5 0 V8',
  anonymous: 'M0 0 H8 V8 H0 Z',
  file: 'M4 0 V8',
  shared: 'M0 0 L8 8 M0 8 L8 0',
  guard: 'M0.5 0 V4 M7.5 4 V8',
  kernel: 'M-2 2 L6 10 M2 -2 L10 6',
  unknown: 'M3.5 3.5 h1 v1 h-1 Z',
};

function patternOf(kind: RegionKind, colour: string): SvgNode {
  const isFilled = kind === 'data' || kind === 'anonymous' || kind === 'unknown';
  const look = isFilled ? { fill: colour } : { fill: 'none', stroke: colour, 'stroke-width': 1.6 };
  return element('pattern', { id: kind, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
    element('path', { d: MARKS[kind], ...look }),
  ]);
}
