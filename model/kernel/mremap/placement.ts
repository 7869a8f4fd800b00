/**
 * Where an mremap that moves puts the memory, if the call does not say it: as mmap would, while the old range is still in
 * its place. mm/mremap.c: vrm_set_new_addr
 */
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { Before } from '../check';
import { hugeUnitsOf } from '../huge-pages';
import { placementOf, type Placement } from '../placement';
import { untold, type Content } from '../placement/wanted';
import type { Remapping } from './request';

/** For a call without MREMAP_FIXED that moves. MREMAP_DONTUNMAP takes the new address for a hint. */
export function placeOf(remapping: Remapping, vma: Vma, before: Before): Placement {
  if (last?.before === before && last.vma === vma && last.from === remapping.from.start)
    return last.placement;
  const placement = search(remapping, vma, before);
  last = { before, vma, from: remapping.from.start, placement };
  return placement;
}

/** The check for room and the value of a success ask for the same place. */
let last:
  | {
      readonly before: Before;
      readonly vma: Vma;
      readonly from: number;
      readonly placement: Placement;
    }
  | undefined;

function search(remapping: Remapping, vma: Vma, before: Before): Placement {
  const { relocates, newAddr, newPages } = remapping;
  // strace before 6.2 does not print the hint.
  if (relocates && newAddr === undefined) return untold('unknown-argument');
  return placementOf(
    {
      pages: newPages,
      hint: Number((newAddr ?? 0n) >> 12n),
      content: contentOf(remapping, vma, before),
      low2G: false,
      above4G: false,
    },
    before,
  );
}

function contentOf({ from }: Remapping, vma: Vma, before: Before): Content {
  if (has(vma, VmFlag.hugeTlb)) return { kind: 'huge-pages', pages: hugeUnitsOf(vma, before) };
  switch (vma.backing.kind) {
    case 'special':
      return { kind: 'anonymous' };
    case 'anonymous':
      return has(vma, VmFlag.mayShare) ? { kind: 'shmem' } : { kind: 'anonymous' };
    case 'shmem':
    case 'sysv':
      return { kind: 'shmem' };
    case 'file': {
      const { path } = vma.backing;
      if (path === '/dev/zero' || path.startsWith('/memfd:') || path.startsWith('/dev/shm/'))
        return { kind: 'shmem' };
      return path === '' || path.startsWith('/dev/')
        ? { kind: 'own-rule' }
        : { kind: 'file', offset: vma.pgoff + (from.start - vma.start) };
    }
    case 'unknown':
      return { kind: 'own-rule' };
  }
}
