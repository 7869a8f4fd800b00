/**
 * What remap_file_pages works on: the VMA at its start, and those that continue it in everything but their offsets.
 * mm/mmap.c: sys_remap_file_pages
 */
import { pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Backing, type Vma } from '../../memory/vma';
import type { Before } from '../check';
import { kernelBits, pageBytes, unitsPerPage } from '../layout';
import { pagesBetween, roundDown } from '../rounding';
import type { RemapFilePagesCall } from './call';

export interface RemapRequest {
  /** Start and size are both rounded down: less than a page is nothing. */
  readonly range: PageRange;
  /** In pages of 4096 bytes. */
  readonly pgoff: bigint;
}

/** Undefined where the call ends before a VMA is looked for, or the log does not show what it is about. */
export function requestOf(call: RemapFilePagesCall, before: Before): RemapRequest | undefined {
  const { addr, size, prot, pgoff } = call;
  if (addr.value === undefined || size.value === undefined || pgoff.value === undefined) return undefined;
  if (prot.value !== 0) return undefined;
  const start = roundDown(addr.value, pageBytes(before));
  const bytes = roundDown(size.value, pageBytes(before));
  const end = start + bytes;
  const word = 1n << BigInt(kernelBits(before));
  if (bytes === 0n || end >= word || pgoff.value + bytes / pageBytes(before) >= word) return undefined;
  return { range: pagesBetween(start, end), pgoff: pgoff.value * BigInt(unitsPerPage(before)) };
}

/** What is at the start: the VMA to be remapped, or what stands against it. */
export type Target =
  | { readonly is: 'vma'; readonly vma: Vma }
  | { readonly is: 'hole' | 'unknown' | 'private'; readonly vma?: Vma };

export function targetOf({ range }: RemapRequest, { space }: Before): Target {
  const vma = space.vmaAt(range.start);
  if (vma === undefined) {
    const unknown = range.start < space.taskSize && space.stateAt(range.start) === 'unknown';
    return { is: unknown ? 'unknown' : 'hole' };
  }
  if (vma.certainty === 'inferred' && !has(vma, VmFlag.mayShare)) return { is: 'unknown', vma };
  return has(vma, VmFlag.shared) ? { is: 'vma', vma } : { is: 'private', vma };
}

/** The first page at which the range is no longer of one kind; 'unknown' where the log does not show what follows. */
export function brokenAt(
  { range }: RemapRequest,
  first: Vma,
  { space }: Before,
): { readonly at: PageRange; readonly state: 'free' | 'unknown' | 'mapped' } | undefined {
  let end: number = first.end;
  while (end < range.end) {
    const at = pageRange(end, range.end);
    const next = end < space.taskSize ? space.vmaAt(at.start) : undefined;
    if (next === undefined) {
      const hole = end < space.taskSize ? space.stateAt(at.start) : 'free';
      return { at, state: hole === 'unknown' ? 'unknown' : 'free' };
    }
    if (!continues(first, next)) return { at, state: next.certainty === 'inferred' ? 'unknown' : 'mapped' };
    end = next.end;
  }
  return undefined;
}

/** Soft-dirty and guard marks apart, flags must be the same; memory of one file by one open file description. */
const continues = (first: Vma, next: Vma): boolean =>
  (first.flags & ~VmFlag.maybeGuard) === (next.flags & ~VmFlag.maybeGuard) &&
  first.prot === next.prot &&
  sameFile(first.backing, next.backing);

function sameFile(a: Backing, b: Backing): boolean {
  if (a.kind === 'file') return b.kind === 'file' && a.description === b.description;
  if (a.kind === 'shmem') return b.kind === 'shmem' && a.object === b.object;
  return a.kind === 'sysv' && b.kind === 'sysv' && a.object === b.object;
}
