/**
 * Address Space: the layout before and behind the call that is shown, drawn to be read, with what the call asks for.
 *
 *     line 27: mremap(...)
 *     13 VMAs · 1.03 MiB         moved 16 KiB → 32 KiB
 *     [search] [- + fit]
 *     ▸ legend: kinds, scale
 *     ┌ before ──────┬─ after ───────┐ ┌┐
 *     │ region over both columns     │ ││  the whole space
 *     │ old region ──┼─▶ new region  │ ││
 *     └──────────────┴───────────────┘ └┘
 *     all of what is pointed at
 *     details of what is chosen
 */
import { addressText } from '../../../../picture/address';
import { spansOf } from '../../../../picture/asked';
import type { Item } from '../../../../picture/items';
import { kindTotals } from '../../../../picture/kinds';
import { rowsOf, type Row } from '../../../../picture/rows';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { select } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { AskedLayer } from './asked-layer';
import { CallLine } from './call-line';
import { Details } from './details';
import { Layouts } from './layouts';
import { columnHeads } from './head';
import { Legend } from './legend';
import { Minimap } from './minimap';
import { MomentDrawing } from './moment-drawing';
import { Moves } from './moves';
import { pictureOf } from './picture';
import { Pointed } from './pointed';
import { PageStrips } from './page-strips';
import { Scroller } from './scroller';
import { chosenIn } from './search';
import { chosenPage } from './selected-page';
import { Steering } from './steering';
import { Tools } from './tools';

