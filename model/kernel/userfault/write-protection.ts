/**
 * Which machines can write-protect pages for userfaultfd.
 */
import { featureBit } from '../abi/userfault-flags';
import type { Architecture } from '../../process/world';
import type { KernelVersion, Machine } from '../check';
import { kernelVersion } from '../versions';

/** An entry needs a bit of its own for write protection. arch/Kconfig: HAVE_ARCH_USERFAULTFD_WP */
const WRITE_PROTECT_SINCE: Partial<Record<Architecture, KernelVersion>> = {
  'x86-64': kernelVersion(5, 7),
  arm64: kernelVersion(6, 10),
  riscv64: kernelVersion(6, 19),
};

export const hasWriteProtection = ({ kernel, architecture }: Machine): boolean =>
  kernel >= (WRITE_PROTECT_SINCE[architecture] ?? Infinity);

const FEATURES = ['PAGEFAULT_FLAG_WP', 'WP_HUGETLBFS_SHMEM', 'WP_UNPOPULATED', 'WP_ASYNC'] as const;

/** Features that UFFDIO_API refuses on others. fs/userfaultfd.c: userfaultfd_api */
export const WRITE_PROTECT_FEATURES: bigint = FEATURES.reduce(
  (bits, name) => bits | BigInt(featureBit(name)),
  0n,
);
