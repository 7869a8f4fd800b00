/**
 * The address that the kernel chooses: told where it follows from what is known of the layout, and else why it cannot be
 * told. mm/mmap.c: __get_unmapped_area
 */
import type { MmapBase } from '../../memory/mmap-base';
import { pageNumber, pageRange } from '../../memory/page';
import type { Before } from '../check';
import { hugePageUnits, isCutTo32Bits, unitsPerPage, wordBits } from '../layout';
import { rangeFact } from '../verdict';
import { kernelVersion } from '../versions';
import { alignmentsOf, type Alignment } from './alignment';
import { mapWindow } from './layout-of-area';
import { inLow2G } from './low-2g';
import { followed, search } from './search';
import { coversHugePage, onHugePageBorder } from './transparent';
import { untold, type Placement, type Wanted } from './wanted';

export type { Placement, Wanted } from './wanted';

export function placementOf(wanted: Wanted, before: Before): Placement {
  const { space, machine } = before;
  // Until 3.8 a search went on where the last one ended, past holes above it. mm/mmap.c: mm->free_area_cache
  if (machine.kernel < kernelVersion(3, 9)) return untold('old-search');
  if (wanted.content.kind === 'own-rule') return untold('own-placement');
  // A 64-bit program calling by int 0x80 has a base of its own for that, which nothing shows.
  if (isCutTo32Bits(before)) return untold('unknown-layout');
  if (wanted.low2G && wordBits(before.task.architecture) === 64) return inLow2G(wanted, before);
  const base = space.mmapBase;
  const alignments = alignmentsOf(wanted, base?.kernelSince ?? 0, before);
  if (wanted.hint !== 0) {
    const hinted = alignments.map((alignment) => followedAs(wanted, alignment, before));
    const [first] = hinted;
    if (first !== undefined && first !== 'refused' && hinted.every((other) => same(first, other)))
      return first;
    if (hintMovesTheSearch(wanted, before)) return untold('unknown-machine');
  }
  if (base === undefined) return untold('unknown-layout', wholeArea(before));
  const raised = raisedBase(wanted, base, before);
  if (raised !== undefined)
    return search(wanted, { pages: wanted.pages, align: unitsPerPage(before) }, raised, before);
  let first: Placement | undefined;
  for (const alignment of alignments) {
    const place = placed(wanted, alignment, base, before);
    first ??= place;
    if (!same(first, place)) return untold('unknown-alignment');
  }
  return first ?? untold('unknown-layout', wholeArea(before));
}

const same = (one: Placement, other: Placement | 'refused'): boolean =>
  one.kind === 'at' && other !== 'refused' && other.kind === 'at'
    ? one.page === other.page
    : other !== 'refused' && one.kind === other.kind;

/** Where the hint can be followed whatever the layout elsewhere; 'refused' where it cannot. */
function followedAs(wanted: Wanted, alignment: Alignment, before: Before): Placement | 'refused' {
  const { hint, pages } = wanted;
  const huge = hugePageUnits(before);
  if (alignment.to === 'huge-page-of-pool')
    return followed(Math.ceil(hint / alignment.pages) * alignment.pages, pages, before);
  const isPadded = alignment.to === 'transparent-huge-page' && coversHugePage(alignment.offset, pages, huge);
  return followed(hint, isPadded ? pages + huge : pages, before);
}

/** Pages: where the half of user space ends that only hints lead out of. arch/x86/include/asm/page_64_types.h */
const FOUR_LEVELS = 0x7_ffff_ffff;

/**
 * A hint above 2^47 lets a machine with five levels search there, and on riscv64 a hint once was the upper end of the
 * search. arch/x86/kernel/sys_x86_64.c: arch_get_unmapped_area_topdown; arch/riscv/include/asm/processor.h: arch_get_mmap_end
 */
function hintMovesTheSearch({ hint }: Wanted, { task, machine, space }: Before): boolean {
  switch (task.architecture) {
    case 'x86-64':
      return hint > FOUR_LEVELS && machine.addressBits !== 48;
    case 'riscv64':
      return (
        machine.assumed.has('kernel') ||
        (machine.kernel >= kernelVersion(6, 6) && machine.kernel < kernelVersion(6, 12))
      );
    case 'arm64':
      // Whether the machine has more than 48 bits is known once it has used them.
      return hint > mapWindow('arm64', space.taskSize, machine.pageSize) && machine.addressBits !== 52;
    default:
      return false;
  }
}

/** arm64 with 52 bits searches at the top of them for a hint above the window. arch/arm64/include/asm/processor.h: arch_get_mmap_base */
function raisedBase(
  { hint, content }: Wanted,
  base: MmapBase,
  { task, space, machine }: Before,
): MmapBase | undefined {
  if (task.architecture !== 'arm64' || content.kind === 'huge-pages' || base.direction === 'up')
    return undefined;
  const window = mapWindow('arm64', space.taskSize, machine.pageSize);
  if (hint <= window || space.taskSize === window) return undefined;
  const by = space.taskSize - window;
  return { ...base, lowest: pageNumber(base.lowest + by), highest: pageNumber(base.highest + by) };
}

/** The part of the area of which nothing is known that matters first: above all that is known to be mapped. */
function wholeArea({ space }: Before): ReturnType<typeof rangeFact> {
  const last = space.lastStartingBelow(space.taskSize);
  return rangeFact('range', pageRange(last?.end ?? 0, Math.max(space.taskSize, last?.end ?? 0)), 'unknown');
}

function placed(wanted: Wanted, alignment: Alignment, base: MmapBase, before: Before): Placement {
  switch (alignment.to) {
    case 'page':
      return search(wanted, { pages: wanted.pages, align: unitsPerPage(before) }, base, before);
    case 'huge-page-of-pool':
      return search(wanted, { pages: wanted.pages, align: alignment.pages }, base, before);
    case 'transparent-huge-page':
      return onHugePageBorder(wanted, alignment, base, before);
  }
}
