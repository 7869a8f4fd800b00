/** Ways through the picture: by keys, by the wheel, to what is looked for. Each of them ends at a row, which is chosen. */
import type { RegionKind } from '../../../../picture/region';
import type { Row } from '../../../../picture/rows';
import type { Scroller } from './scroller';
import { find, nextOfKind, nextStop } from './search';

/** A step of a key or a button, and the smaller one of a wheel. */
const STEP = 1.4;
const WHEEL_STEP = 1.15;

export interface Steered {
  rows(): readonly Row[];
  /** The page that is chosen; undefined: none is. */
  chosen(): number | undefined;
  choose(row: number): void;
}

export class Steering {
  constructor(
    private readonly scroller: Scroller,
    private readonly search: HTMLInputElement,
    private readonly steered: Steered,
  ) {
    search.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#find(search.value);
    });
    scroller.root.addEventListener('keydown', (event) => this.#key(event));
    scroller.root.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  zoomIn(): void {
    this.#zoomBy(STEP);
  }

  zoomOut(): void {
    this.#zoomBy(1 / STEP);
  }

  /** The whole space in the window. */
  fit(): void {
    const { axis, zoom, window } = this.scroller;
    if (axis.height > 0) this.scroller.zoomTo((zoom * window.height) / axis.height);
  }

  /** Dims the other kinds, and goes to the next of this one; null: all kinds are as they were. */
  lookFor(kind: RegionKind | null): void {
    const { root } = this.scroller;
    if (kind === null) {
      delete root.dataset['only'];
      return;
    }
    root.dataset['only'] = kind;
    const found = nextOfKind(this.steered.rows(), kind, this.#chosenRow());
    if (found !== undefined) this.steered.choose(found);
  }

  #key(event: KeyboardEvent): void {
    const row = this.#chosenRow();
    const rows = this.steered.rows();
    const to = {
      ArrowDown: () => this.#stop(row, 1),
      ArrowUp: () => this.#stop(row < 0 ? rows.length : row, -1),
      Home: () => this.#stop(-1, 1),
      End: () => this.#stop(rows.length, -1),
      '+': () => this.zoomIn(),
      '-': () => this.zoomOut(),
      '0': () => this.fit(),
      '/': () => this.search.focus(),
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    to();
  }

  #stop(from: number, by: 1 | -1): void {
    this.steered.choose(nextStop(this.steered.rows(), from, by));
  }

  /** -1: none is. */
  #chosenRow(): number {
    const page = this.steered.chosen();
    return page === undefined ? -1 : this.scroller.axis.rowOf(page);
  }

  #find(text: string): void {
    const found = find(this.steered.rows(), text, this.#chosenRow());
    this.search.setAttribute('aria-invalid', String(found === undefined));
    if (found === undefined) return;
    this.scroller.reveal(found, found + 1);
    this.steered.choose(found);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { top } = this.scroller.root.getBoundingClientRect();
    this.#zoomBy(event.deltaY < 0 ? WHEEL_STEP : 1 / WHEEL_STEP, event.clientY - top);
  }

  /** `y`: what stays where it is, in CSS pixels below the top of the window; else its first row. */
  #zoomBy(factor: number, y?: number): void {
    this.scroller.zoomTo(this.scroller.zoom * factor, y);
  }
}
