/**
 * The name of a VMA in the last column of maps. fs/proc/task_mmu.c: get_vma_name
 */
import type { AddressSpace } from './address-space';
import { pageOf, pageRange, pagesFor, type PageNumber, type PageRange } from './page';
import type { Vma } from './vma';

/** What the names of anonymous memory hang on: the break and where the stack began. */
export type NamingSpace = Pick<AddressSpace, 'startBrk' | 'brk' | 'startStack' | 'shownHeap' | 'taskSize'>;

/** The text as maps prints it; undefined where it prints none, or where the log shows nothing of the kind. */
export const nameOf = (vma: Vma, space: NamingSpace): string | undefined => {
  switch (vma.backing.kind) {
    case 'file':
      return vma.backing.path;
    case 'shmem':
      return vma.anonName === undefined ? '/dev/zero (deleted)' : `[anon_shmem:${vma.anonName}]`;
    case 'sysv':
      return `/SYSV${vma.backing.key === undefined ? '????????' : hexKey(vma.backing.key)} (deleted)`;
    case 'special':
      return vma.backing.name;
    case 'anonymous':
    case 'unknown':
      if (isHeap(vma, space)) return '[heap]';
      if (isStack(vma, space)) return '[stack]';
      return vma.anonName === undefined ? undefined : `[anon:${vma.anonName}]`;
  }
};

const hexKey = (key: number): string => (key >>> 0).toString(16).padStart(8, '0');

/**
 * Every VMA that reaches into the heap bears the name, of whatever protection, also what was mapped behind the break and
 * merged with it; measured on 6.18. include/linux/mm.h: vma_is_initial_heap
 */
export const isHeap = (vma: Vma, space: NamingSpace): boolean => {
  const heap = heapOf(space);
  return heap !== undefined && vma.start < heap.end && vma.end > heap.start;
};

const heapOf = ({ startBrk, brk, shownHeap }: NamingSpace): PageRange | undefined =>
  startBrk === undefined || brk === undefined ? shownHeap : pageRange(pageOf(startBrk), pagesFor(brk));

/** include/linux/mm.h: vma_is_initial_stack. Where no snapshot showed the stack, its place in the layout is taken. */
export const isStack = (vma: Vma, space: NamingSpace): boolean =>
  space.startStack === undefined
    ? vma.certainty === 'inferred' && isInStackArea(vma, space.taskSize)
    : vma.start <= space.startStack && vma.end >= space.startStack;

/**
 * The kernel puts the stack's top less than 2^22 pages (16 GiB, stack_maxrandom_size on x86-64) below the end of user
 * space, and the mmap area below that: what was there before the log begins, known only by inference, is the stack.
 */
export const isInStackArea = (range: PageRange, taskSize: PageNumber): boolean => {
  const isWide = taskSize >= 2 ** 34;
  const area = isWide ? 2 ** 22 : 2 ** 11;
  return range.end > taskSize - area;
};
