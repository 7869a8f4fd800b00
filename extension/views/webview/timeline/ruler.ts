/** The axis: round lines or times, and the cursor's label on it, which is what the keyboard moves. */
import { ticksOf, type Tick } from '../../../../picture/timeline/ticks';
import { el } from '../dom';
import { coveredTicks, isLastTick, LABEL } from './ruler-room';
import { timeText, type Shown } from './shown';

/** Narrower drawings name the line only. */
const WIDE = 620;

export class Ruler {
  readonly name = el('div', { class: 'name process' });
  readonly cell = el('div', { class: 'cell' });
  /** The cursor: a slider over the positions of the recording. */
  readonly cursor = el('div', { class: 'flag', role: 'slider', tabindex: '0' });
  readonly #axis = el('div', { class: 'ticks', 'aria-hidden': 'true' });
  #ticks: readonly (Tick & { readonly element: HTMLElement })[] = [];

  constructor() {
    this.cell.append(this.#axis, this.cursor);
  }

  show({ scale, width, series, strings }: Shown): void {
    this.name.replaceChildren(el('bdi', {}, series.processName));
    this.name.title = series.processName;
    this.#ticks = ticksOf(scale, width, LABEL, strings.language).map((tick) => {
      const element = el('span', { class: 'tick' }, el('span', {}, tick.label));
      element.style.left = `${tick.share * 100}%`;
      element.classList.toggle('last', isLastTick(tick.share, width));
      return { ...tick, element };
    });
    this.#axis.replaceChildren(...this.#ticks.map(({ element }) => element));
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
    const more = width >= WIDE ? [timeText(shown, position), call] : [];
    const parts = [place, ...more].filter((part) => part !== '');
    this.cursor.replaceChildren(
      ...parts.map((part, i) => el('bdi', { class: i === 0 ? 'place' : 'more' }, part)),
    );
    const covered = coveredTicks(this.#ticks, { share: clamped, parts }, width);
    for (const [i, { element }] of this.#ticks.entries())
      element.classList.toggle('covered', covered[i] === true);
  }
}

/** Of a call's text its name and, where it failed, the error: 'mremap ENOMEM'. */
export function callName(text: string): string {
  const name = /^[\w?$.]{1,40}/.exec(text)?.[0] ?? '';
  const error = / = -1 (E[A-Z0-9]{1,20})(?: \([^()"]*\))*$/.exec(text)?.[1];
  return error === undefined ? name : `${name} ${error}`;
}
