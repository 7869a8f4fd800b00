/**
 * The whole space beside the window: where the window lies in it, where something changes, and a way to get there. Its rows are
 * painted a line of pixels at a time, for there may be a hundred rows to a pixel; scrolling only moves the window's frame.
 */
import type { Trouble } from '../../../../picture/asked';
import type { Axis } from '../../../../picture/axis';
import { isUntold, type RegionKind } from '../../../../picture/region';
import type { Row } from '../../../../picture/rows';
import { el } from '../dom';
import type { Scroller } from './scroller';

const kinds: readonly RegionKind[] = [
  'code',
  'data',
  'heap',
  'stack',
  'anonymous',
  'file',
  'shared',
  'guard',
  'kernel',
];

export class Minimap {
  readonly #rows = el('canvas');
  readonly #window = el('div', { class: 'window' });
  readonly root = el('div', { class: 'minimap', 'aria-hidden': 'true' }, this.#rows, this.#window);
  /** Whose rows were painted last. */
  #painted: Axis | undefined;
  /** CSS pixels. */
  #height = 0;
  #colours: Colours | undefined;
  #troubles: readonly Trouble[] = [];
  #changed: readonly number[] = [];
  #scroller: Scroller | undefined;

  constructor() {
    const go = (event: PointerEvent): void => {
      const scroller = this.#scroller;
      if (scroller === undefined || event.buttons !== 1) return;
      const share = event.offsetY / this.root.clientHeight;
      scroller.goTo(share * scroller.axis.height - scroller.window.height / 2);
    };
    this.root.addEventListener('pointerdown', go);
    this.root.addEventListener('pointermove', go);
    new ResizeObserver(() => {
      this.#height = this.root.clientHeight;
      this.#rows.width = Math.round(this.root.clientWidth * devicePixelRatio);
      this.#rows.height = Math.round(this.#height * devicePixelRatio);
      this.#painted = undefined;
      this.draw();
    }).observe(this.root);
  }

  /** In the editor's new colours. */
  restyle(): void {
    this.#painted = undefined;
    this.#colours = undefined;
    this.draw();
  }

  of(scroller: Scroller): void {
    this.#scroller = scroller;
  }

  /** What is in the way of the call, and which rows it changes: of those that are shown next. */
  mark(troubles: readonly Trouble[], rows: readonly Row[]): void {
    this.#troubles = troubles;
    this.#changed = rows.flatMap(({ isSame }, i) => (isSame ? [] : [i]));
    this.#painted = undefined;
  }

  draw(): void {
    const scroller = this.#scroller;
    const height = this.#height;
    if (scroller === undefined || height === 0) return;
    const { axis, window } = scroller;
    if (this.#painted !== axis) this.#paint(axis);
    const share = axis.height === 0 ? 0 : height / axis.height;
    this.#window.hidden = axis.height === 0;
    this.#window.style.top = `${window.top * share}px`;
    this.#window.style.height = `${Math.min(height, Math.max(4, window.height * share))}px`;
  }

  #paint(axis: Axis): void {
    this.#painted = axis;
    const paper = this.#rows.getContext('2d');
    const { width, height } = this.#rows;
    if (paper === null) return;
    paper.clearRect(0, 0, width, height);
    if (axis.height === 0) return;
    const { kinds: colours, ink, failed, changed } = (this.#colours ??= coloursOf(this.root));
    const dotted = Math.round(5 * devicePixelRatio);
    for (let line = 0; line < height; line++) {
      const row = axis.rows[axis.rowAt(((line + 0.5) / height) * axis.height)];
      const region = row?.after ?? row?.before;
      // Nothing is known there: dots, as the rows themselves have them.
      if (region === undefined || (isUntold(region) && line % dotted !== 0)) continue;
      paper.fillStyle = colours.get(region.kind) ?? ink;
      paper.fillRect(0, line, width * 0.6, 1);
    }
    const least = 3 * devicePixelRatio;
    const y = (row: number): number => (axis.top(row) / axis.height) * height;
    const mark = (first: number, end: number): void =>
      paper.fillRect(width * 0.7, y(first), width * 0.3, Math.max(least, y(end) - y(first)));
    paper.fillStyle = failed;
    for (const { start, end } of this.#troubles) mark(axis.rowOf(start), axis.rowOf(end - 1) + 1);
    paper.fillStyle = changed;
    for (const row of this.#changed) mark(row, row + 1);
  }
}

interface Colours {
  readonly kinds: ReadonlyMap<RegionKind, string>;
  readonly ink: string;
  readonly changed: string;
  readonly failed: string;
}

/** To ask for them takes a layout: they are kept until the theme changes. */
function coloursOf(root: HTMLElement): Colours {
  const style = getComputedStyle(root);
  const of = (name: string): string => style.getPropertyValue(name);
  return {
    kinds: new Map(kinds.map((kind) => [kind, of(`--${kind}`)])),
    ink: style.color,
    changed: of('--changed'),
    failed: of('--failed'),
  };
}
