/**
 * What the rules say of a call, as the tool prints it.
 */
import type { Timeline } from '../../model/timeline/timeline';
import type { EventIndex } from '../../model/trace/positions';
import { explain } from '../../model/why/explain';

export type Predicted =
  /** `because`: why the address that the kernel chose is not told. */
  | { readonly kind: 'success'; readonly value?: string; readonly because?: string }
  /** `errno` is null for a brk that stays where it was: it answers with the old break. */
  | { readonly kind: 'error'; readonly errno: string | null; readonly cause: string }
  | { readonly kind: 'undecidable'; readonly because: string };

export function predictionOf(timeline: Timeline, event: EventIndex): Predicted {
  const predicted = timeline.judge(event)?.predicted;
  switch (predicted?.kind) {
    case 'success':
      if (predicted.value !== undefined) return { kind: 'success', value: hexOf(predicted.value) };
      return predicted.because === undefined
        ? { kind: 'success' }
        : { kind: 'success', because: predicted.because.code };
    case 'error':
      return {
        kind: 'error',
        errno: predicted.errno === 'old-break' ? null : predicted.errno,
        cause: predicted.cause,
      };
    case 'undecidable':
      return { kind: 'undecidable', because: predicted.because.code };
    case undefined:
      return ofPointers(timeline, event);
  }
}

const hexOf = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;

/**
 * A call without a rule of its own that failed with EFAULT: the address space says whether a buffer of it could not be
 * read or written.
 */
function ofPointers(timeline: Timeline, event: EventIndex): Predicted {
  const explanation = explain(timeline, event);
  const cause = explanation?.causes[0];
  if (explanation?.certainty === 'proven' && cause)
    return { kind: 'error', errno: 'EFAULT', cause: cause.id };
  return { kind: 'undecidable', because: cause?.id ?? 'unknown-memory' };
}
