/** Broken rules in plain words: what stands above the rule itself. */
export const plainWords = {
  'plain.several': 'Several causes are possible; the log does not show which of them it was.',
  'plain.hole': 'Not all of the range is mapped: there is a hole of {size} at {address}.',
  'plain.hole-since': 'Not all of the range is mapped: there is a hole of {size} at {address}, since {line}.',
  'plain.nothing-there': 'Nothing is mapped at {address}.',
  'plain.nothing-there-since': 'Nothing is mapped at {address} any more, since {line}.',
  'plain.over-limit': 'That would be {excess} more than {limit} allows.',
  'plain.no-gap': 'No free stretch of the address space is long enough: the longest is {missing} too short.',
  'plain.no-room-next':
    'The mapping cannot grow where it is: another one begins right behind it, and without MREMAP_MAYMOVE it may not move.',
  'plain.no-room-rest':
    'Only a part of the mapping was to grow: its own rest is in the way, and without MREMAP_MAYMOVE the part may not move.',
  'plain.beyond-vma':
    'The old range reaches beyond the mapping that it begins in; mremap resizes one mapping at a time.',
  'plain.misaligned': '{name} is not at the start of a page, but {rest} past it.',
  'plain.length-zero': 'The length is 0, and the call needs at least one byte.',
  'plain.range-wraps': 'Address and length together run past the end of all addresses.',
  'plain.map-limit':
    'The process has as many mappings as it may have (vm.max_map_count), and this would take one more.',
  'plain.over-commit-limit': 'The kernel does not promise that much memory: its commit limit is reached.',
  'plain.huge-page-pool': 'Too few huge pages are left in the pool.',
  'plain.sealed': 'The mapping {range} is sealed: it can no longer be changed, moved or unmapped.',
  'plain.no-file': 'A file was to be mapped, but none was given: fd is -1, and MAP_ANONYMOUS is missing.',
  'plain.fd-not-open': 'The file descriptor {fd} is not open.',
  'plain.fd-closed': 'The file descriptor {fd} is not open any more: it was closed at {line}.',
  'plain.fd-closed-by-exec':
    'The file descriptor {fd} is not open any more: the execve at {line} closed it (O_CLOEXEC).',
  'plain.fd-not-readable': 'The file was not opened for reading, which every mapping of a file needs.',
  'plain.fd-not-writable': 'The file was not opened for writing, which a shared writable mapping needs.',
  'plain.fd-path-only':
    'The descriptor was opened with O_PATH: it names the file, but nothing can be mapped by it.',
  'plain.memfd-sealed':
    'The memory file is sealed against writing: no shared mapping of it may become writable.',
  'plain.write-and-execute-denied':
    'The process has given up memory that may be executed and is or was writable (PR_SET_MDWE).',
  'plain.no-such-segment': 'There is no shared memory segment with this id.',
  'plain.not-attached': 'No shared memory segment is attached at this address.',
  'plain.mapped-writable':
    'The memory file is mapped shared by a descriptor that may write it: until that mapping is gone, it cannot be sealed against writing.',
  'plain.not-mappable': 'What the file descriptor stands for cannot be mapped.',
  'plain.unknown-flags': 'There are flags that the call does not know.',
  'plain.too-low': 'The address is too low: below vm.mmap_min_addr only the privileged may map.',
  'plain.beyond-task-size': 'The range ends behind the last address that a program may use.',
  'plain.too-long': 'That is more than the whole address space holds.',
  'plain.beyond-file-maximum': 'Offset and length reach beyond the largest size that a file can have.',
  'plain.ranges-overlap': 'The old place and the new one overlap.',
  'plain.fixed-without-maymove': 'A new place was asked for, but MREMAP_MAYMOVE is missing.',
  'plain.without-type':
    'Whether the memory is shared or private was not said, or said in a way that does not go together.',
  'plain.unknown-advice': 'The kernel does not know this advice.',
  'plain.next-mapping-too-close': 'The heap cannot grow that far: the next mapping is in the way.',
  'plain.below-start': 'The heap would end before it starts.',
  'plain.range-in-use': 'Something is mapped there already, and MAP_FIXED_NOREPLACE does not replace it.',
  'plain.range-in-use-by-shm': 'Something is mapped there already, and SHM_REMAP is missing.',
  'plain.may-not-lock':
    'The process may not lock any memory: RLIMIT_MEMLOCK is 0, and it has no CAP_IPC_LOCK.',
  'plain.not-populated':
    'A page of the range cannot be brought into memory: it allows no access, or the file ends before it.',
  'plain.locked': 'Locked memory cannot be discarded.',
  'plain.protection-not-allowed':
    'The memory may not have this protection: what it was mapped from does not allow that.',
} as const;
