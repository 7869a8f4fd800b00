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
/** The id of the chosen row. */
const ACTIVE = 'chosen-row';
/** Rows lower than this have no room for text. */
const TEXT_HEIGHT = 15;

/** Rows lower than this show no pattern: of many hundreds in sight each is one element, of one colour. */
const PATTERN_HEIGHT = 5;

/** From here on there is room for the pages of a region as well. */
const PAGES_ZOOM = 1.9;

/** How much of an item is drawn: its colour, its pattern, its text, its pages too. */
export type Detail = 'speck' | 'tiny' | 'text' | 'pages';

/** How much of a row stands beside each other. */
export type Room = 'wide' | 'middle' | 'narrow' | 'tight';

/** CSS pixels: below WIDE a row has no end and no bar of its own, below NARROW it takes two lines, below TIGHT a size stands in the second. */
const WIDE = 800;
const NARROW = 370;
const TIGHT = 240;

/** CSS pixels: in a page lower than this a row has one line where two would be read better. As space.css has it. */
export const LOW = 240;
const LOW_NARROW = 270;

function roomIn(width: number): Room {
  if (width < TIGHT) return 'tight';
  if (width < (innerHeight <= LOW ? LOW_NARROW : NARROW)) return 'narrow';
  return width < WIDE ? 'middle' : 'wide';
}

const scales = { wide: reading, middle: middleReading, narrow: narrowReading, tight: tightReading };

/** The part that is in sight, in CSS pixels: kept, for to ask costs a layout of its own. */
export interface Window {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** A page, and where it lies below the top of the window, in CSS pixels. */
interface Anchor {
  readonly page: number;
  readonly y: number;
}

export interface Drawn {
  readonly item: Item;
  readonly element: HTMLElement;
  readonly detail: Detail;
  /** By which it is placed. */
  axis: Axis;
  isChosen: boolean;
}

export class Scroller {
  readonly root = el('div', { class: 'scroller', role: 'grid', tabindex: '0' });
  readonly #spacer = el('div', { class: 'spacer' });
  readonly #drawn = new Map<string, Drawn>();
  /** Of the spacer, as it was set last. */
  #height = 0;
  #rows: readonly Row[] = [];
  /** Made when asked for: of several steps of a wheel in one frame only the last is drawn. */
  #axis: Axis | undefined;
  #zoom = 1;
  #room: Room = 'wide';
  #window: Window = { top: 0, height: 0, width: 0 };
  /** What keeps its place: set by whatever changes the axis first, until the next drawing. */
  #anchor: Anchor | undefined;
  /** The window's top was set here, and is to be set in the page. */
  #isMoved = false;
  /** Rows that were brought into sight, and stay there as the window changes, until a person moves it. */
  #revealed: readonly [first: number, end: number] | undefined;
  #frame = 0;
  #active: HTMLElement | undefined;

