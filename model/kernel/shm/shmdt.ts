/**
 * shmdt(2): unmaps what is left of one attachment. ipc/shm.c: ksys_shmdt
 *
 * It looks for the first part whose distance from the address is its offset in the segment: so the head may be gone.
 *
 *     addr    | gone | part, offset 1 |   | part, offset 3 |
 */
import { pageRange, pagesFor, type PageNumber } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { Before, Check } from '../check';
import { pageBytes, unitsPerPage, untagged } from '../layout';
import type { ShmdtCall } from '../mapping-call';
import { isAligned } from '../rounding';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NOT_REACHED,
  passes,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';

const manualPage = read('shmdt(2)', 'man-pages 6.20');

const addressOf = (call: ShmdtCall, before: Before): bigint | undefined => {
  const addr = call.addr.value;
  if (addr === undefined) return undefined;
  const plain = untagged(addr, before);
  return isAligned(plain, pageBytes(before)) ? plain : undefined;
};

/** In pages of 4096 bytes, whole ones of the machine; Infinity where no call showed it, or of huge pages. */
function sizeOf(shmid: number, before: Before): number {
  const segment = before.segments?.get(shmid);
  if (segment === undefined || segment.hugePages !== undefined) return Infinity;
  const units = unitsPerPage(before);
  return Math.ceil(pagesFor(segment.size) / units) * units;
}

/** All parts of the attachment, ascending. */
function partsOf(call: ShmdtCall, before: Before): readonly Vma[] {
  const addr = addressOf(call, before);
  if (addr === undefined) return [];
  const start = Number(addr >> 12n);
  const parts: Vma[] = [];
  // A segment may be as large as the address space; its parts lie where their offsets put them. Once one is found, the size of
  // the segment ends the search, and what mremap made longer than that may stay.
  let end = Infinity;
  let vma = before.space.firstEndingAbove(start as PageNumber);
  while (vma !== undefined && vma.end <= end) {
    const { backing } = vma;
    const first = parts[0]?.backing;
    const fits = backing.kind === 'sysv' && vma.start - start === vma.pgoff;
    if (fits && (first === undefined || (first.kind === 'sysv' && first.object === backing.object)))
      parts.push(vma);
    if (first === undefined && backing.kind === 'sysv' && fits) end = start + sizeOf(backing.shmid, before);
    vma = before.space.firstEndingAbove(vma.end);
  }
  return parts;
}

const checks: readonly Check<ShmdtCall>[] = [
  {
    id: 'shmdt.address-misaligned',
    errno: 'EINVAL',
    sources: [seen('ipc/shm.c: ksys_shmdt')],
    demand: 'the address is a multiple of the page size',
    test: ({ addr }, before) =>
      withArguments([addr], (value) =>
        demand(isAligned(untagged(value, before), pageBytes(before)), argumentFact('shmaddr', addr)),
      ),
  },
  {
    id: 'shmdt.not-attached',
    errno: 'EINVAL',
    sources: [seen('ipc/shm.c: ksys_shmdt'), manualPage],
    demand: 'a shared memory segment is attached at the address',
    test: (call, before) => {
      const addr = addressOf(call, before);
      if (addr === undefined) return NOT_REACHED;
      const [part] = partsOf(call, before);
      if (part !== undefined) return passes(vmaFact('vma', part));
      const fact = argumentFact('shmaddr', call.addr);
      const page = Number(addr >> 12n) as PageNumber;
      const here = before.space.vmaAt(page);
      const unclear =
        here === undefined ? before.space.stateAt(page) === 'unknown' : here.backing.kind === 'unknown';
      return unclear ? cannotTell('unknown-memory', fact) : fails(fact);
    },
  },
];

export const shmdtRule: SyscallRule<ShmdtCall> = {
  call: 'shmdt',
  checks,
  apply(call, observed, before, edit) {
    if (observed.kind !== 'success') return;
    const parts = partsOf(call, before);
    for (const part of parts) edit.unmap(part);
    const addr = addressOf(call, before);
    // A segment that this log did not see attached: its first page is certainly gone.
    if (parts.length === 0 && addr !== undefined) {
      const page = Number(addr >> 12n);
      edit.unmap(pageRange(page, page + 1));
    }
  },
  successValue: () => 0n,
};
