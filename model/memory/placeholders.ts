/**
 * What execve has put into an address space before the program's first call. No line shows it, so its pages are unknown,
 * not free; but where it lies the layout tells:
 *
 *     | program |  gap  | heap …        … mappings | vvar vdso | ld.so |     gap     | stack |   end of user space
 *               ^ random ^ start_brk             ^ the first mmap                    ^ random ^
 *
 * A call on unknown pages there is expected to find them mapped. fs/binfmt_elf.c: load_elf_binary; measured on 6.18
 */
import type { AddressSpace } from './address-space';
import { isInStackArea } from './names';
import type { PageRange } from './page';
import { has, VmFlag } from './vma';

export type Placeholder = 'program' | 'loader' | 'stack';

/** Pages: the random gap below the heap (1 GiB; 32 MiB in 32 bits), and a large program. arch_randomize_brk */
const BELOW_HEAP = { wide: 2 ** 18 + 2 ** 16, narrow: 2 ** 13 + 2 ** 13 } as const;
/** Pages: the loader, vdso and vvar follow the highest mapping at once; 4 MiB are plenty. */
const ABOVE_MAPPINGS = 2 ** 10;

/** What plausibly lies in the range; undefined where the layout tells nothing. Pages known to be mapped or free are no matter. */
export function placeholderIn(space: AddressSpace, range: PageRange): Placeholder | undefined {
  if (isInStackArea(range, space.taskSize)) return mayBeStack(space, range) ? 'stack' : undefined;
  if (isBelowHeap(space, range)) return 'program';
  return isAboveMappings(space, range) ? 'loader' : undefined;
}

/** Nothing lies above the stack: below what a call has mapped, the page is something else. */
function mayBeStack(space: AddressSpace, range: PageRange): boolean {
  const above = space.firstEndingAbove(range.start);
  return above === undefined || above.certainty === 'inferred' || has(above, VmFlag.growsDown);
}

function isBelowHeap(space: AddressSpace, range: PageRange): boolean {
  if (space.startBrk === undefined) return false;
  const heap = Number(space.startBrk >> 12n);
  const window = space.taskSize > 2 ** 20 ? BELOW_HEAP.wide : BELOW_HEAP.narrow;
  if (range.end > heap || heap - range.start > window) return false;
  // What a call has mapped between is no part of the program, nor is what lies below it.
  const next = space.firstEndingAbove(range.start);
  return next === undefined || next.start >= heap || next.certainty === 'inferred';
}

function isAboveMappings(space: AddressSpace, range: PageRange): boolean {
  const above = space.firstEndingAbove(range.start);
  if (above?.certainty === 'exact' && !isInStackArea(above, space.taskSize)) return false;
  let below = space.lastStartingBelow(range.start);
  while (below?.certainty === 'inferred') below = space.lastStartingBelow(below.start);
  if (below === undefined) return false;
  const isHeap = space.brk !== undefined && BigInt(below.start) << 12n < space.brk;
  return !isHeap && range.start >= below.end && range.end - below.end <= ABOVE_MAPPINGS;
}
