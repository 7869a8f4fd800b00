/** One curve over the recording. All plots of the timeline share the events on their x axis. */
import uPlot from 'uplot';
import type { SeriesBody } from '../../../../debug-adapter/panel-protocol';
import { sizeOf, wholeNumber } from '../format';

export interface Curve {
  readonly title: string;
  readonly unit: 'kb' | 'count';
  readonly colour: string;
  values(series: SeriesBody): readonly (number | null)[];
  /** A second curve, dashed: what the first is held against. */
  limit?(series: SeriesBody): readonly (number | null)[];
}

/** Room for the numbers of the y axis. All plots have the same, so that their events stand one above the other. */
export const AXIS_WIDTH = 64;

export function plotOf(
  curve: Curve,
  series: SeriesBody,
  size: { readonly width: number; readonly height: number },
  language: string,
): uPlot {
  const style = getComputedStyle(document.body);
  const faint = style.getPropertyValue('--vscode-descriptionForeground');
  const line = style.getPropertyValue('--vscode-widget-border');
  const colour = style.getPropertyValue(curve.colour) || style.color;
  const said = (value: number): string =>
    curve.unit === 'kb' ? sizeOf(value, language) : wholeNumber(value, language);
  const options: uPlot.Options = {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 0, 8, 0],
    scales: { x: { time: false, range: [series.from, series.to] }, y: { range: fromZero } },
    axes: [
      { show: false },
      {
        size: AXIS_WIDTH,
        stroke: faint,
        grid: { stroke: line, width: 1 },
        ticks: { show: false },
        space: 24,
        incrs: curve.unit === 'kb' ? powersOfTwo : wholeSteps,
        values: (_plot, ticks) => ticks.map(said),
      },
    ],
    series: [
      {},
      {
        stroke: colour,
        width: 1.5,
        points: { show: false },
        ...(stepped === undefined ? {} : { paths: stepped }),
      },
      ...(curve.limit === undefined
        ? []
        : [{ stroke: faint, width: 1, dash: [4, 3], points: { show: false } }]),
    ],
  };
  const columns = [
    series.events,
    curve.values(series),
    ...(curve.limit === undefined ? [] : [curve.limit(series)]),
  ];
  return new uPlot(options, columns.map((column) => [...column]) as unknown as uPlot.AlignedData);
}

/** What holds from a position on holds up to the next: curves of states have steps. */
const stepped = uPlot.paths.stepped?.({ align: 1 });

/** Of kB: 4 KiB and up. */
const powersOfTwo = Array.from({ length: 40 }, (_, i) => 4 * 2 ** i);
const wholeSteps = Array.from({ length: 12 }, (_, i) => [1, 2, 5].map((n) => n * 10 ** i)).flat();

const fromZero = (_plot: uPlot, _least: number, most: number): [number, number] => [
  0,
  Math.max(4, most * 1.08),
];
