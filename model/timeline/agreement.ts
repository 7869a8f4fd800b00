/**
 * Whether the log and the rules say the same of a call.
 */
import type { Prediction } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import type { Observed } from '../kernel/observed';
import { pageOf } from '../memory/page';

/**
 * Values are compared where the model knows one. brk has no error mark: what it answers is compared with the break that
 * was predicted, a refusal with the old one, which is in `brk` (the break before the call) where the prediction lacks it.
 */
export function agreementOf(
  call: MemoryCall,
  observed: Observed | undefined,
  predicted: Prediction,
  brk: bigint | undefined,
): 'agrees' | 'differs' | 'open' | 'none' {
  if (observed === undefined || observed.kind === 'none') return 'none';
  if (predicted.kind === 'undecidable') return 'open';
  if (predicted.kind === 'error') {
    if (predicted.errno !== 'old-break')
      return sameIf(observed.kind === 'error' && observed.errno === predicted.errno);
    const old = predicted.value ?? brk;
    if (observed.kind !== 'success') return 'differs';
    return old === undefined ? 'open' : sameIf(observed.value === old);
  }
  if (observed.kind === 'error') return 'differs';
  if (predicted.value === undefined) return 'agrees';
  // A hint is a wish: only where the kernel has no choice is the value told, and then it is told to the byte.
  return sameIf(
    observed.value === predicted.value ||
      (places.has(call.call) && samePage(observed.value, predicted.value)),
  );
}

/** Calls that answer with the place of a mapping. */
const places: ReadonlySet<MemoryCall['call']> = new Set(['mmap', 'mremap', 'shmat']);

const sameIf = (same: boolean): 'agrees' | 'differs' => (same ? 'agrees' : 'differs');

const samePage = (a: bigint, b: bigint): boolean => pageOf(a) === pageOf(b);
