/**
 * A snapshot meets the model: what the two say otherwise is told, then the snapshot holds. Pages are compared in memory/;
 * here are the borders between VMAs, and what a snapshot shows of the space as a whole.
 */
import { mmapBaseOf } from '../kernel/placement/base-of-snapshot';
import { factsOf } from '../memory/copies';
import { KnownSpace, partsOf } from '../memory/known-space';
import { overlaps } from '../memory/page';
import type { MapsSnapshot } from '../memory/maps-snapshot';
import { adoptSnapshot, type SnapshotMismatch } from '../memory/snapshot-adoption';
import { fromSnapshot } from '../memory/snapshot-space';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import { borderMismatches, isStackGrowth } from './snapshot-borders';

/** @returns the differences, ascending. */
export function adoptInto(snapshot: MapsSnapshot, task: Task, edit: WorldEdit): readonly SnapshotMismatch[] {
  const model = edit.world.space(task.space);
  if (model === undefined) return [];
  const { id, taskSize } = model;
  const past = model.locked === 0 ? 'exec' : 'attach';
  const alone = new KnownSpace(partsOf(fromSnapshot({ id, taskSize, snapshot, past })));
  const { space, mismatches } = adoptSnapshot(model, snapshot);
  const { startStack, shownHeap } = alone.parts;
  const parts = partsOf(space);
  // What was drawn at execve stays: a later snapshot shows it less well.
  const facts = factsOf(parts.facts);
  facts.mmapBase ??= mmapBaseOf(alone, task.architecture);
  edit.apply({ of: 'told-space', space: new KnownSpace({ ...parts, facts, startStack, shownHeap }) });
  const contents = mismatches.filter((one) => !isStackGrowth(one, model, space));
  // Where pages differ, their borders are no news.
  const borders = borderMismatches(model, space).filter(
    ({ range }) => !contents.some((content) => overlaps(content.range, range)),
  );
  return [...contents, ...borders].sort((a, b) => a.range.start - b.range.start);
}
