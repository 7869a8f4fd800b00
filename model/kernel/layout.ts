/**
 * The sizes of user address spaces. A program of 32 bits has another size on a 64-bit kernel (compat) than on a kernel
 * of its own width. arch/x86/include/asm/page_64_types.h, arch/arm64/include/asm/processor.h,
 * arch/riscv/include/asm/pgtable.h
 */
import type { Architecture } from '../process/world';
import { pageOf, type PageNumber } from '../memory/page';
import type { Before } from './check';

/** Bits of a pointer and of `unsigned long` in a task. */
export const wordBits = (architecture: Architecture): 32 | 64 =>
  architecture === 'i386' || architecture === 'arm' || architecture === 'x32' ? 32 : 64;

/**
 * Bits of `unsigned long` in the kernel: what its page rounding wraps at. A 32-bit task's length of 0xffffffff rounds to
 * 2^32 in a 64-bit kernel and to 0 in a 32-bit one.
 */
export const kernelBits = (before: Before): 32 | 64 =>
  before.machine.architecture === 'i386' || before.machine.architecture === 'arm' ? 32 : 64;

/** Bytes of a page where nothing says otherwise; arm64 can be built for 16 and 64 KiB. */
export const BASE_PAGE_SIZE = 4096n;

/** The machine's page in bytes: what calls round to and test alignment by. */
export const pageBytes = ({ machine }: Before): bigint => machine.pageSize;

/** The machine's page in the model's pages of 4096 bytes. */
export const unitsPerPage = ({ machine }: Pick<Before, 'machine'>): number =>
  machine.pageSize === BASE_PAGE_SIZE ? 1 : Number(machine.pageSize >> 12n);

/** A huge page of the default size in pages of 4096 bytes: what one table of the lowest level maps, in words of 8 bytes. */
export const hugePageUnits = ({ machine }: Pick<Before, 'machine'>): number => {
  const units = unitsPerPage({ machine });
  return machine.architecture === 'i386' ? 1024 : (4096 / 8) * units * units;
};

/** Bytes: the first address that the task's user space cannot map. */
export function taskSizeBytes({ space }: Before): bigint {
  if (lastSize.pages !== space.taskSize)
    lastSize = { pages: space.taskSize, bytes: BigInt(space.taskSize) << 12n };
  return lastSize.bytes;
}

/** Spaces of one recording seldom differ in size, and each check of a range asks. */
let lastSize = { pages: 0, bytes: 0n };

/**
 * Bytes: the first address that user space cannot map. `kernel` is the machine's own architecture, `bits` the size of its
 * addresses where that is not the usual one.
 */
export function taskSizeOf(task: Architecture, kernel: Architecture, bits?: number): bigint {
  switch (task) {
    // Four-level paging, one guard page below the canonical border. Five levels are only reached by hints above it.
    case 'x86-64':
      return (1n << BigInt((bits ?? 48) - 1)) - 4096n;
    case 'x32':
      return 0xffff_e000n;
    case 'i386':
      return kernel === 'i386' ? 0xc000_0000n : 0xffff_e000n;
    case 'arm64':
      return 1n << BigInt(bits ?? 48);
    case 'arm':
      return kernel === 'arm' ? 0xbf00_0000n : 1n << 32n;
    // Half of what the page tables reach: sv39 machines have 2^38.
    case 'riscv64':
      return 1n << BigInt((bits ?? 48) - 1);
  }
}

export const taskSizeInPages = (task: Architecture, kernel: Architecture, bits?: number): PageNumber =>
  pageOf(taskSizeOf(task, kernel, bits));

/** Whether the task called through an entry of 32 bits into a space that is larger: int 0x80 of a 64-bit program. */
export const isCutTo32Bits = ({ task, space }: Before): boolean =>
  wordBits(task.architecture) === 32 && space.taskSize > 1 << 20;

/** An address as such a call answers it: strace prints the lower half, which is all that the program gets. */
export const asAnswered = (address: bigint, before: Before): bigint =>
  isCutTo32Bits(before) ? BigInt.asUintN(32, address) : address;

/**
 * The address as the kernel looks it up: arm64 ignores the top byte (the tag) of the addresses that munmap, mprotect,
 * madvise, the mlock family and mremap's old address take. mm/*.c: untagged_addr
 */
export const untagged = (address: bigint, before: Before): bigint =>
  before.task.architecture === 'arm64' && (address & (1n << 55n)) === 0n
    ? address & 0x00ff_ffff_ffff_ffffn
    : address;
