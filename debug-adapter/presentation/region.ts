/** What a VMA is to somebody who looks at a drawing: its kind, its protection and its marks, as numbers. */
import type { AddressSpace } from '../../model/memory/address-space';
import { isLocked } from '../../model/memory/locked';
import { nameOf } from '../../model/memory/names';
import { Prot, VmFlag, has, type Vma } from '../../model/memory/vma';
import { RegionFlag, RegionProt, regionKinds, type RegionKind } from '../../picture/region';

export const kindNumber = (kind: RegionKind): number => regionKinds.indexOf(kind);

export function kindOf(vma: Vma, space: AddressSpace): RegionKind {
  const name = nameOf(vma, space);
  if (name === '[heap]') return 'heap';
  if (name === '[stack]' || has(vma, VmFlag.growsDown)) return 'stack';
  switch (vma.backing.kind) {
    case 'special':
      return 'kernel';
    case 'unknown':
      return 'unknown';
    case 'shmem':
    case 'sysv':
      return 'shared';
    case 'anonymous':
      return vma.prot === Prot.none ? 'guard' : 'anonymous';
    case 'file':
      return kindOfFile(vma);
  }
}

function kindOfFile(vma: Vma): RegionKind {
  if (has(vma, VmFlag.mayShare)) return 'shared';
  const prot = vma.prot ?? Prot.read;
  if (prot === Prot.none) return 'guard';
  if ((prot & Prot.exec) !== 0) return 'code';
  return (prot & Prot.write) !== 0 ? 'data' : 'file';
}

export function protBits(vma: Vma): number {
  const shared = has(vma, VmFlag.mayShare) ? RegionProt.shared : 0;
  if (vma.prot === undefined) return RegionProt.unknown | shared;
  const bit = (of: number, as: number): number => ((vma.prot ?? 0) & of ? as : 0);
  return (
    bit(Prot.read, RegionProt.read) |
    bit(Prot.write, RegionProt.write) |
    bit(Prot.exec, RegionProt.execute) |
    shared
  );
}

export function flagBits(vma: Vma): number {
  const locked = isLocked(vma);
  return (
    (locked === undefined ? RegionFlag.lockOpen : locked ? RegionFlag.locked : 0) |
    (locked !== false && has(vma, VmFlag.lockOnFault) ? RegionFlag.lockOnFault : 0) |
    (has(vma, VmFlag.growsDown) ? RegionFlag.growsDown : 0) |
    (vma.certainty === 'exact' ? 0 : RegionFlag.inferred) |
    (has(vma, VmFlag.sealed) ? RegionFlag.sealed : 0) |
    (has(vma, VmFlag.hugeTlb) ? RegionFlag.hugePages : 0)
  );
}
