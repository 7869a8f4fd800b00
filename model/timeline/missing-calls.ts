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

/** One may be a fault of the model's; so many in one log are not. */
const PROOF = 3;

export interface Missing {
  /** Of the usual calls those that the log has none of, while it has others; empty for a short log. */
  readonly names: readonly string[];
  /** The first call that was given pages which by the log were mapped. */
  readonly impossible: EventIndex | undefined;
  /** Both together, or the one over and over: no usual program leaves such a log, and what it shows of memory is not all. */
  readonly isProven: boolean;
}

export class MissingCalls {
  /** Of the usual ones. */
  private readonly unseen = new Set<string>(USUAL);
  private count = 0;
  private impossibles = 0;
  private isLoaded = false;
  private impossible: EventIndex | undefined;

  /** `space`: before the call. */
  saw(call: MemoryCall, space: AddressSpace | undefined): void {
    this.count++;
    if (this.unseen.size > 0) this.unseen.delete(call.call);
    if (this.isComplete) return;
    if (!this.isLoaded && loadsLibrary(call)) this.isLoaded = true;
    if (space === undefined || !isImpossible(call, space)) return;
    this.impossible ??= call.event.index;
    this.impossibles++;
  }

  /** The first few are looked for; more prove no more. */
  private get isComplete(): boolean {
    return this.impossibles >= PROOF;
  }

  private get isProven(): boolean {
    const isCut = this.unseen.has('munmap') || this.unseen.has('mprotect');
    return (isCut && (this.impossibles > 0 || (this.isLoaded && this.count >= ENOUGH))) || this.isComplete;
  }

  get found(): Missing {
    const isTold = this.count >= ENOUGH && this.unseen.size < USUAL.length;
    return { names: isTold ? [...this.unseen] : [], impossible: this.impossible, isProven: this.isProven };
  }
}

const MAP_FIXED = 0x10;
const MAP_DENYWRITE = 0x800;

/** Nobody but ld.so asks for MAP_DENYWRITE; done, it unmaps the list of libraries and protects what it has relocated. */
const loadsLibrary = (call: MemoryCall): boolean =>
  call.call === 'mmap' && ((call.flags.value ?? 0) & MAP_DENYWRITE) !== 0;

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
