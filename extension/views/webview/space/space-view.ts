/**
 * Address Space: the layout before and behind the call that is shown, drawn to be read.
 *
 *     [search] [- + fit]                 2 VMAs more, 12 KiB
 *     ┌ before ──────┬─ after ───────┐ ┌┐
 *     │ region over both columns     │ ││  the whole space
 *     │ old region ──┼─▶ new region  │ ││
 *     └──────────────┴───────────────┘ └┘
 *     details of what is chosen
 */
import type { SpaceBody, VmaRow } from '../../../../debug-adapter/protocol';
import { addressText, pageOfText } from '../../../../picture/address';
import type { Item } from '../../../../picture/items';
import { rowsOf, type Row } from '../../../../picture/rows';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { sizeOf, wholeNumber } from '../format';
import { select } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { Details } from './details';
import { itemElement, type Changes } from './item-element';
import { Layouts } from './layouts';
import { Minimap } from './minimap';
import { Moves, type Move } from './moves';
import { pictureOf } from './picture';
import { Scroller } from './scroller';
import { find } from './search';

export class SpaceView implements PageView<'space'> {
  readonly root = el('div', { class: 'space' });
  readonly #layouts = new Layouts();
  readonly #details = new Details();
  readonly #minimap = new Minimap();
  readonly #moves = new Moves();
  readonly #summary = el('p', { class: 'summary' });
  readonly #note = el('p', { class: 'note' });
  readonly #tools = el('div', { class: 'tools', role: 'toolbar' });
  readonly #search = el('input', { type: 'search', class: 'search' });
  readonly #scroller = new Scroller(
    (item, isTiny) => this.#element(item, isTiny),
    (scroller) => this.#drawnAgain(scroller),
  );
  #content: ContentOf<'space'> | undefined;
  #strings: ViewStrings | undefined;
  #rows: readonly Row[] = [];
  #chosen: Selection | null = null;
  #shown = 0;

  constructor() {
    this.#minimap.of(this.#scroller);
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#find(this.#search.value);
    });
    this.#scroller.root.addEventListener('click', (event) => this.#clicked(event));
    this.#scroller.root.addEventListener('keydown', (event) => this.#key(event));
    this.#scroller.root.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  show(content: ContentOf<'space'>, strings: ViewStrings): void {
    const isFirst = this.#strings === undefined;
    this.#content = content;
    this.#strings = strings;
    if (isFirst) this.#build(strings);
    this.#summary.textContent = summary(content.body, strings);
    void this.#load(content, ++this.#shown);
  }

  select(selection: Selection | null): void {
    this.#chosen = selection;
    this.#mark();
    const page = chosenPage(selection);
    if (selection !== null && 'gone' in selection && this.#strings !== undefined)
      this.#details.gone(selection.gone, this.#strings);
    else if (page === undefined || this.#content === undefined || this.#strings === undefined)
      this.#details.clear();
    else {
      const reveal = (): void => {
        const row = this.#scroller.axis.rowOf(page);
        this.#scroller.reveal(row, row + 1);
      };
      reveal();
      // The details take room from the picture.
      void this.#details.show(page, this.#content.position.event, this.#strings).then(() => {
        if (this.#chosen === selection) reveal();
      });
    }
  }

  picture(): string | undefined {
    const content = this.#content;
    if (content === undefined || this.#strings === undefined || this.#rows.length === 0) return undefined;
    const { line, text } = content.position;
    return pictureOf(this.root, this.#rows, `${this.#strings.line} ${line}: ${text}`, this.#strings);
  }

  #build(s: ViewStrings): void {
    this.#search.placeholder = s.searchSpace;
    this.#search.setAttribute('aria-label', s.searchSpace);
    this.#scroller.root.setAttribute('aria-label', s.addressSpace);
    this.#tools.append(
      this.#search,
      button('−', { class: 'tool', title: s.zoomOut, 'aria-label': s.zoomOut }, () => this.#zoomBy(1 / 1.4)),
      button('+', { class: 'tool', title: s.zoomIn, 'aria-label': s.zoomIn }, () => this.#zoomBy(1.4)),
      button('⤢', { class: 'tool', title: s.zoomFit, 'aria-label': s.zoomFit }, () => this.#fit()),
    );
    const columns = el(
      'div',
      { class: 'columns', 'aria-hidden': 'true' },
      el('span', {}, s.before),
      el('span', {}, s.after),
    );
    const picture = el('div', { class: 'picture' }, this.#scroller.root, this.#minimap.root);
    picture.append(this.#moves.root);
    this.root.append(
      this.#summary,
      this.#note,
      this.#tools,
      columns,
      picture,
      this.#details.root,
      el('p', { class: 'note scale' }, s.scaleNote),
    );
  }

  async #load({ position, body }: ContentOf<'space'>, shown: number): Promise<void> {
    const strings = this.#strings;
    if (strings === undefined) return;
    const moment = await this.#layouts.at(position.event).catch(() => undefined);
    if (shown !== this.#shown) return;
    this.root.classList.toggle('empty', moment === undefined);
    this.#note.textContent = moment === undefined ? strings.noSpace : '';
    this.#rows = moment === undefined ? [] : rowsOf(moment.before, moment.after);
    this.root.classList.toggle(
      'changing',
      this.#rows.some(({ isSame }) => !isSame),
    );
    this.#moves.show(movesIn(body));
    this.#scroller.root.setAttribute('aria-rowcount', String(this.#rows.length));
    this.#scroller.show(this.#rows);
    const first = this.#rows.findIndex(({ isSame }) => !isSame);
    if (first >= 0) this.#scroller.reveal(first, lastChange(this.#rows, first));
    this.select(this.#chosen);
  }

  #element(item: Item, isTiny: boolean): HTMLElement {
    const strings = this.#strings;
    if (strings === undefined) return el('div');
    return itemElement(item, this.#changesOf(item), isTiny, strings);
  }

  #changesOf(item: Item): Changes {
    if (item.kind === 'free' || item.column === 'both' || this.#content === undefined) return [];
    const { removed, added } = this.#content.body.change;
    const start = addressText(item.region.start);
    return (item.column === 'before' ? removed : added).find((row) => row.start === start)?.changes ?? [];
  }

  #drawnAgain(scroller: Scroller): void {
    this.#moves.draw(scroller);
    this.#minimap.draw();
    this.#mark();
  }

  #mark(): void {
    const page = chosenPage(this.#chosen);
    let active: HTMLElement | undefined;
    for (const { item, element } of this.#scroller.drawn) {
      const isChosen =
        item.kind === 'region' && page !== undefined && page >= item.region.start && page < item.region.end;
      element.classList.toggle('chosen', isChosen);
      element.setAttribute('aria-selected', String(isChosen));
      if (isChosen) active ??= element;
      element.removeAttribute('id');
    }
    const { root } = this.#scroller;
    if (active === undefined) root.removeAttribute('aria-activedescendant');
    else {
      // The picture keeps the focus; a screen reader reads the row that is chosen.
      active.id = 'chosen-row';
      root.setAttribute('aria-activedescendant', active.id);
    }
  }

  #clicked({ target }: MouseEvent): void {
    const start =
      target instanceof Element ? target.closest<HTMLElement>('[data-start]')?.dataset['start'] : undefined;
    if (start === undefined) return;
    this.#choose(this.#scroller.axis.rowOf(Number(start)));
  }

  #choose(row: number): void {
    const { before, after } = this.#rows[row] ?? {};
    const region = before ?? after;
    if (region === undefined || this.#content === undefined) return;
    const { event } = this.#content.position;
    select({ kind: 'range', start: addressText(region.start), end: addressText(region.end), event });
  }

  #key(event: KeyboardEvent): void {
    const page = chosenPage(this.#chosen);
    const row = page === undefined ? -1 : this.#scroller.axis.rowOf(page);
    const to = {
      ArrowDown: () => this.#choose(this.#regionFrom(row + 1, 1)),
      ArrowUp: () => this.#choose(this.#regionFrom(row < 0 ? this.#rows.length - 1 : row - 1, -1)),
      Home: () => this.#choose(this.#regionFrom(0, 1)),
      End: () => this.#choose(this.#regionFrom(this.#rows.length - 1, -1)),
      '+': () => this.#zoomBy(1.4),
      '-': () => this.#zoomBy(1 / 1.4),
      '0': () => this.#fit(),
      '/': () => this.#search.focus(),
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    to();
  }

  /** The next row in that direction that is no free stretch. */
  #regionFrom(row: number, step: 1 | -1): number {
    let at = row;
    while (at >= 0 && at < this.#rows.length) {
      const { before, after } = this.#rows[at] ?? {};
      if (before !== undefined || after !== undefined) return at;
      at += step;
    }
    return row - step;
  }

  #find(text: string): void {
    const page = chosenPage(this.#chosen);
    const found = find(this.#rows, text, page === undefined ? -1 : this.#scroller.axis.rowOf(page));
    this.#search.setAttribute('aria-invalid', String(found === undefined));
    if (found === undefined) return;
    this.#scroller.reveal(found, found + 1);
    this.#choose(found);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }

  #zoomBy(factor: number): void {
    this.#scroller.show(this.#rows, this.#scroller.zoom * factor);
  }

  #fit(): void {
    const { axis, zoom, root } = this.#scroller;
    if (axis.height > 0) this.#scroller.show(this.#rows, (zoom * root.clientHeight) / axis.height);
  }
}

function lastChange(rows: readonly Row[], first: number): number {
  let end = first;
  while (rows[end]?.isSame === false) end++;
  return end;
}

/** Undefined too where the chosen memory is gone: what lies there now is something else. */
function chosenPage(selection: Selection | null): number | undefined {
  if (selection !== null && 'gone' in selection) return undefined;
  switch (selection?.kind) {
    case 'range':
      return pageOfText(selection.start);
    case 'page':
      return pageOfText(selection.address);
    default:
      return undefined;
  }
}

/** What left one place and what came to another, in their order: mremap moves several mappings in a row. */
function movesIn({ change }: SpaceBody): readonly Move[] {
  const moved = (rows: readonly VmaRow[]): readonly number[] =>
    rows.filter(({ changes }) => changes.includes('moved')).map(({ start }) => pageOfText(start) ?? 0);
  const to = moved(change.added);
  return moved(change.removed).flatMap((from, i) => (to[i] === undefined ? [] : [{ from, to: to[i] }]));
}

function summary(body: SpaceBody, s: ViewStrings): string {
  const least = body.complete ? '' : `${s.atLeast} `;
  return `${least}${wholeNumber(body.vmaCount, s.language)} ${s.vmas} · ${least}${sizeOf(body.sizeKb, s.language)}`;
}
