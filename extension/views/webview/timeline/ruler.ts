/** The axis: round lines or times, and the cursor's label on it, which is what the keyboard moves. */
import { ticksOf } from '../../../../picture/timeline/ticks';
import { el } from '../dom';
import { timeText, type Shown } from './shown';

/** What a label needs, in CSS pixels. */
const LABEL = 92;
/** Narrower drawings name the line only. */
const WIDE = 620;

export class Ruler {
  readonly name = el('div', { class: 'name process' });
  readonly cell = el('div', { class: 'cell' });
  /** The cursor: a slider over the positions of the recording. */
  readonly cursor = el('div', { class: 'flag', role: 'slider', tabindex: '0' });
  readonly #ticks = el('div', { class: 'ticks', 'aria-hidden': 'true' });

  constructor() {
    this.cell.append(this.#ticks, this.cursor);
  }

  show({ scale, width, series, strings }: Shown): void {
    this.name.replaceChildren(el('bdi', {}, series.processName));
    this.name.title = series.processName;
    this.#ticks.replaceChildren(
      ...ticksOf(scale, width, LABEL, strings.language).map(({ share, label }) => {
        const tick = el('span', { class: 'tick' }, el('span', {}, label));
        tick.style.left = `${share * 100}%`;
        // A label that would leave the drawing stands left of its tick.
        tick.classList.toggle('last', (1 - share) * width < LABEL / 2);
        return tick;
      }),
    );
  }

  /** `place`: in words; `call`: the call there, bounded; '' while the session is on its way there. */
  place(shown: Shown, position: number, place: string, call: string): void {
    const { scale, width } = shown;
    const share = scale.share(position);
    const isIn = share >= 0 && share <= 1;
    this.cursor.classList.toggle('outside', !isIn);
    const clamped = Math.min(1, Math.max(0, share));
    this.cursor.style.left = `${clamped * 100}%`;
    // At the ends the label stays inside the drawing.
    this.cursor.style.transform = `translateX(${-clamped * 100}%)`;
    const parts = [place, width >= WIDE ? timeText(shown, position) : '', width >= WIDE ? call : ''];
    this.cursor.replaceChildren(
      ...parts
        .filter((part) => part !== '')
        .map((part, i) => el('bdi', { class: i === 0 ? 'place' : 'more' }, part)),
    );
  }
}

/** Of a call's text its name and, where it failed, the error: 'mremap ENOMEM'. */
export function callName(text: string): string {
  const name = /^[\w?$.]{1,40}/.exec(text)?.[0] ?? '';
  const error = / = -1 (E[A-Z0-9]{1,20})(?: \([^()"]*\))*$/.exec(text)?.[1];
  return error === undefined ? name : `${name} ${error}`;
}
