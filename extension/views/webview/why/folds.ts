/** Parts that are folded until somebody opens them; they stay as they were left from one moment to the next. */
import { el, type Child } from '../dom';

export class Folds {
  readonly #open = new Set<string>();

  /** `name`: what the part is, at every moment. */
  fold(name: string, summary: Child, ...children: readonly Child[]): HTMLDetailsElement {
    const details = el('details', { class: name }, el('summary', {}, summary), ...children);
    details.open = this.#open.has(name);
    details.addEventListener('toggle', () => {
      if (details.open) this.#open.add(name);
      else this.#open.delete(name);
    });
    return details;
  }
}
