/**
 * Timeline: the whole recording at a glance, from its first event to its last.
 *
 *             ✗     ✗✗    ▸        !     marks: each goes there
 *     mapped  ▁▂▂▃▅▅▅▅▂▂▂▃▃▃▃▃▃▃▃▃▃▃      drag anywhere to travel
 *     locked  ▁▁▁▁▂▂▂▂▁▁- - - - - - -     with its limit
 *     VMAs    ▂▂▃▃▄▄▄▅▅▅▅▄▄▄▄▄▄▄▄▄▄▄
 *     4711    ▃▃ ▂▂▂  ▁▁ ▃▃               a lane a task
 */
import type { SeriesBody } from '../../../../debug-adapter/panel-protocol';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { wholeNumber } from '../format';
import { ask } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { laneList } from './lanes';
import { markStrip } from './marks';
import { AXIS_WIDTH, plotOf, type Curve } from './plot';
import { Travel } from './travel';

/** A drawing narrower than this is of no use; the page scrolls. */
const LEAST_WIDTH = 160;
/** CSS pixels: what a plot is high at least, and at most. */
const PLOT_HEIGHTS = [56, 160] as const;
/** What stands above and below the plots. */
const FRAME_HEIGHT = 120;

export class TimelineView implements PageView<'timeline'> {
  readonly root = el('div', { class: 'timeline' });
  readonly #tools = el('div', { class: 'tools', role: 'toolbar' });
  readonly #drawing = el('div', { class: 'drawing', role: 'group' });
  /** What the keyboard moves: the marks beside it are buttons of their own. */
  readonly #cursor = el('div', { class: 'cursor', role: 'slider', tabindex: '0' });
  readonly #travel = new Travel();
  #strings: ViewStrings | undefined;
  #series: SeriesBody | undefined;
  #position = 0;
  #events = 0;
  #threadId = 0;
  #asked = 0;

  constructor() {
    this.root.append(this.#tools, this.#drawing);
    this.#drawing.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#drawing.addEventListener('pointermove', (event) => this.#drag(event));
    this.#drawing.addEventListener('mousedown', (event) => {
      if (isOnMark(event)) return;
      // The drawing itself takes no focus: the keys are the cursor's.
      event.preventDefault();
      this.#cursor.focus({ preventScroll: true });
    });
    this.#drawing.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#drawing.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(this.#drawing);
    new MutationObserver(() => this.#draw()).observe(document.body, { attributeFilter: ['class'] });
  }

