/**
 * The search for room itself, without any alignment to huge pages: a hint that can be followed, else the highest gap below
 * the base (lowest above it in a legacy layout), else, where a top-down search finds nothing, from the legacy base upwards.
 * arch/x86/kernel/sys_x86_64.c: arch_get_unmapped_area_topdown, arch_get_unmapped_area; mm/mmap.c:
 * generic_get_unmapped_area_topdown; mm/vma.c: unmapped_area_topdown; measured on 6.18
 *
 *     | VMA |........free........| VMA |..| grows down |             asked for: ####
 *                            ####                                    at the top end of the gap,
 *     | VMA |..free..| guard gap | grows down |                      but never in the guard gap
 *                ####
 */
import type { MmapBase } from '../../memory/mmap-base';
import { pageNumber, pageRange, type PageRange } from '../../memory/page';
import type { Before } from '../check';
import { guardBelow } from '../gaps';
import { unitsPerPage } from '../layout';
import { numberFact, rangeFact } from '../verdict';
import { kernelVersion } from '../versions';
import { legacyStart, legacyStarts, mapWindow } from './layout-of-area';
import { untold, type Placement, type Wanted } from './wanted';

/** What one search looks for: `pages` that start at a multiple of `align` pages. */
export interface Search {
  readonly pages: number;
  readonly align: number;
}

const isX86 = (before: Before): boolean =>
  before.machine.architecture === 'x86-64' || before.machine.architecture === 'i386';

export function search(wanted: Wanted, { pages, align }: Search, base: MmapBase, before: Before): Placement {
  if (wanted.hint !== 0) {
    const hinted = followed(Math.ceil(wanted.hint / align) * align, pages, before);
    if (hinted !== 'refused') return hinted;
  }
  const low = wanted.above4G ? 2 ** 20 : lowestPage(before);
  // An aligned place is looked for in a gap that has room for the worst alignment. mm/vma.c: unmapped_area_topdown
  const room = pages + align - unitsPerPage(before);
  const { taskSize } = before.space;
  const { machine, task } = before;
  // Only arm64 keeps the search upwards out of what must be asked for.
  const end = task.architecture === 'arm64' ? mapWindow('arm64', taskSize, machine.pageSize) : taskSize;
  const up = { end, room, pages, align };
  if (base.direction === 'up')
    return upwards({ starts: pageRange(base.lowest, base.highest), ...up }, before);
  const found = downwards(low, base, room, pages, align, before);
  if (found.kind !== 'nowhere') return found;
  const { architecture } = task;
  const start = legacyStart(architecture, taskSize);
  // On x86 that base too is drawn at random; elsewhere it is not.
  const starts = isX86(before) ? legacyStarts(architecture, taskSize) : pageRange(start, start);
  return upwards({ starts, ...up }, before);
}

/** A search raises its lower end to vm.mmap_min_addr. mm/vma.c: unmapped_area_topdown */
const lowestPage = ({ machine }: Before): number =>
  Math.max(1, Math.ceil(Number(machine.mmapMinAddr) / 4096));

/** A hint is followed to the page or not at all: no search begins near it. */
export function followed(start: number, pages: number, before: Before): Placement | 'refused' {
  const { space } = before;
  if (start + pages > space.taskSize) return 'refused';
  const range = pageRange(start, start + pages);
  const next = space.firstEndingAbove(range.start);
  if (next !== undefined && range.end > next.start - guardBelow(before)(next)) return 'refused';
  return at(range, range, before);
}

function downwards(
  low: number,
  base: MmapBase,
  room: number,
  pages: number,
  align: number,
  before: Before,
): Placement {
  const ways = waysOfSearch(base, before);
  const gap = gapFor(ways, pageRange(low, base.lowest), room, before);
  if (gap === 'untold') return untold('unknown-machine');
  if (base.lowest !== base.highest) {
    const other = gapFor(ways, pageRange(low, base.highest), room, before);
    if (other === 'untold' || other?.end !== gap?.end)
      return untold('unknown-layout', baseFact(base, before));
  }
  if (gap === undefined) return { kind: 'nowhere' };
  const start = Math.floor((gap.end - pages) / align) * align;
  return at(pageRange(start, start + pages), pageRange(gap.end - room, gap.end), before, base);
}

