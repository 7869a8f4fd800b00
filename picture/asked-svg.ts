/** Brackets of what a call asks for, what is in its way, and arrows of what moves, over the rows of a picture in SVG. */
import { marksOf } from './asked-marks';
import type { AskedBody, AskedRange, Trouble } from './asked';
import type { Axis } from './axis';
import type { Move } from './change-sums';
import { element, textElement, type SvgNode } from './svg';

export interface OverlayLook {
  /** Where rows begin and end, and where their two columns part. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly gutter: number;
  readonly lane: number;
  readonly paper: string;
  readonly faint: string;
  readonly failed: string;
  readonly changed: string;
  /** Width of a letter. */
  readonly character: number;
}

const NOT_MAPPED: ReadonlySet<Trouble['what']> = new Set(['hole', 'unknown', 'beyond-end', 'too-small']);

/** Below the rows' text: the hatching of holes. */
export const hatching = (asked: AskedBody | null, axis: Axis, look: OverlayLook): readonly SvgNode[] =>
  marksOf(asked, axis).obstacles.flatMap(({ trouble, top, bottom }) =>
    NOT_MAPPED.has(trouble.what) ? [element('rect', { ...box(top, bottom, look), fill: 'url(#hatch)' })] : [],
  );

/** Above it. */
export function overlay(
  asked: AskedBody | null,
  axis: Axis,
  look: OverlayLook,
  size: (pages: number) => string,
): readonly SvgNode[] {
  const marks = marksOf(asked, axis);
  const isFailed = asked?.outcome === 'failed';
  const ink = isFailed ? look.failed : look.faint;
  const inkOf = ({ role }: AskedRange): string => (role === 'done' ? look.faint : ink);
  const isSame = (row: number): boolean => axis.rows[row]?.isSame === true;
  const brackets = marks.brackets.map(({ range, lane, top, bottom }) => {
    const x = look.left - (marks.lanes - lane) * look.lane;
    return element('path', {
      d: `M ${x + 8} ${look.top + top + 1} H ${x} V ${look.top + bottom - 1} H ${x + 8}`,
      fill: 'none',
      stroke: inkOf(range),
      'stroke-width': 2,
      ...(range.role === 'hint' ? { 'stroke-dasharray': '4 3' } : {}),
    });
  });
  const frames = marks.obstacles.flatMap(({ trouble, top, bottom, tick }) => [
    element('rect', {
      ...box(top, bottom, look),
      fill: 'none',
      stroke: look.failed,
      'stroke-width': 2,
      ...(trouble.what === 'unknown' ? { 'stroke-dasharray': '4 3' } : {}),
    }),
    ...(tick === undefined
      ? []
      : [
          element('path', {
            d: `M ${look.left} ${look.top + tick} H ${look.right}`,
            stroke: look.failed,
            'stroke-dasharray': '5 3',
          }),
        ]),
  ]);
  const notes = marks.notes.flatMap(({ row, top, bottom, ranges, troubles }) =>
    isFailed || isSame(row)
      ? chips(
          [
            ...(isSame(row) ? ranges.map((range) => rangeInWords(range, size)) : []),
            ...troubles.map((one) => `✗ ${one.said}`),
          ],
          look.top + (top + bottom) / 2,
          ink,
          look,
        )
      : [],
  );
  return [...brackets, ...frames, ...notes];
}

/** Of what begins within a page, what it touches is more than was asked for. */
const rangeInWords = ({ said, start, end, address }: AskedRange, size: (pages: number) => string): string =>
  address === undefined ? `${said} ${size(end - start)}` : said;

const box = (top: number, bottom: number, { left, right, top: above }: OverlayLook) => ({
  x: left + 1,
  y: above + top + 1,
  width: right - left - 2,
  height: Math.max(2, bottom - top - 2),
});

/** Words in frames, from the right. */
function chips(texts: readonly string[], middle: number, ink: string, look: OverlayLook): readonly SvgNode[] {
  let right = look.right - 6;
  const nodes: SvgNode[] = [];
  for (const text of [...texts].reverse()) {
    const width = text.length * look.character * 0.92 + 10;
    const x = right - width;
    nodes.push(
      element('rect', { x, y: middle - 8, width, height: 16, rx: 3, fill: look.paper, stroke: ink }),
      textElement('text', { x: x + 5, y: middle + 4, 'font-size': 11, fill: ink }, text),
    );
    right = x - 4;
  }
  return nodes;
}

/** From the old place to the new one, between the columns. */
export function arrows(moves: readonly Move[], axis: Axis, look: OverlayLook): readonly SvgNode[] {
  const middle = (page: number): number => {
    const row = axis.rowOf(page);
    return look.top + (axis.top(row) + axis.top(row + 1)) / 2;
  };
  const left = (look.left + look.right - look.gutter) / 2;
  const right = left + look.gutter;
  return moves.flatMap((move) => {
    const [from, to] = [middle(move.from), middle(move.to)];
    const bend = look.gutter / 2;
    return [
      element('path', {
        d: `M ${left} ${from} C ${left + bend} ${from}, ${right - bend - 6} ${to}, ${right - 6} ${to}`,
        fill: 'none',
        stroke: look.changed,
        'stroke-width': 2,
      }),
      element('path', {
        d: `M ${right - 9} ${to - 5} L ${right} ${to} L ${right - 9} ${to + 5} Z`,
        fill: look.changed,
      }),
    ];
  });
}
