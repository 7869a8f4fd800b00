/**
 * Timeline: the whole recording at a glance, or a stretch of it.
 *
 *     line 25: mremap(...)             over lines | over time  ↶ − + ⤢ ≡
 *     ░░░▓▓▓▓░░░░░░░░░░░░░░░░░░░░░░    where the stretch lies, while it is not all
 *     4711 app │ 0    10 [25 mremap]  30     the axis, with the cursor's label
 *     ✗2 ▸1    │    ▸     ✗✗      ■          marks: each goes there
 *     mapped   │ ▁▂▂▃▅▅▅▅▂▂▂▃▃▃▃▃▃▃▃▃        drag anywhere to travel
 *     locked   │ ──────────────────────      never changes: one slim row
 *     0x7f..   │   ████▒▒▒▒████              the chosen memory's life
 *     4711 app │ ▃▃ ▂▂▂  ▁▁ ▃▃               a lane a task
 */
import type { SeriesBody } from '../../../../debug-adapter/panel-protocol';
import { TimelineScale, type Over } from '../../../../picture/timeline/scale';
import { SLIM } from '../../../../picture/timeline/tracks';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { ask } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { Bar } from './bar';
import { CurveRows } from './curve-rows';
import { listen } from './gestures';
import { actionOf, markFrom } from './keys';
import { Lanes } from './lanes';
import { LifeRow } from './life-row';
import { MarkStrip } from './marks';
import { Overview } from './overview';
import { pictureOf } from './picture';
import { callName, Ruler } from './ruler';
import { placeText, timeText, type Shown } from './shown';
import { panned, Ways, within, zoomed, type Stretch } from './stretch';
import { tablesOf } from './tables';
import { Tip } from './tip';
import { Travel } from './travel';

/** A drawing narrower than this is of no use; the page scrolls. */
const LEAST_WIDTH = 120;
/** Finer curves are asked for when the hand rests. */
const REST_MS = 120;

