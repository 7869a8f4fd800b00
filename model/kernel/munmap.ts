/**
 * munmap(2): clears a range. Holes in it do not matter; a refused call removes nothing.
 * mm/vma.c: do_vmi_munmap, do_vmi_align_munmap
 */
import { startsOnPage } from './aligned-range';
import type { PageRange } from '../memory/page';
import type { Before, Check } from './check';
import { kernelBits, pageBytes, taskSizeBytes as taskSize, untagged } from './layout';
import type { MunmapCall } from './mapping-call';
import { once } from './once';
import { leaveSplits, REMOVAL_ERRNO, removalChecks, removalOf } from './removal';
import { alignedRange, isAligned, pagesOf } from './rounding';
import type { SyscallRule } from './syscall-rule';
import { endsInUserSpace } from './task-size';
import { argumentFact, demand, NO_TRACE, read, seen, withArguments } from './verdict';

/** The pages to clear; undefined where an argument is not shown or the arguments alone are refused. */
const rangeOf = once(readRange);

function readRange(call: MunmapCall, before: Before): PageRange | undefined {
  if (call.addr.value === undefined || call.length.value === undefined) return undefined;
  const addr = untagged(call.addr.value, before);
  if (
    !isAligned(addr, pageBytes(before)) ||
    addr > taskSize(before) ||
    call.length.value > taskSize(before) - addr
  )
    return undefined;
  const range = alignedRange(addr, call.length.value, kernelBits(before), pageBytes(before));
  return range.length === 0n ? undefined : pagesOf(range);
}

const checks: readonly Check<MunmapCall>[] = [
  {
    id: 'munmap.address-misaligned',
    errno: 'EINVAL',
    sources: [seen('mm/vma.c: do_vmi_munmap')],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'munmap.beyond-task-size',
    errno: 'EINVAL',
    sources: [seen('mm/vma.c: do_vmi_munmap')],
    demand: 'the range ends within the addresses that user space can have',
    test: ({ addr, length }, before) =>
      withArguments([addr, length], (start, bytes) => {
        const facts = [argumentFact('addr', addr), argumentFact('length', length)];
        return endsInUserSpace(untagged(start, before) + bytes, before, ...facts);
      }),
  },
  {
    id: 'munmap.length-zero',
    errno: 'EINVAL',
    sources: [seen('mm/vma.c: do_vmi_munmap'), read('munmap(2)', 'man-pages 6.20')],
    demand: 'the length is not zero',
    test: ({ addr, length }, before) =>
      withArguments([length], (bytes) =>
        demand(
          alignedRange(addr.value ?? 0n, bytes, kernelBits(before), pageBytes(before)).length !== 0n,
          argumentFact('length', length),
        ),
      ),
  },
  ...removalChecks('munmap.', rangeOf),
  {
    id: 'munmap.kernel-memory',
    errno: 'ENOMEM',
    sources: [read('mm/vma.c: __split_vma')],
    demand: 'the kernel has memory for the mappings that a cut makes',
    test: () => NO_TRACE,
  },
];

export const munmapRule: SyscallRule<MunmapCall> = {
  call: 'munmap',
  checks,
  apply(call, observed, before, edit) {
    const range = rangeOf(call, before);
    if (range === undefined || observed.kind === 'none') return;
    if (observed.kind === 'success') {
      edit.unmap(range);
      return;
    }
    const removal = removalOf(range, before);
    if (removal.stop !== undefined && REMOVAL_ERRNO[removal.stop.reason] === observed.errno)
      leaveSplits(removal, edit);
  },
  successValue: () => 0n,
};
