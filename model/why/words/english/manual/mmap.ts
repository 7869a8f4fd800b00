/** What the pages of mmap and munmap say, and what the kernels of their times did. */
export const mmapManualWords = {
  'manual.mmap.descriptor.1996':
    'The descriptor is none that is open, and the flags do not hold MAP_ANONYMOUS, with which none is needed.',
  'manual.mmap.descriptor.today.kernel': 'A descriptor that was opened with O_PATH counts as none.',
  'manual.mmap.readable.1996': 'A private mapping of a file needs a descriptor that is open for reading.',
  'manual.mmap.readable.1996.kernel': 'A shared mapping needs that as well.',
  'manual.mmap.readable.today': 'Any mapping of a file needs a descriptor that is open for reading.',
  'manual.mmap.writable.1996':
    'A shared mapping that asks for PROT_WRITE needs a descriptor that is open for writing.',
  'manual.mmap.writable.1996.kernel': 'Open for writing alone was not enough: it had to be open for both.',
  'manual.mmap.writable.2.4':
    'A shared mapping that asks for PROT_WRITE needs a descriptor that is open for reading and writing.',
  'manual.mmap.regular.1996.kernel':
    'On most filesystems that was the answer to whatever is no regular file.',
  'manual.mmap.regular.2.4': 'The descriptor belongs to something that is no regular file.',
  'manual.mmap.regular.2.4.kernel':
    'What cannot be mapped is answered with ENODEV. Devices can be mapped where their drivers allow it.',
  'manual.mmap.append.1996.kernel': 'Nobody looked whether a file may only be appended to.',
  'manual.mmap.append.2.4': 'PROT_WRITE is asked for, and the file may only be appended to.',
  'manual.mmap.append.2.4.kernel':
    'A shared mapping of such a file is refused where the descriptor is open for writing, whether PROT_WRITE is asked for or not; a private one is not.',

  'manual.mmap.security.2010.kernel': 'A security module (SELinux) may answer so to any mapping.',
  'manual.mmap.security.today.kernel':
    'A security module may answer so to any mapping. A process that gave up memory which is writable and executable (PR_SET_MDWE, since 6.3) gets it for PROT_WRITE with PROT_EXEC.',
  'manual.mmap.unaligned.1996': 'The address, the length or the offset is not on a page border.',
  'manual.mmap.unaligned.1996.kernel':
    'An address was looked at with MAP_FIXED only. A private mapping of a file could begin at any block of its filesystem. A length was never refused for that: it is rounded up.',
  'manual.mmap.unaligned.2.4.kernel':
    'An address is looked at with MAP_FIXED only, the offset always. A length is rounded up.',
  'manual.mmap.large.1996': 'The address, the length or the offset is too large.',
  'manual.mmap.large.1996.kernel': 'An address, a length and an offset that were too large were all EINVAL.',
  'manual.mmap.large.2.4.kernel':
    'A length or an offset that is too large is EINVAL, an address with MAP_FIXED that is too high ENOMEM.',
  'manual.mmap.large.2010.kernel':
    'None of them is EINVAL any more: too long and too high are ENOMEM, an offset that is too large is EOVERFLOW.',
  'manual.mmap.zero.1996.kernel':
    'A length of zero succeeded: the address came back, and nothing was mapped.',
  'manual.mmap.zero.2010': 'The length is zero (since 2.6.12).',
  'manual.mmap.other.1996': 'An argument is not valid; the page has sizes and borders in mind.',
  'manual.mmap.other.2.4.kernel': 'MAP_GROWSDOWN is refused for files.',
  'manual.mmap.other.today.kernel':
    'Among the others: MAP_GROWSDOWN for files, shared memory and huge pages; huge pages of a size, address or offset that does not fit; MAP_DROPPABLE with flags that exclude it; and whatever the driver of a file objects to.',
  'manual.mmap.type.1996.kernel':
    'The flags had to hold one of MAP_PRIVATE and MAP_SHARED. Anonymous memory could be private only.',
  'manual.mmap.type.2.4.kernel':
    'The flags have to hold one of MAP_PRIVATE and MAP_SHARED. Anonymous memory may be shared.',
  'manual.mmap.type.2010': 'The flags hold neither MAP_PRIVATE nor MAP_SHARED, or both.',
  'manual.mmap.type.today': 'The flags hold none of MAP_PRIVATE, MAP_SHARED and MAP_SHARED_VALIDATE.',
  'manual.mmap.type.today.kernel':
    'Both bits together are MAP_SHARED_VALIDATE since 4.15; for anonymous memory that is still refused.',
  'manual.mmap.busy.1996':
    'The flags hold MAP_DENYWRITE, and somebody has the file open for writing. (The page spells the error ETXTBUSY.)',
  'manual.mmap.busy.1996.kernel':
    'No program ever met it: the call took MAP_DENYWRITE out of the flags first. Only the kernel itself maps programs that way.',
  'manual.mmap.busy.today.kernel':
    'MAP_DENYWRITE does nothing. The one thing that is answered so is a shared writable mapping of a file that is in use for swapping.',

  'manual.mmap.locked.1996': 'Too much memory would be locked.',
  'manual.mmap.locked.1996.kernel':
    'That was looked at under mlockall(MCL_FUTURE) only, against RLIMIT_MEMLOCK and for root too. MAP_LOCKED was ignored.',
  'manual.mmap.locked.2010': 'Too much memory would be locked; setrlimit is where to read about it.',
  'manual.mmap.locked.2010.kernel':
    'MAP_LOCKED and mlockall(MCL_FUTURE) count against RLIMIT_MEMLOCK, unless the caller has CAP_IPC_LOCK.',
  'manual.mmap.file-lock.1996': 'The file is locked.',
  'manual.mmap.file-lock.1996.kernel':
    'Only a mandatory lock counted, and only for MAP_SHARED. An advisory lock never refused a mapping.',
  'manual.mmap.file-lock.today.kernel':
    'A lock on a file refuses no mapping: mandatory locks are gone since 5.15.',

  'manual.mmap.memory.1996': 'Memory is used up.',
  'manual.mmap.memory.1996.kernel':
    'There was no gap of that length, or the kernel had no room for its own record of the mapping. Nobody asked whether the memory exists, and there was no RLIMIT_AS.',
  'manual.mmap.memory.2.4.kernel':
    'Besides: the mapping goes over RLIMIT_AS, or the overcommit rules do not lend that much memory.',
  'manual.mmap.memory.today': 'Memory is used up, or the mapping goes over RLIMIT_DATA (since 4.7).',
  'manual.mmap.count.1996.kernel': 'There was no limit to the number of mappings.',
  'manual.mmap.count.2.4': 'The process would have more mappings than it may.',
  'manual.mmap.count.today.kernel':
    'vm.max_map_count is compared before anything is mapped: a mapping that would merge with its neighbour is refused too.',
  'manual.mmap.beyond.today': 'The address is beyond what the processor can address.',
  'manual.mmap.beyond.today.kernel': 'A length beyond that is answered in the same way.',

  'manual.mmap.device.1996': 'System V knows it, says the page, and nothing of Linux.',
  'manual.mmap.device.1996.kernel': 'Linux gave it already, for what its filesystem or driver cannot map.',
  'manual.mmap.device.2.4': 'The filesystem of the file has no way to map it.',
  'manual.mmap.device.today.kernel':
    'Directories, pipes and sockets too. MAP_HUGETLB is answered so where the machine has no such pages.',
  'manual.mmap.nothing-there.1996.kernel':
    'Linux maps what lies behind the end of a file. Touching it brings SIGBUS.',
  'manual.mmap.files.1996.kernel': 'Nothing was answered so: anonymous memory had no file behind it.',
  'manual.mmap.files.2.4': 'The system has as many open files as it may have.',
  'manual.mmap.files.today.kernel':
    'It concerns shared anonymous memory, which has a file of its own behind it.',
  'manual.mmap.noexec.2.4': 'PROT_EXEC is asked for, and the file lies on a filesystem mounted noexec.',
  'manual.mmap.noexec.2.4.kernel': '2.4.22 did not look at that yet.',
  'manual.mmap.denied.2010.kernel':
    'MAP_LOCKED where RLIMIT_MEMLOCK is zero, and fixed addresses below vm.mmap_min_addr.',
  'manual.mmap.denied.today':
    'A seal on the file forbids it, or MAP_HUGETLB is used by somebody who is not in the group for it.',
  'manual.mmap.denied.today.kernel':
    'Besides: MAP_LOCKED where RLIMIT_MEMLOCK is zero, fixed addresses below vm.mmap_min_addr, and MAP_FIXED over sealed memory (mseal, since 6.10).',
  'manual.mmap.in-use.today': 'The flags hold MAP_FIXED_NOREPLACE, and something is mapped in the range.',
  'manual.mmap.in-use.today.kernel':
    'Kernels before 4.17 do not know the flag: they take the address as a hint.',
  'manual.mmap.overflow.2010':
    'On 32 bits with 64-bit offsets: offset and length, in pages, do not fit into one machine word.',
  'manual.mmap.overflow.today.kernel':
    'On 64 bits too, and for every range that ends behind the largest size a file can have.',
  'manual.mmap.unsupported.today':
    'It stands where MAP_SHARED_VALIDATE and MAP_SYNC are described: a flag that is unknown, or that the file does not support.',

  'manual.munmap.invalid.1996': 'A guess: EINVAL, probably.',
  'manual.munmap.invalid.1996.kernel':
    'An address off the page borders, or a range beyond user space. A length of zero succeeded.',
  'manual.munmap.invalid.2.4.kernel':
    'An address off the page borders, a range beyond user space, or a length of zero.',
  'manual.munmap.count.1996.kernel': 'There was no limit to the number of mappings.',
  'manual.munmap.count.2.4.kernel':
    'A hole in the middle of a mapping makes two of one, and the process has as many as it may. Nothing is unmapped then.',
  'manual.munmap.count.today':
    'A hole in the middle of a mapping would make one more than the process may have.',
  'manual.munmap.sealed.today.kernel': 'Sealed memory (mseal, since 6.10) stays.',
} as const;
