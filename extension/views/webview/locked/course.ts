/**
 * The total over the whole recording: steps, for it holds from one call to the next, with the limit, the calls that failed, and
 * where the session stands. It is a slider: a press travels there, arrow keys go from change to change.
 */
import type { SeriesBody, SeriesMark } from '../../../../debug-adapter/panel-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import { ask, editor, lineLink } from '../host';
import type { ContentOf } from '../page-view';
import { svg } from '../svg';
import { courseRows, courseShape, nextChange, type CourseRow } from './course-shape';

/** Units of the drawing, which is stretched to the width of the page. */
const SIZE = { width: 1000, height: 100 };
const POINTS = 500;
/** Changes listed; the drawing shows them all. */
const LISTED = 200;
const MOST_MARKS = 60;
/** A press so near to a change means the change, in pixels. */
const NEAR = 5;

/** Calls that RLIMIT_MEMLOCK may have refused. */
const LOCKING = /^(?:mlock|mlock2|mlockall|mmap|mmap2|mremap|brk|shmat|shmctl) (?:ENOMEM|EAGAIN|EPERM)$/;

export class Course {
  readonly root = el('section', { class: 'course' });
  readonly #cursor = el('span', { class: 'cursor', 'aria-hidden': 'true' });
  readonly #drawing = el('div', { class: 'drawing', role: 'slider', tabindex: '0' });
  #recording = '';
  #series: SeriesBody | undefined;
  #rows: readonly CourseRow[] = [];
  #strings: ViewStrings | undefined;
  #position = 0;
  #line = 0;
  #asked = 0;

  constructor() {
    this.#drawing.addEventListener('click', (event) => this.#travel(event));
    this.#drawing.addEventListener('keydown', (event) => this.#step(event));
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
    const series = await ask('pagewalk/series', { buckets: POINTS }).catch(() => undefined);
    if (asked !== this.#asked || series === undefined) return;
    this.#recording = recording;
    this.#series = series;
    this.#rows = courseRows(series);
    this.#draw(series, s);
  }

  #draw(series: SeriesBody, s: ViewStrings): void {
    const rows = this.#rows;
    const failed = series.marks.filter(({ kind, label }) => kind === 'failure' && LOCKING.test(label));
    const peak = rows.reduce<CourseRow | undefined>(
      (most, row) => ((row.lockedKb ?? 0) > (most?.lockedKb ?? 0) ? row : most),
      undefined,
    );
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
      ...(peak === undefined || isNear(peak.lockedKb ?? 0, topLimit?.kb, topKb)
        ? []
        : [
            this.#label(
              'peak',
              peak.event,
              (peak.lockedKb ?? 0) / topKb,
              sizeOf(peak.lockedKb ?? 0, s.language),
            ),
          ]),
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
      summary(peak, failed, isTold ? s.neverLocked : s.courseUnknown, s),
      changeList(rows, s),
    );
    this.#placeCursor();
  }

  /** Text at a place of the curve; where there is no room behind it, before it. `height`: 0 to 1. */
  #label(kind: string, event: number, height: number, text: string): HTMLElement {
    const share = this.#share(event);
    const element = el(
      'span',
      { class: `${kind} ${share > 0.7 ? 'late' : ''}`, 'aria-hidden': 'true' },
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
    this.#cursor.classList.toggle('late', share > 0.7);
    this.#cursor.dataset['line'] = `${s.line} ${wholeNumber(this.#line, s.language)}`;
    const kb = heldAt(this.#rows, this.#position);
    const drawing = this.#drawing;
    drawing.setAttribute('aria-valuemin', String(lines[0] ?? 0));
    drawing.setAttribute('aria-valuemax', String(Math.max(this.#line, lines.at(-1) ?? 0)));
    drawing.setAttribute('aria-valuenow', String(this.#line));
    const size = kb === null ? s.cannotTell : sizeOf(kb, s.language);
    drawing.setAttribute('aria-valuetext', `${s.line} ${this.#line}: ${size} ${s.locked}`);
  }

  #travel({ clientX }: MouseEvent): void {
    const { from = 0, to = 0 } = this.#series ?? {};
    const { left, width } = this.#drawing.getBoundingClientRect();
    const pixel = (to - from) / Math.max(1, width);
    const pressed = from + (clientX - left) * pixel;
    const near = this.#rows.find(({ event }) => Math.abs(event - pressed) <= NEAR * pixel);
    this.#go(near?.event ?? Math.round(pressed));
  }

  #step(event: KeyboardEvent): void {
    const { from = 0, to = 0 } = this.#series ?? {};
    const target = nextChange(event.key, this.#rows, this.#position, { from, to });
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

function heldAt(rows: readonly CourseRow[], position: number): number | null {
  let held: number | null = null;
  for (const { event, lockedKb } of rows) {
    if (event > position) break;
    held = lockedKb;
  }
  return held;
}

function summary(
  peak: CourseRow | undefined,
  failed: readonly SeriesMark[],
  none: string,
  s: ViewStrings,
): HTMLElement {
  const count = failed.reduce((sum, mark) => sum + mark.count, 0);
  const [first] = failed;
  return el(
    'p',
    { class: 'note' },
    ...(peak === undefined
      ? [none]
      : [
          `${filled(s.atMost, sizeOf(peak.lockedKb ?? 0, s.language))} · `,
          lineLink(`${s.line} ${peak.line}`, peak),
        ]),
    ...(first === undefined
      ? []
      : [
          ` · ✗ ${filled(s.refusedCalls, wholeNumber(count, s.language))} `,
          lineLink(`${s.line} ${first.line}`, first),
        ]),
  );
}

/** The same as a table: each change with its line. */
function changeList(rows: readonly CourseRow[], s: ViewStrings): HTMLElement {
  const kb = (value: number | null): string =>
    value === null ? s.cannotTell : `${wholeNumber(value, s.language)} KiB`;
  const titles = [s.beforeLine, s.locked, s.limit];
  return el(
    'details',
    {},
    el('summary', {}, filled(s.courseChanges, wholeNumber(rows.length, s.language))),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...titles.map((title) => el('th', { scope: 'col' }, title)))),
      el(
        'tbody',
        {},
        ...rows
          .slice(0, LISTED)
          .map((row) =>
            el(
              'tr',
              {},
              el('td', {}, lineLink(String(row.line), row)),
              el('td', { class: 'size' }, kb(row.lockedKb)),
              el(
                'td',
                { class: 'size' },
                row.limitKb === undefined ? '' : row.limitKb === null ? '–' : kb(row.limitKb),
              ),
            ),
          ),
      ),
    ),
    rows.length > LISTED
      ? el('p', { class: 'note' }, `+${wholeNumber(rows.length - LISTED, s.language)}`)
      : undefined,
  );
}
