/**
 * What several checks of one call need (its arguments as the kernel rounds them, a walk over its range) is worked out when
 * the first of them asks. Both keys are immutable, so that the same two mean the same result.
 */
import type { Before } from './check';

/**
 * Remembers the last result only: the checks of a call are answered one after the other. `key` is the call, or what was
 * made of it by a function that is itself remembered.
 */
export function once<Key extends object, Result>(
  work: (key: Key, before: Before) => Result,
): (key: Key, before: Before) => Result {
  let last: { readonly key: Key; readonly before: Before; readonly result: Result } | undefined;
  return (key, before) => {
    if (last?.key === key && last.before === before) return last.result;
    const result = work(key, before);
    last = { key, before, result };
    return result;
  };
}
