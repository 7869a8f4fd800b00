/**
 * What calls on a range of whole pages have in common: the pages, and the tests that the range must pass. Each call answers
 * those with its own errno, at its own place in the order.
 */
import type { PageRange } from '../memory/page';
import type { Before, Verdict } from './check';
import type { Given } from './given';
import { kernelBits, pageBytes, untagged } from './layout';
import { alignedRange, isAligned, pagesOf } from './rounding';
import { argumentFact, demand, NOT_REACHED, withArguments } from './verdict';

interface OnRange {
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
}

/**
 * The pages that the call walks. Undefined where it ends before: at a start between page borders, a range past the end of
 * the address space, no length; or where the log does not show the range.
 */
export function pagesAsked({ addr, length }: OnRange, before: Before): PageRange | undefined {
  if (addr.value === undefined || length.value === undefined) return undefined;
  const page = pageBytes(before);
  const start = untagged(addr.value, before);
  const range = alignedRange(start, length.value, kernelBits(before), page);
  return !isAligned(start, page) || range.wraps || range.length === 0n ? undefined : pagesOf(range);
}

/** The address, without arm64's tag, is a multiple of the page size. */
export const startsOnPage = ({ addr }: Pick<OnRange, 'addr'>, before: Before): Verdict =>
  withArguments([addr], (start) =>
    demand(isAligned(untagged(start, before), pageBytes(before)), argumentFact('addr', addr)),
  );

/** Rounded up, the length is not lost, and the range ends in the address space; of no length it may stand anywhere. */
export const endsInSpace = ({ addr, length }: OnRange, before: Before): Verdict =>
  withArguments([addr, length], (start, bytes) => {
    const range = alignedRange(untagged(start, before), bytes, kernelBits(before), pageBytes(before));
    return demand(
      !range.wraps && (bytes === 0n || range.length !== 0n),
      argumentFact('addr', addr),
      argumentFact('length', length),
    );
  });

/** The same for calls to which a length that rounds to 0 is no length, and asks for nothing. */
export const endsInSpaceIfAny = (call: OnRange, before: Before): Verdict =>
  withArguments([call.addr, call.length], (_start, bytes) =>
    alignedRange(0n, bytes, kernelBits(before), pageBytes(before)).length === 0n
      ? NOT_REACHED
      : endsInSpace(call, before),
  );
