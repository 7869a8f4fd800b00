/**
 * The gap that stays free below a stack. mm/mmap.c: stack_guard_gap, vm_start_gap
 */
import { has, VmFlag, type Vma } from '../memory/vma';
import type { Before } from './check';
import { kernelVersion } from './versions';

/** Pages kept free below a VMA that grows down: the boot option stack_guard_gap's default. mm/mmap.c */
export const STACK_GUARD_PAGES = 256;

/** Pages below a VMA that a search for room leaves alone. Until 4.11 the guard page lay inside the VMA. */
export const guardBelow = ({ machine }: Before): ((vma: Vma) => number) =>
  machine.kernel >= kernelVersion(4, 12) ? ofStack : none;

const ofStack = (vma: Vma): number => (has(vma, VmFlag.growsDown) ? STACK_GUARD_PAGES : 0);
const none = (): number => 0;
