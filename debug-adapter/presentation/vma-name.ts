/**
 * The last column of /proc/PID/maps, told apart: a file that is mapped, or a name in brackets.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import { nameOf } from '../../model/memory/names';
import type { Vma } from '../../model/memory/vma';

export interface MapsName {
  /** What is mapped has a file: regular, shmem or SysV. */
  readonly file: string | null;
  /** '[heap]', '[stack]', '[vdso]', '[anon:…]' */
  readonly name: string | null;
}

export function mapsName(vma: Vma, space: AddressSpace): MapsName {
  const shown = nameOf(vma, space) ?? null;
  const { kind } = vma.backing;
  const hasFile = kind === 'file' || kind === 'shmem' || kind === 'sysv';
  return hasFile && shown?.startsWith('[') !== true
    ? { file: shown, name: null }
    : { file: null, name: shown };
}
