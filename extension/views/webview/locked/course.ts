/**
 * The total over the whole recording: steps, for it holds from one call to the next, with the limit, the calls that failed, and
 * where the session stands. It is a slider: a press travels there, arrow keys go from change to change.
 */
import type {
  LockChange,
  LockChangesBody,
  SeriesBody,
  SeriesMark,
} from '../../../../debug-adapter/protocol/panel';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { sizeOf, wholeNumber } from '../format';
import { ask, editor } from '../host';
import type { ContentOf } from '../page-view';
import { svg } from '../svg';
import { courseShape, nextStop, stepAt, stepFrom, stopOf, stopsOf } from './course-shape';
import { peakOf, summary } from './course-summary';
import { changeTable, stepLine } from './course-table';
import { stepWords } from './step-words';

/** Units of the drawing, which is stretched to the width of the page. */
const SIZE = { width: 1000, height: 100 };
const POINTS = 500;
const MOST_MARKS = 60;
/** A press so near to a change means the change, in pixels. */
const NEAR = 5;

/** Calls that RLIMIT_MEMLOCK may have refused. */
const LOCKING = /^(?:mlock|mlock2|mlockall|mmap|mmap2|mremap|brk|shmat|shmctl) (?:ENOMEM|EAGAIN|EPERM)$/;

export class Course {
  readonly root = el('section', { class: 'course' });
  readonly #cursor = el('span', { class: 'cursor', 'aria-hidden': 'true' });
  readonly #drawing = el('div', { class: 'drawing', role: 'slider', tabindex: '0' });
  /** The step under the pointer. */
  readonly #pointed = el('span', { class: 'pointed', 'aria-hidden': 'true' });
  /** The change at the pointer, else at the cursor, in words. */
  readonly #reading = el('p', { class: 'reading' });
  #recording = '';
  #series: SeriesBody | undefined;
  #changes: LockChangesBody = { changes: [], leftOut: 0 };
  #strings: ViewStrings | undefined;
  #position = 0;
  #line = 0;
  #asked = 0;

  constructor() {
    this.#drawing.addEventListener('click', (event) => this.#travel(event));
    this.#drawing.addEventListener('keydown', (event) => this.#step(event));
    this.#drawing.addEventListener('pointermove', (event) => this.#point(event));
    this.#drawing.addEventListener('pointerleave', () => this.#read(undefined));
  }

