/**
 * The mmap area of each architecture: where a legacy (bottom-up) layout begins, and what may be added to that at random.
 * arch/x86/mm/mmap.c, arch/arm64/include/asm/processor.h, arch/riscv/include/asm/processor.h, mm/util.c: arch_pick_mmap_layout
 *
 *                 TASK_UNMAPPED_BASE           random bits, in pages
 *     x86-64      TASK_SIZE / 3                28 (to 32 by vm.mmap_rnd_bits)
 *     32 bits     TASK_SIZE / 3                8 (to 16)
 *     arm64       TASK_SIZE / 4                18 (to 33)
 *     riscv64     TASK_SIZE / 3                18 (to 24)
 */
import { pageRange, type PageRange } from '../../memory/page';
import type { Architecture } from '../../process/world';

/**
 * The part of the address space, in pages, that memory is put in where nobody asks for more: programs may rely on free upper
 * bits. `pageSize` in bytes. arch/arm64/include/asm/memory.h: VA_BITS_MIN; arch/x86/include/asm/page_64_types.h,
 * arch/riscv/include/asm/processor.h: DEFAULT_MAP_WINDOW
 */
export function mapWindow(architecture: Architecture, taskSize: number, pageSize = 4096n): number {
  if (architecture === 'arm64')
    return Math.min(taskSize, pageSize === 16384n && taskSize > 2 ** 36 ? 2 ** 35 : 2 ** 36);
  return Math.min(taskSize, 2 ** 35);
}

/** `taskSize` in pages. */
export function legacyStart(architecture: Architecture, taskSize: number): number {
  const window = mapWindow(architecture, taskSize);
  return architecture === 'arm64' ? Math.floor(window / 4) : Math.ceil(window / 3);
}

/** Pages: the largest random part that a kernel of the architecture can be told to add. */
function randomPages(architecture: Architecture): number {
  switch (architecture) {
    case 'x86-64':
      return 2 ** 32;
    case 'arm64':
      return 2 ** 33;
    case 'riscv64':
      return 2 ** 24;
    case 'i386':
    case 'x32':
    case 'arm':
      return 2 ** 16;
  }
}

/** Where a legacy layout may begin, both ends included. */
export const legacyStarts = (architecture: Architecture, taskSize: number): PageRange => {
  const start = legacyStart(architecture, taskSize);
  return pageRange(start, Math.min(taskSize, start + randomPages(architecture)));
};

/**
 * Whether what execve mapped first lies where a legacy layout puts it, drawn with as many bits as a kernel may be told to
 * (vm.mmap_rnd_bits is 32 on many): no usual stack limit brings a top-down one there, which begins in the upper half.
 */
export const isLegacyStart = (architecture: Architecture, taskSize: number, page: number): boolean => {
  const { start, end } = legacyStarts(architecture, taskSize);
  return page >= start && page < Math.min(end, start + Math.floor(mapWindow(architecture, taskSize) / 4));
};
