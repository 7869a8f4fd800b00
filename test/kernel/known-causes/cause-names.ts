/**
 * From the collection's words for a cause to the ids that an explanation may name for it. `*` stands for any letters: `*.unmapped`
 * is the check of every call that meets a hole. The words came first: an id belongs here only if it tells a reader this cause.
 */
export const idsOfCause: Readonly<Record<string, readonly string[]>> = {
  // Arguments
  'length zero': ['*.length-zero'],
  'neither shared nor private': ['mmap.without-type', 'mmap.file-without-type'],
  'not page aligned': ['*.address-misaligned'],
  'file offset not page aligned': ['mmap.offset-misaligned'],
  'file offset plus length overflows': ['mmap.offset-overflow', 'mmap.beyond-file-maximum'],
  'huge page size not there': ['mmap.unknown-huge-page-size', 'memfd-create.huge-page-size'],
  'not aligned to the huge page': ['mmap.huge-page-misaligned'],
  'growing down and shared': ['mmap.shared-grows-down'],
  'growing down and of a file': ['mmap.file-grows-down'],
  'flag not supported by the file': ['mmap.sync-without-dax', 'mmap.unknown-flags'],
  'beyond the address space': ['*.beyond-task-size', '*.beyond-user-space', 'fault.kernel-address'],
  'longer than the address space': ['*.too-long', '*.length-wraps', '*.range-wraps', '*.beyond-task-size'],
  'below the lowest allowed address': ['*.below-mmap-min-addr'],
  // Descriptors and files
  'descriptor closed earlier': ['*.fd-not-open'],
  'descriptor not open': ['*.fd-not-open'],
  'descriptor opened read-only': ['mmap.fd-not-writable', 'mprotect.not-permitted'],
  'descriptor opened write-only': ['mmap.fd-not-readable'],
  'descriptor opened with O_PATH': ['mmap.fd-path-only'],
  'kind of file that cannot be mapped': ['mmap.not-mappable'],
  'memory file sealed against writing': ['mmap.memfd-sealed'],
  'filesystem mounted noexec': ['mmap.noexec-mount', 'mprotect.not-permitted'],
  // Limits
  'address space limit': ['*.over-address-space-limit'],
  'data limit': ['*.over-data-limit', 'brk.over-private-data-limit'],
  'locked memory limit': ['*.over-lock-limit', '*.over-limit'],
  'locked memory limit is zero': ['*.lock-not-permitted', '*.not-permitted'],
  overcommit: ['*.over-commit-limit'],
  'no free huge pages': ['mmap.huge-page-pool', 'mmap.no-huge-pages'],
  'no gap is large enough': ['*.no-gap'],
  // What lies there
  'another mapping is there': ['*.range-in-use', '*.next-mapping-too-close', 'mremap.no-room-in-place'],
  'memory was sealed': ['*.sealed', 'mmap.fixed-sealed'],
  'writable and executable denied by prctl': ['*.write-and-execute-denied'],
  'unmapped earlier': ['fault.unmapped', '*.unmapped'],
  'never mapped': ['fault.never-mapped', '*.unmapped'],
  'null pointer': ['fault.null'],
  'mapped without access': ['fault.protected'],
  'access taken away earlier': ['fault.protected'],
  'mapped read-only': ['fault.protected'],
  'made read-only earlier': ['fault.protected'],
  'read-only memory of the program': ['fault.protected', 'fault.unknown'],
  'moved away by mremap': ['fault.moved'],
  'cut off by mremap': ['fault.unmapped', 'fault.cut-off', 'fault.shrunk'],
  'cut off by brk': ['fault.unmapped', 'fault.cut-off', 'fault.below-break'],
  'replaced by another mapping': ['fault.protected', 'fault.replaced'],
  'not inherited by fork': ['fault.not-inherited'],
  'behind the end of the file': ['fault.beyond-file'],
  'file made shorter': ['fault.beyond-file'],
  'guard page': ['fault.guard'],
};

/** Checks of calls that have rules of their own say which memory cannot be used; why is in their text and evidence. */
const pointerChecks = ['*-unreadable', '*-unwritable', '*-not-writable', '*.pointer-beyond-user-space'];
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
