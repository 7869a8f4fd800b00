/** Pages: how an address is found in the page tables, what is proven of the pages around it, and what the call does there. */
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { ask, select } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { columnsFor, PageMap } from './page-map';
import { entryState } from './page-end';
import { pictureOf } from './picture';
import { TablesChooser } from './tables-chooser';
import { WalkFigure } from './walk-figure';
import { pageWork, tableCounts, type WorkFigure } from './work';

export class PagesView implements PageView<'pages'> {
  readonly root = el('div', { class: 'pages' });
  readonly #input = el('input', { type: 'search', class: 'search' });
  readonly #moments = el('div', { class: 'moments', role: 'group' });
  readonly #tables = new TablesChooser(() => void this.#load());
  readonly #why = el('p', { class: 'note why' });
  readonly #figure = new WalkFigure();
  readonly #outcome = el('div');
  readonly #work = el('section', { class: 'work' });
  readonly #map = el('section', { class: 'page-map' });
  readonly #counts = el('section', { class: 'counts' });
  readonly #observer = new ResizeObserver(() => this.#fitMap());
  #content: ContentOf<'pages'> | undefined;
  #strings: ViewStrings | undefined;
  /** Undefined: what the call is most about. */
  #address: string | undefined;
  #after = false;
  #asked = 0;
  #walk: PageWalkBody | undefined;
  #columns = 0;
  /** Of which moment the work is drawn: choosing another address lets it go on. */
  #workOf = '';
  #workShown: WorkFigure | undefined;