  show({ position, threadId }: ContentOf<'locked'>, s: ViewStrings): void {
    this.#position = position.event;
    this.#line = position.line;
    this.#strings = s;
    const recording = `${position.file} ${position.events} ${threadId} ${s.language}`;
    if (recording === this.#recording) this.#placeCursor();
    else void this.#load(recording, s);
  }

  async #load(recording: string, s: ViewStrings): Promise<void> {
    const asked = ++this.#asked;
    const found = await Promise.all([
      ask('pagewalk/series', { buckets: POINTS }),
      ask('pagewalk/lockChanges', {}),
    ]).catch(() => undefined);
    if (asked !== this.#asked || found === undefined) return;
    const [series, changes] = found;
    this.#recording = recording;
    this.#series = series;
    this.#changes = changes;
    this.#draw(series, s);
  }

  #draw(series: SeriesBody, s: ViewStrings): void {
    const failed = series.marks.filter(({ kind, label }) => kind === 'failure' && LOCKING.test(label));
    const peak = peakOf(series);
    const isTold = series.lockedKb.some((kb) => kb !== null);
    if (peak === undefined && failed.length === 0) {
      this.root.replaceChildren(
        el('h3', {}, s.course),
        el('p', { class: 'note' }, isTold ? s.neverLocked : s.courseUnknown),
      );
      return;
    }
    const { total, area, limit, topLimit, topKb } = courseShape(series, SIZE);
    const picture = svg('svg', {
      viewBox: `0 -2 ${SIZE.width} ${SIZE.height + 4}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    });
    picture.append(
      svg('path', { class: 'area', d: area }),
      svg('path', { class: 'total', d: total }),
      svg('path', { class: 'limit', d: limit }),
    );
    this.#drawing.setAttribute('aria-label', `${s.course}. ${s.courseKeys}`);
    this.#drawing.title = s.courseKeys;
    this.#drawing.replaceChildren(
      picture,
      // At the limit itself the limit's name says it.
      ...(peak === undefined || isNear(peak.kb, topLimit?.kb, topKb)
        ? []
        : [this.#label('peak', peak.event, peak.kb / topKb, sizeOf(peak.kb, s.language))]),
      ...(topLimit === null
        ? []
        : [
            this.#label(
              'limit-label',
              topLimit.event,
              topLimit.kb / topKb,
              `${s.limitWord} ${sizeOf(topLimit.kb, s.language)}`,
            ),
          ]),
      ...failed.slice(0, MOST_MARKS).map((mark) => this.#mark(mark)),
      this.#pointed,
      this.#cursor,
    );
    const firstLine = series.lines[0] ?? 0;
    this.root.replaceChildren(
      el('h3', {}, s.course),
      this.#drawing,
      el(
        'div',
        { class: 'ends', 'aria-hidden': 'true', dir: 'ltr' },
        el('span', {}, `${s.line} ${wholeNumber(firstLine, s.language)}`),
        el('span', {}, `${s.line} ${wholeNumber(series.lines.at(-1) ?? firstLine, s.language)}`),
      ),
      this.#reading,
      summary(peak, this.#changes.changes, failed, isTold ? s.neverLocked : s.courseUnknown, s),
      changeTable(this.#changes, s),
    );
    this.#placeCursor();
  }

  /** Text at a place of the curve, on the side where there is more room. `height`: 0 to 1. */
  #label(kind: string, event: number, height: number, text: string): HTMLElement {
    const share = this.#share(event);
    const element = el(
      'span',
      { class: `${kind} ${share > 0.5 ? 'late' : ''}`, 'aria-hidden': 'true' },
      text,
    );
    element.style.insetBlockEnd = `${height * 100}%`;
    element.style.insetInlineStart = `${share * 100}%`;
    return element;
  }

  #mark({ event, line, label: text, count }: SeriesMark): HTMLElement {
    const title = `${this.#strings?.line ?? ''} ${line}: ${text}${count > 1 ? ` (+${count - 1})` : ''}`;
    const mark = el('span', { class: 'failed', title, 'aria-hidden': 'true' }, '✗');
    mark.style.insetInlineStart = `${this.#share(event) * 100}%`;
    mark.addEventListener('click', (press) => {
      press.stopPropagation();
      editor.postMessage({ type: 'go', link: { event } });
    });
    return mark;
  }

  #share(event: number): number {
    const { from = 0, to = 1 } = this.#series ?? {};
    return Math.min(1, Math.max(0, (event - from) / Math.max(1, to - from)));
  }

  #placeCursor(): void {
    const { lines } = this.#series ?? {};
    const s = this.#strings;
    if (lines === undefined || s === undefined) return;
    const share = this.#share(this.#position);
    this.#cursor.style.insetInlineStart = `${share * 100}%`;
    this.#cursor.classList.toggle('late', share > 0.5);
    this.#cursor.dataset['line'] = `${s.line} ${wholeNumber(this.#line, s.language)}`;
    const drawing = this.#drawing;
    drawing.setAttribute('aria-valuemin', String(lines[0] ?? 0));
    drawing.setAttribute('aria-valuemax', String(Math.max(this.#line, lines.at(-1) ?? 0)));
    drawing.setAttribute('aria-valuenow', String(this.#line));
    drawing.setAttribute('aria-valuetext', this.#said(s));
    this.#read(undefined);
  }

  /** 'line 31: 0 KiB locked. mlock: 0 KiB → 32 KiB'; of a change further up, with its line. */
  #said(s: ViewStrings): string {
    const { changes } = this.#changes;
    const held = stepAt(changes, this.#position)?.change.lockedKb ?? null;
    const size = held === null ? s.cannotTell : sizeOf(held, s.language);
    const step = stepFrom(changes, this.#position);
    const place = `${s.line} ${this.#line}: ${size} ${s.locked}`;
    if (step === undefined) return place;
    const { by } = step.change;
    const isHere = by === null || by.event === this.#position;
    return `${place}. ${isHere ? '' : `${s.line} ${by.line}, `}${stepWords(step, s)}`;
  }

  /** Says which line made what holds at the position; undefined: at the cursor. */
  #read(position: number | undefined): void {
    const s = this.#strings;
    if (s === undefined) return;
    const { changes } = this.#changes;
    const step = position === undefined ? stepFrom(changes, this.#position) : stepAt(changes, position);
    this.#pointed.hidden = position === undefined || step === undefined;
    if (step !== undefined) this.#pointed.style.insetInlineStart = `${this.#share(step.change.event) * 100}%`;
    const parts: readonly Child[] =
      step === undefined
        ? []
        : [
            ...stepLine(step.change, s),
            step.change.by === null ? '' : ' · ',
            el('bdi', {}, stepWords(step, s)),
          ];
    this.#reading.replaceChildren(...parts.filter((part) => part !== undefined));
  }

  /** A place so near before a change means the change. */
  #point({ clientX }: MouseEvent): void {
    this.#read(this.#changeNear(clientX)?.event ?? this.#eventAt(clientX));
  }

  #eventAt(clientX: number): number {
    const { from = 0 } = this.#series ?? {};
    const { left } = this.#drawing.getBoundingClientRect();
    return from + (clientX - left) * this.#pixel();
  }

  /** Events in a pixel. */
  #pixel(): number {
    const { from = 0, to = 0 } = this.#series ?? {};
    return (to - from) / Math.max(1, this.#drawing.getBoundingClientRect().width);
  }

  #changeNear(clientX: number): LockChange | undefined {
    const pressed = this.#eventAt(clientX);
    const far = (change: LockChange): number => Math.abs(change.event - pressed) / this.#pixel();
    const [nearest] = [...this.#changes.changes].sort((a, b) => far(a) - far(b));
    return nearest !== undefined && far(nearest) <= NEAR ? nearest : undefined;
  }

  #travel({ clientX }: MouseEvent): void {
    const near = this.#changeNear(clientX);
    this.#go(near === undefined ? Math.round(this.#eventAt(clientX)) : stopOf(near));
  }

  #step(event: KeyboardEvent): void {
    const series = this.#series;
    if (series === undefined) return;
    const target = nextStop(event.key, stopsOf(this.#changes, series), this.#position, series);
    if (target === undefined) return;
    event.preventDefault();
    this.#go(target);
  }

  #go(event: number): void {
    const { from = 0, to = 0 } = this.#series ?? {};
    editor.postMessage({ type: 'go', link: { event: Math.min(to, Math.max(from, event)) } });
  }
}

/** Two names so near would lie on each other. */
const isNear = (kb: number, limitKb: number | undefined, topKb: number): boolean =>
  limitKb !== undefined && Math.abs(kb - limitKb) < topKb * 0.15;
