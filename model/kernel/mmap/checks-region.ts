/**
 * mmap's last checks, when a mapping is about to be made: what MAP_FIXED replaces, limits, memory, and the file itself.
 * mm/vma.c: __mmap_prepare, __mmap_new_vma (mmap_region until 6.11)
 */
import type { PageRange } from '../../memory/page';
import { countedAs } from '../../memory/vma-totals';
import { MAP, PROT } from '../abi/mmap-flags';
import type { Before, Check } from '../check';
import { fitsCommit } from '../commit';
import { fitsAddressSpace, fitsData, fitsMemlock } from '../limits';
import type { MmapCall } from '../mapping-call';
import { deniesWriteExecute } from '../prctl/modes';
import { readImpliesExec } from '../new-memory';
import { removalChecks } from '../removal';
import { argumentFact, cannotTell, demand, NO_TRACE, NOT_REACHED, read, seen } from '../verdict';
import { isAligned } from '../rounding';
import { kernelVersion } from '../versions';
import { isMemory } from './checks-file';
import { onAnonymous, onFile, onRequest } from './on-request';
import { poolHas } from './huge-page-pool';
import { fileOf, replacedRange, requestOf, type MmapRequest } from './request';
import { newVma } from './new-vma';

const region = seen('mm/vma.c: __mmap_prepare');
const manualPage = read('memfd_secret(2)', 'man-pages 6.20');

const replaced = (call: MmapCall, before: Before): PageRange | undefined => {
  const request = requestOf(call, before);
  return request === undefined ? undefined : replacedRange(request, before);
};

/** Pages that go away when MAP_FIXED replaces them: the limits are tested as if they were gone. */
function credit(request: MmapRequest, before: Before): number {
  const range = replacedRange(request, before);
  if (range === undefined) return 0;
  let pages = 0;
  for (const vma of before.space.vmasIn(range))
    pages += Math.min(vma.end, range.end) - Math.max(vma.start, range.start);
  return pages;
}

/** What the mapping would be, wherever it goes: enough to know how it is counted. */
const counted = (call: MmapCall, request: MmapRequest, before: Before): ReturnType<typeof newVma> =>
  newVma(call, request, fileOf(call, before), before, 0);

