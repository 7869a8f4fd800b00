/**
 * Time travel of one space: a change applied, and the same change taken back. Each is the exact inverse of the other.
 * Neither merges nor counts: the change says what the edit came to.
 */
import type { AddressSpace, SpaceChange, SpaceFacts } from './address-space';
import { KnownSpace, partsOf } from './known-space';
import type { PageRange } from './page';
import type { PageRun, PageRunsChange } from './page-run';
import type { RangeSet } from './range-set';
import type { ReadonlyRangeTree } from './range-tree';
import type { Vma } from './vma';

/** The space after the change. `space` must be the one before it: the change was made on it. */
export const applyChange = (space: AddressSpace, change: SpaceChange): AddressSpace =>
  step(space, {
    gone: change.removed,
    here: change.added,
    facts: change.factsAfter,
    known: change.unknownBefore ?? [],
    unknown: change.unknownAfter ?? [],
    pages: change.pages,
  });

/** The space before the change, from the one after it. */
export const revertChange = (space: AddressSpace, change: SpaceChange): AddressSpace =>
  step(space, {
    gone: change.added,
    here: change.removed,
    facts: change.factsBefore,
    known: change.unknownAfter ?? [],
    unknown: change.unknownBefore ?? [],
    pages: change.pages && { removed: change.pages.added, added: change.pages.removed },
  });

/** An event that changed nothing of the space. */
export const isNothing = (change: SpaceChange): boolean =>
  change.removed.length === 0 &&
  change.added.length === 0 &&
  change.unknownBefore === undefined &&
  change.pages === undefined &&
  change.factsBefore === change.factsAfter;

interface Step {
  readonly gone: readonly Vma[];
  readonly here: readonly Vma[];
  readonly facts: SpaceFacts;
  readonly known: readonly PageRange[];
  readonly unknown: readonly PageRange[];
  readonly pages: PageRunsChange | undefined;
}

const step = (space: AddressSpace, { gone, here, facts, known, unknown, pages }: Step): AddressSpace => {
  const parts = partsOf(space);
  let vmas = parts.vmas;
  if (gone.length > 0 || here.length > 0) {
    const changed = vmas.clone();
    for (const vma of gone) changed.remove(vma.start);
    for (const vma of here) changed.insert(vma);
    vmas = changed;
  }
  return new KnownSpace({
    ...parts,
    vmas,
    unknown: exchanged(parts.unknown, known, unknown),
    inferred: parts.inferred - inferredOf(gone) + inferredOf(here),
    facts,
    pages: pages === undefined ? parts.pages : exchangedRuns(parts.pages, pages),
  });
};

const exchangedRuns = (
  runs: ReadonlyRangeTree<PageRun>,
  { removed, added }: PageRunsChange,
): ReadonlyRangeTree<PageRun> => {
  const changed = runs.clone();
  for (const run of removed) changed.remove(run.start);
  for (const run of added) changed.insert(run);
  return changed;
};

const exchanged = (set: RangeSet, out: readonly PageRange[], into: readonly PageRange[]): RangeSet => {
  let result = set.withoutAll(out);
  for (const range of into) result = result.with(range);
  return result;
};

const inferredOf = (vmas: readonly Vma[]): number =>
  vmas.reduce((count, vma) => count + (vma.certainty === 'inferred' ? 1 : 0), 0);
