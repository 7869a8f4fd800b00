/**
 * A snapshot meets the model: what the two say otherwise is told, then the snapshot holds. What it does not show stays as the
 * model had it: which call made a VMA, which description stands behind a file, and without VmFlags what is locked.
 */
import type { AddressSpace } from '../memory/address-space';
import { partsOf } from '../memory/known-space';
import { lockedPagesIn } from '../memory/locked';
import type { MapsSnapshot, SnapshotVma } from '../memory/maps-snapshot';
import { fromSnapshot, showsLocks } from '../memory/snapshot-space';
import { emptySpace } from '../memory/space-birth';
import { VmFlag, type Vma } from '../memory/vma';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';
import { differencesOf, type Difference } from './snapshot-differences';

/** @returns the differences, ascending. */
export function adoptSnapshot(snapshot: MapsSnapshot, task: Task, edit: WorldEdit): readonly Difference[] {
  const model = edit.world.space(task.space);
  if (model === undefined) return [];
  const { id, taskSize } = model;
  const told = fromSnapshot({ id, taskSize, snapshot, past: model.locked === 0 ? 'exec' : 'attach' });
  const differences = differencesOf(model, told);
  const shown = new Map(snapshot.vmas.map((vma) => [vma.start as number, vma]));
  const vmas = [...told.vmas()].map((vma) => withHistory(vma, shown.get(vma.start), model));
  const { startBrk, brk, futureLock, futureLockSetAt } = model;
  const locked = showsLocks(snapshot.vmas) ? lockedPagesIn(vmas) : model.locked;
  const { startStack, shownHeap } = partsOf(told);
  const space = emptySpace({
    id,
    taskSize,
    unknown: 'none',
    unknownPages: snapshot.unknown,
    past: 'attach',
    vmas,
    startStack,
    shownHeap,
    facts: { startBrk, brk, futureLock, locked },
  });
  edit.apply({ of: 'told-space', space });
  if (futureLockSetAt !== undefined) edit.changeSpace(id, (next) => next.setFacts({ futureLockSetAt }));
  return differences;
}

const LOCKS = VmFlag.locked | VmFlag.lockOnFault;

/** The snapshot's VMA with what only the model knows of it. */
function withHistory(vma: Vma, shown: SnapshotVma | undefined, model: AddressSpace): Vma {
  const known = model.vmaAt(vma.start);
  if (known === undefined || known.certainty === 'inferred' || known.backing.kind !== vma.backing.kind)
    return vma;
  const covers = known.end >= vma.end;
  const letters = shown?.vmFlags !== undefined;
  const sameProt = known.prot === vma.prot;
  const flags = letters
    ? vma.flags
    : covers && sameProt
      ? known.flags
      : vma.flags | (covers ? known.flags & LOCKS : 0);
  // The model's file has the identity that later calls on the same descriptor have; the snapshot's has the name.
  const backing =
    known.backing.kind === 'file' && vma.backing.kind === 'file'
      ? { ...vma.backing, description: known.backing.description }
      : known.backing;
  const pgoff = known.pgoff + (vma.start - known.start);
  return {
    ...vma,
    flags,
    backing,
    pgoff,
    anonVma: known.anonVma,
    forked: known.forked,
    origin: known.origin,
  };
}
