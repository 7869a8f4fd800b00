/**
 * Who is put on a border of a huge page (2 MiB on x86-64), so that huge pages can be used. Kernels and filesystems differ,
 * and a log seldom says which it was: all ways that it may have been are kept, and an address is told where they agree.
 *
 *     anonymous    to 6.6    nowhere
 *                  6.7-6.11  from one huge page on
 *                  since 6.12  multiples of a huge page only; since 6.13 not where the call has a hint
 *     file         to 5.17   nowhere
 *                  since 5.18  on filesystems that ask for it (ext4, xfs, btrfs, ...), by the offset in the file, where a
 *                            whole huge page of the file is mapped
 *                  6.7-6.15  on the others as if it were anonymous memory, but for tmpfs and late stable releases
 *     shmem        where huge pages are switched on for it, which is rare and taken for not so
 *
 * mm/mmap.c: __get_unmapped_area; mm/huge_memory.c: __thp_get_unmapped_area; mm/shmem.c: shmem_get_unmapped_area
 */
import type { Before, KernelVersion } from '../check';
import { hugePageUnits, wordBits } from '../layout';
import { kernelVersion } from '../versions';
import type { Wanted } from './wanted';

/** How one kernel, on one filesystem, aligns what is wanted. */
export type Alignment =
  | { readonly to: 'page' }
  | { readonly to: 'huge-page-of-pool'; readonly pages: number }
  /** `offset`, in pages, is what the address is congruent to. `honoursTopDown`: since 6.8, see transparent.ts. */
  | { readonly to: 'transparent-huge-page'; readonly offset: number; readonly honoursTopDown: boolean };

const PAGE: Alignment = { to: 'page' };
const ONLY_PAGE: readonly Alignment[] = [PAGE];

/** `kernelSince`: the oldest kernel, as major * 1000 + minor, that the layout shows it may be. */
export function alignmentsOf(wanted: Wanted, kernelSince: number, before: Before): readonly Alignment[] {
  const { content, pages } = wanted;
  if (content.kind === 'huge-pages') return [{ to: 'huge-page-of-pool', pages: content.pages }];
  const wraps = content.kind === 'file' && roundsBeyond(content.offset, hugePageUnits(before));
  if (content.kind === 'shmem' || (pages < hugePageUnits(before) && !wraps)) return ONLY_PAGE;
  const found: Alignment[] = [];
  for (const kernel of kernelsOf(kernelSince, before))
    for (const alignment of alignmentsOn(kernel, wanted, before))
      if (!found.some((other) => isSame(other, alignment))) found.push(alignment);
  return found;
}

/** 2^63 bytes, in pages: where offsets in files end. */
const OFFSETS_END = 2 ** 51;

/**
 * Of an offset within the last huge page before the end of offsets the next border is a negative number, so that every length
 * seems to hold a huge page. mm/huge_memory.c: __thp_get_unmapped_area; measured on 6.18
 */
const roundsBeyond = (offset: number, units: number): boolean =>
  offset < OFFSETS_END && offset > OFFSETS_END - units;

function isSame(one: Alignment, other: Alignment): boolean {
  if (one.to !== 'transparent-huge-page' || other.to !== 'transparent-huge-page') return one.to === other.to;
  return one.offset === other.offset && one.honoursTopDown === other.honoursTopDown;
}

/** One of each kind that placed differently. */
const KINDS: readonly KernelVersion[] = [
  kernelVersion(5, 17),
  kernelVersion(5, 18),
  kernelVersion(6, 7),
  kernelVersion(6, 8),
  kernelVersion(6, 12),
  kernelVersion(6, 13),
  kernelVersion(6, 16),
];

/** The kernels that the log may come from: the one that is known, or each kind that its layout does not rule out. */
function kernelsOf(since: number, { machine }: Before): readonly KernelVersion[] {
  if (!machine.assumed.has('kernel')) return [machine.kernel];
  // What is assumed is the newest that the log leaves possible.
  return KINDS.filter((kernel) => kernel >= since && kernel <= machine.kernel);
}

function alignmentsOn(kernel: KernelVersion, wanted: Wanted, before: Before): readonly Alignment[] {
  // Kernels of 32 bits never, 64-bit kernels not for their 32-bit programs.
  if (wordBits(before.task.architecture) === 32 && kernel >= kernelVersion(6, 8)) return [PAGE];
  const { content } = wanted;
  if (content.kind !== 'file') return asAnonymous(kernel, wanted, 0, before);
  if (kernel < kernelVersion(5, 18)) return [PAGE];
  const { offset, asks } = content;
  const asking = transparent(kernel, offset);
  if (asks === true) return asking;
  const isOld = kernel < kernelVersion(6, 7) || kernel >= kernelVersion(6, 16);
  const plain = isOld ? [PAGE] : [PAGE, ...asAnonymous(kernel, wanted, offset, before)];
  return asks === false ? plain : [...plain, ...asking];
}

function asAnonymous(
  kernel: KernelVersion,
  wanted: Wanted,
  offset: number,
  before: Before,
): readonly Alignment[] {
  if (kernel < kernelVersion(6, 7)) return [PAGE];
  if (kernel >= kernelVersion(6, 12) && wanted.pages % hugePageUnits(before) !== 0) return [PAGE];
  if (wanted.hint === 0) return transparent(kernel, offset);
  // Stable releases of 6.7 to 6.12 leave hints alone as well.
  return kernel >= kernelVersion(6, 13) ? [PAGE] : [PAGE, ...transparent(kernel, offset)];
}

/** 6.7 got in its stable releases what 6.8 came with. */
const transparent = (kernel: KernelVersion, offset: number): readonly Alignment[] => {
  if (kernel >= kernelVersion(6, 8)) return [aligned(offset, true)];
  return kernel >= kernelVersion(6, 7)
    ? [aligned(offset, true), aligned(offset, false)]
    : [aligned(offset, false)];
};

const aligned = (offset: number, honoursTopDown: boolean): Alignment => ({
  to: 'transparent-huge-page',
  offset,
  honoursTopDown,
});
