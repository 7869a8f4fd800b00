/** The pages of the mapping as a grid: keys move through it, the page under them is told, choosing one chooses it everywhere. */
import type { PageRunBody, PageWalkBody } from '../../../../debug-adapter/protocol/page';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { sizeOf, wholeNumber } from '../format';
import { lineLink } from '../host';
import { lockIcon } from '../icons';
import { cellCount, cellWord } from './cell-words';
import { countsOf, mapRows, mapShape, type Band, type MapRow, type PageMapShape } from './map-rows';

/** Cells a row for the width in pixels; a power of two, so that rows begin at round addresses. */
export const columnsFor = (width: number): number => (width >= 1000 ? 64 : width >= 430 ? 32 : 16);

export class PageMap {
  readonly #about = el('p', { class: 'about' });
  readonly #shape: PageMapShape | undefined;

  constructor(
    private readonly walk: PageWalkBody,
    private readonly s: ViewStrings,
    private readonly choose: (address: string) => void,
  ) {
    this.#shape = mapShape(walk);
  }

  /** Nothing, where no mapping holds the address. */
  elements(columns: number): readonly HTMLElement[] {
    const { s, walk } = this;
    const shape = this.#shape;
    if (shape === undefined) return [];
    const chosen = Number((BigInt(walk.address) - shape.start) / shape.pageBytes);
    const grid = el('div', {
      class: `map columns${columns}`,
      role: 'grid',
      'aria-label': s.pageMap,
      dir: 'ltr',
    });
    for (const row of mapRows(shape, columns, chosen)) grid.append(this.#row(row, shape, chosen));
    grid.addEventListener('keydown', (event) => this.#move(event, grid));
    grid.addEventListener('focusin', ({ target }) => this.#tell(target, shape));
    grid.addEventListener('pointerover', ({ target }) => this.#tell(target, shape));
    grid.addEventListener('click', ({ target }) => {
      const page = pageAt(target);
      if (page !== undefined) this.choose(addressOf(shape, page));
    });
    this.#tell(grid.querySelector('[aria-selected="true"]'), shape);
    return [this.#heading(shape), legend(shape, s), grid, this.#about];
  }

  #heading({ pages }: PageMapShape): HTMLElement {
    const { s, walk } = this;
    const vma = walk.entry?.vma;
    const name = shownText(vma?.name ?? vma?.file ?? s.anonymous);
    return el(
      'h3',
      {},
      `${s.pageMap} `,
      el('span', { class: 'dim', dir: 'ltr' }, `${vma?.prot ?? ''}${vma?.share ?? ''} `),
      el('bdi', { class: 'dim name' }, name),
      el('span', { class: 'dim' }, ` · ${this.#count(pages)} · ${sizeOf(vma?.sizeKb ?? 0, s.language)}`),
      ...(vma?.locked === true
        ? [' · ', lockIcon(), ` ${vma.lockOnFault ? s.lockedOnFault : s.locked}`]
        : []),
    );
  }

  #count(pages: number): string {
    return pages === 1 ? this.s.onePage : `${wholeNumber(pages, this.s.language)} ${this.s.pages}`;
  }

  #row(row: MapRow, shape: PageMapShape, chosen: number): HTMLElement {
    const { s } = this;
    if (row.kind !== 'cells') {
      const { from, to } = row;
      const size = sizeOf(((to - from) * Number(shape.pageBytes)) / 1024, s.language);
      const word = row.kind === 'fold' ? cellWord(row.band.state, s) : s.notDrawn;
      const cell = el(
        'span',
        {
          class: `fold ${row.kind === 'fold' ? row.band.state : ''}`,
          role: 'gridcell',
          tabindex: '-1',
          'data-page': String(from),
        },
        `⋮ ${this.#count(to - from)} · ${size} · ${word}`,
      );
      return el('div', { class: 'row folded', role: 'row' }, cell);
    }
    const label = addressOf(shape, Math.max(0, row.first));
    return el(
      'div',
      { class: 'row', role: 'row' },
      el('span', { class: 'address', role: 'rowheader' }, label),
      ...row.cells.map((cell) => {
        if (cell === undefined) return el('span', { class: 'cell none', role: 'gridcell' });
        const { page, band } = cell;
        const isChosen = page === chosen;
        return el('span', {
          class: `cell ${band.state}`,
          role: 'gridcell',
          'aria-selected': String(isChosen),
          'aria-label': this.#label(page, band, shape),
          'data-page': String(page),
          tabindex: isChosen ? '0' : '-1',
          ...(isChosen ? { 'data-key': 'cell' } : {}),
        });
      }),
    );
  }

  #label(page: number, { state, run }: Band, shape: PageMapShape): string {
    const { s } = this;
    const line = run === undefined ? '' : `, ${s.line} ${run.since.line}`;
    return `${addressOf(shape, page)} ${run === undefined ? cellWord(state, s) : runWord(run.kind, s)}${line}`;
  }

  /** What is known of the page that is pointed to. */
  #tell(target: EventTarget | null, shape: PageMapShape): void {
    const page = pageAt(target);
    const band = shape.bands.find(({ from, to }) => page !== undefined && from <= page && page < to);
    if (page === undefined || band === undefined) return;
    const { s } = this;
    const parts: Child[] = [
      el('span', { class: 'address', dir: 'ltr' }, addressOf(shape, page)),
      ' · ',
      band.run === undefined ? cellWord(band.state, s) : runWord(band.run.kind, s),
    ];
    if (band.run !== undefined)
      parts.push(' · ', lineLink(`${s.line} ${band.run.since.line}`, band.run.since));
    this.#about.replaceChildren(...parts.filter((part) => part !== undefined));
  }

