/**
 * Collects what an edit did to the VMAs: what is gone and what is new in the end, without the steps between. A VMA that
 * was made and removed again by the same event leaves no trace.
 */
import type { MergeDoubt, SpaceChange } from './address-space';
import type { PageNumber } from './page';
import type { Vma } from './vma';

type VmaLists = Pick<SpaceChange, 'removed' | 'added'>;

export class NetChange {
  readonly #removed = new Map<PageNumber, Vma>();
  readonly #added = new Map<PageNumber, Vma>();
  /** By border: a later look at the same border replaces an earlier one. */
  readonly #doubts = new Map<PageNumber, MergeDoubt>();

  get isEmpty(): boolean {
    return this.#removed.size === 0 && this.#added.size === 0;
  }

  remove(vma: Vma): void {
    if (!this.#added.delete(vma.start)) this.#removed.set(vma.start, vma);
  }

  add(vma: Vma): void {
    if (this.#removed.get(vma.start) === vma) this.#removed.delete(vma.start);
    else this.#added.set(vma.start, vma);
  }

  doubt(border: PageNumber, merged: boolean): void {
    this.#doubts.set(border, { border, merged });
  }

  lists(): VmaLists {
    return { removed: ascending(this.#removed), added: ascending(this.#added) };
  }

  doubts(): readonly MergeDoubt[] {
    return [...this.#doubts.values()].sort((a, b) => a.border - b.border);
  }
}

const ascending = (vmas: ReadonlyMap<PageNumber, Vma>): readonly Vma[] => {
  const list = [...vmas.values()];
  return list.length > 1 ? list.sort((a, b) => a.start - b.start) : list;
};