export const regionChecks: readonly Check<MmapCall>[] = [
  {
    id: 'mmap.write-and-execute-denied',
    errno: 'EACCES',
    since: kernelVersion(6, 3),
    sources: [seen('include/linux/mman.h: map_deny_write_exec')],
    demand: 'the process has not given up memory that is writable and executable (PR_SET_MDWE)',
    test: onRequest(({ prot }, before) => {
      const implied = readImpliesExec(before, prot);
      return (implied & PROT.EXEC) !== 0 && (implied & PROT.WRITE) !== 0
        ? deniesWriteExecute(before)
        : NOT_REACHED;
    }),
  },
  {
    id: 'mmap.architecture-flags',
    errno: 'EINVAL',
    sources: [read('mm/vma.c: __mmap_region')],
    demand: 'the architecture allows the protection for this kind of memory (memory tagging)',
    test: (_call, before) => (before.task.architecture === 'arm64' ? NO_TRACE : NOT_REACHED),
  },
  {
    id: 'mmap.file-denies-writing',
    errno: 'EPERM',
    sources: [read('mm/vma.c: __mmap_new_file_vma'), read('include/linux/fs.h: mapping_map_writable')],
    demand: 'nobody has forbidden for good that the file be mapped shared and writable',
    test: onFile((file, { shared }) =>
      shared && file?.writable !== false && file?.kind !== 'memfd' ? NO_TRACE : NOT_REACHED,
    ),
  },
  ...removalChecks<MmapCall>('mmap.fixed-', replaced, { since: kernelVersion(6, 12) }),
  ...removalChecks<MmapCall>(
    'mmap.fixed-',
    replaced,
    { until: kernelVersion(6, 11) },
    // But for a seal, the reason was lost on the way up. mm/mmap.c: mmap_region
    { 'map-limit': 'ENOMEM', sealed: 'EPERM', indivisible: 'ENOMEM' },
  ),
  {
    id: 'mmap.over-address-space-limit',
    errno: 'ENOMEM',
    sources: [region, read('mm/mmap.c: may_expand_vm'), read('getrlimit(2)', 'man-pages 6.20')],
    demand: 'the mapping fits below RLIMIT_AS',
    test: onRequest((request, before) => fitsAddressSpace(before, request.pages, credit(request, before))),
  },
  {
    id: 'mmap.over-data-limit',
    errno: 'ENOMEM',
    since: kernelVersion(4, 7),
    sources: [region, read('mm/mmap.c: may_expand_vm'), read('getrlimit(2)', 'man-pages 6.20')],
    demand: 'private writable memory fits below RLIMIT_DATA',
    test: onRequest((request, before, call) =>
      countedAs(counted(call, request, before)) === 'data'
        ? fitsData(before, request.pages, credit(request, before))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.over-commit-limit',
    errno: 'ENOMEM',
    sources: [
      seen('mm/vma.c: __mmap_prepare'),
      read('mm/util.c: __vm_enough_memory'),
      read('proc_sys_vm(5)', 'man-pages 6.20'),
    ],
    demand: 'the machine lends the memory: private writable or shared anonymous, and not MAP_NORESERVE',
    test: onRequest(({ flags, prot, type, anonymous, hugePages, pages }, before, call) => {
      const charged =
        (flags & MAP.NORESERVE) === 0 &&
        !hugePages &&
        ((type === MAP.PRIVATE && (prot & PROT.WRITE) !== 0) || (type === MAP.SHARED && anonymous));
      return charged ? fitsCommit(before, pages, call.event.index) : NOT_REACHED;
    }),
  },
  {
    id: 'mmap.huge-page-offset',
    errno: 'EINVAL',
    sources: [read('fs/hugetlbfs/inode.c: hugetlbfs_file_mmap')],
    demand: 'the offset of huge pages is a multiple of their size, also where nothing else counts it',
    test: onRequest(({ hugePages, hugeUnits, offset }, _before, call) =>
      hugePages
        ? demand(isAligned(offset, BigInt(hugeUnits) << 12n), argumentFact('offset', call.offset))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.huge-page-pool',
    errno: 'ENOMEM',
    sources: [seen('mm/hugetlb.c: hugetlb_reserve_pages')],
    demand: 'the pool of huge pages (vm.nr_hugepages) has enough of them',
    test: onRequest((request, before, call) =>
      request.hugePages ? poolHas(request, before, call) : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.secret-memory-private',
    errno: 'EINVAL',
    since: kernelVersion(5, 14),
    sources: [read('mm/secretmem.c: secretmem_mmap'), manualPage],
    demand: 'secret memory is mapped shared',
    test: onFile((file, { shared }, _before, { flags }) =>
      file?.kind === 'secretmem' ? demand(shared, argumentFact('flags', flags)) : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.secret-memory-over-lock-limit',
    errno: 'EAGAIN',
    since: kernelVersion(5, 14),
    until: kernelVersion(7, 1),
    sources: [seen('mm/secretmem.c: secretmem_mmap')],
    demand: 'secret memory, which is always locked, fits below RLIMIT_MEMLOCK',
    test: onFile((file, { pages }, before) =>
      file?.kind === 'secretmem' ? fitsMemlock(before, pages) : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.sync-without-dax',
    errno: 'EOPNOTSUPP',
    since: kernelVersion(4, 15),
    sources: [seen('fs/ext4/file.c: ext4_file_mmap_prepare')],
    demand: 'MAP_SYNC is given only for a file on persistent memory that is mapped directly',
    test: onFile((file, { flags }, _before, call) =>
      (flags & MAP.SYNC) !== 0 && !isMemory(file)
        ? cannotTell('unknown-descriptor', argumentFact('flags', call.flags))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.no-file-for-shared-memory',
    errno: 'ENFILE',
    sources: [read('mm/shmem.c: shmem_zero_setup'), read('fs/file_table.c: alloc_empty_file')],
    demand: 'the system (fs.file-max) has an open file left for the shared memory',
    test: onAnonymous(({ type }) => (type === MAP.SHARED ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'mmap.refused-by-file',
    errno: 'EINVAL',
    sources: [read('mm/vma.c: call_mmap_prepare')],
    demand: "the file's own mmap operation (a driver's, a filesystem's) agrees",
    test: onFile(() => NO_TRACE),
  },
  {
    id: 'mmap.kernel-memory',
    errno: 'ENOMEM',
    sources: [read('mm/vma.c: __mmap_new_vma')],
    demand: 'the kernel has memory for the mapping itself',
    test: onRequest(() => NO_TRACE),
  },
];
