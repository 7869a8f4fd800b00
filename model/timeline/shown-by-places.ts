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
  // A legacy layout begins at a third or a quarter of the space: only places near the top tell.
  const near = (bits: number): boolean => highest >> BigInt(bits - 5) === 31n;
  if (near(48) || near(42) || near(39) || near(36)) return 'arm64';
  return near(38) ? 'riscv64' : undefined;
}

/** 3 GiB: what a kernel of 32 bits leaves to programs as it is usually built. arch/x86/Kconfig: PAGE_OFFSET */
const OF_32_BIT_KERNEL = 0xc000_0000n;

/** The kernel's architecture, where places of a program of 32 bits tell it. */
export function kernelPlacing(program: Architecture | undefined, highest: bigint): Architecture | undefined {
  if (program !== 'i386' && program !== 'arm') return undefined;
  if (highest > OF_32_BIT_KERNEL) return program === 'i386' ? 'x86-64' : 'arm64';
  return highest >> 28n === 0xbn ? program : undefined;
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
  const fitting = (sizes: readonly number[], less: number): number | undefined =>
    chosen === 0n ? undefined : sizes.find((bits) => chosen < 1n << BigInt(bits - less));
  switch (architecture) {
    case 'x86-64':
      return reached >= 1n << 47n ? 57 : undefined;
    case 'arm64': {
      const bits = fitting([36, 39, 42, 47, 48], 0);
      return reached >= 1n << BigInt(bits === 47 ? 47 : 48) ? 52 : bits;
    }
    case 'riscv64':
      return reached >= 1n << 47n ? 57 : fitting([39, 48], 1);
    default:
      return undefined;
  }
}
