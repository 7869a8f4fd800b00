/**
 * For each leaf of a tree of ranges the largest gap in it, so that a search for room passes over leaves without looking
 * into them. Worked out when first asked for: a change only marks what it made doubtful.
 *
 *     leaf n - 1           leaf n
 *     [ A  B    C ]   .    [ D  E ]           the gap of a leaf counts those below its items: of leaf n the one between
 *           ^^^^        ^^^^  ^^              C and D, and the one between D and E
 *
 * Numbers in one array, beside the leaves: a search through 60,000 VMAs reads 245 of them that lie in a row.
 */
import type { PageRange } from './page';

const DOUBTFUL = -1;

export class LeafGaps {
  private constructor(private readonly gaps: number[]) {}

  static empty(): LeafGaps {
    return new LeafGaps([]);
  }

  copy(): LeafGaps {
    return new LeafGaps(this.gaps.slice());
  }

  /** Items of the leaf came, went, or reach elsewhere: the gap below the next leaf may have changed as well. */
  changed(leaf: number): void {
    this.gaps[leaf] = DOUBTFUL;
    if (leaf + 1 < this.gaps.length) this.gaps[leaf + 1] = DOUBTFUL;
  }

  inserted(leaf: number): void {
    this.gaps.splice(leaf, 0, DOUBTFUL);
    this.changed(leaf);
  }

  removed(leaf: number): void {
    this.gaps.splice(leaf, 1);
    if (leaf < this.gaps.length) this.gaps[leaf] = DOUBTFUL;
  }

  /** Pages of the largest gap below an item of the leaf. */
  of(leaf: number, leaves: readonly (readonly PageRange[])[]): number {
    const known = this.gaps[leaf] ?? DOUBTFUL;
    if (known !== DOUBTFUL) return known;
    const items = leaves[leaf] ?? [];
    let from = leaf === 0 ? 0 : (leaves[leaf - 1]?.at(-1)?.end ?? 0);
    let largest = 0;
    for (const { start, end } of items) {
      if (start - from > largest) largest = start - from;
      from = end;
    }
    this.gaps[leaf] = largest;
    return largest;
  }
}
