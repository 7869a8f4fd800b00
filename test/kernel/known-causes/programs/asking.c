/* msync, mincore, mseal, memory policies, and the memory of others */
#include "known.h"
#include <sys/uio.h>

CASE(msync_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  msync(p + 1, PG, MS_SYNC);
}

CASE(msync_both, "EINVAL", "flags do not go together", PROVEN) {
  char *p = anon(4);
  FAILS;
  msync(p, PG, MS_SYNC | MS_ASYNC);
}

CASE(msync_unknown, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(4);
  FAILS;
  msync(p, PG, 0x40);
}

CASE(msync_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  munmap(p + 7 * PG, PG);
  PROOF;
  munmap(p + 2 * PG, 2 * PG);
  FAILS;
  msync(p, 6 * PG, MS_SYNC);
}

CASE(msync_never_mapped, "ENOMEM", "never mapped", NOT_SHOWN) {
  FAILS;
  msync(NOWHERE, PG, MS_ASYNC);
}

CASE(msync_wraps, "ENOMEM", "longer than the address space", PROVEN) {
  char *p = anon(1);
  FAILS;
  msync(p, (size_t)-PG, MS_SYNC);
}

CASE(msync_locked, "EBUSY", "memory is locked", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  mlock(p + 3 * PG, PG);
  FAILS;
  msync(p, 8 * PG, MS_INVALIDATE);
}

CASE(msync_after_munmap, "ENOMEM", "unmapped earlier", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  close(fd);
  PROOF;
  munmap(p, 8 * PG);
  FAILS;
  msync(p, 8 * PG, MS_SYNC);
}

static unsigned char vector[64];

CASE(mincore_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  mincore(p + 8, PG, vector);
}

CASE(mincore_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p + 2 * PG, 2 * PG);
  FAILS;
  mincore(p, 4 * PG, vector);
}

CASE(mincore_beyond, "ENOMEM", "beyond the address space", PROVEN) {
  FAILS;
  mincore((void *)0xffff800000000000, PG, vector);
}

CASE(mincore_read_only_vector, "EFAULT", "mapped read-only", PROVEN) {
  char *p = anon(4);
  PROOF;
  unsigned char *to = (unsigned char *)anon_prot(1, PROT_READ);
  FAILS;
  mincore(p, 4 * PG, to);
}

CASE(mseal_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  syscall(462, p + 8, PG, 0);
}

CASE(mseal_flags, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(4);
  FAILS;
  syscall(462, p, PG, 1);
}

CASE(mseal_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  syscall(462, p, 4 * PG, 0);
}

CASE(remap_file_pages_private, "EINVAL", "not a shared mapping", PROVEN) {
  PROOF;
  char *p = anon(4);
  FAILS;
  syscall(SYS_remap_file_pages, p, PG, 0, 2, 0);
}

CASE(remap_file_pages_prot, "EINVAL", "protection given", PROVEN) {
  char *p = mmap(NULL, 4 * PG, RW, SHRD, -1, 0);
  FAILS;
  syscall(SYS_remap_file_pages, p, PG, PROT_READ, 2, 0);
}

CASE(process_vm_readv_remote_unmapped, "EFAULT", "unmapped earlier", PROVEN) {
  static char here[64];
  char *p = anon(4);
  PROOF;
  munmap(p, 4 * PG);
  struct iovec local = {here, 64}, remote = {p + PG, 64};
  pid_t own = getpid();
  FAILS;
  syscall(SYS_process_vm_readv, own, &local, 1, &remote, 1, 0);
}

CASE(process_vm_writev_remote_read_only, "EFAULT", "mapped read-only", PROVEN) {
  char *from = anon(1);
  PROOF;
  char *p = anon_prot(4, PROT_NONE);
  struct iovec local = {from, 64}, remote = {p, 64};
  pid_t own = getpid();
  FAILS;
  syscall(SYS_process_vm_writev, own, &local, 1, &remote, 1, 0);
}

CASE(process_vm_readv_no_process, "ESRCH", "no such process", OUTSIDE) {
  char *p = anon(1);
  struct iovec local = {p, 64}, remote = {p, 64};
  FAILS;
  syscall(SYS_process_vm_readv, 0x3ffffff, &local, 1, &remote, 1, 0);
}

CASE(mbind_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(2);
  FAILS;
  syscall(SYS_mbind, p + 32, PG, 0, NULL, 0, 0);
}

CASE(mbind_mode, "EINVAL", "unknown memory policy", PROVEN) {
  char *p = anon(2);
  FAILS;
  syscall(SYS_mbind, p, PG, 99, NULL, 0, 0);
}

CASE(mbind_hole, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  syscall(SYS_mbind, p, 4 * PG, 4, NULL, 0, 0);
}
