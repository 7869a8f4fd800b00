/**
 * What the answer to an advice tells of the way the kernel was built.
 */
import type { Before } from '../kernel/check';
import { MADV } from '../kernel/abi/memory-flags';
import { adviceState } from '../kernel/madvise/advice';
import { walk } from '../kernel/madvise/walk';
import type { MemoryCall } from '../kernel/memory-call';
import type { ShownConfiguration } from '../kernel/shown-configuration';
import type { Observed } from '../kernel/observed';

/** A kernel without the part answers EINVAL before it looks at anything. mm/madvise.c: madvise_behavior_valid */
export function learnFromAdvice(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  shown: ShownConfiguration,
): void {
  if (call.call !== 'madvise' || call.advice.value === undefined) return;
  const advice = call.advice.value;
  if (adviceState(advice, before.machine.kernel) !== 'configured') return;
  if (observed.kind === 'success') shown.shows(advice, true, call.event.index);
  // MADV_COLLAPSE has reasons of its own, which no log shows; of the others nothing else is left.
  if (observed.kind !== 'error' || observed.errno !== 'EINVAL' || advice === MADV.COLLAPSE) return;
  const walked = walk(call, before);
  if (walked !== undefined && walked.stop === undefined) shown.shows(advice, false, call.event.index);
}