  constructor(
    private readonly draw: (item: Item, detail: Detail) => HTMLElement,
    /** Told after each drawing, with what lies where. */
    private readonly onDraw: (scroller: Scroller) => void,
    private readonly onRoom: (room: Room) => void,
    /** Lies over the rows and moves with them. */
    layer: HTMLElement,
  ) {
    this.root.append(this.#spacer, layer);
    this.root.addEventListener('scroll', () => this.#scrolled());
    new ResizeObserver(() => this.#resized()).observe(this.root);
  }

  get axis(): Axis {
    return (this.#axis ??= new Axis(this.#rows, zoomed(scales[this.#room], this.#zoom)));
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

  /** Shows other rows, drawn anew: the page at the top of the window stays there. */
  show(rows: readonly Row[]): void {
    if (rows !== this.#rows) {
      this.#revealed = undefined;
      for (const { element } of this.#drawn.values()) element.remove();
      this.#drawn.clear();
    }
    this.#change({ rows });
  }

  /** The same rows at another zoom, moved to their places: what lies `y` CSS pixels below the top of the window stays there, else its first row. */
  zoomTo(zoom: number, y?: number): void {
    this.#revealed = undefined;
    this.#change({ zoom: Math.min(4, Math.max(0.05, zoom)) }, y);
  }

  /** Brings rows [first, end) into sight, with some of what lies around. */
  reveal(first: number, end: number): void {
    this.#settle();
    const { clientHeight } = this.root;
    const above = this.axis.top(first);
    const below = this.axis.top(end);
    const { top } = this.#window;
    this.#revealed = [first, end];
    if (above >= top && below <= top + clientHeight) return;
    // What fits stands in the middle; of what doesn't, the beginning is shown.
    const room = Math.max(clientHeight / 8, (clientHeight - (below - above)) / 2);
    this.goTo(above - room);
  }

  /** Scrolls to a place, in CSS pixels from the top of the rows. */
  goTo(top: number): void {
    this.#anchor = undefined;
    this.#window = { ...this.#window, top };
    this.#isMoved = true;
    this.redraw();
  }

  /**
   * Marks the items that are chosen. The picture keeps the focus; a screen reader reads the first of them, which is given.
   */
  mark(isChosen: (item: Item) => boolean): HTMLElement | undefined {
    const chosen: HTMLElement[] = [];
    for (const drawn of this.#drawn.values()) {
      const is = isChosen(drawn.item);
      if (is) chosen.push(drawn.element);
      if (is === drawn.isChosen) continue;
      drawn.isChosen = is;
      drawn.element.classList.toggle('chosen', is);
      drawn.element.setAttribute('aria-selected', String(is));
    }
    const [first] = chosen;
    if (first === this.#active) return first;
    this.#active?.removeAttribute('id');
    this.#active = first;
    if (first === undefined) this.root.removeAttribute('aria-activedescendant');
    else {
      first.id = ACTIVE;
      this.root.setAttribute('aria-activedescendant', ACTIVE);
    }
    return first;
  }

  redraw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#drawWindow();
      this.#frame = 0;
    });
  }

  #resized(): void {
    const { clientWidth: width, clientHeight: height } = this.root;
    this.#window = { ...this.#window, width, height };
    const room = roomIn(width);
    if (room === this.#room) this.redraw();
    else {
      this.onRoom(room);
      this.#change({ room });
    }
    if (this.#revealed !== undefined) this.reveal(...this.#revealed);
  }

  /** By a person: what the drawing itself set is known. A browser may round it. */
  #scrolled(): void {
    const { scrollTop: top } = this.root;
    if (this.#anchor !== undefined || this.#isMoved || Math.abs(top - this.#window.top) < 1) return;
    this.#revealed = undefined;
    this.#window = { ...this.#window, top };
    this.redraw();
  }

  #change(
    to: { readonly rows?: readonly Row[]; readonly zoom?: number; readonly room?: Room },
    y?: number,
  ): void {
    this.#anchor ??= this.#anchorAt(y);
    this.#rows = to.rows ?? this.#rows;
    this.#zoom = to.zoom ?? this.#zoom;
    this.#room = to.room ?? this.#room;
    this.#axis = undefined;
    this.redraw();
  }

  /** Without a place, the row at the top of the window. */
  #anchorAt(y: number | undefined): Anchor | undefined {
    const { top } = this.#window;
    const row = this.axis.rowAt(top + (y ?? 0));
    const start = this.axis.rows[row]?.start;
    if (start === undefined) return undefined;
    return y === undefined
      ? { page: start, y: this.axis.top(row) - top }
      : { page: this.axis.pageAt(top + y), y };
  }

  /** Finds the top of the window anew where the axis has changed. */
  #settle(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor !== undefined) this.goTo(this.axis.placeOf(anchor.page) - anchor.y);
  }

  /** All is written before anything is read: a layout takes longer than the rest of a frame. */
  #drawWindow(): void {
    this.#settle();
    const { axis } = this;
    const { height, width } = this.#window;
    const top = Math.max(0, Math.min(this.#window.top, axis.height - height));
    this.#window = { top, height, width };
    if (this.#height !== axis.height) this.#spacer.style.height = `${(this.#height = axis.height)}px`;
    const first = axis.rowAt(top) - OVERSCAN;
    const end = axis.rowAt(top + height) + 1 + OVERSCAN;
    const wanted = new Map(itemsIn(axis.rows, first, end).map((item) => [keyOf(item), item]));
    for (const [key, { element, item, detail }] of this.#drawn) {
      if (wanted.has(key) && detail === this.#detailOf(item)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
    let previous: Element = this.#spacer;
    for (const [key, item] of wanted) {
      const drawn = this.#drawn.get(key) ?? this.#add(key, item);
      const { element } = drawn;
      if (drawn.axis !== axis) this.#place(drawn);
      if (element.previousElementSibling !== previous) previous.after(element);
      previous = element;
    }
    this.onDraw(this);
    // A person may have scrolled on meanwhile, whom this would take back.
    if (this.#isMoved) this.root.scrollTop = top;
    this.#isMoved = false;
  }

  #add(key: string, item: Item): Drawn {
    const detail = this.#detailOf(item);
    const element = this.draw(item, detail);
    element.classList.add(detail);
    element.setAttribute('aria-rowindex', String(item.first + 1));
    element.setAttribute('aria-selected', 'false');
    const drawn: Drawn = { item, element, detail, axis: this.axis, isChosen: false };
    this.#place(drawn);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #place(drawn: Drawn): void {
    const { style } = drawn.element;
    // Of these two, unlike `inset-block-start` and `block-size`, Chromium sets the style alone, without matching rules anew.
    style.top = `${this.axis.top(drawn.item.first)}px`;
    style.height = `${this.#heightOf(drawn.item)}px`;
    drawn.axis = this.axis;
  }

  #detailOf(item: Item): Detail {
    const height = this.#heightOf(item);
    if (height < TEXT_HEIGHT) return height < PATTERN_HEIGHT ? 'speck' : 'tiny';
    return this.#zoom >= PAGES_ZOOM ? 'pages' : 'text';
  }

  #heightOf(item: Item): number {
    return this.axis.top(item.end) - this.axis.top(item.first);
  }
}
