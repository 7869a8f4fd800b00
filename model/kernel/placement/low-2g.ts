/**
 * MAP_32BIT of a 64-bit program on x86: from a place drawn anew for every call, in the first 32 MiB of the second GiB,
 * upwards to 2 GiB. arch/x86/kernel/sys_x86_64.c: find_start_end, arch_get_unmapped_area; measured on 6.18
 *
 *     1 GiB |  the search begins in here  | 1 GiB + 32 MiB                                | 2 GiB
 */
import { pageRange } from '../../memory/page';
import type { Before } from '../check';
import { hugePageUnits } from '../layout';
import { followed, upwards } from './search';
import { untold, type Placement, type Wanted } from './wanted';

const STARTS = pageRange(0x40000, 0x42000);
const END = 0x80000;

export function inLow2G(wanted: Wanted, before: Before): Placement {
  const { hint, pages, content } = wanted;
  const isHinted = hint !== 0 && hint + pages <= END;
  if (content.kind !== 'huge-pages' && !isHinted && pages > END - STARTS.start) return { kind: 'nowhere' };
  if (content.kind === 'huge-pages' || pages >= hugePageUnits(before)) return untold('random-place');
  if (isHinted) {
    const hinted = followed(hint, pages, before);
    if (hinted !== 'refused') return hinted;
  }
  return upwards({ starts: STARTS, end: END, room: pages, pages, align: 1 }, before);
}
