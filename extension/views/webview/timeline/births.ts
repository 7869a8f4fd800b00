/** Lines from lane to lane: which task made which, drawn over all lanes that are listed. */
import { birthPath, birthsOf, type Born } from '../../../../picture/timeline/births';
import { SVG } from './mark-icon';
import type { Shown } from './shown';

/** CSS pixels: the height of a lane, and in it the line of a life. */
export const LANE = 18;
export const BASE = 13;

export class Births {
  readonly root = document.createElementNS(SVG, 'svg');
  readonly #others = document.createElementNS(SVG, 'path');
  readonly #own = document.createElementNS(SVG, 'path');

  constructor() {
    this.root.setAttribute('aria-hidden', 'true');
    this.root.classList.add('births');
    this.#own.setAttribute('class', 'own');
    this.root.append(this.#others, this.#own);
  }

  /** `rows`: the lanes in their order. `threadId`: the task whose ancestry stands out. */
  show(
    rows: readonly Born[],
    { scale, width }: Shown,
    threadId: number,
    isSeen: (row: Born) => boolean,
  ): void {
    const births = birthsOf(rows, (position) => scale.share(position), threadId, isSeen);
    const size = { height: LANE, base: BASE };
    this.root.style.height = `${rows.length * LANE}px`;
    this.#others.setAttribute(
      'd',
      birthPath(
        births.filter(({ isOwn }) => !isOwn),
        width,
        size,
      ),
    );
    this.#own.setAttribute(
      'd',
      birthPath(
        births.filter(({ isOwn }) => isOwn),
        width,
        size,
      ),
    );
  }
}