export class SpaceView implements PageView<'space'> {
  readonly root = el('div', { class: 'space' });
  readonly #layouts = new Layouts();
  readonly #details = new Details();
  readonly #minimap = new Minimap();
  readonly #moves = new Moves();
  readonly #asked = new AskedLayer();
  readonly #pointed = new Pointed();
  readonly #pages = new PageStrips(() => this.#scroller.room);
  readonly #legend = new Legend((kind) => this.#steering.lookFor(kind));
  readonly #call = new CallLine();
  readonly #summary = el('p', { class: 'summary' });
  readonly #note = el('p', { class: 'note' });
  readonly #tools = new Tools();
  readonly #scroller = new Scroller(
    (item, detail) => this.#drawing?.element(item, detail) ?? el('div'),
    (scroller) => this.#drawnAgain(scroller),
    (room) => {
      this.root.dataset['room'] = room === 'tight' ? 'narrow' : room;
      this.root.toggleAttribute('data-tight', room === 'tight');
    },
    this.#asked.root,
  );
  readonly #steering = new Steering(this.#scroller, this.#tools.search, {
    rows: () => this.#rows,
    chosen: () => chosenPage(this.#chosen),
    choose: (row) => this.#choose(row),
  });
  #content: ContentOf<'space'> | undefined;
  #drawing: MomentDrawing | undefined;
  #strings: ViewStrings | undefined;
  #rows: readonly Row[] = [];
  #chosen: Selection | null = null;
  #shown = 0;
  #lane = 0;

  constructor() {
    this.#minimap.of(this.#scroller);
    this.root.dataset['room'] = 'wide';
    const { root } = this.#scroller;
    root.addEventListener('click', ({ target }) => {
      const item = this.#scroller.items.itemOf(target);
      if (item !== undefined && item.kind !== 'void') this.#choose(item.first);
    });
    root.addEventListener('pointerover', ({ target }) => this.#point(this.#scroller.items.itemOf(target)));
    root.addEventListener('pointerleave', () => this.#point(undefined));
  }

  show(content: ContentOf<'space'>, strings: ViewStrings): void {
    const isFirst = this.#strings === undefined;
    this.#content = content;
    this.#strings = strings;
    if (isFirst) this.#build(strings);
    this.#call.show(content.position, strings);
    void this.#load(content, ++this.#shown);
  }

  restyle(): void {
    this.#minimap.restyle();
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
    const drawing = this.#drawing;
    if (
      content === undefined ||
      drawing === undefined ||
      this.#strings === undefined ||
      this.#rows.length === 0
    )
      return undefined;
    const { line, text } = content.position;
    return pictureOf(this.root, this.#rows, {
      caption: `${this.#strings.line} ${line}: ${text}`,
      asked: content.body.asked,
      moves: drawing.changes.moves,
      changes: (item) => drawing.changes.of(item),
      strings: this.#strings,
    });
  }

  #build(s: ViewStrings): void {
    this.#scroller.root.setAttribute('aria-label', s.addressSpace);
    this.#tools.build(s, this.#steering, this.#legend.toggle(s));
    const columns = el(
      'div',
      { class: 'columns', 'aria-hidden': 'true' },
      el('span', {}, s.before),
      el('span', {}, s.after),
    );
    const picture = el('div', { class: 'picture' }, this.#scroller.root, this.#minimap.root);
    picture.append(this.#moves.root);
    this.root.append(
      this.#call.root,
      this.#summary,
      this.#note,
      this.#tools.root,
      this.#legend.root,
      columnHeads(s),
      columns,
      picture,
      this.#pointed.root,
      this.#details.root,
    );
  }

  async #load({ position, body }: ContentOf<'space'>, shown: number): Promise<void> {
    const strings = this.#strings;
    if (strings === undefined) return;
    const moment = await this.#layouts.at(position.event).catch(() => undefined);
    if (shown !== this.#shown) return;
    this.root.classList.toggle('empty', moment === undefined);
    this.#note.textContent = moment === undefined ? strings.noSpace : '';
    const { asked } = body;
    this.#pages.at(position.event);
    this.#rows =
      moment === undefined ? [] : rowsOf(moment.before, moment.after, asked === null ? [] : spansOf(asked));
    const drawing = new MomentDrawing(this.#rows, body, this.#pages, strings);
    this.#drawing = drawing;
    const { moves } = drawing.changes;
    this.root.classList.toggle('changing', drawing.isChanging);
    this.root.classList.toggle('moving', moves.length > 0);
    this.#summary.replaceChildren(...drawing.summary());
    this.root.style.setProperty('--digits', String(addressText((moment?.before.end ?? 1) - 1).length));
    this.#legend.show(kindTotals(moment?.before.regions ?? []), strings);
    this.#moves.show(moves);
    this.#minimap.mark(asked?.troubles ?? [], this.#rows);
    this.#scroller.root.setAttribute('aria-rowcount', String(this.#rows.length));
    this.#scroller.show(this.#rows);
    const telling = drawing.mostTelling((page) => this.#scroller.axis.rowOf(page));
    if (telling !== undefined) this.#scroller.reveal(...telling);
    this.select(this.#chosen);
  }

  #drawnAgain(scroller: Scroller): void {
    const strings = this.#strings;
    if (strings === undefined) return;
    const lane = this.#asked.draw(scroller.axis, this.#content?.body.asked ?? null, strings);
    // Set anew, it would have all rows styled again.
    if (lane !== this.#lane) this.root.style.setProperty('--lane', `${(this.#lane = lane)}px`);
    this.#moves.draw(scroller, lane);
    this.#minimap.draw();
    this.#mark();
  }

  #mark(): void {
    const page = chosenPage(this.#chosen);
    const chosen = this.#scroller.items.mark((item) => {
      const span =
        item.kind === 'region' ? item.region : item.kind === 'free' ? chosenIn(item.row) : undefined;
      return span !== undefined && page !== undefined && page >= span.start && page < span.end;
    });
    this.#pointed.choose(chosen?.getAttribute('aria-label') ?? this.#strings?.pointHint ?? '');
  }

  #point(item: Item | undefined): void {
    this.#pointed.point(item === undefined ? undefined : this.#drawing?.said(item));
  }

  #choose(row: number): void {
    const span = chosenIn(this.#rows[row]);
    if (span === undefined || this.#content === undefined) return;
    const { event } = this.#content.position;
    select({ kind: 'range', start: addressText(span.start), end: addressText(span.end), event });
  }
}
