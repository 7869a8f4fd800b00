/**
 * The kernel wrote into memory of the program, and no fault stopped it: where nothing was mapped and a stack lies above, the
 * stack grew, by the fault of the copy. mm/vma.c: expand_downwards; arch/x86/mm/fault.c: do_user_addr_fault
 *
 *     written     [==========)                 [====)
 *     before        hole     | stack |    ->     hole   | stack |
 *     after       | stack            |         | stack          |
 */
import type { SpaceEdit } from '../memory/address-space';
import { copyOfVma } from '../memory/copies';
import { pageNumber, pageRange, type PageRange } from '../memory/page';
import { has, VmFlag } from '../memory/vma';

/** `written`: pages of which each holds a byte that the kernel wrote. */
export function growToHold(written: PageRange, edit: SpaceEdit): void {
  for (const hole of edit.now.holesIn(written)) {
    if (hole.state === 'unknown') {
      edit.infer(hole, {});
      continue;
    }
    const above = edit.now.firstEndingAbove(hole.end);
    if (above === undefined || !has(above, VmFlag.growsDown) || above.start < hole.end) continue;
    // The stack gets an anon_vma first, if it has none: what it grows by is a part of it.
    edit.touch(pageRange(above.start, above.start + 1));
    const stack = edit.now.vmaAt(above.start) ?? above;
    const added = copyOfVma(stack);
    added.start = hole.start;
    added.end = stack.start;
    added.pgoff = stack.pgoff - (added.end - added.start);
    added.doubtfulBorders = undefined;
    edit.map(added);
  }
}

/** The pages of [start, start + bytes), in bytes. */
export const pagesOfBytes = (start: bigint, bytes: bigint): PageRange =>
  bytes === 0n
    ? pageRange(0, 0)
    : pageRange(pageNumber(Number(start >> 12n)), pageNumber(Number((start + bytes - 1n) >> 12n) + 1));