export class TimelineView implements PageView<'timeline'> {
  readonly root = el('div', { class: 'timeline' });
  readonly #bar = new Bar();
  readonly #tip = new Tip();
  readonly #ruler = new Ruler();
  readonly #marks = new MarkStrip(this.#tip);
  readonly #curves = new CurveRows();
  readonly #life = new LifeRow(this.#tip, () => this.#draw());
  readonly #lanes = new Lanes(this.#tip, () => this.#draw());
  readonly #overview = new Overview((share) => this.#moveWindow(share));
  readonly #line = el('span', { class: 'line' });
  readonly #hover = el('span', { class: 'hover' });
  readonly #choice = el('span', { class: 'choice' });
  readonly #drawing = el('div', { class: 'drawing', role: 'group' });
  readonly #tables = el('div', { class: 'tables' });
  readonly #note = el('p', { class: 'note reading' });
  readonly #travel = new Travel();
  readonly #ways = new Ways();
  #content: ContentOf<'timeline'> | undefined;
  #strings: ViewStrings | undefined;
  #series: SeriesBody | undefined;
  #whole: SeriesBody | undefined;
  #stretch: Stretch = { from: 0, to: 1 };
  #over: Over = 'lines';
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor() {
    const head = el(
      'div',
      { class: 'head' },
      el('div', { class: 'track ruler' }, this.#ruler.name, this.#ruler.cell),
      el('div', { class: 'track marks' }, this.#marks.name, this.#marks.cell),
    );
    const plane = el('div', { class: 'plane', 'aria-hidden': 'true' }, this.#choice, this.#hover, this.#line);
    const stack = el(
      'div',
      { class: 'stack' },
      head,
      this.#curves.root,
      this.#life.root,
      this.#lanes.root,
      plane,
    );
    this.#drawing.append(stack);
    this.#tables.hidden = true;
    this.root.append(
      this.#bar.root,
      this.#overview.root,
      this.#note,
      this.#drawing,
      this.#tables,
      this.#tip.root,
    );
    this.#listen();
    new ResizeObserver(() => this.#soon()).observe(this.#drawing);
    new MutationObserver(() => this.#soon()).observe(document.body, { attributeFilter: ['class'] });
  }

  show(content: ContentOf<'timeline'>, strings: ViewStrings): void {
    const before = this.#content;
    if (this.#strings?.language !== strings.language) this.#build(strings);
    this.#strings = strings;
    this.#content = content;
    this.#travel.arrived();
    const { position, threadId } = content;
    const isOtherLog = before?.position.events !== position.events || before.position.file !== position.file;
    if (isOtherLog || this.#series === undefined) this.#begin(position.events);
    else if (!this.#isProcessOf(threadId)) this.#finer(REST_MS);
    this.#place();
  }

  select(selection: Selection | null): void {
    if (selection?.kind === 'event') this.#travel.to(selection.event);
    else void this.#life.of(selection);
  }

  picture(): string | undefined {
    const shown = this.#shown();
    if (shown === undefined || this.#content === undefined) return undefined;
    return pictureOf(this.root, shown, this.#content.position, this.#at);
  }

  /** Where the cursor stands: where the hand has put it, until the session is there. */
  get #at(): number {
    return this.#travel.goal ?? this.#content?.position.event ?? 0;
  }

  get #end(): number {
    return this.#content?.position.events ?? 1;
  }

  #shown(): Shown | undefined {
    const { from, to } = this.#stretch;
    if (this.#series === undefined || this.#strings === undefined) return undefined;
    return {
      series: this.#series,
      scale: new TimelineScale(this.#series.instants, this.#over, from, to),
      width: Math.max(LEAST_WIDTH, this.#ruler.cell.clientWidth),
      strings: this.#strings,
    };
  }

  #build(s: ViewStrings): void {
    this.#drawing.setAttribute('aria-label', s.timeline);
    this.#ruler.cursor.setAttribute('aria-label', s.timeline);
    this.#ruler.cursor.setAttribute('aria-description', s.timelineKeys);
    this.#ruler.name.dataset['hint'] = s.timelineDrag;
    this.#note.textContent = s.readingRecording;
    this.#bar.build(s, {
      over: (what) => this.#turn(what),
      zoom: (factor) => this.#zoom(factor),
      all: () => this.#go({ from: 0, to: this.#end }),
      back: () => this.#back(),
      tables: () => this.#toggleTables(),
    });
  }

  #begin(end: number): void {
    this.#ways.forget();
    this.#series = undefined;
    this.#whole = undefined;
    this.#stretch = { from: 0, to: Math.max(1, end) };
    this.root.classList.add('reading');
    this.#finer(0);
  }

  #isProcessOf(threadId: number): boolean {
    const lane = this.#series?.lanes.find((one) => one.threadId === threadId);
    return lane !== undefined && lane.process === this.#series?.process;
  }

  /** Asks for the curves of what is shown, once the hand has rested for so long. */
  #finer(rest = REST_MS): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#load(), rest);
  }

  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const { from, to } = this.#stretch;
    const buckets = Math.max(50, Math.round(this.#ruler.cell.clientWidth || innerWidth));
    const series = await ask('pagewalk/series', { buckets, from, to }).catch(() => undefined);
    if (asked !== this.#asked || series === undefined) return;
    this.root.classList.remove('reading');
    this.#series = series;
    if (series.from === 0 && series.to >= this.#end) this.#whole = series;
    if (series.clock === null) this.#over = 'lines';
    this.#draw();
  }

  /** In the next frame: many causes, one drawing. */
  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const shown = this.#shown();
    if (shown === undefined) return;
    if (this.#whole !== undefined) {
      this.#bar.show(shown, this.#whole, this.#ways.areAny, !this.#tables.hidden);
      this.#overview.show(this.#whole, this.#over);
      this.#overview.place(this.#stretch);
    }
    if (!this.#tables.hidden) this.#tables.replaceChildren(...tablesOf(shown));
    const lanes = this.#lanes.rows(shown.series);
    const head = this.#drawing.querySelector('.head')?.clientHeight ?? 0;
    const room = this.#drawing.clientHeight - head - (this.#life.isShown ? SLIM : 0);
    this.#ruler.show(shown);
    this.#marks.show(shown);
    this.#curves.show(shown, room, lanes, this.#ruler.name.clientWidth);
    this.#life.show(shown);
    this.#lanes.show(shown);
    this.#place();
  }

  /** All that follows the cursor, and nothing else: what a drag does in each frame. */
  #place(): void {
    const shown = this.#shown();
    if (shown === undefined || this.#content === undefined) return;
    const { position, threadId } = this.#content;
    const at = this.#at;
    const isThere = at === position.event;
    const share = shown.scale.share(at);
    this.#line.style.left = `${share * 100}%`;
    // The event that is about to happen, where it is wide enough to be seen: what it does shows at its end.
    this.#line.style.width = `${(shown.scale.share(at + 1) - share) * 100}%`;
    this.#line.classList.toggle('outside', share < 0 || share > 1);
    this.#marks.place(shown, at);
    this.#ruler.place(shown, at, isThere ? callName(position.text) : '');
    this.#curves.place(shown, at);
    this.#life.place(at, shown.strings);
    this.#lanes.place(shown, at, threadId);
    const cursor = this.#ruler.cursor;
    cursor.setAttribute('aria-valuemin', '0');
    cursor.setAttribute('aria-valuemax', String(this.#end));
    cursor.setAttribute('aria-valuenow', String(at));
    cursor.setAttribute('aria-valuetext', this.#spoken(shown, at, isThere ? position.text : ''));
  }

  #spoken(shown: Shown, at: number, text: string): string {
    const { strings } = shown;
    const place = at >= this.#end ? strings.end : placeText(shown, at);
    return [place, timeText(shown, at), text, ...this.#curves.readings(at, strings)]
      .filter((part) => part !== '')
      .join('. ');
  }

  #travelTo(position: number): void {
    this.#travel.to(Math.min(this.#end, Math.max(0, position)));
    this.#place();
  }

  /** Shows a stretch; what was shown can be come back to. */
  #go(stretch: Stretch, isStep = true): void {
    const next = within(stretch, this.#end);
    if (next.from === this.#stretch.from && next.to === this.#stretch.to) return;
    if (isStep) this.#ways.leave(this.#stretch);
    this.#stretch = next;
    this.#soon();
    this.#finer();
  }

  #back(): void {
    const before = this.#ways.back();
    if (before !== undefined) this.#go(before, false);
  }

  /** `share`: what stays where it is; the cursor where it is in sight, else the middle. */
  #zoom(factor: number, share?: number): void {
    const shown = this.#shown();
    if (shown === undefined) return;
    const cursor = shown.scale.share(this.#at);
    const still = share ?? (cursor >= 0 && cursor <= 1 ? cursor : 0.5);
    this.#go(zoomed(shown.scale, factor, still, this.#end), share === undefined);
  }

  #moveWindow(share: number): void {
    const first = this.#overview.positionAt(Math.max(0, share));
    this.#go({ from: first, to: first + this.#stretch.to - this.#stretch.from }, false);
  }

  #turn(over: Over): void {
    if (over === 'time' && (this.#series?.clock ?? null) === null) return;
    this.#over = over;
    this.#soon();
  }

  #toggleTables(): void {
    this.#tables.hidden = !this.#tables.hidden;
    this.#drawing.hidden = !this.#tables.hidden;
    this.#draw();
  }

  #listen(): void {
    const shown = (): Shown | undefined => this.#shown();
    listen(this.#drawing, {
      box: () => this.#ruler.cell.getBoundingClientRect(),
      travel: (share) => {
        this.#hovered(undefined);
        this.#ruler.cursor.focus({ preventScroll: true });
        const position = shown()?.scale.positionAt(share);
        if (position !== undefined) this.#travelTo(position);
      },
      hover: (place) => this.#hovered(place),
      choosing: (stretch) => {
        this.#choice.classList.toggle('shown', stretch !== undefined);
        if (stretch === undefined) return;
        const [from, to] = stretch;
        this.#choice.style.left = `${Math.min(from, to) * 100}%`;
        this.#choice.style.width = `${Math.abs(to - from) * 100}%`;
      },
      zoomTo: (from, to) => {
        const scale = shown()?.scale;
        if (scale !== undefined) this.#go({ from: scale.positionAt(from), to: scale.positionAt(to) });
      },
      zoomBy: (factor, share) => this.#zoom(factor, share),
      panBy: (share) => {
        const scale = shown()?.scale;
        if (scale !== undefined) this.#go(panned(scale, share, this.#end), false);
      },
      ended: () => this.#place(),
    });
    this.#drawing.addEventListener('keydown', (event) => this.#key(event));
  }

  #hovered(place: { readonly share: number; readonly x: number; readonly y: number } | undefined): void {
    const shown = place === undefined ? undefined : this.#shown();
    this.#hover.classList.toggle('shown', shown !== undefined);
    if (place === undefined || shown === undefined) {
      this.#tip.hide();
      return;
    }
    const position = shown.scale.positionAt(place.share);
    this.#hover.style.left = `${shown.scale.share(position) * 100}%`;
    const where = [placeText(shown, position), timeText(shown, position)].filter((part) => part !== '');
    this.#tip.show([where.join(' · '), ...this.#curves.readings(position, shown.strings)], place.x, place.y);
  }

  #key(event: KeyboardEvent): void {
    const action = actionOf(event);
    const shown = this.#shown();
    if (action === undefined || shown === undefined || this.#series === undefined) return;
    event.preventDefault();
    switch (action.do) {
      case 'mark':
        this.#travelTo(markFrom(this.#series.marks, this.#at, action.by) ?? this.#at + action.by);
        break;
      case 'event':
        this.#travelTo(this.#at + action.by);
        break;
      case 'page':
        this.#travelTo(shown.scale.reach(shown.scale.share(this.#at) + action.by / 10));
        break;
      case 'end':
        this.#travelTo(action.by < 0 ? 0 : this.#end);
        break;
      case 'zoom':
        this.#zoom(action.factor);
        break;
      case 'all':
        this.#go({ from: 0, to: this.#end });
        break;
      case 'back':
        this.#back();
        break;
      case 'pan':
        this.#go(panned(shown.scale, action.by / 5, this.#end), false);
        break;
    }
  }
}
