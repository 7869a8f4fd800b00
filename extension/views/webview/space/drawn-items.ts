/** The elements of the items in sight: kept while their items stay, and moved to their places as the axis changes. */
import type { Axis } from '../../../../picture/axis';
import { keyOf, type Item } from '../../../../picture/items';
import { TEXT_HEIGHT } from './asked-chips';

/** Rows lower than this show no pattern: of many hundreds in sight each is one element, of one colour. */
const PATTERN_HEIGHT = 5;

/** From here on there is room for the pages of a region as well. */
const PAGES_ZOOM = 1.9;

/** How much of an item is drawn: its colour, its pattern, its text, its pages too. */
export type Detail = 'speck' | 'tiny' | 'text' | 'pages';

/** The id of the chosen row. */
const ACTIVE = 'chosen-row';

export interface Drawn {
  readonly item: Item;
  readonly element: HTMLElement;
  readonly detail: Detail;
  /** By which it is placed. */
  axis: Axis;
  isChosen: boolean;
}

export class DrawnItems implements Iterable<Drawn> {
  readonly #drawn = new Map<string, Drawn>();
  #active: HTMLElement | undefined;

  constructor(
    private readonly draw: (item: Item, detail: Detail) => HTMLElement,
    /** Has the keyboard, and says which element is chosen. */
    private readonly grid: HTMLElement,
  ) {}

  [Symbol.iterator](): Iterator<Drawn> {
    return this.#drawn.values();
  }

  /** What is drawn into an element, or into one that holds it. */
  itemOf(target: EventTarget | null): Item | undefined {
    const element = target instanceof Element ? target.closest('.item') : null;
    for (const one of this) if (one.element === element) return one.item;
    return undefined;
  }

  clear(): void {
    for (const { element } of this) element.remove();
    this.#drawn.clear();
  }

  /** Shows these and no others, in their order, behind an element. */
  show(items: readonly Item[], axis: Axis, zoom: number, behind: Element): void {
    const wanted = new Map(items.map((item) => [keyOf(item), item]));
    for (const [key, { element, item, detail }] of this.#drawn) {
      if (wanted.has(key) && detail === detailOf(item, axis, zoom)) continue;
      element.remove();
      this.#drawn.delete(key);
    }
    let previous = behind;
    for (const [key, item] of wanted) {
      const drawn = this.#drawn.get(key) ?? this.#add(key, item, axis, zoom);
      const { element } = drawn;
      if (drawn.axis !== axis) place(drawn, axis);
      if (element.previousElementSibling !== previous) previous.after(element);
      previous = element;
    }
  }

  /**
   * Marks the items that are chosen. The picture keeps the focus; a screen reader reads the first of them, which is given.
   */
  mark(isChosen: (item: Item) => boolean): HTMLElement | undefined {
    const chosen: HTMLElement[] = [];
    for (const drawn of this) {
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
    if (first === undefined) this.grid.removeAttribute('aria-activedescendant');
    else {
      first.id = ACTIVE;
      this.grid.setAttribute('aria-activedescendant', ACTIVE);
    }
    return first;
  }

  #add(key: string, item: Item, axis: Axis, zoom: number): Drawn {
    const detail = detailOf(item, axis, zoom);
    const element = this.draw(item, detail);
    element.classList.add(detail);
    element.setAttribute('aria-rowindex', String(item.first + 1));
    element.setAttribute('aria-selected', 'false');
    const drawn: Drawn = { item, element, detail, axis, isChosen: false };
    place(drawn, axis);
    this.#drawn.set(key, drawn);
    return drawn;
  }
}

function place(drawn: Drawn, axis: Axis): void {
  const { style } = drawn.element;
  // Of these two, unlike `inset-block-start` and `block-size`, Chromium sets the style alone, without matching rules anew.
  style.top = `${axis.top(drawn.item.first)}px`;
  style.height = `${heightOf(drawn.item, axis)}px`;
  drawn.axis = axis;
}

function detailOf(item: Item, axis: Axis, zoom: number): Detail {
  const height = heightOf(item, axis);
  if (height < TEXT_HEIGHT) return height < PATTERN_HEIGHT ? 'speck' : 'tiny';
  return zoom >= PAGES_ZOOM ? 'pages' : 'text';
}

/** CSS pixels. */
const heightOf = ({ first, end }: Item, axis: Axis): number => axis.top(end) - axis.top(first);
