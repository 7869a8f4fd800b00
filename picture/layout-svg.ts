/**
 * The layout before and behind a call as an SVG file that stands alone: for a bug report, a book, a slide. The same rows,
 * colours, patterns, brackets and arrows as on the screen; everything a log says is escaped text.
 *
 *     ┌ caption: line of the log ──────────────────────────┐
 *     │   before                │   after                  │
 *     │ ▒ 7ffff7fef000 rw-p   16 KiB ▇▇     [heap]         │
 *     │ legend                                             │
 *     └────────────────────────────────────────────────────┘
 */
import type { AskedBody } from './asked';
import { lanesOf } from './asked-marks';
import { arrows, hatching, overlay } from './asked-svg';
import { Axis } from './axis';
import type { Side } from './cells';
import type { Move } from './change-sums';
import { itemsIn } from './items';
import { legend, patterns } from './kind-patterns';
import { kindTotals, type KindTotal } from './kinds';
import type { Region, RegionKind } from './region';
import type { Row } from './rows';
import { itemNode, type RowsWords } from './rows-svg';
import { reading } from './scale';
import { cut } from './shown-text';
import { textElement, type SvgNode } from './svg';
import { svgDocument } from './svg-document';

export interface LayoutPalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly changed: string;
  /** Of what is in a call's way; without one, the colour of what changes. */
  readonly failed?: string;
  readonly kinds: Readonly<Record<RegionKind, string>>;
}

export interface LayoutWords extends RowsWords {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly language: string;
  /** 'heap, 1 · 132 KiB'; without it there is no legend. */
  readonly kind?: (total: KindTotal) => string;
  /** Says how the sizes are drawn, below the legend. */
  readonly scale?: string;
}

/** What the call does beside what the rows show. */
export interface LayoutMarks {
  readonly asked: AskedBody | null;
  readonly moves: readonly Move[];
}

const WIDTH = 960;
const MARGIN = 12;
const CAPTION = 46;
const LANE = 12;
/** Of the font, at its size of 12. */
const CHARACTER = 7.3;
/** Rows more than this are no picture that anybody opens; the file says how many it leaves out. */
export const MOST_ROWS = 5000;

export function layoutSvg(
  all: readonly Row[],
  palette: LayoutPalette,
  words: LayoutWords,
  marks?: LayoutMarks,
): string {
  const rows = all.slice(0, MOST_ROWS);
  const left = all.length - rows.length;
  const axis = new Axis(rows, reading);
  const lanes = Math.max(0, ...lanesOf(marks?.asked?.ranges ?? []).map((lane) => lane + 1));
  const { paper, ink, faint, changed, failed = changed, kinds } = palette;
  const look = {
    left: MARGIN + lanes * LANE,
    right: WIDTH - MARGIN,
    top: CAPTION,
    gutter: (marks?.moves.length ?? 0) > 0 ? 34 : 8,
    lane: LANE,
    character: CHARACTER,
    paper,
    ink,
    faint,
    changed,
    failed,
    colour: ({ kind }: Region) => kinds[kind],
  };
  const changes = rows.some(({ isSame }) => !isSame);
  const below = footer(rows, words, palette, CAPTION + axis.height + 8, left);
  const height = CAPTION + axis.height + below.height + MARGIN;
  const middle = (look.left + look.right + look.gutter) / 2;
  return svgDocument(
    {
      width: WIDTH,
      height,
      title: words.caption,
      language: words.language,
      font: 'mono',
      paper,
      ink,
      defs: patterns(kinds, failed),
    },
    [
      textElement('text', { x: MARGIN, y: 18, 'font-weight': 'bold' }, cut(words.caption, 126)),
      ...(changes
        ? [
            textElement('text', { x: look.left, y: 36, fill: faint }, words.before),
            textElement('text', { x: middle, y: 36, fill: faint }, words.after),
          ]
        : []),
      ...(marks === undefined ? [] : hatching(marks.asked, axis, look)),
      ...itemsIn(rows, 0, rows.length).map((item) => itemNode(item, axis, look, words)),
      ...(marks === undefined
        ? []
        : [...overlay(marks.asked, axis, look, words.size), ...arrows(marks.moves, axis, look)]),
      ...below.nodes,
    ],
  );
}

/** How many rows are left out; what the patterns mean. */
function footer(
  rows: readonly Row[],
  words: LayoutWords,
  { faint }: LayoutPalette,
  top: number,
  left: number,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const nodes: SvgNode[] = [];
  let y = top;
  const line = (text: string): void => {
    nodes.push(textElement('text', { x: MARGIN, y: y + 12, fill: faint, 'font-size': 11 }, text));
    y += 18;
  };
  if (left > 0) line(`… +${left}`);
  if (words.kind !== undefined) {
    const place = { x: MARGIN, y, width: WIDTH - 2 * MARGIN, character: 6.7 };
    const kinds = legend(kindsIn(rows), words.kind, place);
    nodes.push(...kinds.nodes);
    y += kinds.height;
  }
  if (words.scale !== undefined) line(cut(words.scale, 138));
  return { nodes, height: y - top + (y > top ? 8 : 0) };
}

/** Those before the call, and of kinds that were not there before, those that it makes. */
function kindsIn(rows: readonly Row[]): readonly KindTotal[] {
  const on = (side: Side): readonly KindTotal[] =>
    kindTotals([...new Set(rows.flatMap(({ [side]: one }) => (one === undefined ? [] : [one])))]);
  const before = on('before');
  return [...before, ...on('after').filter(({ kind }) => before.every((total) => total.kind !== kind))];
}