  constructor() {
    const { root } = this;
    root.append(el('div', { class: 'bar' }, this.#input, this.#moments), this.#tables.root, this.#why);
    const below = el('div', { class: 'below' }, this.#work, el('div', {}, this.#map, this.#counts));
    root.append(this.#figure.root, this.#outcome, below);
    this.#input.dir = 'ltr';
    this.#input.spellcheck = false;
    this.#input.dataset['key'] = 'address';
    this.#input.addEventListener('keydown', (event) => this.#typed(event));
    this.#observer.observe(this.#map);
  }

  show(content: ContentOf<'pages'>, strings: ViewStrings): void {
    this.#content = content;
    this.#strings = strings;
    this.#input.placeholder = strings.searchAddress;
    this.#input.title = strings.addressKeys;
    this.#input.setAttribute('aria-label', `${strings.searchAddress}. ${strings.addressKeys}`);
    void this.#load();
  }

  select(selection: Selection | null): void {
    if (selection?.kind === 'event') return;
    const address =
      selection === null ? undefined : selection.kind === 'page' ? selection.address : selection.start;
    if (address === this.#address) return;
    this.#address = address;
    if (this.#content !== undefined) void this.#load();
  }

  picture(): string | undefined {
    if (this.#walk?.kind !== 'user' || this.#content === undefined || this.#strings === undefined)
      return undefined;
    return pictureOf(this.root, this.#walk, this.#content.position, this.#strings);
  }

  readonly #choose = (address: string): void => {
    if (this.#content !== undefined) select({ kind: 'page', address, event: this.#content.position.event });
  };

  #typed(event: KeyboardEvent): void {
    const address = this.#input.value.trim();
    if (event.key === 'Enter' && address !== '') {
      this.#choose(/^0x/i.test(address) ? address : `0x${address}`);
      return;
    }
    const step = this.#stepOf(event.key);
    if (step === 0n || this.#walk === undefined) return;
    event.preventDefault();
    const next = BigInt(this.#walk.address) + step;
    if (next >= 0n) this.#choose(`0x${next.toString(16)}`);
  }

  /** Bytes to the next page, or to the next table of pages. */
  #stepOf(key: string): bigint {
    const { steps } = this.#walk ?? { steps: [] };
    const page = 1n << BigInt(steps.at(-1)?.bits[1] ?? 12);
    const table = 1n << BigInt(steps.at(-2)?.bits[1] ?? 21);
    switch (key) {
      case 'ArrowUp':
        return -page;
      case 'ArrowDown':
        return page;
      case 'PageUp':
        return -table;
      case 'PageDown':
        return table;
      default:
        return 0n;
    }
  }

  async #load(): Promise<void> {
    const content = this.#content;
    const s = this.#strings;
    if (content === undefined || s === undefined) return;
    const asked = ++this.#asked;
    const { event, events } = content.position;
    const tables = this.#tables.chosenIn(events);
    const walk = await ask('pagewalk/pageWalk', {
      event,
      after: this.#after,
      ...(this.#address === undefined ? {} : { address: this.#address }),
      ...(tables === undefined ? {} : { tables }),
    }).catch((problem: unknown) => (problem instanceof Error ? problem.message : String(problem)));
    if (asked !== this.#asked) return;
    const isRefused = typeof walk === 'string';
    this.#input.setAttribute('aria-invalid', String(isRefused));
    if (isRefused) {
      this.#input.value = this.#address ?? '';
      this.#why.textContent = walk;
      this.#clear();
      return;
    }
    this.#walk = walk;
    this.#draw(walk, content, s);
  }

  #draw(walk: PageWalkBody, content: ContentOf<'pages'>, s: ViewStrings): void {
    const focused = this.#focusKey();
    this.#input.value = walk.address;
    this.#tables.show(walk.tables, s);
    this.#why.textContent = whyWords(walk, s);
    this.#drawMoments(content, s);
    const isUser = walk.kind === 'user';
    this.#figure.root.hidden = !isUser;
    if (isUser) this.#figure.show(walk, s, this.#choose);
    this.#outcome.replaceChildren(...(walk.entry === null ? [] : [entryState(walk.entry, walk.steps, s)]));
    this.#drawWork(walk, content, s);
    this.#columns = 0;
    this.#fitMap();
    this.#counts.replaceChildren(...tableCounts(walk, s));
    if (focused !== undefined && focused !== 'address')
      this.root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** What has the focus, by a name that it will have again once all is drawn anew: a chosen page becomes the grid's cell in use. */
  #focusKey(): string | undefined {
    const { activeElement } = document;
    if (activeElement?.getAttribute('role') === 'gridcell') return 'cell';
    return activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  }

  /** What is drawn is of another address or moment than the one that was asked for. */
  #clear(): void {
    this.#figure.root.hidden = true;
    this.#walk = undefined;
    this.#workOf = '';
    for (const part of [this.#outcome, this.#work, this.#map, this.#counts]) part.replaceChildren();
  }

  #drawMoments({ position }: ContentOf<'pages'>, s: ViewStrings): void {
    this.#moments.hidden = position.atEnd;
    this.#moments.setAttribute('aria-label', s.momentShown);
    this.#moments.replaceChildren(
      ...[false, true].map((after) =>
        button(
          after ? s.after : s.before,
          { class: 'moment', 'aria-pressed': String(after === this.#after), 'data-key': `moment ${after}` },
          () => {
            this.#after = after;
            void this.#load();
          },
        ),
      ),
    );
  }

  #drawWork(walk: PageWalkBody, { position, threadId }: ContentOf<'pages'>, s: ViewStrings): void {
    const of = `${position.file} ${position.event} ${threadId} ${walk.tables.name} ${s.language}`;
    if (of === this.#workOf) return;
    this.#workOf = of;
    this.#workShown?.dispose();
    this.#workShown = pageWork(walk, s, this.#choose);
    this.#work.replaceChildren(...this.#workShown.elements);
  }

  /** Rows of as many pages as there is room for. */
  #fitMap(): void {
    const { clientWidth } = this.#map;
    const columns = columnsFor(clientWidth);
    if (
      this.#walk === undefined ||
      this.#strings === undefined ||
      columns === this.#columns ||
      clientWidth === 0
    )
      return;
    this.#columns = columns;
    const map = new PageMap(this.#walk, this.#strings, this.#choose);
    this.#map.replaceChildren(...map.elements(columns));
  }
}

function whyWords({ chosen, kind }: PageWalkBody, s: ViewStrings): string {
  if (kind === 'kernel') return s.kernelAddress;
  if (kind === 'non-canonical') return s.notCanonical;
  return {
    asked: '',
    moved: s.chosenMoved,
    changed: s.chosenChanged,
    argument: s.chosenArgument,
    fault: s.chosenFault,
    stack: s.chosenStack,
    lowest: s.chosenLowest,
  }[chosen];
}
