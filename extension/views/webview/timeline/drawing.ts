/**
 * All that is drawn of a stretch: axis, marks, curves, the chosen memory's life and lanes, one above the other, with the
 * cursor through them.
 */
import { SLIM } from '../../../../picture/timeline/tracks';
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import type { Totals } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { CurveRows } from './curve-rows';
import { Lanes } from './lanes';
import { LifeRow } from './life-row';
import { MarkStrip } from './marks';
import { callName, Ruler } from './ruler';
import { placeText, timeText, type Shown } from './shown';
import { Tip } from './tip';

/** Where the pointer is: a share of the drawing, and in the window. */
export interface Pointed {
  readonly share: number;
  readonly x: number;
  readonly y: number;
}

/** Where the cursor stands, and what the session says of it: of that position, or of one on the way to it. */
export interface Cursor {
  readonly at: number;
  readonly position: PositionBody;
  readonly threadId: number;
  readonly totals: Totals;
}

export class Drawing {
  readonly root = el('div', { class: 'drawing', role: 'group' });
  readonly tip = new Tip();
  readonly ruler = new Ruler();
  readonly life: LifeRow;
  readonly #marks = new MarkStrip(this.tip);
  readonly #curves = new CurveRows();
  readonly #lanes: Lanes;
  readonly #head: HTMLElement;
  readonly #line = el('span', { class: 'line' });
  readonly #hover = el('span', { class: 'hover' });
  readonly #choice = el('span', { class: 'choice' });

  /** `changed`: a track has come or gone; all is to be drawn anew. */
  constructor(changed: () => void) {
    this.life = new LifeRow(this.tip, changed);
    this.#lanes = new Lanes(this.tip, changed);
    this.#head = el(
      'div',
      { class: 'head' },
      el('div', { class: 'track ruler' }, this.ruler.name, this.ruler.cell),
      el('div', { class: 'track marks' }, this.#marks.name, this.#marks.cell),
    );
    const plane = el('div', { class: 'plane', 'aria-hidden': 'true' }, this.#choice, this.#hover, this.#line);
    this.root.append(
      el('div', { class: 'stack' }, this.#head, this.#curves.root, this.life.root, this.#lanes.root, plane),
    );
  }

  build(s: ViewStrings): void {
    this.root.setAttribute('aria-label', s.timeline);
    this.ruler.cursor.setAttribute('aria-label', s.timeline);
    this.ruler.cursor.setAttribute('aria-description', s.timelineKeys);
    this.tip.of(this.ruler.name, () => [this.ruler.name.textContent, s.timelineDrag]);
  }

  /** What lies right of the names, in CSS pixels. */
  get width(): number {
    return this.ruler.cell.clientWidth;
  }

  draw(shown: Shown): void {
    const lanes = this.#lanes.rows(shown.series);
    const room = this.root.clientHeight - this.#head.clientHeight - (this.life.isShown ? SLIM : 0);
    this.ruler.show(shown);
    this.#marks.show(shown);
    this.#curves.show(shown, room, lanes, this.ruler.name.clientWidth);
    this.life.show(shown);
    this.#lanes.show(shown);
  }

  /** All that follows the cursor, and nothing else: what a drag does in each frame. */
  place(shown: Shown, { at, position, threadId, ...said }: Cursor): void {
    const isThere = at === position.event;
    const share = shown.scale.share(at);
    this.#line.style.left = `${share * 100}%`;
    // The event that is about to happen, where it is wide enough to be seen: what it does shows at its end.
    const width = shown.scale.over === 'lines' ? shown.scale.share(at + 1) - share : 0;
    this.#line.style.width = `${width * 100}%`;
    this.#line.classList.toggle('outside', share < 0 || share > 1);
    const place =
      at >= position.events ? shown.strings.end : placeText(shown, at, isThere ? position.line : undefined);
    this.#marks.place(shown, at);
    this.ruler.place(shown, at, place, isThere ? callName(position.text) : '');
    const totals = isThere ? said.totals : undefined;
    this.#curves.place(shown, at, totals);
    this.life.place(at, shown.strings);
    this.#lanes.place(shown, at, threadId);
    const { cursor } = this.ruler;
    cursor.setAttribute('aria-valuemin', '0');
    cursor.setAttribute('aria-valuemax', String(position.events));
    cursor.setAttribute('aria-valuenow', String(at));
    const words = [
      place,
      timeText(shown, at),
      isThere ? position.text : '',
      ...this.#curves.readings(at, shown.strings, totals),
    ];
    cursor.setAttribute('aria-valuetext', words.filter((part) => part !== '').join('. '));
  }

  /** undefined: the pointer is elsewhere. */
  point(shown: Shown, pointed: Pointed | undefined): void {
    this.#hover.classList.toggle('shown', pointed !== undefined);
    if (pointed === undefined) {
      this.tip.hide();
      return;
    }
    const position = shown.scale.positionAt(pointed.share);
    this.#hover.style.left = `${shown.scale.share(position) * 100}%`;
    const where = [placeText(shown, position), timeText(shown, position)].filter((part) => part !== '');
    this.tip.show(
      [where.join(' · '), ...this.#curves.readings(position, shown.strings)],
      pointed.x,
      pointed.y,
    );
  }

  /** A stretch that is being chosen; undefined: no more. */
  choose(stretch: readonly [from: number, to: number] | undefined): void {
    this.#choice.classList.toggle('shown', stretch !== undefined);
    if (stretch === undefined) return;
    const [from, to] = stretch;
    this.#choice.style.left = `${Math.min(from, to) * 100}%`;
    this.#choice.style.width = `${Math.abs(to - from) * 100}%`;
  }
}
