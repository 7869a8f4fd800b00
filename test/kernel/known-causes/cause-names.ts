/**
 * From the collection's words for a cause to the ids that an explanation may name for it. `*` stands for any letters: `*.unmapped`
 * is the check of every call that meets a hole. The words came first: an id belongs here only if it tells a reader this cause.
 */
export const idsOfCause: Readonly<Record<string, readonly string[]>> = {
  // Arguments
  'length zero': ['*.length-zero'],
  'neither shared nor private': ['mmap.without-type', 'mmap.file-without-type'],
  'not page aligned': ['*.address-misaligned', 'mremap.old-address-misaligned'],
  'file offset not page aligned': ['mmap.offset-misaligned'],
  'file offset plus length overflows': ['mmap.offset-overflow', 'mmap.beyond-file-maximum'],
  'huge page size not there': ['mmap.unknown-huge-page-size', 'memfd-create.huge-page-size'],
  'not aligned to the huge page': ['mmap.huge-page-misaligned'],
  'growing down and shared': ['mmap.shared-grows-down'],
  'growing down and of a file': ['mmap.file-grows-down'],
  'flag not supported by the file': ['mmap.sync-without-dax', 'mmap.unknown-flags'],
  'beyond the address space': [
    '*.beyond-task-size',
    '*.beyond-user-space',
    'fault.kernel-address',
    'mremap.new-address-out-of-range',
    'mremap.unmapped',
    'mprotect.unmapped',
  ],
  'longer than the address space': [
    '*.too-long',
    '*.length-wraps',
    '*.range-wraps',
    '*.beyond-task-size',
    'mremap.new-size-too-large',
  ],
  'below the lowest allowed address': ['*.below-mmap-min-addr'],
  'new length zero': ['mremap.new-size-zero'],
  'new address not page aligned': ['mremap.new-address-misaligned'],
  'MREMAP_FIXED without MREMAP_MAYMOVE': ['mremap.fixed-without-maymove'],
  'MREMAP_DONTUNMAP with another length': ['mremap.dontunmap-resizes'],
  'MREMAP_DONTUNMAP without MREMAP_MAYMOVE': [
    'mremap.fixed-without-maymove',
    'mremap.dontunmap-without-maymove',
  ],
  'SHM_REMAP without an address': ['shmat.remap-without-address'],
  'old and new range overlap': ['mremap.ranges-overlap'],
  'old length zero of private memory': ['mremap.old-size-zero-private'],
  'unknown flags': ['*.unknown-flags'],
  'unknown advice': ['madvise.unknown-advice'],
  'unknown protection': ['mprotect.unknown-protection'],
  'unknown access rights': ['pkey-alloc.unknown-rights'],
  'unknown memory policy': ['mempolicy.unknown-mode'],
  'protection key not allocated': ['mprotect.unknown-key', 'pkey-free.not-allocated'],
  'protection given': ['remap-file-pages.protection-given'],
  'flags do not go together': ['mlockall.invalid-flags', 'msync.both-ways'],
  'growing up and down at once': ['mprotect.grows-both-ways'],
  'name too long': ['memfd-create.name-too-long'],
  // Descriptors and files
  'descriptor closed earlier': ['*.fd-not-open'],
  'descriptor not open': ['*.fd-not-open'],
  'descriptor opened read-only': ['mmap.fd-not-writable', 'mprotect.not-permitted'],
  'descriptor opened write-only': ['mmap.fd-not-readable'],
  'descriptor opened with O_PATH': ['mmap.fd-path-only'],
  'kind of file that cannot be mapped': ['mmap.not-mappable'],
  'memory file sealed against writing': ['mmap.memfd-sealed', 'mprotect.not-permitted'],
  'filesystem mounted noexec': ['mmap.noexec-mount', 'mprotect.not-permitted'],
  // Limits
  'address space limit': ['*.over-address-space-limit'],
  'data limit': ['*.over-data-limit', 'brk.over-private-data-limit'],
  'locked memory limit': ['*.over-lock-limit', 'mlock.over-limit', 'mlockall.over-limit'],
  'locked memory limit is zero': ['mmap.lock-not-permitted', 'mlock.not-permitted', 'mlockall.not-permitted'],
  'limit of mappings': ['*.map-limit'],
  overcommit: ['*.over-commit-limit'],
  'no free huge pages': ['mmap.huge-page-pool', 'mmap.no-huge-pages'],
  'no gap is large enough': ['*.no-gap'],
  // What lies there
  'another mapping is there': ['*.range-in-use', '*.next-mapping-too-close', 'mremap.no-room-in-place'],
  'memory was sealed': ['*.sealed', 'mmap.fixed-sealed'],
  'writable and executable denied by prctl': ['*.write-and-execute-denied'],
  'not a mapping that grows': ['mprotect.not-a-stack'],
  'not a shared mapping': ['remap-file-pages.not-shared'],
  'not writable and shared': ['madvise.not-writable'],
  'advice not for memory of a file': ['madvise.wrong-kind'],
  'advice not for private memory': ['madvise.wrong-kind', 'madvise.not-writable'],
  'memory is locked': ['madvise.locked', 'msync.locked'],
  'several mappings': ['mremap.beyond-vma'],
  'longer than the mapping': ['mremap.beyond-vma', '*.unmapped'],
  'below the start of the heap': ['brk.below-start'],
  'mapped writable and shared': ['seals.mapped-writable'],
  'seals are sealed': ['seals.sealed', 'seals.not-sealable'],
  'no such segment': ['shmat.no-such-segment', 'shmat.negative-id'],
  'segment removed earlier': ['shmat.no-such-segment', 'shmat.segment-removed'],
  'permissions of the segment': ['shmat.access-denied'],
  'not attached there': ['shmdt.not-attached'],
  'detached earlier': ['shmdt.not-attached'],
  // Signals
  'not a canonical address': ['fault.kernel-address', 'signal.not-canonical', 'fault.not-canonical'],
  'not executable': ['fault.protected'],
  'stack full': ['signal.stack-overflow', 'signal.stack-meets-mapping'],
  'stack meets a mapping': ['signal.stack-meets-mapping', 'signal.stack-overflow'],
  'seccomp filter': ['outside.seccomp'],
  'unmapped before the log began': ['fault.never-mapped', 'fault.unmapped'],
  'not built into the kernel': ['*.not-built-in'],
  'no hardware for protection keys': ['pkey-alloc.no-hardware', 'pkey-alloc.none-left'],
  'stack of a thread full': ['signal.thread-stack-overflow', 'fault.protected'],
  'unmapped earlier': ['fault.unmapped', '*.unmapped', 'process-vm.remote-unreachable', 'mremap.beyond-vma'],
  'never mapped': ['fault.never-mapped', '*.unmapped'],
  'null pointer': ['fault.null', '*.unmapped', '*.never-mapped'],
  'mapped without access': ['fault.protected', 'mlock.not-populated', 'madvise.no-access'],
  'access taken away earlier': ['fault.protected'],
  'mapped read-only': ['fault.protected', 'fault.read-only', 'process-vm.remote-unreachable'],
  'made read-only earlier': ['fault.protected', 'madvise.no-access'],
  'read-only memory of the program': ['fault.protected', 'fault.unknown'],
  'moved away by mremap': ['fault.moved', '*.unmapped'],
  'cut off by mremap': ['fault.unmapped', 'fault.cut-off', 'fault.shrunk', '*.unmapped'],
  'cut off by brk': ['fault.unmapped', 'fault.cut-off', '*.unmapped'],
  'replaced by another mapping': ['fault.protected', 'fault.replaced'],
  'not inherited by fork': ['fault.not-inherited'],
  'behind the end of the file': ['fault.beyond-file', 'mlock.not-populated', 'madvise.not-populated'],
  'behind the end of the shared memory': ['fault.beyond-shared'],
  'file made shorter': ['fault.beyond-file'],
  'pointer inside what is not printed': ['fault.inside', 'fault.unknown', 'fault.read-only'],
  'guard page': ['fault.guard'],
};

/** Checks of calls that have rules of their own say which memory cannot be used; why is in their text and evidence. */
const pointerChecks = ['*-unreadable', '*-unwritable', '*-not-writable', 'fault.string-overrun'];
const pointerCauses = new Set(
  Object.keys(idsOfCause).filter((cause) => idsOfCause[cause]?.some((id) => id.startsWith('fault.'))),
);

export function names(cause: string, id: string): boolean {
  const patterns = idsOfCause[cause];
  if (patterns === undefined) throw new Error(`cause-names.ts has no ids for "${cause}"`);
  const more = pointerCauses.has(cause) ? pointerChecks : [];
  return [...patterns, ...more].some((pattern) => {
    const [head = '', tail] = pattern.split('*', 2);
    return tail === undefined ? id === pattern : id.startsWith(head) && id.endsWith(tail);
  });
}
