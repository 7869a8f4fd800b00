/** The total over the whole recording, with its limit and with where the session stands. */
import type { SeriesBody } from '../../../../debug-adapter/panel-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, sizeOf, wholeKb, wholeNumber } from '../format';
import { ask, editor, lineLink } from '../host';
import type { ContentOf } from '../page-view';
import { courseRows, courseShape } from './course-shape';

const SVG = 'http://www.w3.org/2000/svg';
/** Units of the drawing, which is stretched to the width of the page. */
const SIZE = { width: 1000, height: 60 };
const POINTS = 500;
/** Changes listed; the drawing shows them all. */
const LISTED = 200;

export class Course {
  readonly root = el('section', { class: 'course' });
  readonly #cursor = el('span', { class: 'cursor', 'aria-hidden': 'true' });
  #recording = '';
  #series: SeriesBody | undefined;
  #position = 0;
  #asked = 0;

  show({ position, threadId }: ContentOf<'locked'>, s: ViewStrings): void {
    this.#position = position.event;
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
    this.#draw(series, s);
  }

  #draw(series: SeriesBody, s: ViewStrings): void {
    const rows = courseRows(series);
    const most = Math.max(0, ...series.lockedKb.map((kb) => kb ?? 0));
    const { total, limit, topKb } = courseShape(series, SIZE);
    if (most === 0) {
      this.root.replaceChildren();
      return;
    }
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', `0 -2 ${SIZE.width} ${SIZE.height + 4}`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('aria-hidden', 'true');
    picture.append(path('total', total), path('limit', limit));
    const size = sizeOf(most, s.language);
    const drawing = el(
      'div',
      { class: 'drawing', role: 'img', 'aria-label': `${s.course}: ${filled(s.atMost, size)}` },
      picture,
      this.#cursor,
    );
    drawing.addEventListener('click', (event) => this.#travel(event, drawing));
    this.root.replaceChildren(
      el('h3', {}, s.course),
      el(
        'p',
        { class: 'note scale' },
        `↑ ${sizeOf(topKb, s.language)}`,
        limit === '' ? '' : ` · ┄ ${s.limit}`,
      ),
      drawing,
      changeList(rows, s),
    );
    this.#placeCursor();
  }

  #placeCursor(): void {
    const { from = 0, to = 1 } = this.#series ?? {};
    this.#cursor.style.insetInlineStart = `${((this.#position - from) / Math.max(1, to - from)) * 100}%`;
  }

  #travel({ clientX }: MouseEvent, drawing: HTMLElement): void {
    const { from = 0, to = 0 } = this.#series ?? {};
    const { left, width } = drawing.getBoundingClientRect();
    const event = Math.round(from + ((clientX - left) / Math.max(1, width)) * (to - from));
    editor.postMessage({ type: 'go', link: { event: Math.min(to, Math.max(from, event)) } });
  }
}

function path(kind: string, data: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('d', data);
  element.classList.add(kind);
  return element;
}

/** The same as a table: each change with its line. */
function changeList(rows: readonly ReturnType<typeof courseRows>[number][], s: ViewStrings): HTMLElement {
  const kb = (value: number | null): string => (value === null ? s.cannotTell : wholeKb(value, s.language));
  const titles = [s.line, s.locked, s.limit];
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
