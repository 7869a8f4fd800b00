/**
 * Whether the pool of huge pages has those that a mapping reserves: told by how large the pool was made or read to be, or
 * by what it gave before. Others may use it too, so that nothing is certain. mm/hugetlb.c: hugetlb_reserve_pages
 */
import type { AddressSpace } from '../../memory/address-space';
import { lengthOf } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import { MAP } from '../abi/mmap-flags';
import type { Before, Verdict } from '../check';
import { hugeUnitsOf } from '../huge-pages';
import type { MmapCall } from '../memory-call';
import { argumentFact, cannotTell, likelyPasses, numberFact } from '../verdict';
import { replacedRange, type MmapRequest } from './request';

export function poolHas(request: MmapRequest, before: Before, call: MmapCall): Verdict {
  const { hugeUnits, pages, shared, offset } = request;
  const fact = argumentFact('length', call.length);
  if (!reserves(request)) return likelyPasses('unknown-machine', fact);
  const pool = before.machine.shownMemory?.poolBefore(hugeUnits, call.event.index);
  if (pool === undefined) return cannotTell('unknown-machine', fact);
  // Of a file all pages up to the end of the mapping may have to be reserved; of private memory those of the mapping.
  const asked = pages / hugeUnits + (shared ? Number(offset >> 12n) / hugeUnits : 0);
  const facts = [fact, numberFact('pool', pool.total ?? pool.least, 'count')];
  const enough = Math.max(pool.least, pool.total ?? 0);
  // More than the pool has may still be given (vm.nr_overcommit_hugepages).
  return asked + reservedIn(before, hugeUnits) - replaced(request, before) <= enough
    ? likelyPasses('unknown-machine', ...facts)
    : cannotTell('unknown-machine', ...facts);
}

/** With MAP_NORESERVE each page is looked for when it is touched. */
export const reserves = ({ hugePages, flags }: MmapRequest): boolean =>
  hugePages && (flags & MAP.NORESERVE) === 0;

/** All that the log shows: each but once. */
function spacesOf({ world, space }: Before): ReadonlySet<AddressSpace> {
  const spaces = new Set([space]);
  for (const task of world?.tasks() ?? []) {
    const other = world?.space(task.space);
    if (other !== undefined) spaces.add(other);
  }
  return spaces;
}

/** Mappings that are looked over; a program with more leaves it open. */
const MOST = 4096;

/** Huge pages that mappings of the log may hold: each shared one as if it were the only one of its file. */
function reservedIn(before: Before, hugeUnits: number): number {
  let pages = 0;
  let seen = 0;
  for (const space of spacesOf(before))
    for (const vma of space.vmas()) {
      if (++seen > MOST) return Infinity;
      if (has(vma, VmFlag.hugeTlb) && hugeUnitsOf(vma, before) === hugeUnits) pages += lengthOf(vma);
    }
  return pages / hugeUnits;
}

/** What a fixed mapping takes the place of is given back first. */
function replaced(request: MmapRequest, before: Before): number {
  const range = replacedRange(request, before);
  if (range === undefined) return 0;
  let pages = 0;
  for (const vma of before.space.vmasIn(range))
    if (has(vma, VmFlag.hugeTlb) && hugeUnitsOf(vma, before) === request.hugeUnits)
      pages += Math.min(vma.end, range.end) - Math.max(vma.start, range.start);
  return pages / request.hugeUnits;
}
