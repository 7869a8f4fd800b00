/**
 * Collects what an edit did to the VMAs: what is gone and what is new in the end, without the steps between. A VMA that
 * was made and removed again by the same event leaves no trace.
 */
import type { MergeDoubt, SpaceChange } from './address-space';
import type { PageNumber } from './page';
import type { Vma } from './vma';

type VmaLists = Pick<SpaceChange, 'removed' | 'added'>;

export class NetChange {
  /** In the order of the steps; a VMA that came and went is in both, until the lists are asked for. */
  private readonly gone: Vma[] = [];
  private readonly made: Vma[] = [];
  private unsure: MergeDoubt[] | undefined;

  remove(vma: Vma): void {
    this.gone.push(vma);
  }

  add(vma: Vma): void {
    this.made.push(vma);
  }

  doubt(border: PageNumber, merged: boolean): void {
    (this.unsure ??= []).push({ border, merged });
  }

  lists(): VmaLists {
    if (this.gone.length > FEW || this.made.length > FEW) {
      const { removed, added } = balance(this.gone, this.made);
      return { removed: ascending(removed), added: ascending(added) };
    }
    strikeOut(this.gone, this.made);
    return { removed: ascending(this.gone), added: ascending(this.made) };
  }

  /** Ascending; the last look at a border counts. Undefined where all was certain. */
  doubts(): readonly MergeDoubt[] | undefined {
    if (this.unsure === undefined || this.unsure.length === 1) return this.unsure;
    const byBorder = new Map(this.unsure.map((doubt) => [doubt.border, doubt]));
    return [...byBorder.values()].sort((a, b) => a.border - b.border);
  }
}

/** Steps go upwards as a rule: few lists need sorting. */
function ascending(vmas: Vma[]): readonly Vma[] {
  for (let at = 1; at < vmas.length; at++)
    if ((vmas[at - 1]?.start ?? 0) > (vmas[at]?.start ?? 0)) return vmas.sort((a, b) => a.start - b.start);
  return vmas;
}

/** Most events touch a handful of VMAs, where looking through the list beats building a table. */
const FEW = 8;

/** Takes those that came and went out of both. */
function strikeOut(gone: Vma[], made: Vma[]): void {
  for (let at = made.length - 1; at >= 0; at--) {
    const vma = made[at];
    const went = vma === undefined ? -1 : gone.indexOf(vma);
    if (went < 0) continue;
    gone.splice(went, 1);
    made.splice(at, 1);
  }
}

const balance = (gone: Vma[], made: Vma[]): { removed: Vma[]; added: Vma[] } => {
  if (gone.length === 0 || made.length === 0) return { removed: gone, added: made };
  const surplus = new Map<Vma, number>();
  for (const vma of made) surplus.set(vma, (surplus.get(vma) ?? 0) + 1);
  for (const vma of gone) surplus.set(vma, (surplus.get(vma) ?? 0) - 1);
  const net = [...surplus];
  return {
    removed: net.flatMap(([vma, count]) => (count < 0 ? [vma] : [])),
    added: net.flatMap(([vma, count]) => (count > 0 ? [vma] : [])),
  };
};