const MAPLE_TREE = kernelVersion(6, 1);

/** Whether guard gaps end a search, as in all kernels that the log may come from. */
function waysOfSearch({ kernelSince }: MmapBase, { machine }: Before): readonly boolean[] {
  const isNew = machine.kernel >= MAPLE_TREE;
  if (isNew && machine.assumed.has('kernel') && kernelSince < MAPLE_TREE) return EITHER;
  return isNew ? ENDING : PASSING;
}
const EITHER = [true, false] as const;
const ENDING = [true] as const;
const PASSING = [false] as const;

/** The highest gap with room; 'untold' where the ways of search lead to different ones. */
function gapFor(
  ways: readonly boolean[],
  within: PageRange,
  room: number,
  before: Before,
): PageRange | undefined | 'untold' {
  const gap = before.space.highestGap(within, room);
  // Guard gaps only make gaps smaller: where this one has none, all ways lead to it.
  if (gap === undefined || gap.end <= guardedFrom(gap, before)) return gap;
  const [found, ...others] = ways.map((endsInGuardGap) =>
    endsInGuardGap
      ? endingInGuardGaps(within, room, before)
      : before.space.highestGap(within, room, guardBelow(before)),
  );
  return others.every((other) => other?.end === found?.end) ? found : 'untold';
}

/** Where the guard gap of the VMA above the gap begins, or that VMA. */
function guardedFrom(gap: PageRange, before: Before): number {
  const next = before.space.firstEndingAbove(gap.end);
  return next === undefined ? Infinity : next.start - guardBelow(before)(next);
}

/**
 * Since 6.1, a gap that is large enough but ends in the guard gap of a VMA ends the search in all of that guard gap, other
 * gaps in it as well: it goes on below. Measured on 6.18.
 *
 *     | VMA |..| VMA |......| grows down |            a request of two pages that looks at the gap below the stack first
 *             guard gap -------->                     does not come back to the gap between the two
 */
function endingInGuardGaps(within: PageRange, room: number, before: Before): PageRange | undefined {
  let { end } = within;
  for (;;) {
    const gap = before.space.highestGap(pageRange(within.start, end), room);
    const allowed = gap === undefined ? Infinity : guardedFrom(gap, before);
    if (gap === undefined || gap.end <= allowed) return gap;
    end = pageNumber(allowed);
  }
}

interface Upwards extends Search {
  /** From where the search may begin, both ends included. */
  readonly starts: PageRange;
  readonly end: number;
  /** Pages of a gap that will do. */
  readonly room: number;
}

export function upwards({ starts, end, room, pages, align }: Upwards, before: Before): Placement {
  const { space } = before;
  const guard = guardBelow(before);
  const gap = space.lowestGap(pageRange(starts.start, end), room, guard);
  const isSure =
    starts.start === starts.end ||
    space.lowestGap(pageRange(starts.end, end), room, guard)?.start === gap?.start;
  if (!isSure) return untold('random-place', rangeFact('range', starts, 'unknown'));
  if (gap === undefined) return { kind: 'nowhere' };
  const start = Math.ceil(gap.start / align) * align;
  return at(pageRange(start, start + pages), pageRange(gap.start, gap.start + room), before);
}

/** `looked`: all that has to be free for the place to be the one. */
function at(range: PageRange, looked: PageRange, before: Before, base?: MmapBase): Placement {
  const unknown = before.space.complete
    ? undefined
    : before.space.holesIn(looked).find(({ state }) => state === 'unknown');
  if (unknown !== undefined) return untold('unknown-layout', rangeFact('range', unknown, 'unknown'));
  const place = rangeFact('place', range, 'free');
  return {
    kind: 'at',
    page: pageNumber(range.start),
    facts:
      base === undefined ? [place] : [place, numberFact('mmap-base', BigInt(base.lowest) << 12n, 'bytes')],
  };
}

const baseFact = (base: MmapBase, before: Before): ReturnType<typeof rangeFact> =>
  rangeFact(
    'mmap-base',
    pageRange(base.lowest, Math.max(base.lowest + 1, Math.min(base.highest, before.space.taskSize))),
    'unknown',
  );
