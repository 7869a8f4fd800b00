/**
 * The shape of a machine's page tables: which bits of an address choose the entry in the table of each level.
 *
 *      63     48 47      39 38      30 29      21 20      12 11           0
 *     | copies  |  PGD     |  PUD     |  PMD     |  PTE     | byte in page |     x86-64 with four levels
 *     | of 47   |  index   |  index   |  index   |  index   |              |
 *
 * A table is named by its level as Linux names it: an entry of the PMD level points to a table of PTEs. Levels that a
 * configuration does not have are folded in Linux's source, and not named here.
 */

export type LevelName = 'PGD' | 'P4D' | 'PUD' | 'PMD' | 'PTE';

export interface Level {
  readonly name: LevelName;
  /** The bits of the address that are the index, both included. */
  readonly high: number;
  readonly low: number;
  readonly entryBytes: number;
  readonly entries: number;
  readonly tableBytes: number;
  /** What one entry maps, and a whole table, in pages of 4096 bytes. */
  readonly entryPages: number;
  readonly tablePages: number;
  /** An entry may be a leaf itself: a huge page of `entryPages`. */
  readonly huge: boolean;
  /** Tables of the level are counted in VmPTE. include/linux/mm.h: mm_inc_nr_ptes, mm_inc_nr_pmds, mm_inc_nr_puds */
  readonly counted: boolean;
  /** Tables that every process has from its birth, counted too. arch/x86/mm/pgtable.c: pgd_prealloc_pmds */
  readonly born: number;
}

export interface Geometry {
  readonly name: GeometryName;
  /** For people, in any language: 'x86-64', 'i386 (PAE)'. */
  readonly machine: string;
  /** Bytes of the smallest page. */
  readonly pageBytes: number;
  /** From the top down; the last one is PTE. */
  readonly levels: readonly Level[];
  /** First byte behind user space. */
  readonly userEnd: bigint;
  /** The kernel's half, half-open; outside of both no address is canonical. */
  readonly kernelStart: bigint;
  readonly kernelEnd: bigint;
  /** The hardware ignores the top byte of user addresses (arm64). */
  readonly ignoresTopByte: boolean;
}

export type GeometryName = (typeof GEOMETRY_NAMES)[number];

export const GEOMETRY_NAMES = [
  'x86-64-4-level',
  'x86-64-5-level',
  'i386',
  'i386-pae',
  'arm64-4k-39',
  'arm64-4k-48',
  'arm64-4k-52',
  'arm64-16k-36',
  'arm64-16k-47',
  'arm64-16k-48',
  'arm64-16k-52',
  'arm64-64k-42',
  'arm64-64k-48',
  'arm64-64k-52',
  'riscv64-sv39',
  'riscv64-sv48',
  'riscv64-sv57',
] as const;

export const isGeometryName = (name: string): name is GeometryName =>
  (GEOMETRY_NAMES as readonly string[]).includes(name);

/** What an address means to the hardware before any table is read. */
export type AddressKind = 'user' | 'kernel' | 'non-canonical';

export function kindOf(address: bigint, { userEnd, kernelStart, kernelEnd }: Geometry): AddressKind {
  if (address < userEnd) return 'user';
  return address >= kernelStart && address < kernelEnd ? 'kernel' : 'non-canonical';
}

/** Bits of an address with both halves: 48 on x86-64 with four levels. */
export const addressBits = ({ levels }: Geometry): number => (levels[0]?.high ?? 0) + 1;

export const plainAddress = (address: bigint, { ignoresTopByte }: Geometry): bigint =>
  ignoresTopByte && (address & (1n << 55n)) === 0n ? address & 0x00ff_ffff_ffff_ffffn : address;

export const indexAt = ({ high, low }: Level, address: bigint): number =>
  Number((address >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n));
