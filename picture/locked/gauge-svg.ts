/**
 * Locked memory against its limit as an SVG file that stands alone: the gauge, below it the sum that the kernel makes, and
 * what binds the total.
 *
 *     48 KiB locked of 64 KiB             ✗ mremap: +32 KiB …
 *     |███████ held ███████|//// asked ////|
 *                               ^ limit
 *       48 KiB  Before this call
 *     + 32 KiB  Asked for by this call
 */
import { cut } from '../shown-text';
import { element, textElement, type SvgNode } from '../svg';
import { svgDocument } from '../svg-document';

export interface GaugePalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly held: string;
  readonly over: string;
}

/** A stretch of the gauge in KiB, half-open. */
export interface PicturedPart {
  readonly kind: 'held' | 'added' | 'released' | 'asked' | 'over' | 'zone';
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface BillLine {
  readonly sign: string;
  readonly amount: string;
  readonly name: string;
  /** Smaller, behind the name. */
  readonly detail: string;
  /** Totals stand below a rule; a verdict says how the sum comes out. */
  readonly kind: string;
}

export interface PicturedGauge {
  readonly caption: string;
  readonly total: string;
  readonly verdict: string;
  readonly isOver: boolean;
  readonly language: string;
  /** KiB from one end of the gauge to the other; null: nothing of the total can be told, and none is drawn. */
  readonly scaleKb: number | null;
  readonly parts: readonly PicturedPart[];
  readonly marks: readonly { readonly atKb: number; readonly text: string; readonly isAssumed: boolean }[];
  readonly bill: readonly BillLine[];
  /** What binds: 'RLIMIT_MEMLOCK: 64 KiB · line 15'. */
  readonly notes: readonly string[];
}

const WIDTH = 820;
const MARGIN = 14;
const BAR = 76;
const THICK = 34;
const BILL = 158;
const LINE = 20;
const CHARACTER = 7.3;
const ROOM = Math.floor((WIDTH - 2 * MARGIN) / CHARACTER);

export function gaugeSvg(gauge: PicturedGauge, palette: GaugePalette): string {
  const { caption, total, verdict, isOver, language, scaleKb, bill, notes } = gauge;
  const { paper, ink, faint, over } = palette;
  const below = BILL + bill.length * LINE + 12;
  const height = below + notes.length * 18 + MARGIN;
  return svgDocument(
    { width: WIDTH, height, title: caption, language, font: 'mono', paper, ink, defs: patterns(palette) },
    [
      textElement('text', { x: MARGIN, y: 20, 'font-weight': 'bold' }, cut(caption, ROOM)),
      textElement('text', { x: MARGIN, y: 46, 'font-size': 17, 'font-weight': 'bold' }, total),
      textElement(
        'text',
        {
          x: WIDTH - MARGIN,
          y: 62,
          'text-anchor': 'end',
          'font-weight': 'bold',
          ...(isOver ? { fill: over } : {}),
        },
        cut(verdict, ROOM),
      ),
      ...(scaleKb === null ? [] : barOf(gauge, scaleKb, palette)),
      ...bill.flatMap((line, n) => billNodes(line, BILL + n * LINE, palette)),
      ...notes.map((note, n) =>
        textElement('text', { x: MARGIN, y: below + n * 18, fill: faint, 'font-size': 11 }, cut(note, ROOM)),
      ),
    ],
  );
}

/** As what a part counts is told without its colour. */
const patterns = ({ held, over, ink }: GaugePalette): SvgNode =>
  element(
    'defs',
    {},
    (
      [
        ['added', 'M-2 6 L6 -2 M2 10 L10 2', held, 3],
        ['asked', 'M0 0 L8 8', ink, 0.8],
        ['over', 'M0 0 L8 8 M0 8 L8 0', over, 1.4],
        ['zone', 'M1 0 V8', ink, 0.8],
      ] as const
    ).map(([id, d, stroke, thick]) =>
      element('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
        element('path', { d, fill: 'none', stroke, 'stroke-width': thick }),
      ]),
    ),
  );

function barOf({ parts, marks }: PicturedGauge, scaleKb: number, palette: GaugePalette): readonly SvgNode[] {
  const { ink, faint } = palette;
  const place = (kb: number): number => MARGIN + (kb / scaleKb) * (WIDTH - 2 * MARGIN);
  return [
    element('rect', {
      x: MARGIN,
      y: BAR,
      width: WIDTH - 2 * MARGIN,
      height: THICK,
      fill: 'none',
      stroke: faint,
    }),
    ...parts.flatMap((part) => partNodes(part, place, palette)),
    ...marks.flatMap(({ atKb, text, isAssumed }) => {
      const x = place(atKb);
      const isLate = x > WIDTH / 2;
      return [
        element('path', {
          d: `M ${x} ${BAR - 5} V ${BAR + THICK + 20}`,
          stroke: ink,
          'stroke-width': 3,
          ...(isAssumed ? { 'stroke-dasharray': '3 3' } : {}),
        }),
        textElement(
          'text',
          {
            x: isLate ? x - 6 : x + 6,
            y: BAR + THICK + 18,
            'font-weight': 'bold',
            fill: ink,
            ...(isLate ? { 'text-anchor': 'end' } : {}),
          },
          text,
        ),
      ];
    }),
  ];
}

const DASHES = { released: '2 3', asked: '6 3', zone: '5 4' } as const;

function partNodes(
  { kind, from, to, text }: PicturedPart,
  place: (kb: number) => number,
  { paper, ink, held, over }: GaugePalette,
): readonly SvgNode[] {
  const x = place(from);
  const width = Math.max(2, place(to) - x);
  const dashes = kind === 'released' || kind === 'asked' || kind === 'zone' ? DASHES[kind] : undefined;
  const wide = text.length * CHARACTER + 8;
  return [
    element('rect', {
      x,
      y: BAR,
      width,
      height: THICK,
      fill: kind === 'held' ? held : kind === 'released' ? 'none' : `url(#${kind})`,
      stroke: kind === 'over' ? over : kind === 'asked' || kind === 'zone' ? ink : held,
      ...(dashes === undefined ? {} : { 'stroke-dasharray': dashes }),
    }),
    ...(text === '' || wide + 8 > width
      ? []
      : [
          element('rect', { x: x + 6, y: BAR + 8, width: wide, height: 18, fill: paper }),
          textElement('text', { x: x + 10, y: BAR + 21, fill: ink }, text),
        ]),
  ];
}

function billNodes(
  { sign, amount, name, detail, kind }: BillLine,
  y: number,
  palette: GaugePalette,
): readonly SvgNode[] {
  const isTotal = kind.includes('total');
  const isVerdict = kind.includes('verdict');
  const look = {
    ...(isTotal || isVerdict ? { 'font-weight': 'bold' } : {}),
    ...(kind.includes('isOver') ? { fill: palette.over } : {}),
  };
  const behind = 170 + name.length * CHARACTER + 10;
  return [
    ...(isTotal
      ? [element('path', { d: `M ${MARGIN} ${y - 14} H ${WIDTH - MARGIN}`, stroke: palette.faint })]
      : []),
    textElement('text', { x: MARGIN + 30, y, ...look }, sign),
    textElement('text', { x: 156, y, 'text-anchor': 'end', ...look }, amount),
    textElement('text', { x: 170, y, ...look }, name),
    ...(detail === ''
      ? []
      : [
          textElement(
            'text',
            { x: behind, y, 'font-size': 11, fill: palette.faint },
            cut(detail, Math.max(8, Math.floor((WIDTH - MARGIN - behind) / 6.7))),
          ),
        ]),
  ];
}
