/**
 * Whether a range ends within the addresses that user space can have. On x86-64 that is 2^47, and 2^56 where the processor has
 * five levels of page tables: nobody gets an address above the lower end who does not ask for one, so that only a log where
 * somebody got one tells (timeline/shown-by-places.ts). In others the usual four levels are assumed.
 * arch/x86/include/asm/page_64_types.h: TASK_SIZE_MAX; Documentation/arch/x86/x86_64/5level-paging.rst
 */
import type { Before, Fact, Verdict } from './check';
import { taskSizeBytes } from './layout';
import { assumptionFact, demand, failsIfAssumed, numberFact } from './verdict';
import { kernelVersion } from './versions';

const END_OF_FIVE_LEVELS = (1n << 56n) - 4096n;

/** `end`: bytes, the first behind the range. */
export function endsInUserSpace(end: bigint, before: Before, ...facts: readonly Fact[]): Verdict {
  const size = taskSizeBytes(before);
  const all = [...facts, numberFact('task-size', size, 'bytes')];
  if (end <= size || end > endThatMayBe(before)) return demand(end <= size, ...all);
  return failsIfAssumed(...all, assumptionFact('address bits', '48'));
}

function endThatMayBe({ task, machine, space }: Before): bigint {
  const mayHaveFive =
    task.architecture === 'x86-64' &&
    machine.addressBits === undefined &&
    machine.kernel >= kernelVersion(4, 14);
  return mayHaveFive ? END_OF_FIVE_LEVELS : BigInt(space.taskSize) << 12n;
}
