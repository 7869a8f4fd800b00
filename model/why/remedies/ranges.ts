/** Which arguments of a call say where and how long its memory is, and what is mapped there. */
import { addressOf, pageOf, pageRange, type PageRange } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import type { Before } from '../../kernel/check';
import type { Given } from '../../kernel/given';
import type { MemoryCall } from '../../kernel/memory-call';
import { roundDown, roundUp } from '../../kernel/rounding';

export interface RangeArguments {
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
}

/** mremap's old range; of all others address and length. Undefined for calls without a range. */
export function rangeOf(call: MemoryCall): RangeArguments | undefined {
  if (call.call === 'mremap') return { addr: call.oldAddress, length: call.oldSize };
  if (!('addr' in call) || !('length' in call)) return undefined;
  return { addr: call.addr, length: call.length };
}

/** First and one past the last byte that the call is about; undefined where the log does not show them or they wrap. */
export function bytesOf(call: MemoryCall): { readonly start: bigint; readonly end: bigint } | undefined {
  const { addr, length } = rangeOf(call) ?? {};
  if (addr?.value === undefined || length?.value === undefined) return undefined;
  const end = addr.value + length.value;
  return end > 1n << 64n ? undefined : { start: addr.value, end };
}

export const pageSizeOf = ({ machine }: Before): bigint => machine.pageSize;
export const down = (value: bigint, before: Before): bigint => roundDown(value, pageSizeOf(before));
export const up = (value: bigint, before: Before): bigint => roundUp(value, 64, pageSizeOf(before));

/** The pages of a range of bytes, all that it touches. */
export const pagesTouched = ({ start, end }: { readonly start: bigint; readonly end: bigint }): PageRange =>
  pageRange(pageOf(start), Number((end + 4095n) >> 12n));

/** Where the mapped pages end that the page begins; the page itself where it is not mapped. In bytes. */
export function mappedUntil(space: AddressSpace, address: bigint): bigint {
  let end = pageOf(address);
  for (let vma = space.vmaAt(end); vma !== undefined; vma = space.vmaAt(end)) end = vma.end;
  return addressOf(end);
}

/** Mapped stretches of a range that a person can make calls for. */
const MOST_STRETCHES = 8;

/** The mapped stretches inside the pages of a range, joined where they touch; empty where there are very many. */
export function mappedStretches(space: AddressSpace, range: PageRange): readonly PageRange[] {
  const stretches: PageRange[] = [];
  for (const vma of space.vmasIn(range)) {
    const last = stretches.at(-1);
    const part = pageRange(Math.max(vma.start, range.start), Math.min(vma.end, range.end));
    if (last?.end === part.start) stretches[stretches.length - 1] = pageRange(last.start, part.end);
    else stretches.push(part);
    if (stretches.length > MOST_STRETCHES) return [];
  }
  return stretches;
}
