/**
 * A line below the picture with all that is drawn of the row that is pointed at, else of the chosen one. It has its room
 * always, so nothing moves as the pointer does, and nothing is covered.
 */
import { el } from '../dom';

export class Pointed {
  readonly root = el('p', { class: 'pointed', 'aria-hidden': 'true' });
  #pointed: string | undefined;
  #chosen = '';

  /** What a screen reader is told of the row too; undefined: none is pointed at. */
  point(said: string | undefined): void {
    this.#pointed = said;
    this.#draw();
  }

  choose(said: string): void {
    this.#chosen = said;
    this.#draw();
  }

  #draw(): void {
    const text = this.#pointed ?? this.#chosen;
    if (this.root.textContent !== text) this.root.textContent = text;
  }
}
