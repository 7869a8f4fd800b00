/**
 * Many changes of a space taken as one. A jump passes hundreds of them; what one put in and a later one took out need not
 * touch the tree, and the way down to a leaf is copied once, not once a change.
 */
import type { AddressSpace, SpaceFacts, SpaceId } from '../memory/address-space';
import { factsOf } from '../memory/copies';
import type { PageRange } from '../memory/page';
import type { PageRun, PageRunsChange } from '../memory/page-run';
import { applyChange } from '../memory/space-change';
import type { Vma } from '../memory/vma';
import type { WorldState } from '../process/world-state';
import { runsStartingAt, type UnpackedPages } from './packed-pages';
import { vmasStartingAt, type UnpackedChange } from './packed-space-change';

export class SpaceFold {
  facts: SpaceFacts;
  /** First pages of VMAs of the base that are gone. */
  private readonly gone = new Set<number>();
  private readonly here = new Map<number, Vma>();
  /** The same for page runs. */
  private readonly runsGone = new Set<number>();
  private readonly runsHere = new Map<number, PageRun>();
  private learned: PageRange[] = [];

  constructor(private base: AddressSpace) {
    this.facts = factsOf(base);
  }

  take(change: UnpackedChange): void {
    // Pages may become unknown again only in a change of their own: what was learned before must not undo it.
    if ((change.unknownAfter?.length ?? 0) > 0) this.base = this.finished();
    for (const page of change.removedAt) if (!this.here.delete(page)) this.gone.add(page);
    for (const vma of change.added) this.here.set(vma.start, vma);
    if (change.pages !== undefined) this.takePages(change.pages);
    this.facts = change.factsAfter;
    if (change.unknownBefore !== undefined) this.learned.push(...change.unknownBefore);
    if ((change.unknownAfter?.length ?? 0) > 0) this.base = this.finished(change.unknownAfter);
  }

  private takePages({ removedAt, added }: UnpackedPages): void {
    for (const page of removedAt) if (!this.runsHere.delete(page)) this.runsGone.add(page);
    for (const run of added) this.runsHere.set(run.start, run);
  }

  private pages(): PageRunsChange | undefined {
    if (this.runsGone.size === 0 && this.runsHere.size === 0) return undefined;
    return { removed: runsStartingAt(this.base, this.runsGone), added: [...this.runsHere.values()] };
  }

  finished(unknown: readonly PageRange[] = []): AddressSpace {
    const space = applyChange(this.base, {
      space: this.base.id,
      removed: vmasStartingAt(this.base, this.gone),
      added: [...this.here.values()],
      factsBefore: factsOf(this.base),
      factsAfter: this.facts,
      unknownBefore: this.learned,
      unknownAfter: unknown,
      pages: this.pages(),
    });
    this.runsGone.clear();
    this.runsHere.clear();
    this.gone.clear();
    this.here.clear();
    this.learned = [];
    return space;
  }
}

export class SpaceFolds {
  private readonly folds = new Map<SpaceId, SpaceFold>();

  /** Undefined where the world has no such space. */
  of(id: SpaceId, world: WorldState): SpaceFold | undefined {
    const known = this.folds.get(id);
    if (known !== undefined) return known;
    const base = world.space(id);
    if (base === undefined) return undefined;
    const fold = new SpaceFold(base);
    this.folds.set(id, fold);
    return fold;
  }

  /** Puts all into the world. */
  finish(world: WorldState): void {
    for (const fold of this.folds.values()) world.setSpace(fold.finished());
    this.folds.clear();
  }
}
