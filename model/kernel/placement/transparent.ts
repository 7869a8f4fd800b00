/**
 * A place on a border of a huge page: a gap with room for one huge page more is looked for, and in it the next border
 * above its start is taken. mm/huge_memory.c: __thp_get_unmapped_area
 *
 *       border              border              border
 *     ....|...[ as found, one huge page longer ]..|..          found so that its end touches what is above
 *                             [ ######### ]                   moved up to the border
 *
 * Since 6.8, one that was found on a border goes up a whole huge page, as a top-down search would have it.
 */
import type { MmapBase } from '../../memory/mmap-base';
import { pageNumber, pageRange } from '../../memory/page';
import type { Before } from '../check';
import { hugePageUnits, unitsPerPage } from '../layout';
import { rangeFact } from '../verdict';
import type { Alignment } from './alignment';
import { search } from './search';
import type { Placement, Wanted } from './wanted';

/** Pages: offsets are signed words of 64 bits. */
const OFFSETS_END = 2 ** 51;

/**
 * Whether a whole huge page of the file is mapped: else nothing is aligned. Where the next border is past the end of all
 * offsets, the kernel's sum wraps and it takes one for covered. Measured on 6.18.
 */
export function coversHugePage(offset: number, pages: number, huge: number): boolean {
  const border = Math.ceil(offset / huge) * huge;
  return border >= OFFSETS_END || offset + pages - border >= huge;
}

export function onHugePageBorder(
  wanted: Wanted,
  { offset, honoursTopDown }: Extract<Alignment, { to: 'transparent-huge-page' }>,
  base: MmapBase,
  before: Before,
): Placement {
  const huge = hugePageUnits(before);
  const { pages, hint } = wanted;
  const plain = (): Placement => search(wanted, { pages, align: unitsPerPage(before) }, base, before);
  if (!coversHugePage(offset, pages, huge)) return plain();
  const found = search(wanted, { pages: pages + huge, align: unitsPerPage(before) }, base, before);
  if (found.kind === 'untold') return found;
  if (found.kind === 'nowhere') return plain();
  if (found.page === hint) return found;
  const distance = (((offset - found.page) % huge) + huge) % huge;
  const up = distance === 0 && honoursTopDown && base.direction === 'down' ? huge : distance;
  const page = pageNumber(found.page + up);
  const place = rangeFact('place', pageRange(page, page + pages), 'free');
  return { kind: 'at', page, facts: [place, ...found.facts.slice(1)] };
}
