/**
 * What a brk asks for, in pages. mm/mmap.c: sys_brk
 *
 *     start_brk                       brk      up(brk)
 *     | [heap]                         |  rest  |  >= one free page  | next VMA
 */
import { addressOf, lengthOf, pageRange, type PageRange } from '../../memory/page';
import type { Before } from '../check';
import { asAnswered, isCutTo32Bits, pageBytes } from '../layout';
import type { BrkCall } from '../mapping-call';
import { once } from '../once';
import { roundUp } from '../rounding';

/** The page border at or above an address: where the heap's pages end. */
export const up = (bytes: bigint, before: Before): number => {
  const border = roundUp(bytes, 64, pageBytes(before));
  // The kernel's own sum wraps to 0 there, and is too large after that: no break lies so high.
  return border === 0n && bytes !== 0n ? 2 ** 52 : Number(border >> 12n);
};

export interface Change {
  readonly from: bigint;
  readonly to: bigint;
  /** Pages to be added or removed; empty where only the number changes. */
  readonly grows: PageRange;
  readonly shrinks: PageRange;
}

/**
 * In bytes. A snapshot of an attached process shows the heap's pages: there the break lies in the last of them, which is
 * all that a change of pages needs.
 */
export function breakOf({ space }: Before): bigint | undefined {
  return space.brk ?? (space.shownHeap && addressOf(space.shownHeap.end));
}

/**
 * The break that an answer stands for. Of a 64-bit program that calls through int 0x80 it shows the lower half only: the
 * upper one is that of the break before, and undefined where nothing shows that.
 */
export function answeredBreak(value: bigint, before: Before): bigint | undefined {
  if (!isCutTo32Bits(before)) return value;
  const from = breakOf(before);
  if (from === undefined) return undefined;
  return asAnswered(from, before) === value ? from : from - BigInt.asUintN(32, from) + value;
}

/** Undefined where neither log nor snapshot shows the break, and for brk(0), which only asks. */
export const changeOf = once(readChange);

function readChange(call: BrkCall, before: Before): Change | undefined {
  const to = call.addr.value;
  const from = breakOf(before);
  if (to === undefined || to === 0n || from === undefined) return undefined;
  const [low, high] = [up(from, before), up(to, before)];
  return {
    from,
    to,
    grows: pageRange(Math.min(low, high), high),
    shrinks: pageRange(Math.min(low, high), low),
  };
}

/** The pages that a shrinking call gives back; undefined for any other. */
export const shrinkRange = (call: BrkCall, before: Before): PageRange | undefined => {
  const change = changeOf(call, before);
  return change === undefined || lengthOf(change.shrinks) === 0 ? undefined : change.shrinks;
};
