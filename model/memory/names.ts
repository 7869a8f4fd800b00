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
 * The kernel puts the stack's top at a random place below the end of what it chooses from, and the mmap area below that:
 * what was there before the log begins, known only by inference, is the stack.
 *
 *     x86-64            16 GiB of places     arch/x86/mm/mmap.c: stack_maxrandom_size
 *     arm64, riscv64     1 GiB               include/asm/elf.h of each: STACK_RND_MASK
 *     32 bits            8 MiB               fs/binfmt_elf.c: STACK_RND_MASK
 */
export const isInStackArea = (range: PageRange, taskSize: PageNumber): boolean => {
  const places = taskSize <= FOUR_GIB ? 2 ** 11 : isOfX86(taskSize) ? 2 ** 22 : 2 ** 18;
  return endsOfChoices(taskSize).some((end) => range.end > end - places && range.start < end);
};

const FOUR_GIB = 2 ** 20;

/** Of 64 bits: x86-64 alone keeps the last page of its space free. arch/x86/include/asm/page_64_types.h: TASK_SIZE_MAX */
const isOfX86 = (taskSize: PageNumber): boolean => taskSize % 2 === 1;

/**
 * In larger spaces than four levels of tables reach, the kernel chooses from as much as those, which is 2^47 or 2^48 bytes;
 * riscv64 since 6.6. arch/arm64 and arch/riscv/include/asm/processor.h: DEFAULT_MAP_WINDOW
 */
function endsOfChoices(taskSize: PageNumber): readonly number[] {
  if (isOfX86(taskSize)) return [Math.min(taskSize, 2 ** 35 - 1)];
  return taskSize > 2 ** 36 ? [2 ** 35, 2 ** 36, taskSize] : [taskSize];
}
