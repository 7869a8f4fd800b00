/** mremap's entries seen moving, once for each call that is looked at, and again on request. */
import type { PageWorkBody } from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { filled, wholeNumber } from '../format';
import { lineLink } from '../host';
import { svg } from '../svg';
import {
  entriesAt,
  sceneRows,
  sceneShape,
  type MovedSlot,
  type SceneRow,
  type SceneShape,
} from './move-scene';

type Moved = PageWorkBody['moved'][number];

const DURATION_MS = 1800;

const isStill = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ||
  document.body.classList.contains('vscode-reduce-motion');

export class MoveFigure {
  readonly root = el('div', { class: 'move', role: 'group' });
  readonly #drawing = svg('svg', { 'aria-hidden': 'true' });
  readonly #rows: readonly SceneRow[];
  readonly #observer = new ResizeObserver(() => this.#draw());
  #frame = 0;
  #t: number;

  constructor(
    private readonly move: Moved,
    private readonly s: ViewStrings,
    choose: (address: string) => void,
  ) {
    this.#rows = sceneRows(move.entries, slotsOf(move));
    this.#t = isStill() ? 1 : 0;
    const { level, entries, from, to, perhapsWhole } = move;
    const count = wholeNumber(entries, s.language);
    const link = (place: Moved['from']): HTMLElement =>
      button(place.start, { class: 'link address', dir: 'ltr' }, () => choose(place.start));
    const last = entries - 1;
    const title = filled(entries === 1 ? s.entryMoves : s.entriesMove, count, level);
    this.root.setAttribute(
      'aria-label',
      `${title} ${from.index}–${from.index + last} → ${to.index}–${to.index + last}`,
    );
    this.root.append(
      el(
        'p',
        {},
        el('strong', {}, title),
        ' ',
        el('span', { class: 'dim' }, level === 'PTE' ? s.noByteCopied : s.wholeTables),
      ),
      el('div', { class: 'places' }, el('span', {}, link(from)), el('span', {}, link(to))),
    );
    this.root.append(this.#drawing);
    this.root.append(
      el(
        'p',
        { class: 'note' },
        button(s.showAgain, { class: 'more' }, () => this.#play()),
        ...(perhapsWhole ? [` ${s.perhapsWholeTable}`] : []),
      ),
      ...(this.#rows.some(({ slot }) => slot?.state === 'open')
        ? [el('p', { class: 'note' }, s.movedOpen)]
        : []),
      ...move.runs
        .slice(0, 1)
        .map(({ since }) =>
          el('p', { class: 'note' }, `${s.statePresent}: `, lineLink(`${s.line} ${since.line}`, since)),
        ),
    );
    this.#observer.observe(this.root);
    if (!isStill()) this.#play();
  }

  dispose(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** With reduced motion: the state before for a moment, then the one after. */
  #play(): void {
    cancelAnimationFrame(this.#frame);
    const still = isStill();
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const share = Math.min(1, (now - start) / DURATION_MS);
      this.#t = still ? (share < 1 ? 0 : 1) : share;
      this.#draw();
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #draw(): void {
    const { width } = this.root.getBoundingClientRect();
    if (width === 0) return;
    const { paddingLeft, paddingRight } = getComputedStyle(this.root);
    const inside = this.root.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const shape = sceneShape(inside, this.#rows.length);
    const drawing = this.#drawing;
    drawing.setAttribute('width', String(shape.width));
    drawing.setAttribute('height', String(shape.height));
    const entries = entriesAt(shape, this.#rows, this.#t);
    drawing.replaceChildren(
      ...this.#rows.flatMap((row, n) => this.#places(shape, row, n)),
      ...entries.flatMap(({ row, at, line: [a, b] }) => {
        const { slot } = this.#rows[row] ?? {};
        if (slot === undefined) return [];
        const box = boxAt(at.x, at.y, shape.slotWidth, shape.slotHeight);
        return [
          svg('line', { class: `link-line ${slot.state}`, x1: a.x, y1: a.y, x2: b.x, y2: b.y }),
          svg('rect', { class: `chip ${slot.state}`, ...box }),
        ];
      }),
      ...this.#rows.map((row, n) => this.#page(shape, row, n)),
    );
  }

  /** The slots of both tables, empty, with their indices. */
  #places(shape: SceneShape, { slot, folded }: SceneRow, row: number): readonly SVGElement[] {
    const y = shape.yOf(row);
    if (slot === undefined) {
      const count = `⋮ ${wholeNumber(folded, this.s.language)}`;
      return [label(shape.oldX, y, count, 'middle'), label(shape.newX, y, count, 'middle')];
    }
    const half = shape.slotWidth / 2;
    return [
      svg('rect', { class: 'slot', ...boxAt(shape.oldX, y, shape.slotWidth, shape.slotHeight) }),
      svg('rect', { class: 'slot', ...boxAt(shape.newX, y, shape.slotWidth, shape.slotHeight) }),
      label(shape.oldX - half - 5, y, String(slot.from), 'end'),
      label(shape.newX + half + 5, y, String(slot.to), 'start'),
    ];
  }

  #page(shape: SceneShape, { slot }: SceneRow, row: number): SVGElement {
    const y = shape.yOf(row);
    if (slot === undefined) return label(shape.pageX, y, '⋮', 'middle');
    const words = {
      present: this.move.level === 'PTE' ? this.s.pageFrame : this.s.stateTable,
      open: '?',
      absent: '∅',
    };
    return svg(
      'g',
      {},
      svg('rect', {
        class: `sheet ${slot.state}`,
        ...boxAt(shape.pageX, y, shape.pageWidth, shape.slotHeight),
      }),
      label(shape.pageX, y, words[slot.state], 'middle'),
    );
  }
}

const boxAt = (x: number, y: number, width: number, height: number): Record<string, number> => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
  rx: 2,
});

const label = (x: number, y: number, text: string, anchor: string): SVGTextElement =>
  svg('text', { x, y: y + 4, 'text-anchor': anchor }, text);

/** An entry with what is proven of it; a table is there if one of its pages is. */
function slotsOf({ entries, from, to, runs, level }: Moved): (n: number) => MovedSlot {
  const start = BigInt(from.start);
  const span = Number((BigInt(from.end) - start) >> 12n) / Math.max(1, entries);
  const present = runs.filter(
    ({ kind }) => kind === 'own' || kind === 'read' || kind === 'file' || kind === 'guard',
  );
  const absent = runs.filter(({ kind }) => kind === 'untouched');
  const covers = (list: Moved['runs'], n: number): boolean =>
    list.some((run) => {
      const first = Number((BigInt(run.start) - start) >> 12n);
      const end = Number((BigInt(run.end) - start) >> 12n);
      return first < (n + 1) * span && end > n * span;
    });
  return (n) => {
    const state = covers(present, n) ? 'present' : level === 'PTE' && covers(absent, n) ? 'absent' : 'open';
    return { from: from.index + n, to: to.index + n, state };
  };
}
