/** The curves, a row each: its name and its value at the cursor, and right of them the drawing. */
import { spreadOf, stepPaths } from '../../../../picture/timeline/steps';
import { SLIM, trackHeights } from '../../../../picture/timeline/tracks';
import type { Totals } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled } from '../format';
import { curvesOf, isSteady, limitAt, readAt, readingAt, saidValue, topOf, type Curve } from './curve';
import { SVG } from './mark-icon';
import { plotOf } from './plot';
import type { Shown } from './shown';

/** Names narrower than this leave no room for the numbers of an axis. */
const WIDE_NAMES = 150;
const AXIS = 62;
/** A row lower than this has its name and value in one line. */
const TALL = 40;
/** uPlot's room above the curve and below it. */
const PADDING = { top: 4, bottom: 1 };

interface Row {
  readonly curve: Curve;
  readonly value: HTMLElement;
  readonly limit: HTMLElement;
  readonly dot: HTMLElement | undefined;
  readonly height: number;
}

export class CurveRows {
  readonly root = el('div', { class: 'curves' });
  #rows: readonly Row[] = [];

  /** `room`: CSS pixels that the curves share with `lanes` lanes; `names`: how wide the names are. */
  show(shown: Shown, room: number, lanes: number, names: number): void {
    const curves = curvesOf(shown.series, shown.strings);
    const steady = curves.map(isSteady);
    const heights = trackHeights(
      curves.map(({ weight }, i) => ({ weight: steady[i] === true ? 0 : weight })),
      lanes,
      room,
    );
    const axis = names >= WIDE_NAMES ? AXIS : 0;
    const built = curves.map((curve, i) => rowOf(curve, shown, heights[i] ?? SLIM, steady[i] === true, axis));
    this.#rows = built.map(({ row }) => row);
    this.root.replaceChildren(...built.map(({ root }) => root));
  }

  /** The values at a position; `totals`: as the session has them there, where it has said so. */
  place({ scale, strings }: Shown, position: number, totals?: Totals): void {
    const share = scale.share(position);
    for (const { curve, value, limit, dot, height } of this.#rows) {
      const { value: now, isNear } = readAt(curve, position, totals);
      // Words would not fit; whoever listens has them with the cursor.
      value.textContent =
        now === null ? '–' : `${isNear ? '~' : ''}${saidValue(curve, now, strings.language)}`;
      value.title = now === null ? strings.cannotTell : '';
      limit.textContent = limitAt(curve, position, strings);
      if (dot === undefined) continue;
      dot.classList.toggle('outside', now === null || share < 0 || share > 1);
      if (now === null) continue;
      const inner = height - PADDING.top - PADDING.bottom;
      dot.style.left = `${share * 100}%`;
      dot.style.top = `${PADDING.top + (1 - now / topOf(curve)) * inner}px`;
    }
  }

  /** Name and value of each, for a tip and for who listens. */
  readings(position: number, s: ViewStrings, totals?: Totals): readonly string[] {
    return this.#rows.map(({ curve }) => {
      const limit = limitAt(curve, position, s);
      return `${curve.title} ${readingAt(curve, position, s, totals)}${limit === '' ? '' : ` (${limit})`}`;
    });
  }
}

function rowOf(
  curve: Curve,
  shown: Shown,
  height: number,
  isFlat: boolean,
  axis: number,
): { readonly row: Row; readonly root: HTMLElement } {
  const { strings } = shown;
  const value = el('span', { class: 'value' });
  const limit = el('span', { class: 'limit' });
  const cell = el('div', { class: 'cell' });
  const name = el('div', { class: 'name' }, el('span', { class: 'title' }, curve.title), value, limit);
  const root = el('div', { class: 'track', role: 'group', 'aria-label': curve.title }, name, cell);
  root.style.height = `${height}px`;
  root.classList.toggle('slim', isFlat);
  root.classList.toggle('low', height < TALL);
  if (isFlat) {
    const isTold = spreadOf(curve.steps.values) !== undefined;
    cell.append(flatLine(curve, shown));
    if (isTold) cell.append(el('span', { class: 'note unchanged' }, strings.unchanged));
    return { row: { curve, value, limit, dot: undefined, height }, root };
  }
  name.style.paddingInlineEnd = `${axis + 4}px`;
  const { root: drawing } = plotOf(curve, shown, { height, axis });
  drawing.style.marginLeft = `${-axis}px`;
  const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
  dot.style.setProperty('--ink', `var(${curve.colour})`);
  cell.append(drawing, dot, ...limitLabel(curve, shown, height));
  return { row: { curve, value, limit, dot, height }, root };
}

/** A line where the value can be told. */
function flatLine(curve: Curve, { scale, series, width }: Shown): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.classList.add('flat');
  const path = document.createElementNS(SVG, 'path');
  const told = { events: curve.steps.events, values: curve.steps.values.map((v) => (v === null ? null : 1)) };
  const shape = stepPaths(told, series, (position) => scale.shareOfBeginning(position), 2, {
    width,
    height: SLIM,
  });
  path.setAttribute('d', shape.line);
  path.style.stroke = `var(${curve.colour})`;
  drawing.append(path);
  return drawing;
}

/** The last limit's value on its line; where it lies above all that is drawn, with an arrow at the upper edge. */
function limitLabel(curve: Curve, { strings }: Shown, height: number): HTMLElement[] {
  const last = curve.limit?.values.at(-1) ?? null;
  if (last === null) return [];
  const top = topOf(curve);
  const text = filled(strings.limitIs, saidValue(curve, last, strings.language));
  const label = el('span', { class: 'limit-label', 'aria-hidden': 'true' }, last > top ? `↑ ${text}` : text);
  const inner = height - PADDING.top - PADDING.bottom;
  const y = PADDING.top + (1 - Math.min(1, last / top)) * inner;
  label.style.top = `${Math.min(y, height - 16)}px`;
  return [label];
}
