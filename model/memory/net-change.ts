/**
 * Collects what an edit did to the VMAs: what is gone and what is new in the end, without the steps between. A VMA that
 * was made and removed again by the same event leaves no trace.
 */
import type { MergeDoubt, SpaceChange } from './address-space';
import type { PageNumber } from './page';
import type { Vma } from './vma';

type VmaLists = Pick<SpaceChange, 'removed' | 'added'>;

export class NetChange {
  /** In the order of the steps; a VMA that came and went is in both. */
  private readonly gone: Vma[] = [];
  private readonly made: Vma[] = [];
  private readonly unsure: MergeDoubt[] = [];

  remove(vma: Vma): void {
    this.gone.push(vma);
  }

  add(vma: Vma): void {
    this.made.push(vma);
  }

  doubt(border: PageNumber, merged: boolean): void {
    this.unsure.push({ border, merged });
  }

  lists(): VmaLists {
    const { removed, added } = cancelled(this.gone, this.made);
    return { removed: ascending(removed), added: ascending(added) };
  }

  /** Ascending; the last look at a border counts. Undefined where all was certain. */
  doubts(): readonly MergeDoubt[] | undefined {
    if (this.unsure.length === 0) return undefined;
    const byBorder = new Map(this.unsure.map((doubt) => [doubt.border, doubt]));
    return [...byBorder.values()].sort((a, b) => a.border - b.border);
  }
}

const ascending = (vmas: Vma[]): readonly Vma[] =>
  vmas.length > 1 ? vmas.sort((a, b) => a.start - b.start) : vmas;

/** Most events touch a handful of VMAs, where looking through the list beats building a table. */
const FEW = 8;

const cancelled = (gone: Vma[], made: Vma[]): { removed: Vma[]; added: Vma[] } => {
  if (gone.length === 0 || made.length === 0) return { removed: gone, added: made };
  const added = [...made];
  if (gone.length <= FEW && made.length <= FEW) {
    const removed = gone.filter((vma) => {
      const at = added.indexOf(vma);
      if (at >= 0) added.splice(at, 1);
      return at < 0;
    });
    return { removed, added };
  }
  const surplus = new Map<Vma, number>();
  for (const vma of made) surplus.set(vma, (surplus.get(vma) ?? 0) + 1);
  for (const vma of gone) surplus.set(vma, (surplus.get(vma) ?? 0) - 1);
  const net = [...surplus];
  return {
    removed: net.flatMap(([vma, count]) => (count < 0 ? [vma] : [])),
    added: net.flatMap(([vma, count]) => (count > 0 ? [vma] : [])),
  };
};
