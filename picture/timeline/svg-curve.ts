/** One curve of a timeline as SVG: its name and its value at the cursor, and the steps. */
import { element, type SvgNode } from '../svg';
import type { TimelineScale } from './scale';
import type { Steps } from './series';
import { stepPaths } from './steps';
import { DRAWN, LEFT, MARGIN, text, type TimelinePalette } from './svg-sheet';

export interface PicturedCurve {
  readonly title: string;
  readonly colour: string;
  readonly steps: Steps;
  /** At the cursor, in words. */
  readonly value: string;
  /** The value at the upper end, and the highest there is, in words; undefined: it never changes. */
  readonly top: number | undefined;
  readonly most: string;
  /** Drawn where it has steps; said in any case. */
  readonly limit?: { readonly steps: Steps | undefined; readonly text: string };
}

const CURVE = 84;
const STEADY = 24;

export const curveHeight = ({ top }: PicturedCurve): number => (top === undefined ? STEADY : CURVE);

/** `y`: of its upper edge. */
export function curveNode(
  curve: PicturedCurve,
  scale: TimelineScale,
  stretch: { readonly from: number; readonly to: number },
  palette: TimelinePalette,
  y: number,
): SvgNode {
  const height = curveHeight(curve);
  const box = { width: DRAWN, height };
  const share = (position: number): number => scale.shareOfBeginning(position);
  const isSteady = curve.top === undefined;
  const told = isSteady
    ? { events: curve.steps.events, values: curve.steps.values.map((value) => (value === null ? null : 1)) }
    : curve.steps;
  const { line, area } = stepPaths(told, stretch, share, curve.top ?? 2, box);
  const limit =
    curve.limit?.steps === undefined || curve.top === undefined
      ? ''
      : stepPaths(upTo(curve.top, curve.limit.steps), stretch, share, curve.top, box).line;
  const names = [curve.title, curve.value, curve.limit?.text ?? ''].filter((part) => part !== '');
  return element('g', {}, [
    ...(isSteady
      ? [text(names.join('  '), MARGIN, y + height / 2 + 4)]
      : [
          text(curve.title, MARGIN, y + 14),
          text(curve.value, MARGIN, y + 32, { 'font-weight': 'bold', 'font-size': 14 }),
          ...(curve.limit === undefined || curve.limit.text === ''
            ? []
            : [text(curve.limit.text, MARGIN, y + 50, { fill: palette.failed })]),
          text(`↑ ${curve.most}`, MARGIN, y + height - 4, { fill: palette.faint, 'font-size': 11 }),
        ]),
    element('g', { transform: `translate(${LEFT} ${y})`, fill: 'none' }, [
      ...(isSteady ? [] : [element('path', { d: area, fill: curve.colour, 'fill-opacity': 0.18 })]),
      element('path', { d: line, stroke: curve.colour, 'stroke-width': 1.5 }),
      ...(limit === ''
        ? []
        : [element('path', { d: limit, stroke: palette.failed, 'stroke-dasharray': '5 3' })]),
      ...(isSteady
        ? []
        : [element('path', { d: `M0 ${height}H${DRAWN}`, stroke: palette.faint, 'stroke-width': 0.5 })]),
    ]),
  ]);
}

/** What lies above the upper end is not drawn. */
const upTo = (top: number, { events, values }: Steps): Steps => ({
  events,
  values: values.map((value) => (value !== null && value > top ? null : value)),
});