  #move(event: KeyboardEvent, grid: HTMLElement): void {
    const { target } = event;
    if (event.key === 'Enter' || event.key === ' ') {
      const page = pageAt(target);
      if (page === undefined || this.#shape === undefined) return;
      event.preventDefault();
      this.choose(addressOf(this.#shape, page));
      return;
    }
    const next = cellAfter(event.key, target, grid);
    if (next === undefined) return;
    event.preventDefault();
    for (const cell of grid.querySelectorAll('[tabindex="0"]')) cell.setAttribute('tabindex', '-1');
    next.tabIndex = 0;
    next.focus();
  }
}

/** The cell that a key leads to from the one that has the focus. */
function cellAfter(key: string, from: EventTarget | null, grid: HTMLElement): HTMLElement | undefined {
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-page]')];
  const at = cells.findIndex((cell) => cell === from);
  const row = from instanceof HTMLElement ? from.parentElement : null;
  const column = row === null ? 0 : [...row.children].findIndex((cell) => cell === from);
  const inRow = (other: Element | null | undefined): HTMLElement | undefined => {
    const there = other?.children[column] ?? other?.lastElementChild;
    if (there instanceof HTMLElement && there.dataset['page'] !== undefined) return there;
    return other?.querySelector<HTMLElement>('[data-page]') ?? undefined;
  };
  switch (key) {
    case 'ArrowLeft':
      return cells[at - 1];
    case 'ArrowRight':
      return cells[at + 1];
    case 'ArrowUp':
      return inRow(row?.previousElementSibling);
    case 'ArrowDown':
      return inRow(row?.nextElementSibling);
    case 'Home':
      return cells[0];
    case 'End':
      return cells.at(-1);
    default:
      return undefined;
  }
}

function pageAt(target: EventTarget | null): number | undefined {
  const page = target instanceof HTMLElement ? target.dataset['page'] : undefined;
  return page === undefined ? undefined : Number(page);
}

const addressOf = ({ start, mapped, pageBytes }: PageMapShape, page: number): string =>
  `0x${(page === 0 ? mapped : start + BigInt(page) * pageBytes).toString(16)}`;

function legend(shape: PageMapShape, s: ViewStrings): HTMLElement {
  return el(
    'ul',
    { class: 'legend' },
    ...countsOf(shape).map((count) =>
      el('li', {}, el('span', { class: `cell ${count.state}`, 'aria-hidden': 'true' }), cellCount(count, s)),
    ),
  );
}

function runWord(kind: PageRunBody['kind'], s: ViewStrings): string {
  return {
    own: s.runOwn,
    read: s.runRead,
    file: s.runFile,
    guard: s.entryGuard,
    untouched: s.entryAbsent,
    released: s.openSinceEmpty,
    open: s.openSincePresent,
    'maybe-guard': s.runMaybeGuard,
  }[kind];
}
