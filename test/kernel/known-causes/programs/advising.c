/* madvise, msync, mincore and what else asks about memory */
#include "known.h"
#include <sys/uio.h>

CASE(madvise_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  madvise(p + 64, PG, MADV_DONTNEED);
}

CASE(madvise_unknown, "EINVAL", "unknown advice", PROVEN) {
  char *p = anon(4);
  FAILS;
  madvise(p, PG, 77);
}

CASE(madvise_unknown_before_alignment, "EINVAL", "unknown advice", PROVEN) {
  char *p = anon(4);
  FAILS;
  madvise(p + 64, PG, 1000);
}

CASE(madvise_wraps, "EINVAL", "longer than the address space", PROVEN) {
  char *p = anon(4);
  FAILS;
  madvise(p, (size_t)-PG, MADV_DONTNEED);
}

CASE(madvise_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p + 4 * PG, PG);
  FAILS;
  madvise(p, 8 * PG, MADV_DONTNEED);
}

CASE(madvise_willneed_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  int fd = file_of(8 * PG, O_RDONLY);
  char *p = mmap(NULL, 8 * PG, PROT_READ, MAP_PRIVATE, fd, 0);
  PROOF;
  munmap(p + 7 * PG, PG);
  FAILS;
  madvise(p, 8 * PG, MADV_WILLNEED);
}

CASE(madvise_never_mapped, "ENOMEM", "never mapped", NOT_SHOWN) {
  FAILS;
  madvise(NOWHERE, PG, MADV_DONTNEED);
}

CASE(madvise_dontneed_locked, "EINVAL", "memory is locked", PROVEN) {
  char *p = anon(8);
  PROOF;
  mlock(p + 4 * PG, PG);
  FAILS;
  madvise(p, 8 * PG, MADV_DONTNEED);
}

CASE(madvise_dontneed_all_locked, "EINVAL", "memory is locked", PROVEN) {
  PROOF;
  mlockall(MCL_FUTURE);
  char *p = anon(8);
  FAILS;
  madvise(p, 8 * PG, MADV_DONTNEED);
}

/* Locked, unlocked, and locked again in part. */
CASE(madvise_free_locked, "EINVAL", "memory is locked", PROVEN) {
  char *p = anon(8);
  mlock(p, 8 * PG);
  munlock(p, 8 * PG);
  PROOF;
  mlock(p, PG);
  FAILS;
  madvise(p, 8 * PG, MADV_FREE);
}

CASE(madvise_free_file, "EINVAL", "advice not for memory of a file", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  PROOF;
  char *p = mmap(NULL, 8 * PG, RW, MAP_PRIVATE, fd, 0);
  FAILS;
  madvise(p, 8 * PG, MADV_FREE);
}

CASE(madvise_free_shared, "EINVAL", "advice not for memory of a file", PROVEN) {
  PROOF;
  char *p = mmap(NULL, 8 * PG, RW, SHRD, -1, 0);
  FAILS;
  madvise(p, 8 * PG, MADV_FREE);
}

CASE(madvise_remove_private, "EINVAL", "advice not for private memory", PROVEN) {
  PROOF;
  char *p = anon(4);
  FAILS;
  madvise(p, 4 * PG, MADV_REMOVE);
}

CASE(madvise_remove_locked, "EINVAL", "memory is locked", PROVEN) {
  char *p = mmap(NULL, 8 * PG, RW, SHRD, -1, 0);
  PROOF;
  mlock(p, 8 * PG);
  FAILS;
  madvise(p, 8 * PG, MADV_REMOVE);
}

CASE(madvise_remove_read_only, "EACCES", "not writable and shared", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  PROOF;
  char *p = mmap(NULL, 8 * PG, PROT_READ, MAP_PRIVATE, fd, 0);
  FAILS;
  madvise(p, 8 * PG, MADV_REMOVE);
}

CASE(madvise_wipe_on_fork_shared, "EINVAL", "advice not for memory of a file", PROVEN) {
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, SHRD, -1, 0);
  FAILS;
  madvise(p, 4 * PG, MADV_WIPEONFORK);
}

CASE(madvise_cold_locked, "EINVAL", "memory is locked", PROVEN) {
  char *p = anon(4);
  PROOF;
  mlock(p, 4 * PG);
  FAILS;
  madvise(p, 4 * PG, MADV_COLD);
}

CASE(madvise_pageout_locked, "EINVAL", "memory is locked", PROVEN) {
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, PRIV | MAP_LOCKED, -1, 0);
  FAILS;
  madvise(p, 4 * PG, MADV_PAGEOUT);
}

CASE(madvise_populate_inaccessible, "EINVAL", "mapped without access", PROVEN) {
  PROOF;
  char *p = anon_prot(4, PROT_NONE);
  FAILS;
  madvise(p, 4 * PG, MADV_POPULATE_READ);
}

CASE(madvise_populate_write_read_only, "EINVAL", "made read-only earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  mprotect(p + PG, PG, PROT_READ);
  FAILS;
  madvise(p, 4 * PG, MADV_POPULATE_WRITE);
}

CASE(madvise_populate_behind_file, "EFAULT", "behind the end of the file", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  FAILS;
  madvise(p, 4 * PG, MADV_POPULATE_READ);
}

CASE(madvise_populate_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  madvise(p, 4 * PG, MADV_POPULATE_WRITE);
}

CASE(madvise_guard_locked, "EINVAL", "memory is locked", PROVEN) {
  char *p = anon(4);
  PROOF;
  mlock(p, 4 * PG);
  FAILS;
  madvise(p, PG, 102);
}

CASE(madvise_sealed_discard, "EPERM", "memory was sealed", PROVEN) {
  char *p = anon_prot(4, PROT_READ);
  PROOF;
  syscall(462, p, 4 * PG, 0);
  FAILS;
  madvise(p, PG, MADV_DONTNEED);
}

CASE(process_madvise_bad_fd, "EBADF", "descriptor not open", PROVEN) {
  struct iovec v = {anon(1), PG};
  FAILS;
  syscall(SYS_process_madvise, 50, &v, 1, MADV_COLD, 0);
}

CASE(process_madvise_flags, "EINVAL", "unknown flags", PROVEN) {
  struct iovec v = {anon(1), PG};
  FAILS;
  syscall(SYS_process_madvise, 50, &v, 1, MADV_COLD, 7);
}
