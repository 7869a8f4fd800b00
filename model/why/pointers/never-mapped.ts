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
import type { PageAccount, WantedPage } from './page-account';
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
/**
 * Pages: a program with its .bss, which may be larger than all that is in its file, is smaller (1 TiB): more, no machine
 * lends. mm/util.c: __vm_enough_memory
 */
const PROGRAM = 1 << 28;
/**
 * What mappings begin below is never lower than this part of the space: the stack keeps 5/6 of it where its limit is high or
 * none, and at most 1/8 of it is drawn at random (vm.mmap_rnd_bits). The legacy layout begins higher up.
 * arch/x86/mm/mmap.c: mmap_base, mm/util.c: mmap_base; arch/Kconfig: ARCH_MMAP_RND_BITS_MAX; measured on 6.18
 */
const LOWEST_BASE = 1 / 32;

/**
 * Where the kernel may have put the program (below its heap; a static PIE among the mappings), its linker, vdso and stack:
 *
 *     | program |      gap      | heap …        | base of mappings, for a stack without limit … or near the top |
 *     |<-------- GAP + PROGRAM >|               |<- LOWEST_BASE                                                 |
 */
function isNearProgram(space: AddressSpace, page: PageNumber): boolean {
  const heap = space.startBrk ?? space.brk;
  if (heap === undefined || page >= space.taskSize * LOWEST_BASE) return true;
  const heapPage = Number(heap >> 12n);
  return page <= heapPage && page > heapPage - GAP - PROGRAM;
}
