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
export const basePageSize = 4096n;

/** Bytes: the first address that user space cannot map. `kernel` is the machine's own architecture. */
export function taskSizeOf(task: Architecture, kernel: Architecture): bigint {
  switch (task) {
    // Four-level paging, one guard page below the canonical border. Five levels are only reached by hints above it.
    case 'x86-64':
      return 0x7fff_ffff_f000n;
    case 'x32':
      return 0xffff_e000n;
    case 'i386':
      return kernel === 'i386' ? 0xc000_0000n : 0xffff_e000n;
    case 'arm64':
      return 1n << 48n;
    case 'arm':
      return kernel === 'arm' ? 0xbf00_0000n : 1n << 32n;
    // sv48; sv39 machines have 2^38.
    case 'riscv64':
      return 1n << 47n;
  }
}

export const taskSizeInPages = (task: Architecture, kernel: Architecture): PageNumber =>
  pageOf(taskSizeOf(task, kernel));

/**
 * The address as the kernel looks it up: arm64 ignores the top byte (the tag) of the addresses that munmap, mprotect,
 * madvise, the mlock family and mremap's old address take. mm/*.c: untagged_addr
 */
export const untagged = (address: bigint, before: Before): bigint =>
  before.task.architecture === 'arm64' && (address & (1n << 55n)) === 0n
    ? address & 0x00ff_ffff_ffff_ffffn
    : address;
