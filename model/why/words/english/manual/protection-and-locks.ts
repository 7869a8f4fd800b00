/** What the pages of mprotect, mlock, munlock, mlockall and munlockall say, and what the kernels of their times did. */
export const protectionAndLocksManualWords = {
  'manual.mprotect.access.1996.kernel':
    'Memory could get the access that its mapping had allowed from the start, as today.',
  'manual.mprotect.access.2.4':
    'The memory may not have that access: a file that was opened for reading is to become writable, for one.',
  'manual.mprotect.access.today.kernel':
    'Also: memory that is or was writable is to become executable, in a process that gave that up (PR_SET_MDWE, since 6.3).',
  'manual.mprotect.unaligned.1996.kernel':
    'An address off the page borders, and a range that goes over the end of the address space.',
  'manual.mprotect.unaligned.2.4': 'The address is not on a page border, or no valid pointer.',
  'manual.mprotect.unaligned.today.kernel':
    'Only the page border counts. An address that is not mapped is ENOMEM.',
  'manual.mprotect.bits.1996.kernel':
    'The protection could hold nothing besides PROT_READ, PROT_WRITE and PROT_EXEC.',
  'manual.mprotect.bits.today':
    'The protection holds bits that mean nothing, or PROT_GROWSUP and PROT_GROWSDOWN together.',
  'manual.mprotect.bits.today.kernel': 'PROT_GROWSDOWN for memory that does not grow down is refused too.',
  'manual.mprotect.key.today': 'The key of pkey_mprotect was not allocated.',
  'manual.mprotect.key.today.kernel': 'Without such hardware every key but -1 is refused.',
  'manual.mprotect.other.today':
    'Some architectures have rules of their own: PROT_SAO on PowerPC needs the hardware.',
  'manual.mprotect.other.today.kernel':
    'A mapping that cannot be split (the vdso, a huge page) lies in the range in part.',
  'manual.mprotect.unmapped.1996.kernel':
    'Memory that is not mapped was EFAULT. What lay before the hole was changed already.',
  'manual.mprotect.unmapped.2.4.kernel':
    'Since 2.4.19 this is the answer to memory that is not mapped. What lies before the hole is changed already.',
  'manual.mprotect.unmapped.2010':
    'Some page of the range is not mapped, or not an address that a process can have.',
  'manual.mprotect.unmapped.2010.kernel': 'What lies before the hole is changed already.',
  'manual.mprotect.memory.2.4': 'The kernel has no memory for records of its own.',
  'manual.mprotect.memory.today.kernel':
    'Also: private memory is to become writable, and RLIMIT_DATA (since 4.7) or the overcommit rules do not allow so much of it.',
  'manual.mprotect.count.2.4.kernel':
    'A change in the middle makes three mappings of one; more than the process may have are refused with this.',
  'manual.mprotect.count.today': 'The new borders would make more mappings than the process may have.',
  'manual.mprotect.fault.1996.kernel': 'That was the answer to memory that is not mapped.',
  'manual.mprotect.fault.2.4': 'The memory is not there to be protected.',
  'manual.mprotect.fault.2.4.kernel': 'Since 2.4.19 the answer is ENOMEM.',
  'manual.mprotect.fault.2010': 'Up to 2.4.18, by mistake, for memory that is not mapped.',
  'manual.mprotect.sealed.today.kernel':
    'Sealed memory (mseal, since 6.10) keeps its protection; the page of mseal says so.',

  'manual.mlock.limit.1996.kernel':
    'RLIMIT_MEMLOCK was tested first of all, and for root too; others could not lock at all.',
  'manual.mlock.limit.2.4': 'More pages would be locked than is allowed.',
  'manual.mlock.limit.2010':
    'More would be locked than RLIMIT_MEMLOCK allows, which is not zero, without CAP_IPC_LOCK (since 2.6.9).',
  'manual.mlock.limit.today.kernel':
    'What is locked already in the range does not count twice (since 4.9). The limit is 8 MiB unless somebody set it (since 5.16; 64 KiB before).',
  'manual.mlock.unmapped.1996.kernel': 'What lies before the hole stays locked.',
  'manual.mlock.unmapped.2.4': 'Some page of the range is not mapped.',
  'manual.mlock.half.1996.kernel': 'Half of the memory of the machine was the most that anybody could lock.',
  'manual.mlock.half.2010': 'Up to 2.4: more than half of the memory would be locked.',
  'manual.mlock.half.2010.kernel': 'There is no such rule any more.',
  'manual.mlock.count.today': 'The new borders would make more mappings than the process may have.',
  'manual.mlock.populate.today.kernel':
    'A page that cannot be made present is ENOMEM too: no access is allowed, or the file ends before it. The range is locked and counted all the same.',
  'manual.mlock.root.1996.kernel': 'Root alone could lock. Limits were tested before that.',
  'manual.mlock.root.2.4': 'Locking needs CAP_IPC_LOCK.',
  'manual.mlock.root.2.4.kernel': 'Limits are tested before that.',
  'manual.mlock.root.2010': 'The caller has no privilege, and needs CAP_IPC_LOCK for what it asks.',
  'manual.mlock.root.2010.kernel': 'Since 2.6.9 that is so only where RLIMIT_MEMLOCK is zero.',
  'manual.mlock.again.2010': 'Some of the range, or all of it, was not locked.',
  'manual.mlock.again.today.kernel':
    'Only where the machine has no memory for the pages. Everything else that keeps a page from being locked is ENOMEM.',
  'manual.mlock.wraps.1996.kernel': 'A range that goes over the end of the address space.',
  'manual.mlock.wraps.2.4': 'The length is negative.',
  'manual.mlock.wraps.2010': 'Address plus length is less than the address.',
  'manual.mlock.flags.today': 'The flags of mlock2 hold something unknown.',

  'manual.munlock.unmapped.1996.kernel': 'What lies before the hole is unlocked.',
  'manual.munlock.unmapped.2.4': 'Some page of the range is not mapped.',
  'manual.munlock.unmapped.today.kernel': 'What lies before the hole is unlocked.',
  'manual.munlock.count.today': 'The new borders would make more mappings than the process may have.',
  'manual.munlock.wraps.1996.kernel': 'A range that goes over the end of the address space.',
  'manual.munlock.wraps.2.4': 'The length is negative.',
  'manual.munlock.wraps.2010': 'Address plus length is less than the address.',
  'manual.munlock.root.1996.kernel': 'Root alone could unlock.',
  'manual.munlock.root.2.4.kernel': 'Anybody may unlock.',
  'manual.munlock.root.2010': 'The caller has no privilege, and needs CAP_IPC_LOCK for what it asks.',
  'manual.munlock.root.2010.kernel': 'Anybody may unlock.',

  'manual.mlockall.flags.1996.kernel': 'Flags of zero were refused too.',
  'manual.mlockall.flags.2.4': 'The flags hold something unknown.',
  'manual.mlockall.flags.today':
    'The flags hold something unknown, or MCL_ONFAULT without MCL_CURRENT and MCL_FUTURE.',
  'manual.mlockall.limit.1996.kernel':
    'All that is mapped had to fit below RLIMIT_MEMLOCK and into half of the memory, with MCL_FUTURE alone too, and for root.',
  'manual.mlockall.limit.2.4': 'More pages would be locked than is allowed.',
  'manual.mlockall.limit.2010':
    'More would be locked than RLIMIT_MEMLOCK allows, which is not zero, without CAP_IPC_LOCK (since 2.6.9).',
  'manual.mlockall.limit.today.kernel':
    'All that is mapped counts, what is locked already too, but with MCL_CURRENT only.',
  'manual.mlockall.root.1996.kernel': 'Root alone could lock. Limits were tested before that.',
  'manual.mlockall.root.2.4': 'Locking needs CAP_IPC_LOCK.',
  'manual.mlockall.root.2010': 'The caller has no privilege, and needs CAP_IPC_LOCK for what it asks.',
  'manual.mlockall.root.2010.kernel': 'Since 2.6.9 that is so only where RLIMIT_MEMLOCK is zero.',
  'manual.munlockall.root.1996.kernel': 'Root alone could unlock.',
  'manual.munlockall.root.2.4': 'Unlocking everything needs CAP_IPC_LOCK.',
  'manual.munlockall.root.2010': 'Up to 2.6.8: the caller had no CAP_IPC_LOCK.',
  'manual.munlockall.root.2010.kernel': 'Anybody may unlock; the call does not fail.',
} as const;
