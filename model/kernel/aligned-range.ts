/**
 * Tests that calls on a range of whole pages have in common. Each call answers them with its own errno, at its own place in
 * the order.
 */
import type { Before, Verdict } from './check';
import type { Given } from './memory-call';
import { kernelBits, pageBytes, untagged } from './layout';
import { alignedRange, isAligned } from './rounding';
import { argumentFact, demand, withArguments } from './verdict';

interface OnRange {
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
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
