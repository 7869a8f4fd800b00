/** Arrows from where a mapping was to where mremap took it, over the part of the picture that is in sight. */
import type { Scroller } from './scroller';

const SVG = 'http://www.w3.org/2000/svg';

/** Pages, half-open. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

export class Moves {
  readonly root = document.createElementNS(SVG, 'svg');
  #moves: readonly Move[] = [];

  constructor() {
    this.root.classList.add('moves');
    this.root.setAttribute('aria-hidden', 'true');
  }

  show(moves: readonly Move[]): void {
    this.#moves = moves;
  }

  draw({ root, axis }: Scroller): void {
    const { scrollTop, clientHeight, clientWidth } = root;
    this.root.setAttribute('viewBox', `0 0 ${clientWidth} ${clientHeight}`);
    this.root.toggleAttribute('hidden', this.#moves.length === 0);
    this.root.replaceChildren(
      ...this.#moves.flatMap(({ from, to }) => {
        const middle = (page: number): number => {
          const row = axis.rowOf(page);
          return (axis.top(row) + axis.top(row + 1)) / 2 - scrollTop;
        };
        return arrow(clientWidth / 2, middle(from), middle(to));
      }),
    );
  }
}

/** From the left column's edge to the right one's, round the middle. */
function arrow(x: number, from: number, to: number): readonly SVGElement[] {
  const bend = Math.min(60, x / 3);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', `M ${x - 6} ${from} C ${x + bend} ${from}, ${x - bend} ${to}, ${x + 2} ${to}`);
  line.classList.add('shaft');
  const head = document.createElementNS(SVG, 'path');
  head.setAttribute('d', `M ${x - 6} ${to - 5} L ${x + 5} ${to} L ${x - 6} ${to + 5} Z`);
  head.classList.add('head');
  return [line, head];
}
