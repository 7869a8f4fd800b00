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
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { TimelineScale, type Over } from '../../../../picture/timeline/scale';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import type { ContentOf, PageView } from '../page-view';
import { AskedSeries } from './asked-series';
import { Bar } from './bar';
import { Drawing } from './drawing';
import { listen } from './gestures';
import { actionOf } from './keys';
import { Overview } from './overview';
import { pictureOf } from './picture';
import { renew } from './renewed';
import { hasTimes, type Shown } from './shown';
import { ShownStretch } from './shown-stretch';
import { Steering } from './steering';
import { tablesOf } from './tables';
import { Travel } from './travel';

/** A drawing narrower than this shows nothing: the page is not laid out yet, or hardly in sight. */
const LEAST_WIDTH = 20;

export class TimelineView implements PageView<'timeline'> {
  readonly root = el('div', { class: 'timeline' });
  readonly #bar = new Bar();
  readonly #drawing = new Drawing(() => this.#soon());
  readonly #overview = new Overview((share) => this.#moveWindow(share));
  readonly #tables = el('div', { class: 'tables' });
  readonly #note = el('p', { class: 'note reading' });
  readonly #travel = new Travel();
  readonly #stretch = new ShownStretch();
  readonly #steering = new Steering(this.#travel, this.#stretch, {
    at: () => this.#at,
    shown: () => this.#shown(),
    moved: () => this.#place(),
    turned: () => {
      this.#soon();
      this.#series.finer();
    },
  });
  readonly #series = new AskedSeries(
    () => ({
      stretch: this.#stretch.now,
      isWhole: this.#stretch.isWhole,
      width: this.#drawing.width || innerWidth,
    }),
    (part) => {
      this.root.classList.remove('reading');
      if (!hasTimes(part)) this.#stretch.turn('lines');
      this.#draw();
    },
  );
  #content: ContentOf<'timeline'> | undefined;
  #strings: ViewStrings | undefined;
  #frame = 0;

  constructor() {
    this.#tables.hidden = true;
    const { root, tip } = this.#drawing;
    this.root.append(this.#bar.root, this.#overview.root, this.#note, root, this.#tables, tip.root);
    this.#listen();
    new ResizeObserver(() => this.#soon()).observe(root);
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
      if (this.#series.part === undefined || before?.position.events !== position.events)
        this.#begin(position);
      else if (!this.#series.isProcessOf(threadId)) this.#series.finer();
    }
    if (wasInSight) this.#steering.follow();
    this.#place();
  }

  restyle(): void {
    this.#soon();
  }

  select(selection: Selection | null): void {
    if (selection?.kind === 'event') this.#travel.to(selection.event);
    else void this.#drawing.life.of(selection);
  }

  picture(): string | undefined {
    const shown = this.#shown();
    if (shown === undefined || this.#content === undefined) return undefined;
    return pictureOf(this.root, shown, this.#content, this.#at);
  }

  /** Where the cursor stands: where the hand has put it, until the session is there. */
  get #at(): number {
    return this.#travel.goal ?? this.#content?.position.event ?? 0;
  }

  #shown(): Shown | undefined {
    const { from, to } = this.#stretch.now;
    const series = this.#series.part;
    if (series === undefined || this.#strings === undefined) return undefined;
    return {
      series,
      scale: new TimelineScale(series.instants, this.#stretch.over, from, to),
      width: Math.max(LEAST_WIDTH, this.#drawing.width),
      strings: this.#strings,
    };
  }

  #build(s: ViewStrings): void {
    this.#drawing.build(s);
    this.#note.textContent = s.readingRecording;
    this.#bar.build(s, {
      over: (what) => this.#turn(what),
      zoom: (factor) => this.#steering.zoom(factor),
      all: () => this.#steering.all(),
      back: () => this.#steering.back(),
      tables: () => this.#toggleTables(),
    });
  }

  #begin({ file, events }: PositionBody): void {
    this.#stretch.begin(file, events);
    this.root.classList.add('reading');
    this.#series.begin();
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
    const { whole } = this.#series;
    if (whole !== undefined) {
      this.#bar.show(shown, whole, this.#stretch.canGoBack, areTables);
      this.#overview.show(whole, this.#stretch.over);
      this.#overview.place(this.#stretch.now);
    }
    if (areTables) renew(this.#tables, el('div', {}, ...tablesOf(shown, this.#drawing.life.table(shown))));
    else this.#drawing.draw(shown);
    this.#place();
  }

  #place(): void {
    const shown = this.#shown();
    if (shown !== undefined && this.#content !== undefined)
      this.#drawing.place(shown, { ...this.#content, at: this.#at });
  }

  #moveWindow(share: number): void {
    this.#steering.beginAt(this.#overview.positionAt(Math.max(0, share)));
  }

  #turn(over: Over): void {
    const { part } = this.#series;
    if (over === 'time' && (part === undefined || !hasTimes(part))) return;
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
          this.#steering.pass(shown.scale.positionAt(share));
        }),
      hover: (pointed) => withShown((shown) => this.#drawing.point(shown, pointed)),
      choosing: (stretch) => this.#drawing.choose(stretch),
      zoomTo: (from, to) =>
        withShown(({ scale }) =>
          this.#steering.go({ from: scale.positionAt(from), to: scale.positionAt(to) }),
        ),
      zoomBy: (factor, share) => this.#steering.zoom(factor, share),
      panBy: (share) => withShown((shown) => this.#steering.pan(shown, share)),
      ended: () => {
        this.#travel.rest();
        this.#place();
      },
    });
    root.addEventListener('keydown', (event) => {
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      withShown((shown) => this.#steering.do(action, shown));
    });
  }
}
