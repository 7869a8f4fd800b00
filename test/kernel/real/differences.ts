/**
 * What the model says of an address space, held against the kernel's maps. Only statements are compared: what the model calls
 * unknown is no statement. With a snapshot at the start nothing may be unknown, and then this is the whole list of VMAs, with
 * neighbours joined that differ in nothing that maps shows.
 *
 *     model    | r--p libc | r-xp libc |   free   | rw-p           |
 *     kernel   | r--p libc | r-xp libc |   free   | rw-p   | rw-p  |
 *                                                          ^ borders: compared apart, for page faults decide on some
 */
import type { AddressSpace } from '../../../model/memory/address-space';
import { isDoubtfulBorder } from '../../../model/memory/doubtful-borders';
import { shownOffset } from '../../../model/memory/maps-format';
import type { SnapshotVma } from '../../../model/memory/maps-snapshot';
import { isHeap } from '../../../model/memory/names';
import { pageNumber, type PageNumber } from '../../../model/memory/page';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import { sameFile } from './kernel-maps';

export interface SpaceComparison {
  /** Each a statement of the model that is false. */
  readonly wrong: readonly string[];
  /** Pages of which the model says nothing, not even whether they are mapped. */
  readonly unknownPages: number;
  /** Pages that the stack has grown by, which no log shows; touching them is what made them. */
  readonly grownStackPages: number;
}

export function compareSpaces(space: AddressSpace, kernel: readonly SnapshotVma[]): SpaceComparison {
  const wrong: string[] = [];
  let unknownPages = 0;
  let grownStackPages = 0;
  const ours = [...space.vmas()];
  const borders = new Set<number>([...ours, ...kernel].flatMap((vma) => [vma.start, vma.end]));
  const sorted = [...borders].sort((a, b) => a - b);
  let our = 0;
  let their = 0;
  for (const [at, from] of sorted.slice(0, -1).entries()) {
    const to = sorted[at + 1] ?? from;
    while ((ours[our]?.end ?? Infinity) <= from) our++;
    while ((kernel[their]?.end ?? Infinity) <= from) their++;
    const mine = covering(ours[our], from);
    const shown = covering(kernel[their], from);
    const place = `${hex(from)}-${hex(to)}`;
    if (mine !== undefined) {
      const difference = shown === undefined ? 'free' : differing(mine, shown, space, from);
      if (difference !== undefined) wrong.push(`${place} is ${difference}`);
    } else if (shown !== undefined) {
      if (growsInto(ours[our], shown, space)) grownStackPages += to - from;
      else
        for (const hole of space.holesIn({ start: pageNumber(from), end: pageNumber(to) })) {
          if (hole.state === 'unknown') unknownPages += hole.end - hole.start;
          else
            wrong.push(
              `${hex(hole.start)}-${hex(hole.end)} is mapped ${permissions(shown)}, the model says free`,
            );
        }
    }
  }
  return { wrong, unknownPages, grownStackPages };
}

const covering = <Range extends { start: PageNumber }>(
  range: Range | undefined,
  page: number,
): Range | undefined => (range !== undefined && range.start <= page ? range : undefined);

/** What of a mapped page the model states otherwise. */
function differing(mine: Vma, shown: SnapshotVma, space: AddressSpace, page: number): string | undefined {
  if (mine.prot !== undefined && mine.prot !== shown.prot)
    return `${permissions(shown)}, the model says prot ${mine.prot}`;
  const { backing } = mine;
  if (backing.kind === 'unknown') return undefined;
  if (has(mine, VmFlag.mayShare) !== (shown.share === 'shared'))
    return `${permissions(shown)}, the model has the other sharing`;
  if (backing.kind === 'file' && backing.path !== '' && !sameFile(backing.path, shown.name))
    return `of ${shown.name}, the model says ${backing.path}`;
  if (backing.kind === 'anonymous' && shown.inode !== '0')
    return `of ${shown.name}, the model says anonymous`;
  if (backing.kind === 'special' && shown.name !== backing.name)
    return `${shown.name}, the model says ${backing.name}`;
  if (backing.kind === 'sysv' && !shown.name.startsWith('/SYSV'))
    return `of ${shown.name}, the model says SysV`;
  if (backing.kind === 'file' || backing.kind === 'shmem' || backing.kind === 'sysv') {
    const offset = (shownOffset(mine) >> 12n) + BigInt(page - mine.start);
    const real = BigInt(shown.pgoff + (page - shown.start));
    if (offset !== real) return `at page ${real} of ${shown.name}, the model says ${offset}`;
  }
  if ((shown.name === '[heap]') !== isHeap(mine, space) && space.brk !== undefined && sameRange(mine, shown))
    return `named ${shown.name}, the model says otherwise`;
  return undefined;
}

const sameRange = (a: Vma, b: SnapshotVma): boolean => a.start === b.start && a.end === b.end;

/** The gap below the model's stack, where the kernel's stack has come to. */
const growsInto = (above: Vma | undefined, shown: SnapshotVma, space: AddressSpace): boolean =>
  above !== undefined &&
  has(above, VmFlag.growsDown) &&
  shown.end >= above.end &&
  space.stateAt(shown.start) === 'free';

const permissions = ({ prot, share }: SnapshotVma): string =>
  `${prot === undefined ? '???' : ['r', 'w', 'x'].map((letter, bit) => ((prot >> bit) & 1 ? letter : '-')).join('')}${share === 'shared' ? 's' : 'p'}`;

const hex = (page: number): string => (BigInt(page) << 12n).toString(16);

/**
 * Borders between touching VMAs that only one side has, and that the model did not call doubtful. `doubted`: borders at which
 * it chose not to merge without being sure.
 */
export function untoldBorders(
  space: AddressSpace,
  kernel: readonly SnapshotVma[],
  doubted: ReadonlySet<number>,
): readonly string[] {
  const found: string[] = [];
  for (const { start } of kernel) {
    const vma = space.vmaAt(start);
    if (vma === undefined || vma.start === start) continue;
    if (!isDoubtfulBorder(vma.doubtfulBorders, start))
      found.push(`the kernel has a border at ${hex(start)}, the model is sure that there is none`);
  }
  let their = 0;
  for (const { start } of space.vmas()) {
    while ((kernel[their]?.end ?? Infinity) <= start) their++;
    const shown = kernel[their];
    if (
      shown !== undefined &&
      shown.start < start &&
      !doubted.has(start) &&
      space.vmaAt(pageNumber(start - 1)) !== undefined
    )
      found.push(`the model is sure of a border at ${hex(start)}, the kernel has none`);
  }
  return found;
}
