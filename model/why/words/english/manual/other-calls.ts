/** What the pages of msync, brk, shmat, shmdt and madvise say, and what the kernels of their times did. */
export const otherCallsManualWords = {
  'manual.msync.invalid.1996.kernel':
    'An address off the page borders, an unknown flag, and a range that goes over the end of the address space.',
  'manual.msync.invalid.2.4': 'The address is not on a page border, or the flags hold something unknown.',
  'manual.msync.both.1996.kernel': 'MS_ASYNC and MS_SYNC could stand together.',
  'manual.msync.both.2.4.kernel': 'MS_ASYNC and MS_SYNC may not stand together.',
  'manual.msync.both.2010': 'MS_ASYNC and MS_SYNC stand together.',
  'manual.msync.unmapped.1996.kernel':
    'Memory that is not mapped was EFAULT, at the end, when all the rest was written.',
  'manual.msync.unmapped.2.4': 'Some of the memory is not mapped.',
  'manual.msync.unmapped.2.4.kernel': 'The rest is written all the same.',
  'manual.msync.unmapped.today.kernel':
    'The rest is written all the same, but for MS_ASYNC alone, which stops at the hole. A range over the end of the address space is ENOMEM too.',
  'manual.msync.busy.1996.kernel': 'Locks were not looked at.',
  'manual.msync.busy.2.4.kernel': 'MS_INVALIDATE is refused for locked memory.',
  'manual.msync.busy.2010': 'MS_INVALIDATE is given, and some of the memory is locked.',
  'manual.msync.write.today.kernel':
    'With MS_SYNC, what writing the file failed with comes back: EIO, ENOSPC and others.',

  'manual.brk.memory.1996.kernel':
    'A call that failed gave the old break back. It failed over RLIMIT_DATA, where another mapping was less than a page away, and where the kernel estimated too little memory.',
  'manual.brk.memory.2.4': 'The break cannot be set there: there is no other error.',
  'manual.brk.memory.2.4.kernel':
    'A call that fails gives the old break back, and the C library makes the error of it. It fails over RLIMIT_DATA, where another mapping is less than a page away, and where memory is not lent.',
  'manual.brk.memory.2010':
    'The break cannot be set there: there is no other error. The page tells that the call itself gives the old break back.',
  'manual.brk.memory.2010.kernel': 'It fails over RLIMIT_AS, and under mlockall over RLIMIT_MEMLOCK, too.',
  'manual.brk.memory.today.kernel':
    'Besides: the guard gap below a stack, RLIMIT_DATA for all private writable memory (4.7), and a heap that is to shrink where nothing is mapped (6.1).',

  'manual.shmat.access.1996.kernel': 'The mode of the segment decided, as today.',
  'manual.shmat.access.2.4':
    'The mode of the segment does not give the caller that access, and it has no CAP_IPC_OWNER.',
  'manual.shmat.removed.1996.kernel':
    'The number is of a segment that is gone and whose place has a new one.',
  'manual.shmat.removed.2010': 'The segment was removed.',
  'manual.shmat.removed.today.kernel':
    'A segment that is to be removed can be attached as long as somebody has it attached.',
  'manual.shmat.id.1996.kernel': 'There was no segment of that number.',
  'manual.shmat.id.2.4': 'The segment number is not valid.',
  'manual.shmat.address.1996.kernel':
    'An address off the page borders without SHM_RND, or SHM_REMAP without an address.',
  'manual.shmat.address.2.4':
    'The address is not on a page border and SHM_RND is not given, or SHM_REMAP is given without an address.',
  'manual.shmat.address.today.kernel': 'A range that goes over the end of the address space is refused too.',
  'manual.shmat.in-use.1996.kernel':
    'Something is mapped in the range, or the range comes closer than four pages to the stack.',
  'manual.shmat.in-use.2.4': 'The segment cannot be attached at that address.',
  'manual.shmat.in-use.2010': 'The segment cannot be attached at that address.',
  'manual.shmat.in-use.today.kernel':
    'Something is mapped in the range. With SHM_REMAP it is taken away instead.',
  'manual.shmat.memory.1996.kernel': 'There was no gap for it, or no memory for the record of it.',
  'manual.shmat.memory.2.4': 'The kernel has no memory for the record or for page tables.',
  'manual.shmat.memory.today.kernel':
    'Also: no gap, RLIMIT_AS, the number of mappings, and a range beyond user space.',
  'manual.shmat.locked.2.4.kernel': 'Under mlockall(MCL_FUTURE) the segment has to fit below RLIMIT_MEMLOCK.',
  'manual.shmat.locked.today.kernel':
    'Under mlockall(MCL_FUTURE) the segment has to fit below RLIMIT_MEMLOCK, without CAP_IPC_LOCK.',
  'manual.shmat.denied.today.kernel': 'An address below vm.mmap_min_addr, or sealed memory under SHM_REMAP.',
  'manual.shmdt.detached.1996.kernel': 'The call never failed.',
  'manual.shmdt.detached.2.4': 'No segment is attached at that address.',
  'manual.shmdt.detached.2010': 'No segment is attached at that address, or it is not on a page border.',

  'manual.madvise.no-call.1996.kernel': 'The kernel had no such call; it came with 2.4.',
  'manual.madvise.unmapped.2.4':
    'Some of the range is not mapped. What is mapped gets the advice all the same.',
  'manual.madvise.willneed.2.4': 'MADV_WILLNEED lacks the memory to read the pages into.',
  'manual.madvise.willneed.2.4.kernel': 'Too many mappings are answered so.',
  'manual.madvise.willneed.2010.kernel': 'Too many mappings are EAGAIN.',
  'manual.madvise.locked.2.4': 'MADV_DONTNEED is to throw away pages that are locked, or shared.',
  'manual.madvise.locked.2.4.kernel': 'Locked pages are refused. Shared ones are not.',
  'manual.madvise.locked.2010.kernel':
    'Locked pages are refused, huge pages and those of devices. Shared ones are not.',
  'manual.madvise.locked.today':
    'MADV_DONTNEED, MADV_REMOVE, MADV_COLD or MADV_PAGEOUT meets pages that are locked, huge, or of a device.',
  'manual.madvise.locked.today.kernel':
    'Since 5.18 MADV_DONTNEED takes huge pages, and MADV_DONTNEED_LOCKED takes locked ones.',
  'manual.madvise.unaligned.2.4': 'The address is not on a page border, or the length is negative.',
  'manual.madvise.unaligned.today.kernel':
    'The length counts as too large where it goes over the end of the address space.',
  'manual.madvise.advice.2.4': 'There is no such advice.',
  'manual.madvise.advice.2010':
    'There is no such advice, or the kernel was built without what MADV_MERGEABLE needs.',
  'manual.madvise.advice.today.kernel':
    'Which advice there is depends on the version and on how the kernel was built.',
  'manual.madvise.kind.today':
    'The advice is not for mappings of that kind: MADV_FREE and MADV_WIPEONFORK want private anonymous memory, MADV_POPULATE_READ and MADV_POPULATE_WRITE the permission.',
  'manual.madvise.kind.today.kernel':
    'Also: a guard region on a special mapping, and MADV_COLLAPSE where no huge page fits.',
  'manual.madvise.badf.2.4': 'What is mapped is no file.',
  'manual.madvise.badf.2.4.kernel': 'MADV_WILLNEED alone asks for a file.',
  'manual.madvise.badf.today.kernel': 'MADV_WILLNEED alone, and only in kernels built without swap.',
  'manual.madvise.rss.2.4': 'MADV_WILLNEED would make more pages resident than the process may have.',
  'manual.madvise.rss.2.4.kernel': 'RLIMIT_RSS was compared with what the range would add.',
  'manual.madvise.rss.2010.kernel': 'RLIMIT_RSS is not looked at any more.',
  'manual.madvise.again.2.4': 'Something that the kernel needs is not to be had right now.',
  'manual.madvise.again.2.4.kernel':
    'There is no memory for the record of a new mapping. Too many mappings are ENOMEM.',
  'manual.madvise.again.today.kernel': 'Too many mappings are answered so (from 4.12 to 5.16 with ENOMEM).',
  'manual.madvise.remove.today': 'MADV_REMOVE meets a mapping that is not shared and writable.',
  'manual.madvise.punch.2010.kernel':
    'The answer was ENOSYS then, as the page says, on every filesystem but tmpfs.',
  'manual.madvise.punch.today':
    'MADV_REMOVE is used on a filesystem that cannot take pages out of a file, says its description.',
  'manual.madvise.poison.today': 'MADV_HWPOISON is used without CAP_SYS_ADMIN.',
  'manual.madvise.poison.today.kernel':
    'Also: an advice that throws away is given for sealed memory that may not be written.',
  'manual.madvise.populate.today':
    'MADV_POPULATE_READ or MADV_POPULATE_WRITE meets a page that would bring SIGBUS.',
  'manual.madvise.populate.today.kernel': 'A guard region is answered so too.',
} as const;
