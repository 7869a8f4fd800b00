/** The kinds of memory that are there, with how many and how large; choosing one dims the others and finds the next of it. */
import type { KindTotal } from '../../../../picture/kinds';
import type { RegionKind } from '../../../../picture/region';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { sizeOf, wholeNumber } from '../format';
import { kindWord } from './item-element';

/** CSS pixels. */
const ROOMY = 600;

export class Legend {
  readonly root = el('div', { class: 'legend' });
  readonly #kinds = el('div', { class: 'kinds', role: 'toolbar' });
  readonly #note = el('p', { class: 'note' });
  #only: RegionKind | null = null;

  /** `onChoose`: told of the kind that is looked for; null: of none any more. */
  constructor(private readonly onChoose: (kind: RegionKind | null) => void) {
    this.root.append(this.#kinds, this.#note);
    this.#kinds.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The button that shows and hides it. Where there is room, it is there from the beginning. */
  toggle(s: ViewStrings): HTMLButtonElement {
    const set = (isOpen: boolean): void => {
      this.root.hidden = !isOpen;
      toggle.setAttribute('aria-expanded', String(isOpen));
    };
    const toggle = button('▤', { class: 'tool', title: s.legend, 'aria-label': s.legend }, () =>
      set(this.root.hidden !== false),
    );
    set(innerHeight >= ROOMY && innerWidth >= ROOMY);
    return toggle;
  }

  show(totals: readonly KindTotal[], s: ViewStrings): void {
    const focused = this.#buttons().findIndex((one) => one === document.activeElement);
    this.#note.textContent = s.scaleNote;
    this.#kinds.setAttribute('aria-label', s.legendKinds);
    if (this.#only !== null && !totals.some(({ kind }) => kind === this.#only)) this.#choose(null);
    this.#kinds.replaceChildren(...totals.map((total) => this.#kind(total, s)));
    this.#press();
    if (focused >= 0) this.#buttons()[focused]?.focus();
  }

  #kind({ kind, count, pages }: KindTotal, s: ViewStrings): HTMLElement {
    const number = wholeNumber(count, s.language);
    const size = sizeOf(pages * 4, s.language);
    const chip = button('', { class: `kind region ${kind}`, 'data-kind': kind, title: s.legendFind }, () =>
      this.#choose(kind),
    );
    chip.append(
      el('span', { class: 'swatch', 'aria-hidden': 'true' }),
      el('span', { class: 'word' }, kindWord(kind, s)),
      el('span', { class: 'count' }, kind === 'unknown' ? '' : `${number} · ${size}`),
    );
    return chip;
  }

  #choose(kind: RegionKind | null): void {
    this.#only = kind;
    this.#press();
    this.onChoose(kind);
  }

  #press(): void {
    const buttons = this.#buttons();
    const pressed = buttons.find(({ dataset }) => dataset['kind'] === this.#only) ?? buttons[0];
    for (const one of buttons) {
      one.setAttribute('aria-pressed', String(one.dataset['kind'] === this.#only));
      one.tabIndex = one === pressed ? 0 : -1;
    }
  }

  #key(event: KeyboardEvent): void {
    const buttons = this.#buttons();
    const at = buttons.findIndex((one) => one === document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && this.#only !== null) this.#choose(null);
    else if (step !== undefined && at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  }

  #buttons(): readonly HTMLButtonElement[] {
    return [...this.#kinds.querySelectorAll('button')];
  }
}
