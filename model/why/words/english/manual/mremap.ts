/** What the pages of mremap say, and what the kernels of their times did. */
export const mremapManualWords = {
  'manual.mremap.locked.1996': 'A locked segment is refused: its mapping is not to be changed.',
  'manual.mremap.locked.1996.kernel':
    'Locked memory grew, shrank and moved like any other. Only growth that took the locked total over RLIMIT_MEMLOCK was refused, for root as well; and that limit was infinite unless somebody had lowered it.',
  'manual.mremap.locked.2.4':
    'A locked segment is to grow, and the process would then have more locked than RLIMIT_MEMLOCK allows. (The English collection kept the words of 1996 until 2005.)',
  'manual.mremap.locked.2.4.kernel':
    'The test of 1996, for root too; with MREMAP_FIXED also where nothing grows and the limit is passed already.',
  'manual.mremap.locked.2010.kernel': 'Since 2.6.9 CAP_IPC_LOCK exempts from the limit.',
  'manual.mremap.locked.today.kernel':
    'Only what a locked mapping grows by is counted. A move keeps the lock and the total, and is never refused for it.',

  'manual.mremap.unmapped.1996': 'The process has nothing at some address of the old range.',
  'manual.mremap.unmapped.1996.kernel':
    'Only a call that enlarged looked at the range. One that shrank or kept the size gave the old address back, even where nothing was mapped.',
  'manual.mremap.unmapped.2.4.kernel':
    'Calls that enlarge look at the range, and calls with MREMAP_FIXED. Without that flag, shrinking or keeping the size works at any address.',
  'manual.mremap.unmapped.today.kernel':
    'Since 5.16 the old address itself must be mapped in every call (5.16 to 5.18 gave back the number 14 by mistake). Holes behind it matter only where memory grows.',

  'manual.mremap.several.1996':
    'It comes even where the whole old range is mapped, if the mappings in it are not all of one kind.',
  'manual.mremap.several.1996.kernel':
    'The old range had to lie in one segment, of whatever kind its neighbours were, but only in a call that enlarged.',
  'manual.mremap.several.2.4.kernel':
    'The old range has to lie in one mapping where the call enlarges, and always with MREMAP_FIXED.',
  'manual.mremap.several.today.kernel':
    'Since 6.17 a move by MREMAP_FIXED that keeps the size may go over several mappings and over holes behind the first. Whatever enlarges still wants one mapping.',

  'manual.mremap.special.1996.kernel': 'No mapping was special: each could grow.',
  'manual.mremap.special.2.4.kernel': 'Mappings that a driver marked so do not grow.',
  'manual.mremap.special.today.kernel':
    'The vdso and mappings of devices do not grow. The same answer comes where MREMAP_FIXED clears the very mapping that an old size of zero was to duplicate.',

  'manual.mremap.unaligned.1996':
    'Some argument is not valid; the page guesses at an old address that is not on a page border.',
  'manual.mremap.unaligned.1996.kernel':
    'The guess was all there was: no other argument was ever looked at for this answer.',
  'manual.mremap.unaligned.2.4':
    'The first of seven mistakes in a list: the old address is not on a page border.',
  'manual.mremap.unaligned.today':
    'The first of ten mistakes in a list: the old address is not on a page border.',
  'manual.mremap.flags.1996.kernel': 'All bits but MREMAP_MAYMOVE were ignored.',
  'manual.mremap.flags.2.4': 'The flags hold something besides MREMAP_MAYMOVE and MREMAP_FIXED.',
  'manual.mremap.flags.today':
    'The flags hold something besides MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP.',
  'manual.mremap.zero.1996.kernel': 'A new size of zero unmapped the whole range and succeeded.',
  'manual.mremap.zero.2.4': 'The new size is zero.',
  'manual.mremap.zero.2.4.kernel': '2.4.22 did not look yet: a new size of zero unmapped the range.',
  'manual.mremap.zero.today.kernel':
    'A size so large that it becomes zero when it is rounded up to pages counts as zero.',
  'manual.mremap.invalid.1996.kernel':
    'There was no new address to give, and a size that is too large ended in ENOMEM.',
  'manual.mremap.invalid.2.4':
    'The new size or the new address is not valid; when that is so, the page leaves open.',
  'manual.mremap.invalid.2.4.kernel':
    'With MREMAP_FIXED alone: the new address must be on a page border, and the new range must end within user space.',
  'manual.mremap.invalid.today.kernel':
    'The new size may not exceed the address space in any call, and a new address that is only a hint must be on a page border too.',
  'manual.mremap.fixed.1996.kernel': 'There was no MREMAP_FIXED before 2.3.31.',
  'manual.mremap.fixed.2.4': 'MREMAP_FIXED stands without MREMAP_MAYMOVE.',
  'manual.mremap.fixed.today': 'MREMAP_FIXED or MREMAP_DONTUNMAP stands without MREMAP_MAYMOVE.',
  'manual.mremap.overlap.2.4': 'The new range has pages in common with the old one.',
  'manual.mremap.overlap.today.kernel':
    'A range of size zero has no pages: with an old size of zero the new address may be the old one. The mapping is then cleared, and the answer is EFAULT.',
  'manual.mremap.dontunmap-sizes.today': 'MREMAP_DONTUNMAP stands with two sizes that differ.',
  'manual.mremap.dontunmap-sizes.today.kernel':
    'Since 6.17 the sizes are compared in whole pages; before, in bytes.',
  'manual.mremap.dontunmap-kind.today':
    'MREMAP_DONTUNMAP is used on memory that is not private and anonymous throughout.',
  'manual.mremap.dontunmap-kind.today.kernel':
    'That was so up to 5.12. Since 5.13 only mappings that may not grow (vdso, devices) are refused.',
  'manual.mremap.other.1996': 'Some argument is not valid.',
  'manual.mremap.other.2.4': 'Some argument is not valid; this cause is not among those that the page lists.',
  'manual.mremap.other.today.kernel':
    'Beyond the list: a mapping that cannot be split (part of the vdso, of a huge page), huge pages that are to grow or to lie off their borders, an old range that ends beyond user space, and a mapping whose owner does not let it move.',
  'manual.mremap.duplicate.1996.kernel':
    'An old size of zero made a second mapping beside the first, for private memory too, as long as MREMAP_MAYMOVE was given.',
  'manual.mremap.duplicate.today': 'The old size is zero, and the memory is not shared.',
  'manual.mremap.duplicate.today.kernel': 'That is refused since 4.14.',
  'manual.mremap.duplicate-in-place.today': 'The old size is zero, and MREMAP_MAYMOVE is not given.',
  'manual.mremap.duplicate-in-place.today.kernel': 'The answer is ENOMEM.',

  'manual.mremap.in-place.1996':
    'The memory cannot grow where it lies, and the flags do not hold MREMAP_MAYMOVE, which would let it move.',
  'manual.mremap.in-place.today.kernel':
    'It grows in place only if the old range ends where its mapping ends and free pages follow. An old size of zero without MREMAP_MAYMOVE ends here too.',
  'manual.mremap.memory.1996': 'There is too little memory left, or too few free addresses.',
  'manual.mremap.memory.1996.kernel':
    'No gap was large enough, or the kernel had no page for its tables. There was no RLIMIT_AS, and nobody asked whether the memory that a mapping grows by exists.',
  'manual.mremap.memory.2.4.kernel':
    'RLIMIT_AS refuses as well, and an estimate of the memory that is left for private writable mappings.',
  'manual.mremap.memory.2010.kernel':
    'RLIMIT_AS refuses. Memory that the overcommit rules deny was answered with EFAULT, by a slip.',
  'manual.mremap.memory.today':
    'As before, and for two causes more: what MREMAP_DONTUNMAP makes does not fit, or the process would have too many mappings.',
  'manual.mremap.memory.today.kernel':
    'The number of mappings refuses moves before the old address is looked up. RLIMIT_DATA counts private writable memory since 4.7. Memory that is not lent is ENOMEM again.',

  'manual.mremap.denied.2010.kernel': 'A new address below vm.mmap_min_addr is refused.',
  'manual.mremap.denied.today.kernel':
    'Sealed memory (mseal, since 6.10) is refused in every call, and a new address below vm.mmap_min_addr.',
} as const;
