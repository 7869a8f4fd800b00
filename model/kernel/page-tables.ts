/**
 * Which page tables a machine has, and on what that rests; and which of the kernel's ways with them its version knows.
 */
import type { AddressSpace } from '../memory/address-space';
import { addressOf } from '../memory/page';
import { addressBits, type Geometry, type GeometryName } from '../memory/page-tables/geometry';
import { geometryOf } from '../memory/page-tables/geometries';
import type { MoveAbilities } from '../memory/page-tables/moved-entries';
import type { Machine } from './check';
import { kernelVersion } from './versions';

export interface ChosenGeometry {
  readonly geometry: Geometry;
  /**
   *     given      by the user
   *     address    by an address that fewer levels could not map: `address`
   *     machine    by what the log or the user says of the machine (architecture, page size, bits of an address)
   *     assumed    the usual of the architecture
   */
  readonly because: 'given' | 'address' | 'machine' | 'assumed';
  readonly address: bigint | undefined;
}

/**
 * Undefined for an architecture whose tables are not described here: arm without LPAE.
 */
export function pageTablesOf(
  machine: Machine,
  space: AddressSpace | undefined,
  given: GeometryName | undefined,
): ChosenGeometry | undefined {
  if (given !== undefined) return { geometry: geometryOf(given), because: 'given', address: undefined };
  const names = candidates(machine);
  const [usual] = names;
  if (usual === undefined) return undefined;
  const highest = space?.lastStartingBelow(space.taskSize);
  const address = highest === undefined ? 0n : addressOf(highest.end) - 1n;
  const fits = (name: GeometryName): boolean => address < geometryOf(name).userEnd;
  const bits = machine.addressBits;
  const said = bits === undefined ? undefined : names.find((name) => addressBits(geometryOf(name)) === bits);
  if (said !== undefined && fits(said))
    return { geometry: geometryOf(said), because: 'machine', address: undefined };
  if (fits(usual)) return { geometry: geometryOf(usual), because: 'assumed', address: undefined };
  const proven = names.find(fits);
  return proven && { geometry: geometryOf(proven), because: 'address', address };
}

/** The usual one first, then by size. */
function candidates({ architecture, pageSize }: Machine): readonly GeometryName[] {
  switch (architecture) {
    case 'x86-64':
    case 'x32':
      return ['x86-64-4-level', 'x86-64-5-level'];
    // Distributions build their 32-bit kernels with PAE: memory protection (NX) needs it.
    case 'i386':
      return ['i386-pae', 'i386'];
    case 'arm64':
      if (pageSize === 16384n) return ['arm64-16k-47', 'arm64-16k-36', 'arm64-16k-48', 'arm64-16k-52'];
      if (pageSize === 65536n) return ['arm64-64k-48', 'arm64-64k-42', 'arm64-64k-52'];
      return ['arm64-4k-48', 'arm64-4k-39', 'arm64-4k-52'];
    case 'riscv64':
      return ['riscv64-sv48', 'riscv64-sv39', 'riscv64-sv57'];
    case 'arm':
      return [];
  }
}

/** mm/mremap.c: HAVE_MOVE_PMD in 5.0, HAVE_MOVE_PUD in 5.11, try_realign_addr in 6.7 */
export const moveAbilities = ({ kernel, architecture }: Machine): MoveAbilities => ({
  wholePmd: kernel >= kernelVersion(5, 0) && architecture !== 'arm',
  wholePud: kernel >= kernelVersion(5, 11) && architecture !== 'arm' && architecture !== 'i386',
  realigns: kernel >= kernelVersion(6, 7),
});

/** CONFIG_PT_RECLAIM, 6.14, only on x86-64 at first. mm/pt_reclaim.c */
export const reclaimsTables = ({ kernel, architecture }: Machine): boolean =>
  kernel >= kernelVersion(6, 14) && architecture === 'x86-64';
