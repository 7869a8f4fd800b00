/**
 * The commit limit (vm.overcommit_memory). With the usual heuristic mode a single request fails only where it is larger
 * than all memory and swap: nothing of that is in a log. mm/util.c: __vm_enough_memory
 */
import type { Before, Verdict } from './check';
import { cannotTell, fails, NO_TRACE, numberFact, passes, sizeFact } from './verdict';
import { kernelVersion } from './versions';

/** Pages: 16 GiB. Single requests of accountable memory below it are expected to pass on a machine not known. */
const USUAL_PAGES = 4 * 1024 * 1024;

/** `pages`: what is charged at once: private, writable, not MAP_NORESERVE. */
export function fitsCommit(before: Before, pages: number): Verdict {
  const { memory, kernel } = before.machine;
  const asked = sizeFact(before, 'asked', pages);
  if (memory !== undefined && kernel >= kernelVersion(5, 0)) {
    const facts = [asked, numberFact('memory', memory, 'bytes')];
    return BigInt(pages) * 4096n > memory ? fails(...facts) : passes(...facts);
  }
  return pages > USUAL_PAGES ? cannotTell('unknown-machine', asked) : NO_TRACE;
}
