/**
 * The whole space beside the window: where the window lies in it, where something changes, and a way to get there. Its rows are
 * painted once, a line of pixels at a time, for there may be a hundred rows to a pixel; scrolling only moves the window's frame.
 */
import type { Trouble } from '../../../../picture/asked';
import type { Axis } from '../../../../picture/axis';
import type { RegionKind } from '../../../../picture/region';
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
  readonly root = el('canvas', { class: 'minimap', 'aria-hidden': 'true' });
  /** The rows as they were painted last, and of which axis. */
  readonly #rows = el('canvas');
  #painted: Axis | undefined;
  #size = { width: 0, height: 0 };
  #colours: Colours | undefined;
  #troubles: readonly Trouble[] = [];
  #scroller: Scroller | undefined;

  constructor() {
    const go = (event: PointerEvent): void => {
      const scroller = this.#scroller;
      if (scroller === undefined || event.buttons !== 1) return;
      const share = event.offsetY / this.root.clientHeight;
      scroller.root.scrollTop = share * scroller.axis.height - scroller.root.clientHeight / 2;
    };
    this.root.addEventListener('pointerdown', go);
    this.root.addEventListener('pointermove', go);
    new ResizeObserver(() => {
      this.#size = { width: this.root.clientWidth, height: this.root.clientHeight };
      this.draw();
    }).observe(this.root);
    // Colours are the theme's: a change of it shows as another class of the body.
    new MutationObserver(() => {
      this.#painted = undefined;
      this.#colours = undefined;
      this.draw();
    }).observe(document.body, { attributeFilter: ['class'] });
  }

  of(scroller: Scroller): void {
    this.#scroller = scroller;
  }

  /** What is in the way of the call: of the rows that are shown next. */
  mark(troubles: readonly Trouble[]): void {
    this.#troubles = troubles;
    this.#painted = undefined;
  }

  draw(): void {
    const scroller = this.#scroller;
    const paper = this.root.getContext('2d');
    if (scroller === undefined || paper === null || this.#size.height === 0) return;
    const { axis, window } = scroller;
    const scale = devicePixelRatio;
    const width = Math.round(this.#size.width * scale);
    const height = Math.round(this.#size.height * scale);
    if (this.#painted !== axis || this.#rows.width !== width || this.#rows.height !== height) {
      this.#paint(axis, width, height, scale);
      this.root.width = width;
      this.root.height = height;
    }
    paper.clearRect(0, 0, width, height);
    paper.drawImage(this.#rows, 0, 0);
    if (axis.height === 0) return;
    const y = (top: number): number => (top / axis.height) * height;
    paper.strokeStyle = (this.#colours ??= coloursOf(this.root)).window;
    paper.lineWidth = scale;
    paper.strokeRect(
      scale / 2,
      y(window.top) + scale / 2,
      width - scale,
      Math.max(4 * scale, y(window.height) - scale),
    );
  }

  #paint(axis: Axis, width: number, height: number, scale: number): void {
    this.#painted = axis;
    this.#rows.width = width;
    this.#rows.height = height;
    const paper = this.#rows.getContext('2d');
    if (paper === null || axis.height === 0) return;
    const { kinds: colours, ink, failed, changed } = (this.#colours ??= coloursOf(this.root));
    for (let line = 0; line < height; line++) {
      const row = axis.rows[axis.rowAt(((line + 0.5) / height) * axis.height)];
      const region = row?.after ?? row?.before;
      if (region === undefined) continue;
      paper.fillStyle = colours.get(region.kind) ?? ink;
      paper.fillRect(0, line, width * 0.6, 1);
    }
    const y = (top: number): number => (top / axis.height) * height;
    paper.fillStyle = failed;
    for (const { start, end } of this.#troubles) {
      const top = y(axis.top(axis.rowOf(start)));
      const bottom = y(axis.top(axis.rowOf(end - 1) + 1));
      paper.fillRect(width * 0.7, top, width * 0.3, Math.max(3 * scale, bottom - top));
    }
    paper.fillStyle = changed;
    axis.rows.forEach(({ isSame }, i) => {
      if (isSame) return;
      const top = y(axis.top(i));
      paper.fillRect(width * 0.7, top, width * 0.3, Math.max(3 * scale, y(axis.top(i + 1)) - top));
    });
  }
}

interface Colours {
  readonly kinds: ReadonlyMap<RegionKind, string>;
  readonly ink: string;
  readonly window: string;
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
    window: of('--window'),
    changed: of('--changed'),
    failed: of('--failed'),
  };
}
