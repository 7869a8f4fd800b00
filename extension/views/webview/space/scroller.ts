/**
 * The picture's window: of very many rows only those in sight are elements. Rows keep their place as the picture changes
 * around them: the page at the top of the window stays there.
 */
import { Axis } from '../../../../picture/axis';
import { itemsIn, type Item } from '../../../../picture/items';
import type { Row } from '../../../../picture/rows';
import { zoomed } from '../../../../picture/scale';
import { el } from '../dom';
import { DrawnItems, type Detail } from './drawn-items';
import { roomIn, scaleIn, type Room } from './room';

/** Rows beyond both edges that are drawn as well, so that none is missing while scrolling. */
const OVERSCAN = 4;
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

export class Scroller {
  readonly root = el('div', { class: 'scroller', role: 'grid', tabindex: '0' });
  /** What is in sight. */
  readonly items: DrawnItems;
  readonly #spacer = el('div', { class: 'spacer' });
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

  constructor(
    draw: (item: Item, detail: Detail) => HTMLElement,
    /** Told after each drawing, with what lies where. */
    private readonly onDraw: (scroller: Scroller) => void,
    private readonly onRoom: (room: Room) => void,
    /** Lies over the rows and moves with them. */
    layer: HTMLElement,
  ) {
    this.items = new DrawnItems(draw, this.root);
    this.root.append(this.#spacer, layer);
    this.root.addEventListener('scroll', () => this.#scrolled());
    new ResizeObserver(() => this.#resized()).observe(this.root);
  }

  get axis(): Axis {
    return (this.#axis ??= new Axis(this.#rows, zoomed(scaleIn[this.#room], this.#zoom)));
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

  /** Shows other rows, drawn anew: the page at the top of the window stays there. */
  show(rows: readonly Row[]): void {
    if (rows !== this.#rows) {
      this.#revealed = undefined;
      this.items.clear();
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
    this.items.show(itemsIn(axis.rows, first, end), axis, this.#zoom, this.#spacer);
    this.onDraw(this);
    // A person may have scrolled on meanwhile, whom this would take back.
    if (this.#isMoved) this.root.scrollTop = top;
    this.#isMoved = false;
  }
}
