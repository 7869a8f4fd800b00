/**
 * A page that no line of the log mapped. Free for certain, or a part of the program that execve mapped without a line: of
 * that the log does not show where it lies, but all of it can be read.
 *
 *     0x400000   program, 0x555…  PIE program   |heap|      ld.so, vdso     stack
 *                |r--|r-x|r--|rw-|                           |r--|r-x|rw-|   |rw-|
 */
import { addressOf, type PageNumber } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import { say } from '../message';
import type { PageAccount, WantedPage } from '../page-history';
import { hexOf } from '../sizes';
import type { Subject } from '../subject';

export function neverMapped(at: WantedPage): PageAccount {
  const { subject, space, page, wanted, access } = at;
  const values = { page: hexOf(addressOf(page)), access };
  const never = (certainty: 'proven' | 'likely'): PageAccount => ({
    id: 'fault.never-mapped',
    text: say('fault.never-mapped', values),
    certainty,
    evidence: [],
  });
  if (space.stateAt(page) === 'free') return never('proven');
  const readOnly = (certainty: 'likely'): PageAccount => ({
    id: 'fault.unknown',
    text: say('fault.perhaps-program', values),
    certainty,
    evidence: [],
  });
  if (showsAllLines(subject)) {
    const canBeProgram = wanted !== 'read' && isNearProgram(space, page);
    return canBeProgram
      ? { ...readOnly('likely'), others: [never('likely')], isLikelyGood: true }
      : never('proven');
  }
  return {
    id: 'fault.unknown',
    text: say('fault.unknown', values),
    certainty: 'likely',
    evidence: [],
    others: [never('likely')],
  };
}

/** From execve on, and no call left out. */
const showsAllLines = ({ timeline }: Subject): boolean =>
  timeline.recording.survey.startsAtExecve && !timeline.missing.isProven;

/** Pages: the random gap between a program and its heap is not larger (1 GiB). arch_randomize_brk */
const GAP = 1 << 18;
/** Pages: a program with what it is linked to is smaller (1 GiB). */
const PROGRAM = 1 << 18;

/**
 * Where the kernel may have put the program (below its heap), its linker and its stack (above all that mmap gives):
 *
 *     | program |      gap      | heap …
 *     |<-------- GAP + PROGRAM >|
 */
function isNearProgram(space: AddressSpace, page: PageNumber): boolean {
  const heap = space.startBrk ?? space.brk;
  const heapPage = heap === undefined ? undefined : Number(heap >> 12n);
  if (heapPage === undefined) return true;
  if (page <= heapPage) return page > heapPage - GAP - PROGRAM;
  const top = space.taskSize;
  // The linker stands where mmap begins, up to 2^34 bytes and the stack's own room below the top.
  return page < heapPage + PROGRAM || page > top - (top >> 3);
}
