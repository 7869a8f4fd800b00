/**
 * Whether the pool of huge pages has those that a mapping reserves: told by how large the pool was made or read to be, or
 * by what it gave before; else it is taken to be empty, as it is until somebody fills it. Others may use it too, so that
 * nothing is certain. mm/hugetlb.c: hugetlb_reserve_pages; Documentation/admin-guide/mm/hugetlbpage.rst
 */
import type { AddressSpace } from '../../memory/address-space';
import { lengthOf } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MAP } from '../abi/mmap-flags';
import type { Before, Verdict } from '../check';
import { hugeUnitsOf } from '../huge-pages';
import type { MmapCall } from '../mapping-call';
import { hugePageUnits } from '../layout';
import {
  argumentFact,
  assumptionFact,
  cannotTell,
  failsIfAssumed,
  likelyPasses,
  numberFact,
} from '../verdict';
import { fileOf, replacedRange, type MmapRequest } from './request';

export function poolHas(request: MmapRequest, before: Before, call: MmapCall): Verdict {
  const { hugeUnits } = request;
  const fact = argumentFact('length', call.length);
  if (!reserves(request)) return likelyPasses('unknown-machine', fact);
  const pool = before.machine.shownMemory?.poolBefore(hugeUnits, call.event.index);
  if (pool === undefined)
    return othersHave(request, before, call)
      ? cannotTell('unknown-machine', fact)
      : failsIfAssumed(fact, assumptionFact(poolName(hugeUnits, before), '0'));
  const has = Math.max(pool.least, pool.total ?? 0);
  const facts = [fact, numberFact('pool', has, 'count')];
  if (neededWith(request, call, before) / hugeUnits <= has) return likelyPasses('unknown-machine', ...facts);
  // By itself alone it wants more than there is; what others seem to hold may not all be reserved.
  const beyond = pool.total !== undefined && request.pages / hugeUnits > has;
  return beyond && !pool.mayGrow
    ? failsIfAssumed(...facts, assumptionFact('vm.nr_overcommit_hugepages', '0'))
    : cannotTell('unknown-machine', ...facts);
}

/** The setting that is 0 on a machine where nobody filled the pool. */
const poolName = (hugeUnits: number, before: Before): string =>
  hugeUnits === hugePageUnits(before) ? 'vm.nr_hugepages' : `hugepages-${hugeUnits * 4}kB/nr_hugepages`;

/**
 * Whether something else speaks for a pool that was filled: a file on a filesystem that somebody mounted for it, a segment
 * of huge pages, a mapping that must have reserved some (of a snapshot, by inheritance).
 */
function othersHave({ anonymous }: MmapRequest, before: Before, call: MmapCall): boolean {
  if (!anonymous && fileOf(call, before)?.kind !== 'memfd') return true;
  for (const { hugePages } of before.segments?.values() ?? []) if (hugePages !== undefined) return true;
  let seen = 0;
  for (const space of spacesOf(before))
    for (const vma of space.vmas()) {
      if (++seen > MOST) return true;
      if (has(vma, VmFlag.hugeTlb) && !has(vma, VmFlag.noReserve)) return true;
    }
  return false;
}

/** With MAP_NORESERVE each page is looked for when it is touched. */
export const reserves = ({ hugePages, flags }: MmapRequest): boolean =>
  hugePages && (flags & MAP.NORESERVE) === 0;

/** Mappings that are looked over; a program with more leaves it open. */
const MOST = 4096;

/**
 * Pages of 4096 bytes that mappings of the log, the new one among them, may have reserved: private ones each its own,
 * shared ones of a file together what reaches furthest. What is reserved and no longer mapped is left out.
 */
function neededWith(request: MmapRequest, call: MmapCall, before: Before): number {
  const { hugeUnits, shared, anonymous, pages } = request;
  const files = new Map<string, number>();
  const reach = (file: string, end: number): void => {
    files.set(file, Math.max(files.get(file) ?? 0, end));
  };
  const given = replacedRange(request, before);
  let own = 0;
  let seen = 0;
  for (const space of spacesOf(before))
    for (const vma of space.vmas()) {
      if (++seen > MOST) return Infinity;
      if (!has(vma, VmFlag.hugeTlb) || hugeUnitsOf(vma, before) !== hugeUnits) continue;
      const file = sharedFile(vma);
      if (file !== undefined) reach(file, vma.pgoff + lengthOf(vma));
      else {
        own += lengthOf(vma);
        // What a fixed mapping takes the place of is given back first.
        if (given !== undefined && space === before.space)
          own -= Math.max(0, Math.min(vma.end, given.end) - Math.max(vma.start, given.start));
      }
    }
  const file = fileOf(call, before);
  if (shared && !anonymous && file !== undefined)
    reach(`file ${file.description}`, Number(request.offset >> 12n) + pages);
  else own += pages;
  for (const end of files.values()) own += end;
  return own;
}

/** Undefined: a private mapping, which reserves for itself alone. */
function sharedFile(vma: Vma): string | undefined {
  const { backing } = vma;
  if (!has(vma, VmFlag.mayShare)) return undefined;
  if (backing.kind === 'sysv') return `segment ${backing.shmid}`;
  return backing.kind === 'file' ? `file ${backing.description}` : undefined;
}

/** All that the log shows: each but once. */
function spacesOf({ world, space }: Before): ReadonlySet<AddressSpace> {
  const spaces = new Set([space]);
  for (const task of world?.tasks() ?? []) {
    const other = world?.space(task.space);
    if (other !== undefined) spaces.add(other);
  }
  return spaces;
}
