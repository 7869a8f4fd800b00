/*
 * The calls that a list may name, each once: CALL(name), or CALL_AS(name, own) where a machine has it under a name of its
 * own. Numbers that older headers lack are given here.
 */
#ifndef __NR_mseal
#define __NR_mseal 462
#endif
#ifndef __NR_process_madvise
#define __NR_process_madvise 440
#endif
#ifndef __NR_set_mempolicy_home_node
#define __NR_set_mempolicy_home_node 450
#endif
#ifndef __NR_map_shadow_stack
#define __NR_map_shadow_stack 453
#endif
CALL(munmap) CALL(mremap) CALL(mprotect) CALL(brk) CALL(madvise)
CALL(mlock) CALL(mlock2) CALL(munlock) CALL(mlockall) CALL(munlockall)
CALL(pkey_mprotect) CALL(pkey_alloc) CALL(pkey_free) CALL(mseal)
CALL(msync) CALL(mincore) CALL(remap_file_pages) CALL(process_madvise)
CALL(mbind) CALL(set_mempolicy) CALL(get_mempolicy) CALL(set_mempolicy_home_node)
CALL(shmget) CALL(shmat) CALL(shmdt) CALL(shmctl)
CALL(prctl) CALL(personality) CALL(setrlimit) CALL(prlimit64)
CALL(capset) CALL(capget) CALL(uname)
CALL(openat) CALL(close) CALL(dup) CALL(dup3) CALL(ftruncate) CALL(fallocate) CALL(lseek)
CALL(memfd_create) CALL(memfd_secret) CALL(userfaultfd) CALL(ioctl) CALL(pidfd_open) CALL(eventfd2) CALL(pipe2)
CALL(read) CALL(write) CALL(map_shadow_stack)
#if defined(__i386__)
CALL_AS(mmap, mmap2) CALL_AS(getrlimit, ugetrlimit) CALL_AS(fcntl, fcntl64) CALL_AS(fstat, fstat64)
CALL_AS(setresuid, setresuid32) CALL_AS(geteuid, geteuid32) CALL_AS(getresuid, getresuid32)
#else
CALL(mmap) CALL(getrlimit) CALL(fcntl) CALL(fstat) CALL(setresuid) CALL(geteuid) CALL(getresuid)
#endif