  show({ position, threadId }: ContentOf<'timeline'>, strings: ViewStrings): void {
    if (this.#strings === undefined) this.#build(strings);
    this.#strings = strings;
    this.#travel.arrived();
    const isOther = this.#events !== position.events || this.#threadId !== threadId;
    this.#position = position.event;
    this.#events = position.events;
    this.#threadId = threadId;
    if (isOther || this.#series === undefined) void this.#load();
    else this.#placeCursor();
  }

  select(selection: Selection | null): void {
    if (selection?.kind === 'event') this.#travel.to(selection.event);
  }

  #build(s: ViewStrings): void {
    this.#drawing.setAttribute('aria-label', s.timeline);
    this.#cursor.setAttribute('aria-label', s.timeline);
    this.#tools.append(
      button('−', { class: 'tool', title: s.zoomOut, 'aria-label': s.zoomOut }, () => this.#zoom(2)),
      button('+', { class: 'tool', title: s.zoomIn, 'aria-label': s.zoomIn }, () => this.#zoom(0.5)),
      button('⤢', { class: 'tool', title: s.zoomAll, 'aria-label': s.zoomAll }, () => void this.#load()),
    );
  }

  async #load(from?: number, to?: number): Promise<void> {
    const asked = ++this.#asked;
    const buckets = Math.max(50, Math.round(this.#width()));
    const stretch =
      from === undefined || to === undefined ? {} : { from: Math.floor(from), to: Math.ceil(to) };
    const series = await ask('pagewalk/series', { buckets, ...stretch }).catch(() => undefined);
    if (asked !== this.#asked || series === undefined) return;
    this.#series = series;
    this.#draw();
  }

  #width(): number {
    return Math.max(LEAST_WIDTH, this.#drawing.clientWidth - AXIS_WIDTH);
  }

  #draw(): void {
    const series = this.#series;
    const s = this.#strings;
    if (series === undefined || s === undefined) return;
    const width = this.#width();
    const size = { width: width + AXIS_WIDTH, height: plotHeight() };
    const hadFocus = document.activeElement === this.#cursor;
    this.#drawing.replaceChildren(
      markStrip(series, (event) => this.#placeOf(event), s),
      ...curves(s).map((curve) =>
        el(
          'figure',
          { class: 'plot', 'aria-label': curve.title },
          el('figcaption', {}, curve.title),
          plotOf(curve, series, size, s.language).root,
        ),
      ),
      laneList(series, width, s),
      this.#cursor,
    );
    if (hadFocus) this.#cursor.focus({ preventScroll: true });
    this.#placeCursor();
  }

  #placeOf(event: number): number {
    const { from = 0, to = 1 } = this.#series ?? {};
    return AXIS_WIDTH + ((event - from) / Math.max(1, to - from)) * this.#width();
  }

  #placeCursor(): void {
    const s = this.#strings;
    if (s === undefined) return;
    this.#cursor.style.insetInlineStart = `${this.#placeOf(this.#position)}px`;
    const cursor = this.#cursor;
    cursor.setAttribute('aria-valuemin', '0');
    cursor.setAttribute('aria-valuemax', String(this.#events));
    cursor.setAttribute('aria-valuenow', String(this.#position));
    cursor.setAttribute(
      'aria-valuetext',
      `${wholeNumber(this.#position, s.language)} / ${wholeNumber(this.#events, s.language)}`,
    );
  }

  #drag(event: PointerEvent): void {
    if (event.buttons !== 1 || isOnMark(event)) return;
    this.#travel.to(this.#eventAt(event.clientX));
  }

  #eventAt(x: number): number {
    const { from = 0, to = 1 } = this.#series ?? {};
    const share = (x - this.#drawing.getBoundingClientRect().left - AXIS_WIDTH) / this.#width();
    return Math.round(Math.min(to, Math.max(from, from + share * (to - from))));
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? 0.8 : 1.25, this.#eventAt(event.clientX));
  }

  /** Shows `factor` as much as now, around an event. */
  #zoom(factor: number, around = this.#position): void {
    const { from = 0, to = this.#events } = this.#series ?? {};
    const width = Math.min(this.#events, Math.max(10, (to - from) * factor));
    const share = Math.min(1, Math.max(0, (around - from) / Math.max(1, to - from)));
    const first = Math.min(Math.max(0, around - share * width), this.#events - width);
    void this.#load(first, first + width);
  }

  #key(event: KeyboardEvent): void {
    const { from = 0, to = this.#events } = this.#series ?? {};
    const step = Math.max(1, Math.round((to - from) / 100));
    const goal = {
      ArrowLeft: this.#position - 1,
      ArrowRight: this.#position + 1,
      PageUp: this.#position - step,
      PageDown: this.#position + step,
      Home: 0,
      End: this.#events,
    }[event.key];
    if (goal !== undefined) {
      event.preventDefault();
      this.#travel.to(Math.min(this.#events, Math.max(0, goal)));
    } else if (event.key === '+') this.#zoom(0.5);
    else if (event.key === '-') this.#zoom(2);
  }
}

const isOnMark = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('button') !== null;

function plotHeight(): number {
  const [least, most] = PLOT_HEIGHTS;
  return Math.min(most, Math.max(least, (innerHeight - FRAME_HEIGHT) / 3));
}

const curves = (s: ViewStrings): readonly Curve[] => [
  { title: s.mapped, unit: 'kb', colour: '--vscode-charts-blue', values: ({ mappedKb }) => mappedKb },
  {
    title: s.lockedCurve,
    unit: 'kb',
    colour: '--vscode-charts-purple',
    values: ({ lockedKb }) => lockedKb,
    limit: ({ events, limits }) =>
      events.map((event) => limits.filter((one) => one.event <= event).at(-1)?.kb ?? null),
  },
  { title: s.vmas, unit: 'count', colour: '--vscode-charts-green', values: ({ vmas }) => vmas },
];
