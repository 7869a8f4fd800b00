/** The whole space beside the window: where the window lies in it, where something changes, and a way to get there. */
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
    // Colours are the theme's: a change of it shows as another class of the body.
    new MutationObserver(() => this.draw()).observe(document.body, { attributeFilter: ['class'] });
  }

  of(scroller: Scroller): void {
    this.#scroller = scroller;
  }

  draw(): void {
    const scroller = this.#scroller;
    const paper = this.root.getContext('2d');
    if (scroller === undefined || paper === null || this.root.clientHeight === 0) return;
    const { axis } = scroller;
    const scale = devicePixelRatio;
    const width = (this.root.width = Math.round(this.root.clientWidth * scale));
    const height = (this.root.height = Math.round(this.root.clientHeight * scale));
    if (axis.height === 0) return;
    const style = getComputedStyle(this.root);
    const colours = new Map(kinds.map((kind) => [kind, style.getPropertyValue(`--${kind}`)]));
    const y = (top: number): number => (top / axis.height) * height;
    axis.rows.forEach((row, i) => {
      const region = row.after ?? row.before;
      if (region === undefined) return;
      paper.fillStyle = colours.get(region.kind) ?? style.color;
      paper.fillRect(0, y(axis.top(i)), width * 0.6, Math.max(scale, y(axis.top(i + 1)) - y(axis.top(i))));
      if (row.isSame) return;
      paper.fillStyle = style.getPropertyValue('--changed');
      paper.fillRect(
        width * 0.7,
        y(axis.top(i)),
        width * 0.3,
        Math.max(3 * scale, y(axis.top(i + 1)) - y(axis.top(i))),
      );
    });
    const { scrollTop, clientHeight } = scroller.root;
    paper.strokeStyle = style.getPropertyValue('--window');
    paper.lineWidth = scale;
    const top = y(scrollTop) + scale / 2;
    paper.strokeRect(scale / 2, top, width - scale, Math.max(4 * scale, y(clientHeight) - scale));
  }
}
