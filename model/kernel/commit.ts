/**
 * The commit limit (vm.overcommit_memory). With the usual heuristic mode a single request fails only where it is larger
 * than all memory and swap: that is in a log only where the program asked for it, or was lent as much before.
 * mm/util.c: __vm_enough_memory
 */
import type { EventIndex } from '../trace/positions';
import type { Before, Fact, Verdict } from './check';
import {
  assumptionFact,
  cannotTell,
  fails,
  failsIfAssumed,
  NO_TRACE,
  numberFact,
  passes,
  sizeFact,
} from './verdict';
import { kernelVersion } from './versions';

/** Pages: 16 GiB. Single requests of accountable memory below it are expected to pass on a machine not known. */
export const USUAL_PAGES = 4 * 1024 * 1024;

/** Pages: 16 TiB. So much memory next to no machine has; where every request is granted, programs that ask for so much are seldom. */
const MOST_PAGES = 2 ** 32;

/** `pages`: what is charged at once: private, writable, not MAP_NORESERVE. `event`: the call, to be judged by what it follows. */
export function fitsCommit(before: Before, pages: number, event?: EventIndex): Verdict {
  const { memory, kernel, shownMemory } = before.machine;
  const asked = (): Fact => sizeFact(before, 'asked', pages);
  const bytes = BigInt(pages) * 4096n;
  if (memory !== undefined && kernel >= kernelVersion(5, 0)) {
    const facts = [asked(), numberFact('memory', memory, 'bytes')];
    return bytes > memory ? fails(...facts) : passes(...facts);
  }
  const shown = event === undefined ? undefined : shownMemory?.memoryBefore(event);
  if (shown?.most !== undefined && bytes > shown.most && kernel >= kernelVersion(5, 0))
    return failsIfAssumed(asked(), numberFact('memory', shown.most, 'bytes'));
  if (shown !== undefined && bytes <= shown.least) return NO_TRACE;
  if (pages > MOST_PAGES) return failsIfAssumed(asked(), assumptionFact('vm.overcommit_memory', '0'));
  return pages > USUAL_PAGES ? cannotTell('unknown-machine', asked()) : NO_TRACE;
}
