/** The tools above the drawing, and what part of the recording is shown. */
import type { SeriesBody } from '../../../../debug-adapter/protocol/panel';
import type { Over } from '../../../../picture/timeline/scale';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { wholeNumber } from '../format';
import { hasSums, hasTimes, type Shown } from './shown';

export interface BarActions {
  over(what: Over): void;
  zoom(factor: number): void;
  all(): void;
  back(): void;
  tables(): void;
}

export class Bar {
  readonly root = el('div', { class: 'bar', role: 'toolbar' });
  readonly #stretch = el('span', { class: 'stretch' });
  #buttons: Partial<Record<'lines' | 'time' | 'all' | 'back' | 'tables', HTMLButtonElement>> = {};

  build(s: ViewStrings, act: BarActions): void {
    const tool = (sign: string, label: string, does: () => void): HTMLButtonElement =>
      button(sign, { class: 'tool', title: label, 'aria-label': label }, does);
    const word = (label: string, does: () => void): HTMLButtonElement =>
      button(label, { class: 'tool word' }, does);
    const lines = word(s.overLines, () => act.over('lines'));
    const time = word(s.overTime, () => act.over('time'));
    const back = tool('↶', s.zoomBack, () => act.back());
    const all = tool('⤢', s.zoomAll, () => act.all());
    const tables = tool('≡', s.asTables, () => act.tables());
    this.#buttons = { lines, time, all, back, tables };
    this.root.setAttribute('aria-label', s.timeline);
    this.root.replaceChildren(
      this.#stretch,
      el('span', { class: 'switch', role: 'group' }, lines, time),
      el(
        'span',
        { class: 'zooms' },
        back,
        tool('−', s.zoomOut, () => act.zoom(2)),
        tool('+', s.zoomIn, () => act.zoom(0.5)),
        all,
        tables,
      ),
    );
  }

  show(shown: Shown, whole: SeriesBody, canGoBack: boolean, areTables: boolean): void {
    const { series, scale, strings: s } = shown;
    const { lines, time, all, back, tables } = this.#buttons;
    const isTimed = hasTimes(series);
    const isOverTime = scale.over === 'time';
    lines?.setAttribute('aria-pressed', String(!isOverTime));
    time?.setAttribute('aria-pressed', String(isOverTime));
    // It can be pointed at and focused, so that it can tell why it does nothing.
    time?.setAttribute('aria-disabled', String(!isTimed));
    if (time !== undefined) time.title = !isTimed ? s.noTimes : hasSums(series) ? s.summedTimes : '';
    const isAll = scale.from <= whole.from && scale.to >= whole.to;
    if (all !== undefined) all.disabled = isAll;
    if (back !== undefined) back.disabled = !canGoBack;
    tables?.setAttribute('aria-pressed', String(areTables));
    this.#stretch.textContent = isAll ? '' : stretchText(shown, whole);
  }
}

function stretchText({ scale, series, strings: s }: Shown, whole: SeriesBody): string {
  const { from, to } = scale;
  const last = whole.instants.lines?.at(-1);
  const isLines = series.instants.lines !== null && last !== undefined;
  const ends = isLines
    ? // Behind the last event there is no line.
      [scale.lineOf(from) ?? 0, scale.lineOf(Math.max(from, to - 1)) ?? 0, last - 1]
    : [from, to, whole.to];
  const words = isLines ? s.shownLines : s.shownEvents;
  return words.replace(/\{(\d)\}/g, (_all, i: string) => wholeNumber(ends[Number(i)] ?? 0, s.language));
}
