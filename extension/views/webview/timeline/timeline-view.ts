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
import type { PositionBody } from '../../../../debug-adapter/protocol';
import { TimelineScale, type Over } from '../../../../picture/timeline/scale';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { ask } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { Bar } from './bar';
import { Drawing } from './drawing';
import { listen } from './gestures';
import { actionOf, markFrom, type Action } from './keys';
import { Overview } from './overview';
import { pictureOf } from './picture';
import { hasTimes, type Shown } from './shown';
import { ShownStretch } from './shown-stretch';
import { panned, zoomed, type Stretch } from './stretch';
import { tablesOf } from './tables';
import { Travel } from './travel';

/** A drawing narrower than this is of no use; the page scrolls. */
const LEAST_WIDTH = 120;
/** Finer curves are asked for when the hand rests. */
const REST_MS = 120;
/** Points of the whole, where only a stretch is drawn: for the small curve above. */
const FEW_POINTS = 300;

export class TimelineView implements PageView<'timeline'> {
  readonly root = el('div', { class: 'timeline' });
  readonly #bar = new Bar();
  readonly #drawing = new Drawing(() => this.#soon());
  readonly #overview = new Overview((share) => this.#moveWindow(share));
  readonly #tables = el('div', { class: 'tables' });
  readonly #note = el('p', { class: 'note reading' });
  readonly #travel = new Travel();
  readonly #stretch = new ShownStretch();
  #content: ContentOf<'timeline'> | undefined;
  #strings: ViewStrings | undefined;
  #series: SeriesBody | undefined;
  #whole: SeriesBody | undefined;
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor() {
    this.#tables.hidden = true;
    const { root, tip } = this.#drawing;
    this.root.append(this.#bar.root, this.#overview.root, this.#note, root, this.#tables, tip.root);
    this.#listen();
    new ResizeObserver(() => this.#soon()).observe(root);
    new MutationObserver(() => this.#soon()).observe(document.body, { attributeFilter: ['class'] });
  }

  show(content: ContentOf<'timeline'>, strings: ViewStrings): void {
    const before = this.#content;
    const wasInSight = this.#stretch.includes(this.#at);
    if (this.#strings?.language !== strings.language) this.#build(strings);
    this.#strings = strings;
    this.#content = content;
    const { position, threadId } = content;
    this.#travel.at(position.event);
    if (before?.position.events !== position.events || before.threadId !== threadId) {
      if (this.#series === undefined || before?.position.events !== position.events) this.#begin(position);
      else if (!this.#isProcessOf(threadId)) this.#finer();
    }
    if (wasInSight) this.#follow();
    this.#place();
  }

  select(selection: Selection | null): void {
    if (selection?.kind === 'event') this.#travel.to(selection.event);
    else void this.#drawing.life.of(selection);
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

  #shown(): Shown | undefined {
    const { from, to } = this.#stretch.now;
    if (this.#series === undefined || this.#strings === undefined) return undefined;
    return {
      series: this.#series,
      scale: new TimelineScale(this.#series.instants, this.#stretch.over, from, to),
      width: Math.max(LEAST_WIDTH, this.#drawing.width),
      strings: this.#strings,
    };
  }

  #build(s: ViewStrings): void {
    this.#drawing.build(s);
    this.#note.textContent = s.readingRecording;
    this.#bar.build(s, {
      over: (what) => this.#turn(what),
      zoom: (factor) => this.#zoom(factor),
      all: () => this.#go({ from: 0, to: this.#stretch.end }),
      back: () => this.#back(),
      tables: () => this.#toggleTables(),
    });
  }

  #begin({ file, events }: PositionBody): void {
    this.#series = undefined;
    this.#whole = undefined;
    this.#stretch.begin(file, events);
    this.root.classList.add('reading');
    this.#finer(0);
  }

  /** Threads of one process have the same curves. */
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
    const { from, to } = this.#stretch.now;
    const buckets = Math.max(50, Math.round(this.#drawing.width || innerWidth));
    const { isWhole } = this.#stretch;
    const part = await ask('pagewalk/series', { buckets, from, to }).catch(() => undefined);
    const whole =
      isWhole || (this.#whole !== undefined && this.#whole.process === part?.process)
        ? undefined
        : await ask('pagewalk/series', { buckets: FEW_POINTS }).catch(() => undefined);
    if (asked !== this.#asked || part === undefined) return;
    this.root.classList.remove('reading');
    this.#series = part;
    this.#whole = isWhole ? part : (whole ?? this.#whole);
    if (!hasTimes(part)) this.#stretch.turn('lines');
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
    const areTables = !this.#tables.hidden;
    if (this.#whole !== undefined) {
      this.#bar.show(shown, this.#whole, this.#stretch.canGoBack, areTables);
      this.#overview.show(this.#whole, this.#stretch.over);
      this.#overview.place(this.#stretch.now);
    }
    if (areTables) this.#tables.replaceChildren(...tablesOf(shown, this.#drawing.life.table(shown)));
    else this.#drawing.draw(shown);
    this.#place();
  }

  #place(): void {
    const shown = this.#shown();
    if (shown !== undefined && this.#content !== undefined)
      this.#drawing.place(shown, { ...this.#content, at: this.#at });
  }

  #travelTo(position: number): void {
    this.#travel.to(this.#within(position));
    this.#moved();
  }

  #within(position: number): number {
    return Math.min(this.#stretch.end, Math.max(0, position));
  }

  #moved(): void {
    this.#follow();
    this.#place();
  }

  /** A cursor that walks out of the stretch takes the stretch along. */
  #follow(): void {
    const at = this.#at;
    if (this.#stretch.includes(at)) return;
    const { from, to } = this.#stretch.now;
    const width = to - from;
    this.#go({ from: at - width / 2, to: at + width / 2 }, false);
  }

  /** Shows a stretch; with `isStep`, what was shown can be come back to. */
  #go(stretch: Stretch, isStep = true): void {
    if (!this.#stretch.go(stretch, isStep)) return;
    this.#soon();
    this.#finer();
  }

  #back(): void {
    const before = this.#stretch.back();
    if (before !== undefined) this.#go(before, false);
  }

  /** `share`: what stays where it is; else the cursor where it is in sight, else the middle. */
  #zoom(factor: number, share?: number): void {
    const shown = this.#shown();
    if (shown === undefined) return;
    const cursor = shown.scale.share(this.#at);
    const still = share ?? (cursor >= 0 && cursor <= 1 ? cursor : 0.5);
    this.#go(zoomed(shown.scale, factor, still, this.#stretch.end), share === undefined);
  }

  #moveWindow(share: number): void {
    const first = this.#overview.positionAt(Math.max(0, share));
    const { from, to } = this.#stretch.now;
    this.#go({ from: first, to: first + to - from }, false);
  }

  #turn(over: Over): void {
    if (over === 'time' && (this.#series === undefined || !hasTimes(this.#series))) return;
    this.#stretch.turn(over);
    this.#soon();
  }

  #toggleTables(): void {
    this.#tables.hidden = !this.#tables.hidden;
    this.#drawing.root.hidden = !this.#tables.hidden;
    this.#draw();
  }

  #listen(): void {
    const { root, ruler } = this.#drawing;
    const withShown = (act: (shown: Shown) => void): void => {
      const shown = this.#shown();
      if (shown !== undefined) act(shown);
    };
    listen(root, {
      box: () => ruler.cell.getBoundingClientRect(),
      travel: (share) =>
        withShown((shown) => {
          this.#drawing.point(shown, undefined);
          ruler.cursor.focus({ preventScroll: true });
          this.#travel.pass(this.#within(shown.scale.positionAt(share)));
          this.#moved();
        }),
      hover: (pointed) => withShown((shown) => this.#drawing.point(shown, pointed)),
      choosing: (stretch) => this.#drawing.choose(stretch),
      zoomTo: (from, to) =>
        withShown(({ scale }) => this.#go({ from: scale.positionAt(from), to: scale.positionAt(to) })),
      zoomBy: (factor, share) => this.#zoom(factor, share),
      panBy: (share) => withShown(({ scale }) => this.#go(panned(scale, share, this.#stretch.end), false)),
      ended: () => {
        this.#travel.rest();
        this.#place();
      },
    });
    root.addEventListener('keydown', (event) => {
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      withShown((shown) => this.#do(action, shown));
    });
  }

  #do(action: Action, { scale, series }: Shown): void {
    const at = this.#at;
    switch (action.do) {
      case 'mark':
        this.#travelTo(markFrom(series.marks, at, action.by) ?? at + action.by);
        break;
      case 'event':
        this.#travelTo(at + action.by);
        break;
      case 'page':
        this.#travelTo(scale.reach(scale.share(at) + action.by / 10));
        break;
      case 'end':
        this.#travelTo(action.by < 0 ? 0 : this.#stretch.end);
        break;
      case 'zoom':
        this.#zoom(action.factor);
        break;
      case 'all':
        this.#go({ from: 0, to: this.#stretch.end });
        break;
      case 'back':
        this.#back();
        break;
      case 'pan':
        this.#go(panned(scale, action.by / 5, this.#stretch.end), false);
        break;
    }
  }
}
