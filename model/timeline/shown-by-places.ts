/**
 * What the places that the kernel chose say of the machine. It fills the address space from the top downwards, so its highest
 * choice, or the stack, tells the size of the space; that tells the architecture where no other has the size.
 *
 *                          bytes for programs
 *     i386, arm            3 GiB on a kernel of 32 bits, all 4 GiB on one of 64
 *     arm64                2^39, 2^42, 2^47, 2^48 (pages of 16 KiB: 2^36, 2^47; of 64 KiB: 2^42, 2^48)
 *     riscv64              2^38, 2^47
 *     x86-64               2^47
 *
 * Above 2^47 (arm64 with small pages: 2^48) all place only who asks for it: one such place proves the largest size, none
 * proves nothing. arch/arm64/include/asm/memory.h: VA_BITS_MIN; arch/riscv/include/asm/processor.h: DEFAULT_MAP_WINDOW
 */
import type { Architecture } from '../process/world';

/** `highest`: of the kernel's own choices; 0: there is none. Undefined where several have such places. */
export function architectureFilling(highest: bigint): Architecture | undefined {
  if (isNearEnd(highest, 48) || isNearEnd(highest, 42) || isNearEnd(highest, 39) || isNearEnd(highest, 36))
    return 'arm64';
  return isNearEnd(highest, 38) ? 'riscv64' : undefined;
}

/** A legacy layout begins at a third or a quarter of the space: only places near its end tell its size. */
const isNearEnd = (highest: bigint, bits: number): boolean => highest >> BigInt(bits - 5) === 31n;

/**
 * Spaces that end at 2^47 are told apart by what the kernel leaves for a stack at a random place: 16 GiB on x86-64, 1 GiB on
 * the others. A mapping that begins within the 16 GiB is of another machine than x86-64.
 *
 *     x86-64       …  mappings |            16 GiB            |   2^47       arch/x86/mm/mmap.c: mmap_base
 *     others       …                     mappings |  1 GiB    |              mm/util.c: mmap_base
 *
 * `pages`: where pages begin, whoever chose them. `stack`: an address on the stack of a program that was started at random
 * places too; 0: none is known.
 */
export function architectureBelowStack(
  chosen: readonly bigint[],
  pages: readonly bigint[],
  stack: bigint,
): Architecture | undefined {
  const isRandom = stack > END_OF_47_BITS - LEFT_FOR_STACK_OF_X86_64 && stack < END_OF_47_BITS - SMALL_STACK;
  const within = chosen.some(
    (address) => address > END_OF_47_BITS - LEFT_FOR_STACK_OF_X86_64 && address < END_OF_47_BITS,
  );
  if (!isRandom || !within) return undefined;
  // Of arm64, only pages of 16 KiB have 47 bits.
  if (pages.some((address) => address % 16384n !== 0n)) return 'riscv64';
  return new Set(pages).size >= ENOUGH_TO_CHOOSE ? 'arm64' : undefined;
}

/** By chance, that many addresses are multiples of 16 KiB where pages are smaller in one case of 64. */
const ENOUGH_TO_CHOOSE = 3;

const END_OF_47_BITS = 1n << 47n;
const LEFT_FOR_STACK_OF_X86_64 = 16n << 30n;
/** Bytes: what lies above the stack pointer of a program that has just begun is arguments and environment. */
const SMALL_STACK = 8n << 20n;

/** 3 GiB: what a kernel of 32 bits leaves to programs as it is usually built. arch/x86/Kconfig: PAGE_OFFSET */
const OF_32_BIT_KERNEL = 0xc000_0000n;

/** The kernel's architecture, where places of a program of 32 bits tell it. */
export function kernelPlacing(program: Architecture | undefined, highest: bigint): Architecture | undefined {
  if (program !== 'i386' && program !== 'arm') return undefined;
  if (highest > OF_32_BIT_KERNEL) return program === 'i386' ? 'x86-64' : 'arm64';
  return highest >> 28n === 0xbn ? program : undefined;
}

/**
 * Of arm64, where the size of the space tells it: 47 and 36 bits come with 16 KiB only, 42 with 64 KiB. arch/arm64/Kconfig:
 * ARM64_VA_BITS_47
 */
export function pageSizeFilling(highest: bigint): bigint | undefined {
  if (isNearEnd(highest, 47) || isNearEnd(highest, 36)) return 16384n;
  return isNearEnd(highest, 42) ? 65536n : undefined;
}

/** With small pages, one address in four is a multiple of 16 KiB, one in sixteen of 64 KiB. */
const ENOUGH = 6;

/** Bytes; undefined where pages of 4096 bytes explain the addresses as well. */
export function pageSizeOf(addresses: Iterable<bigint>): bigint | undefined {
  const different = [...new Set(addresses)];
  if (different.length < ENOUGH) return undefined;
  return [65536n, 16384n].find((size) => different.every((address) => address % size === 0n));
}

/** `chosen`: the kernel's highest choice; 0: none. `reached`: the highest address that was mapped, whoever asked for it. */
export function addressBitsOf(
  architecture: Architecture | undefined,
  chosen: bigint,
  reached: bigint,
): number | undefined {
  switch (architecture) {
    case 'x86-64':
      return reached >= 1n << 47n ? 57 : undefined;
    case 'arm64': {
      const bits = bitsOfArm64(chosen);
      return reached >= 1n << BigInt(bits === 47 ? 47 : 48) ? 52 : bits;
    }
    case 'riscv64':
      if (reached >= 1n << 47n) return 57;
      return chosen === 0n ? undefined : chosen < 1n << 38n ? 39 : 48;
    default:
      return undefined;
  }
}

/**
 * A legacy layout begins at a quarter of the space: with 48 bits at 2^46, where one of 47 bits has nothing below its end.
 * arch/arm64/include/asm/processor.h: TASK_UNMAPPED_BASE
 */
function bitsOfArm64(chosen: bigint): number | undefined {
  if (chosen === 0n) return undefined;
  const bits = [36, 39, 42, 47, 48].find((size) => chosen < 1n << BigInt(size));
  return bits === 47 && chosen >= 1n << 46n && !isNearEnd(chosen, 47) ? 48 : bits;
}
