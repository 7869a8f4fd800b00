/**
 * The way of the hardware from the top table to the entry of a page, and what the log proves of each table on it.
 */
import type { EventIndex } from '../../trace/positions';
import type { AddressSpace } from '../address-space';
import { pageNumber, pageOf, pageRange, type PageNumber, type PageRange } from '../page';
import { has, VmFlag, type Vma } from '../vma';
import { entryAt, type Entry } from './entry';
import { indexAt, kindOf, plainAddress, type AddressKind, type Geometry, type Level } from './geometry';
import { provesTable } from './table-counts';

export interface WalkStep {
  readonly level: Level;
  readonly index: number;
  /** Bytes that the table maps, and those that the entry at `index` maps; half-open. */
  readonly table: ByteRange;
  readonly entry: ByteRange;
  /** 'no': no VMA is in the table's block, so no table is kept for it. */
  readonly exists: 'yes' | 'no' | 'open';
  /** The event that proves the table; undefined where nothing does, and for the top table, which every process has. */
  readonly since: EventIndex | undefined;
}

export interface ByteRange {
  readonly start: bigint;
  readonly end: bigint;
}

export interface PageWalk {
  readonly geometry: Geometry;
  /** As the hardware takes it: without an arm64 tag. */
  readonly address: bigint;
  readonly kind: AddressKind;
  /** Empty unless the address is one of user space. */
  readonly steps: readonly WalkStep[];
  readonly entry: Entry | undefined;
  /** Levels above PTE at which the walk may end in a huge page. */
  readonly hugeAt: readonly Level[];
}

export function walkOf(space: AddressSpace, address: bigint, geometry: Geometry): PageWalk {
  const plain = plainAddress(BigInt.asUintN(64, address), geometry);
  const kind = kindOf(plain, geometry);
  if (kind !== 'user') return { geometry, address: plain, kind, steps: [], entry: undefined, hugeAt: [] };
  const page = pageNumber(Math.floor(pageOf(plain) / smallest(geometry)) * smallest(geometry));
  const entry = entryAt(space, heldPage(space, pageOf(plain), pageRange(page, page + smallest(geometry))));
  const hugeAt =
    entry.vma === undefined || entry.state === 'guard' ? [] : hugeLevels(entry.vma, page, geometry);
  const steps = geometry.levels.map((level, n) => stepAt(space, plain, level, n === 0, hugeAt.length > 0));
  return { geometry, address: plain, kind, steps: consistent(steps), entry, hugeAt };
}

/**
 * Where the tables have larger pages than the machine that was traced, VMAs may begin and end within one: what is mapped in part
 * counts as mapped, as it would be had that machine mapped it.
 */
function heldPage(space: AddressSpace, page: PageNumber, block: PageRange): PageNumber {
  return space.vmaAt(page) === undefined ? (firstHeld(space, block) ?? block.start) : page;
}

/** The first page of the block that a VMA holds. */
export function firstHeld(space: AddressSpace, { start, end }: PageRange): PageNumber | undefined {
  const vma = space.firstEndingAbove(start);
  return vma === undefined || vma.start >= end ? undefined : pageNumber(Math.max(vma.start, start));
}

const smallest = ({ pageBytes }: Geometry): number => pageBytes / 4096;

function stepAt(
  space: AddressSpace,
  address: bigint,
  level: Level,
  isTop: boolean,
  mayBeHuge: boolean,
): WalkStep {
  const index = indexAt(level, address);
  const table = blockOf(address, level.tablePages);
  const entry = blockOf(address, level.entryPages);
  const step = { level, index, table, entry };
  if (isTop || level.born > 0) return { ...step, exists: 'yes', since: undefined };
  const block = pageRange(Number(table.start >> 12n), Number(table.end >> 12n));
  const since = proofIn(space, block, level, mayBeHuge);
  if (since !== undefined) return { ...step, exists: 'yes', since };
  return { ...step, exists: isEmpty(space, block) ? 'no' : 'open', since: undefined };
}

const blockOf = (address: bigint, pages: number): ByteRange => {
  const bytes = BigInt(pages) << 12n;
  const start = address - (address % bytes);
  return { start, end: start + bytes };
};

/** Runs looked at for a proof; where more lie in a block and none of these is one, the table is left open. */
const MOST_RUNS = 4096;

/** The event that proves a table of the level in the block: an entry in it that is not empty. */
export function proofIn(
  space: AddressSpace,
  block: PageRange,
  level: Level,
  mayBeHuge: boolean,
): EventIndex | undefined {
  let looked = 0;
  for (const run of space.pageRuns(block)) {
    const proves = provesTable(run, level) || (run.kind === 'file' && !mayBeHuge && level.name === 'PTE');
    if (proves) return run.event;
    if (++looked >= MOST_RUNS) break;
  }
  return undefined;
}

/** Nothing is mapped in the block, for certain. */
export function isEmpty(space: AddressSpace, block: PageRange): boolean {
  const vma = space.firstEndingAbove(block.start);
  if (vma !== undefined && vma.start < block.end) return false;
  return space.holesIn(block).every(({ state }) => state === 'free');
}

/** A table can only hang in a table: one that surely exists proves those above it, one that does not, those below. */
function consistent(steps: readonly WalkStep[]): readonly WalkStep[] {
  const told = [...steps];
  for (let n = told.length - 2; n >= 0; n--) {
    const [step, below] = [told[n], told[n + 1]];
    if (step !== undefined && below?.exists === 'yes' && step.exists !== 'yes')
      told[n] = { ...step, exists: 'yes', since: below.since };
  }
  return told;
}

/** Pages of 4096 bytes; what no call asked for otherwise is what one table of the lowest level maps. */
const sizeInPool = ({ backing }: Vma, levels: readonly Level[]): number | undefined =>
  (backing.kind === 'file' || backing.kind === 'sysv' ? backing.hugePages : undefined) ??
  levels.at(-2)?.entryPages;

/**
 * Levels whose entry may be the leaf: the VMA holds the whole block, and nothing forbids huge pages there. mm/huge_memory.c:
 * thp_vma_suitable_order. Transparent ones are made at the PMD level; those of a pool where the level has their size.
 */
function hugeLevels(vma: Vma, page: number, { levels }: Geometry): readonly Level[] {
  return levels.filter((level) => {
    if (!level.huge) return false;
    const start = Math.floor(page / level.entryPages) * level.entryPages;
    if (vma.start > start || vma.end < start + level.entryPages) return false;
    if (has(vma, VmFlag.hugeTlb)) return level.entryPages === sizeInPool(vma, levels);
    return level === levels.at(-2) && !has(vma, VmFlag.noHugePage);
  });
}
