/** One curve drawn by uPlot. All plots of the timeline share what they count on the x axis. */
import uPlot from 'uplot';
import { valueAt } from '../../../../picture/timeline/series';
import { hasLimit, saidValue, topOf, type Curve } from './curve';
import { faded } from './faded';
import type { Shown } from './shown';

export interface PlotSize {
  readonly height: number;
  /** Room for the numbers of the y axis, left of the curve; 0: none are written. */
  readonly axis: number;
}

/** Of the colours that the lines themselves have. */
const FILL_ALPHA = 0.18;
const GRID_ALPHA = 0.2;

export function plotOf(curve: Curve, { scale, width, strings }: Shown, { height, axis }: PlotSize): uPlot {
  const style = getComputedStyle(document.body);
  const ink = (name: string): string => style.getPropertyValue(name).trim() || style.color;
  const faint = ink('--vscode-descriptionForeground');
  const colour = ink(curve.colour);
  const top = topOf(curve);
  const { language } = strings;
  const options: uPlot.Options = {
    width: width + axis,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [4, 0, 1, 0],
    scales: {
      x: { time: false, range: () => [...scale.range] as [number, number] },
      y: { range: [0, top] },
    },
    axes: [
      { show: false },
      {
        show: axis > 0,
        size: axis,
        gap: 4,
        font: `${Math.round(parseFloat(style.fontSize) * 0.85)}px ${style.fontFamily}`,
        stroke: faint,
        grid: { stroke: faded(faint, GRID_ALPHA), width: 1 },
        ticks: { show: false },
        space: Math.max(22, height / 6),
        incrs: curve.unit === 'kb' ? powersOfTwo : wholeSteps,
        // The foot of each curve is 0.
        values: (_plot, ticks) => ticks.map((tick) => (tick === 0 ? '' : saidValue(curve, tick, language))),
      },
    ],
    series: [
      {},
      {
        stroke: colour,
        width: 1.5,
        fill: faded(colour, FILL_ALPHA),
        points: { show: false },
      },
      ...(hasLimit(curve)
        ? [
            {
              stroke: ink('--vscode-errorForeground'),
              width: 1,
              dash: [5, 3],
              points: { show: false },
            },
          ]
        : []),
    ],
  };
  const { events, values } = curve.steps;
  const limits = hasLimit(curve) ? [events.map((event) => limitAt(curve.limit, event))] : [];
  const columns = [edges(events.map((event) => scale.beginning(event))), ...[values, ...limits].map(treads)];
  return new uPlot(options, columns as unknown as uPlot.AlignedData);
}

const limitAt = (limit: Curve['limit'], event: number): number | null =>
  limit === undefined ? null : valueAt(limit, event);

/**
 * What holds from a position on holds up to the next: each value stands at both ends of its step, so that the last one before
 * a stretch that cannot be told is drawn too. (uPlot's own steps end at the last point that has a value.)
 */
const treads = (values: readonly (number | null)[]): (number | null)[] =>
  values.slice(0, -1).flatMap((value) => [value, value]);
const edges = (places: readonly number[]): number[] =>
  places.slice(0, -1).flatMap((place, i) => [place, places[i + 1] ?? place]);

/** Of kB: 4 KiB and up. */
const powersOfTwo = Array.from({ length: 40 }, (_, i) => 4 * 2 ** i);
const wholeSteps = Array.from({ length: 12 }, (_, i) => [1, 2, 5].map((n) => n * 10 ** i)).flat();
