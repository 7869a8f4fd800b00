/* Lines that look like the cause and are not; two faults at once. */
#include "known.h"

static int zero(void) { return open("/dev/zero", O_RDWR); }

/* Decoys: much was done to other memory just before, and to this long ago. */
CASE(decoy_many_munmaps, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(64);
  int fd = zero();
  for (int n = 0; n < 16; n += 4) munmap(p + n * PG, PG);
  PROOF;
  munmap(p + 32 * PG, 2 * PG);
  for (int n = 40; n < 64; n += 4) munmap(p + n * PG, PG);
  anon(1);
  FAILS;
  syscall(SYS_read, fd, p + 33 * PG, 10);
}

CASE(decoy_protected_then_unmapped, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(16);
  int fd = zero();
  mprotect(p + 4 * PG, 4 * PG, PROT_NONE);
  mprotect(p + 4 * PG, 4 * PG, PROT_READ);
  PROOF;
  munmap(p + 5 * PG, PG);
  mprotect(p + 6 * PG, 2 * PG, PROT_NONE);
  FAILS;
  syscall(SYS_read, fd, p + 5 * PG + 9, 10);
}

CASE(decoy_unmapped_then_mapped_read_only, "EFAULT", "mapped read-only", PROVEN) {
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  int fd = zero();
  munmap(p, 4 * PG);
  PROOF;
  mmap(NOWHERE, 4 * PG, PROT_READ, PRIV, -1, 0);
  FAILS;
  syscall(SYS_read, fd, p + PG, 10);
}

CASE(decoy_locked_and_advised, "EFAULT", "made read-only earlier", PROVEN) {
  char *p = anon(16);
  int fd = zero();
  PROOF;
  mprotect(p, 8 * PG, PROT_READ);
  mlock(p, 4 * PG);
  madvise(p, 16 * PG, MADV_RANDOM);
  munlock(p, 2 * PG);
  madvise(p, PG, MADV_DONTFORK);
  FAILS;
  syscall(SYS_read, fd, p + PG, 10);
}

/* The descriptor is bad as well as the buffer: it is looked at first. */
CASE(decoy_descriptor_and_buffer, "EBADF", "descriptor closed earlier", OUTSIDE) {
  char *p = anon(1);
  int fd = zero();
  close(fd);
  munmap(p, PG);
  FAILS;
  syscall(SYS_read, fd, p, 10);
}

CASE(decoy_moved_twice, "EFAULT", "moved away by mremap", PROVEN) {
  char *p = anon(4);
  int fd = zero();
  mremap(p, 4 * PG, 4 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  PROOF;
  mremap(NOWHERE, 4 * PG, 4 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE + 64 * PG);
  FAILS;
  syscall(SYS_read, fd, NOWHERE + PG, 10);
}

CASE(decoy_failed_munmap, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  int fd = zero();
  PROOF;
  munmap(p, 8 * PG);
  munmap(p + 1, PG);
  munmap(p, 0);
  FAILS;
  syscall(SYS_read, fd, p + PG, 10);
}

CASE(decoy_truncated_and_grown, "EFAULT", "file made shorter", PROVEN) {
  int file = file_of(8 * PG, O_RDWR), fd = zero();
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, file, 0);
  (void)!ftruncate(file, PG);
  (void)!ftruncate(file, 8 * PG);
  PROOF;
  (void)!ftruncate(file, 2 * PG);
  FAILS;
  syscall(SYS_read, fd, p + 4 * PG, 10);
}
