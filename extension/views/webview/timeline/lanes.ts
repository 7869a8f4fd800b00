/** The tasks, a lane each: when they lived, and how busy they were. */
import type { SeriesBody, SeriesLane } from '../../../../debug-adapter/panel-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';

/** More lanes than this are folded until somebody asks. */
const SHOWN = 8;

export function laneList(series: SeriesBody, width: number, s: ViewStrings): HTMLElement {
  const list = el('div', { class: 'lanes', role: 'list', 'aria-label': s.tasks });
  list.append(...series.lanes.slice(0, SHOWN).map((lane) => laneOf(lane, series, width, s)));
  const left = series.lanesLeftOut + Math.max(0, series.lanes.length - SHOWN);
  if (left > 0) list.append(el('div', { class: 'note', role: 'listitem' }, `+${left} ${s.tasks}`));
  return list;
}

function laneOf(lane: SeriesLane, series: SeriesBody, width: number, s: ViewStrings): HTMLElement {
  const place = (event: number): number => ((event - series.from) / (series.to - series.from)) * width;
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = 12;
  const paper = canvas.getContext('2d');
  if (paper !== null) {
    const style = getComputedStyle(document.body);
    paper.fillStyle = style.getPropertyValue('--vscode-descriptionForeground') || style.color;
    const from = Math.max(0, place(lane.from));
    paper.fillRect(from, 11, Math.max(1, place(lane.to) - from), 1);
    const step = width / lane.activity.length;
    lane.activity.forEach((share, i) => {
      const height = Math.ceil(share * 10);
      if (height > 0) paper.fillRect(i * step, 11 - height, Math.max(1, step), height);
    });
  }
  const label = `${lane.name}, ${s.line} ${lane.from}–${lane.to}`;
  return el(
    'div',
    { class: 'lane', role: 'listitem', title: label },
    el('bdi', { class: 'who' }, lane.name),
    canvas,
  );
}
