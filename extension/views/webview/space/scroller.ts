/**
 * The picture's window: of very many rows only those in sight are elements. Rows keep their place as the picture changes
 * around them: the page at the top of the window stays there.
 */
import { Axis } from '../../../../picture/axis';
import { itemsIn, keyOf, type Item } from '../../../../picture/items';
import type { Row } from '../../../../picture/rows';
import { middleReading, narrowReading, reading, tightReading, zoomed } from '../../../../picture/scale';
import { el } from '../dom';

/** Rows beyond both edges that are drawn as well, so that none is missing while scrolling. */
const OVERSCAN = 4;
/** Rows lower than this have no room for text. */
const TEXT_HEIGHT = 15;

/** From here on there is room for the pages of a region as well. */
const PAGES_ZOOM = 1.9;

/** How much of an item is drawn: a pattern, its text, its pages too. */
export type Detail = 'tiny' | 'text' | 'pages';

/** How much of a row stands beside each other. */
export type Room = 'wide' | 'middle' | 'narrow' | 'tight';

/** CSS pixels: below WIDE a row has no end and no bar of its own, below NARROW it takes two lines, below TIGHT a size stands in the second. */
const WIDE = 800;
const NARROW = 370;
const TIGHT = 240;

const roomIn = (width: number): Room =>
  width < TIGHT ? 'tight' : width < NARROW ? 'narrow' : width < WIDE ? 'middle' : 'wide';

const scales = { wide: reading, middle: middleReading, narrow: narrowReading, tight: tightReading };

/** The part that is in sight, in CSS pixels; read before anything is moved, for to ask later costs a layout of its own. */
export interface Window {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

export interface Drawn {
  readonly item: Item;
  readonly element: HTMLElement;
  readonly detail: Detail;
  /** By which it is placed. */
  axis: Axis;
}

export class Scroller {
  readonly root = el('div', { class: 'scroller', role: 'grid', tabindex: '0' });
  readonly #spacer = el('div', { class: 'spacer' });
  readonly #drawn = new Map<string, Drawn>();
  #axis = new Axis([], reading);
  #zoom = 1;
  #room: Room = 'wide';
  #window: Window = { top: 0, height: 0, width: 0 };
  #frame = 0;

  constructor(
    private readonly draw: (item: Item, detail: Detail) => HTMLElement,
    /** Told after each drawing, with what lies where. */
    private readonly onDraw: (scroller: Scroller) => void,
    private readonly onRoom: (room: Room) => void,
    /** Lies over the rows and moves with them. */
    layer: HTMLElement,
  ) {
    this.root.append(this.#spacer, layer);
    this.root.addEventListener('scroll', () => this.redraw());
    new ResizeObserver(() => this.#resized()).observe(this.root);
  }

  get axis(): Axis {
    return this.#axis;
  }

  get window(): Window {
    return this.#window;
  }

  get room(): Room {
    return this.#room;
  }

  get zoom(): number {
    return this.#zoom;
  }

  /** What is drawn into an element, or into one that holds it. */
  itemOf(target: EventTarget | null): Item | undefined {
    const element = target instanceof Element ? target.closest('.item') : null;
    for (const one of this.#drawn.values()) if (one.element === element) return one.item;
    return undefined;
  }

  get drawn(): Iterable<Drawn> {
    return this.#drawn.values();
  }

  /** Shows other rows, drawn anew, or the same at another zoom, moved to their places. */
  show(rows: readonly Row[], zoom = this.#zoom): void {
    const top = this.#topPage();
    const isSame = rows === this.#axis.rows;
    this.#zoom = Math.min(4, Math.max(0.05, zoom));
    this.#axis = new Axis(rows, zoomed(scales[this.#room], this.#zoom));
    this.#spacer.style.blockSize = `${this.#axis.height}px`;
    if (!isSame) {
      for (const { element } of this.#drawn.values()) element.remove();
      this.#drawn.clear();
    }
    if (top !== undefined) this.root.scrollTop = this.#axis.placeOf(top.page) - top.offset;
    this.redraw();
  }

  /** Brings rows [first, end) into sight, with some of what lies around. */
  reveal(first: number, end: number): void {
    const { clientHeight, scrollTop } = this.root;
    const top = this.#axis.top(first);
    const bottom = this.#axis.top(end);
    if (top >= scrollTop && bottom <= scrollTop + clientHeight) return;
    // What fits stands in the middle; of what doesn't, the beginning is shown.
    const room = Math.max(clientHeight / 8, (clientHeight - (bottom - top)) / 2);
    this.root.scrollTop = Math.max(0, top - room);
  }

  redraw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawWindow();
    });
  }

  #resized(): void {
    const room = roomIn(this.root.clientWidth);
    if (room === this.#room) {
      this.redraw();
      return;
    }
    this.#room = room;
    this.onRoom(room);
    this.show(this.#axis.rows);
  }

  #topPage(): { page: number; offset: number } | undefined {
    const { scrollTop } = this.root;
    const row = this.#axis.rowAt(scrollTop);
    const page = this.#axis.rows[row]?.start;
    return page === undefined ? undefined : { page, offset: this.#axis.top(row) - scrollTop };
  }

  #drawWindow(): void {
    const { scrollTop: top, clientHeight: height, clientWidth: width } = this.root;
    this.#window = { top, height, width };
    const first = this.#axis.rowAt(top) - OVERSCAN;
    const end = this.#axis.rowAt(top + height) + 1 + OVERSCAN;
    const wanted = new Map(itemsIn(this.#axis.rows, first, end).map((item) => [keyOf(item), item]));
    for (const [key, { element, item, detail }] of this.#drawn) {
      if (wanted.has(key) && detail === this.#detailOf(item)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
    let previous: Element = this.#spacer;
    for (const [key, item] of wanted) {
      const drawn = this.#drawn.get(key) ?? this.#add(key, item);
      const { element } = drawn;
      if (drawn.axis !== this.#axis) this.#place(drawn);
      if (element.previousElementSibling !== previous) previous.after(element);
      previous = element;
    }
    this.onDraw(this);
  }

  #add(key: string, item: Item): Drawn {
    const detail = this.#detailOf(item);
    const element = this.draw(item, detail);
    element.classList.add(detail);
    element.setAttribute('aria-rowindex', String(item.first + 1));
    const drawn: Drawn = { item, element, detail, axis: this.#axis };
    this.#place(drawn);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #place(drawn: Drawn): void {
    const { style } = drawn.element;
    style.insetBlockStart = `${this.#axis.top(drawn.item.first)}px`;
    style.blockSize = `${this.#heightOf(drawn.item)}px`;
    drawn.axis = this.#axis;
  }

  #detailOf(item: Item): Detail {
    if (this.#heightOf(item) < TEXT_HEIGHT) return 'tiny';
    return this.#zoom >= PAGES_ZOOM ? 'pages' : 'text';
  }

  #heightOf(item: Item): number {
    return this.#axis.top(item.end) - this.#axis.top(item.first);
  }
}
