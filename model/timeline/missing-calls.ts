/**
 * Whether a log leaves calls out that change memory (`strace -e trace=mmap`, `-P`): what they did is then missing from
 * everything that is shown. Two signs: a kind of call that every usual program makes is nowhere in the log, and the kernel
 * found room where by the log none was.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace } from '../memory/address-space';
import { pageNumber, pageOf, pageRange, pagesFor } from '../memory/page';
import type { MemoryCall } from '../kernel/memory-call';
import { observedOf } from './memory-step';

/** What a dynamically linked program calls before it comes to its own code. */
const USUAL = ['mmap', 'munmap', 'mprotect', 'brk'] as const;

/** A log with fewer memory calls says nothing by what it does not have. */
const ENOUGH = 20;

export interface Missing {
  /** Of the usual calls those that the log has none of, while it has others; empty for a short log. */
  readonly names: readonly string[];
  /** The first call that was given pages which by the log were mapped. */
  readonly impossible: EventIndex | undefined;
}

export class MissingCalls {
  /** Of the usual ones. */
  private readonly unseen = new Set<string>(USUAL);
  private count = 0;
  private impossible: EventIndex | undefined;

  /** `space`: before the call. */
  saw(call: MemoryCall, space: AddressSpace | undefined): void {
    this.count++;
    if (this.unseen.size > 0) this.unseen.delete(call.call);
    if (this.impossible === undefined && space !== undefined && isImpossible(call, space))
      this.impossible = call.event.index;
  }

  get found(): Missing {
    const isTold = this.count >= ENOUGH && this.unseen.size < USUAL.length;
    return { names: isTold ? [...this.unseen] : [], impossible: this.impossible };
  }
}

const MAP_FIXED = 0x10;

/** Where nothing is demanded of it, the kernel puts memory only where there is none. mm/mmap.c: get_unmapped_area */
function isImpossible(call: MemoryCall, space: AddressSpace): boolean {
  if (call.call !== 'mmap' || ((call.flags.value ?? MAP_FIXED) & MAP_FIXED) !== 0) return false;
  const observed = observedOf(call.event);
  const length = call.length.value;
  if (observed?.kind !== 'success' || length === undefined) return false;
  const start = pageOf(observed.value);
  for (const vma of space.vmasIn(pageRange(start, pageNumber(start + pagesFor(length)))))
    if (vma.certainty === 'exact') return true;
  return false;
}
