/**
 * The gap that stays free below a stack. mm/mmap.c: stack_guard_gap, vm_start_gap
 */
import { has, VmFlag, type Vma } from '../memory/vma';
import type { Before } from './check';
import { unitsPerPage } from './layout';
import { kernelVersion } from './versions';

/** The machine's pages kept free below a VMA that grows down: the boot option stack_guard_gap's default. mm/mmap.c */
export const STACK_GUARD_PAGES = 256;

/** Pages below a VMA that a search for room leaves alone. Until 4.11 the guard page lay inside the VMA. */
export const guardBelow = (before: Before): ((vma: Vma) => number) => {
  if (before.machine.kernel < kernelVersion(4, 12)) return none;
  const gap = STACK_GUARD_PAGES * unitsPerPage(before);
  return (vma) => (has(vma, VmFlag.growsDown) ? gap : 0);
};

const none = (): number => 0;
