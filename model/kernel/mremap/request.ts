/**
 * mremap's arguments after the kernel rounded them, and the VMA that they name. mm/mremap.c: struct vma_remap_struct
 */
import { pageNumber, pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MREMAP } from '../abi/memory-flags';
import type { Before } from '../check';
import { stateAt } from '../coverage';
import { hugeUnitsOf } from '../huge-pages';
import { kernelBits, pageBytes, untagged } from '../layout';
import type { MremapCall } from '../mapping-call';
import { once } from '../once';
import { isAligned, pageCount, roundUp } from '../rounding';
import { kernelVersion } from '../versions';

export interface MremapRequest {
  /** Bytes. Lengths are rounded up to pages; the largest wrap to 0. */
  readonly addr: bigint;
  readonly oldLength: bigint;
  readonly newLength: bigint;
  readonly flags: number;
  readonly mayMove: boolean;
  readonly fixed: boolean;
  readonly dontUnmap: boolean;
  /** FIXED or DONTUNMAP: the memory goes to another address whatever the sizes. */
  readonly relocates: boolean;
  /** Bytes. The destination with FIXED, a hint with DONTUNMAP alone; undefined where it is not shown or not used. */
  readonly newAddr: bigint | undefined;
}

const RELOCATES = MREMAP.FIXED | MREMAP.DONTUNMAP;

/** Undefined where the log does not show what the kernel worked with. */
export const requestOf = once(readRequest);

function readRequest(call: MremapCall, before: Before): MremapRequest | undefined {
  const { oldAddress, oldSize, newSize, flags, newAddress } = call;
  if (oldAddress.value === undefined || oldSize.value === undefined) return undefined;
  if (newSize.value === undefined || flags.value === undefined) return undefined;
  const bits = kernelBits(before);
  const page = pageBytes(before);
  const relocates = (flags.value & RELOCATES) !== 0;
  return {
    addr: untagged(oldAddress.value, before),
    oldLength: roundUp(oldSize.value, bits, page),
    newLength: roundUp(newSize.value, bits, page),
    flags: flags.value,
    mayMove: (flags.value & MREMAP.MAYMOVE) !== 0,
    fixed: (flags.value & MREMAP.FIXED) !== 0,
    dontUnmap: (flags.value & MREMAP.DONTUNMAP) !== 0,
    relocates,
    newAddr: relocates ? newAddress.value : undefined,
  };
}

/** The request in pages, for the checks of state; undefined where the arguments alone make no sense of it. */
export interface Remapping extends MremapRequest {
  /** [addr, addr + old length): may be empty (old length 0: duplicate). */
  readonly from: PageRange;
  readonly oldPages: number;
  readonly newPages: number;
  readonly growth: number;
  /** Where FIXED puts it. */
  readonly to: PageRange | undefined;
  /** The state of the first page, and its VMA. */
  readonly source: 'mapped' | 'free' | 'unknown';
  readonly vma: Vma | undefined;
  /** FIXED with equal sizes on 6.17 and later: may take several VMAs. mm/mremap.c: vrm_move_only */
  readonly movesSeveral: boolean;
}

export const remappingOf = once(readRemapping);

function readRemapping(call: MremapCall, before: Before): Remapping | undefined {
  const request = requestOf(call, before);
  if (request === undefined || !isAligned(request.addr, pageBytes(before)) || request.newLength === 0n)
    return undefined;
  const page = pageNumber(Number(request.addr >> 12n));
  const vma = before.space.vmaAt(page);
  // Huge pages are taken whole. mm/mremap.c: align_hugetlb
  const unit =
    vma !== undefined && has(vma, VmFlag.hugeTlb) && before.machine.kernel >= kernelVersion(5, 16)
      ? hugeUnitsOf(vma, before)
      : 1;
  const oldPages = Math.ceil(pageCount(request.oldLength) / unit) * unit;
  const newPages = Math.ceil(pageCount(request.newLength) / unit) * unit;
  // Between, the mapping was looked for before the size was, or the size was not looked at: see order.ts.
  const { kernel } = before.machine;
  const isSized = kernel >= kernelVersion(6, 17) || (request.relocates && kernel < kernelVersion(5, 16));
  if (isSized && newPages > before.space.taskSize) return undefined;
  const { newAddr } = request;
  const start =
    newAddr === undefined || !isAligned(newAddr, pageBytes(before)) ? undefined : Number(newAddr >> 12n);
  // Spelled out: an object that is spread gets a shape of its own, which each of forty checks then looks up.
  return {
    addr: request.addr,
    oldLength: request.oldLength,
    newLength: request.newLength,
    flags: request.flags,
    mayMove: request.mayMove,
    fixed: request.fixed,
    dontUnmap: request.dontUnmap,
    relocates: request.relocates,
    newAddr,
    from: pageRange(page, page + oldPages),
    oldPages,
    newPages,
    growth: Math.max(0, newPages - oldPages),
    to: request.fixed && start !== undefined ? pageRange(start, start + newPages) : undefined,
    source: stateAt(before.space, page),
    vma,
    movesSeveral: request.fixed && oldPages === newPages && before.machine.kernel >= kernelVersion(6, 17),
  };
}

/** How a growing VMA's own place looks; `inside`: the old range ends before the VMA does. */
export type RoomBehind =
  | { readonly room: 'free' }
  | { readonly room: 'unknown'; readonly at: PageRange }
  | { readonly room: 'blocked'; readonly by: Vma }
  | { readonly room: 'inside'; readonly vma: Vma }
  | { readonly room: 'beyond-task-size' };

/**
 * Growth in place needs the old range to end where the VMA ends, and free pages behind it. The guard gap of a stack
 * above is not respected. mm/mremap.c: vrm_can_expand_in_place, vma_expandable; measured on 6.18.
 *
 *      | VMA  [ old range )| growth |          | VMA [ old range )   | growth
 *                                   free: yes                     more of the VMA: never
 */
export function roomBehind(remapping: Remapping, vma: Vma, before: Before): RoomBehind {
  const end = remapping.from.end;
  // Where the model joined two VMAs that the kernel kept apart, the second one would be in the way just the same.
  if (end < vma.end) return { room: 'inside', vma };
  const behind = pageRange(end, end + remapping.growth);
  if (behind.end > before.space.taskSize) return { room: 'beyond-task-size' };
  const next = before.space.firstEndingAbove(end);
  if (next !== undefined && next.start < behind.end) return { room: 'blocked', by: next };
  const unknown = before.space.holesIn(behind).find((hole) => hole.state === 'unknown');
  return unknown === undefined ? { room: 'free' } : { room: 'unknown', at: unknown };
}
