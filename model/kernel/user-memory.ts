/**
 * Memory that a call is given a pointer to. The kernel tests it twice, far apart: whether the range lies in user space at
 * all, early and without a look at what is there; and page by page when bytes are copied or pages are pinned.
 *
 *     copied   as the program's own access would be: a stack grows, any access right lets x86 read
 *     pinned   get_user_pages: reading needs PROT_READ, writing PROT_WRITE; no stack grows, no device memory
 *
 * include/asm-generic/access_ok.h; mm/gup.c: check_vma_flags; measured on 6.18
 */
import { pageRange, type PageRange } from '../memory/page';
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import type { Before, Fact, Verdict } from './check';
import { segmentsIn, type Segment } from './coverage';
import { STACK_GUARD_PAGES } from './gaps';
import { taskSizeOf, unitsPerPage } from './layout';
import { unpopulated } from './population';
import { fails, failsIfAssumed, likelyPasses, rangeFact, vmaFact } from './verdict';
import { kernelVersion } from './versions';

const UNIT = 4096n;

/** Bytes: where the kernel lets user addresses end, for tasks of every width. arch/x86/include/asm/uaccess_64.h */
const userEnd = ({ machine }: Before): bigint =>
  taskSizeOf(machine.architecture, machine.architecture, machine.addressBits);

/**
 * Whether bytes [start, start + bytes) reach beyond the end of user space; of no length, whether the start does. x86-64
 * tested bit 63 only from 6.4 to 6.11.
 */
export function beyondUserSpace(start: bigint, bytes: bigint, before: Before): boolean {
  const { kernel, architecture } = before.machine;
  const signOnly =
    architecture === 'x86-64' && kernel >= kernelVersion(6, 4) && kernel < kernelVersion(6, 12);
  return start + bytes > (signOnly ? 1n << 63n : userEnd(before));
}

export type Use = 'copied-from' | 'copied-to' | 'pinned-to-read' | 'pinned-to-write';

/** 'by-assumption': no, if vm.mmap_min_addr is what it usually is, or nobody else changed the length of the file. */
type Usable = 'yes' | 'no' | 'by-assumption' | 'unknown';

export interface Reach {
  /** From the start, before the page that ends it. */
  readonly bytes: bigint;
  /** What ends it: a page that cannot be used, or one of which the log does not show it. Undefined: nothing does. */
  readonly end: { readonly usable: Exclude<Usable, 'yes'>; readonly fact: Fact } | undefined;
  /** Pages of a file are among those passed: they may lie behind its end. */
  readonly inFile: boolean;
}

/** How far the kernel gets in [start, start + bytes). A length of 0 is reached whatever lies there. */
export function reachOf(before: Before, start: bigint, bytes: bigint, use: Use): Reach {
  if (bytes === 0n) return { bytes, end: undefined, inFile: false };
  const { space } = before;
  const range = pageRange(Number(start / UNIT), Number((start + bytes - 1n) / UNIT) + 1);
  let inFile = false;
  for (const segment of segmentsIn(space, range)) {
    const at = pageRange(segment.start, segment.end);
    const usable =
      segment.kind === 'vma' ? usableAs(segment.vma, use, before) : usableHole(segment, use, before);
    if (segment.kind === 'vma' && usable === 'yes') {
      const behind = firstBehindObject(segment.vma, at, before);
      if (behind === undefined) {
        inFile ||= segment.vma.backing.kind === 'file';
        continue;
      }
      const end = BigInt(behind) * UNIT;
      return {
        bytes: end > start ? end - start : 0n,
        end: { usable: 'by-assumption', fact: vmaFact('vma', segment.vma) },
        inFile,
      };
    }
    const first = BigInt(segment.start) * UNIT;
    return {
      bytes: first > start ? first - start : 0n,
      end: {
        usable: usable === 'yes' ? 'unknown' : usable,
        fact: segment.kind === 'vma' ? vmaFact('vma', segment.vma) : rangeFact('hole', at, segment.state),
      },
      inFile,
    };
  }
  return { bytes, end: undefined, inFile };
}

/**
 * The first page behind the end of the file or shared memory that is mapped there, as far as the log shows its length: a
 * fault on it is SIGBUS, a copy EFAULT. mm/filemap.c: filemap_fault; mm/shmem.c: shmem_fault; measured on 6.18
 */
function firstBehindObject(vma: Vma, range: PageRange, before: Before): number | undefined {
  const reaches = (end: number): boolean =>
    unpopulated(vma, pageRange(range.start, end), before)?.answer !== 'fails';
  if (vma.backing.kind === 'anonymous' || reaches(range.end)) return undefined;
  let [low, high]: [number, number] = [range.start, range.end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * What the log does not show at the very bottom is free: with privilege and on purpose only is anything mapped there.
 */
function usableHole(hole: Extract<Segment, { kind: 'hole' }>, use: Use, before: Before): Usable {
  if (growsInto(hole, use, before)) return 'unknown';
  if (hole.state === 'free') return 'no';
  return BigInt(hole.start) * UNIT < before.machine.mmapMinAddr ? 'by-assumption' : 'unknown';
}

/**
 * A hole that ends at a stack is filled by the fault of a copy, up to RLIMIT_STACK, but not to within the guard gap of accessible
 * memory below. mm/vma.c: expand_downwards; measured on 6.18
 */
function growsInto(hole: PageRange, use: Use, before: Before): boolean {
  const { space } = before;
  if (use !== 'copied-from' && use !== 'copied-to') return false;
  const next = space.firstEndingAbove(hole.end);
  if (next === undefined || !has(next, VmFlag.growsDown)) return false;
  const gap = STACK_GUARD_PAGES * unitsPerPage(before);
  const below = [...space.vmasIn(pageRange(Math.max(0, hole.start - gap + 1), hole.start))].at(-1);
  return below === undefined || below.prot === Prot.none || has(below, VmFlag.growsDown);
}

function usableAs(vma: Vma, use: Use, before: Before): Usable {
  const pinned = use === 'pinned-to-read' || use === 'pinned-to-write';
  if (has(vma, VmFlag.io | VmFlag.pfnMap)) return pinned ? 'no' : 'unknown';
  const hidden = VmFlag.maybeGuard | VmFlag.userfault;
  if (vma.prot === undefined || has(vma, hidden)) return 'unknown';
  if (use === 'copied-to' || use === 'pinned-to-write') return (vma.prot & Prot.write) === 0 ? 'no' : 'yes';
  if ((vma.prot & Prot.read) !== 0) return 'yes';
  if (use === 'pinned-to-read' || vma.prot === Prot.none) return 'no';
  // Page tables of x86 cannot say "not to be read"; others can say it of memory that is only executed.
  const { architecture } = before.machine;
  return architecture === 'x86-64' || architecture === 'i386' ? 'yes' : 'unknown';
}

/** What a page that cannot be used, or of which that is not known, comes to. */
export function refusedBy({ usable }: NonNullable<Reach['end']>, ...facts: readonly Fact[]): Verdict {
  switch (usable) {
    case 'no':
      return fails(...facts);
    case 'by-assumption':
      return failsIfAssumed(...facts);
    case 'unknown':
      return likelyPasses('unknown-memory', ...facts);
  }
}
