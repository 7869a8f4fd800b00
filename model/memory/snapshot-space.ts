/**
 * An address space from a snapshot: exact from its first line on.
 */
import type { AddressSpace, SpaceFacts, SpaceId } from './address-space';
import type { MapsSnapshot, SnapshotVma } from './maps-snapshot';
import { lockedPagesIn } from './locked';
import { pageNumber, pageRange, type PageNumber, type PageRange } from './page';
import { emptySpace } from './space-birth';
import { objectNumbers, vmaOfSnapshot } from './snapshot-vma';

export interface SnapshotSpace {
  readonly id: SpaceId;
  readonly taskSize: PageNumber;
  readonly snapshot: Pick<MapsSnapshot, 'vmas' | 'unknown'>;
  /** 'exec': the snapshot stands right behind the execve that made the space, so nothing is locked yet. */
  readonly past: 'exec' | 'attach';
  readonly facts?: Partial<Pick<SpaceFacts, 'locked' | 'startBrk' | 'brk' | 'futureLock'>>;
}

/**
 * What the snapshot does not list is free, but for stretches that it calls unknown itself. Without VmFlags, flags are
 * those of ordinary mappings, and VmLck of an attached process stays unknown.
 */
export const fromSnapshot = ({ id, taskSize, snapshot, past, facts }: SnapshotSpace): AddressSpace => {
  const numberOf = objectNumbers();
  const vmas = snapshot.vmas.map((shown) => vmaOfSnapshot(shown, numberOf));
  const locked = past === 'exec' || showsLocks(snapshot.vmas) ? lockedPagesIn(vmas) : undefined;
  return emptySpace({
    id,
    taskSize,
    unknown: 'none',
    unknownPages: snapshot.unknown,
    past,
    vmas,
    startStack: stackPage(snapshot.vmas),
    shownHeap: shownHeap(snapshot.vmas),
    facts: { locked, ...facts },
  });
};

/** Whether every VMA's lock flag can be read: then their sum is VmLck (but for a kernel's surplus). */
export const showsLocks = (vmas: readonly SnapshotVma[]): boolean =>
  vmas.every((vma) => vma.vmFlags !== undefined);

/** The stack began at its top: the last page still lies in it when it has grown or was cut. */
const stackPage = (vmas: readonly SnapshotVma[]): PageNumber | undefined => {
  const stack = vmas.findLast((vma) => vma.name === '[stack]');
  return stack && pageNumber(stack.end - 1);
};

const shownHeap = (vmas: readonly SnapshotVma[]): PageRange | undefined => {
  const first = vmas.find((vma) => vma.name === '[heap]');
  const last = vmas.findLast((vma) => vma.name === '[heap]');
  return first && last && pageRange(first.start, last.end);
};
