/** Arrows from where a mapping was to where mremap took it, between the columns of the part of the picture that is in sight. */
import type { Move } from '../../../../picture/change-sums';
import type { Scroller } from './scroller';

const SVG = 'http://www.w3.org/2000/svg';

/** CSS pixels between the columns where something moves, as media/space/frame.css has it (--gutter). */
const GUTTER = 34;

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

  /** `lane`: what is kept free beside the rows. */
  draw({ window: { top, height, width }, axis }: Scroller, lane: number): void {
    this.root.toggleAttribute('hidden', this.#moves.length === 0);
    if (this.#moves.length === 0) return;
    this.root.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const x = lane + (width - lane) / 2;
    this.root.replaceChildren(
      ...this.#moves.flatMap(({ from, to }) => {
        const middle = (page: number): number => {
          const row = axis.rowOf(page);
          return (axis.top(row) + axis.top(row + 1)) / 2 - top;
        };
        return arrow(x - GUTTER / 2, x + GUTTER / 2, middle(from), middle(to));
      }),
    );
  }
}

/** From one column's edge to the other's: nothing is written between them. */
function arrow(left: number, right: number, from: number, to: number): readonly SVGElement[] {
  const line = document.createElementNS(SVG, 'path');
  const bend = (right - left) / 2;
  line.setAttribute(
    'd',
    `M ${left} ${from} C ${left + bend} ${from}, ${right - bend - 6} ${to}, ${right - 6} ${to}`,
  );
  line.classList.add('shaft');
  const head = document.createElementNS(SVG, 'path');
  head.setAttribute('d', `M ${right - 9} ${to - 5} L ${right} ${to} L ${right - 9} ${to + 5} Z`);
  head.classList.add('head');
  return [line, head];
}
