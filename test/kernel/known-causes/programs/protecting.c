/* mprotect and protection keys */
#include "known.h"
#include <sys/mount.h>
#include <sys/prctl.h>

CASE(mprotect_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  mprotect(p + 100, 200, PROT_READ);
}

CASE(mprotect_unknown_bits, "EINVAL", "unknown protection", PROVEN) {
  char *p = anon(4);
  FAILS;
  mprotect(p, PG, PROT_READ | 0x100);
}

CASE(mprotect_both_ways, "EINVAL", "growing up and down at once", PROVEN) {
  char *p = anon(4);
  FAILS;
  mprotect(p, PG, PROT_READ | PROT_GROWSDOWN | PROT_GROWSUP);
}

CASE(mprotect_not_a_stack, "EINVAL", "not a mapping that grows", PROVEN) {
  PROOF;
  char *p = anon(4);
  FAILS;
  mprotect(p, PG, RW | PROT_GROWSDOWN);
}

CASE(mprotect_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p + 5 * PG, PG);
  FAILS;
  mprotect(p, 8 * PG, PROT_READ);
}

CASE(mprotect_hole_at_start, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  munmap(p + 7 * PG, PG);
  PROOF;
  munmap(p, PG);
  FAILS;
  mprotect(p, 4 * PG, PROT_NONE);
}

CASE(mprotect_behind_the_end, "ENOMEM", "longer than the mapping", NOT_SHOWN) {
  mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  FAILS;
  mprotect(NOWHERE + 2 * PG, 4 * PG, PROT_READ);
}

CASE(mprotect_after_shrinking, "ENOMEM", "cut off by mremap", PROVEN) {
  char *p = anon(8);
  PROOF;
  mremap(p, 8 * PG, 4 * PG, 0);
  FAILS;
  mprotect(p, 8 * PG, PROT_READ);
}

CASE(mprotect_moved, "ENOMEM", "moved away by mremap", PROVEN) {
  char *p = anon(4);
  PROOF;
  mremap(p, 4 * PG, 4 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  FAILS;
  mprotect(p + PG, PG, PROT_READ);
}

CASE(mprotect_after_brk, "ENOMEM", "cut off by brk", PROVEN) {
  char *now = current_break();
  syscall(SYS_brk, now + 16 * PG);
  mprotect(now, 16 * PG, RW);
  PROOF;
  syscall(SYS_brk, now + 2 * PG);
  FAILS;
  mprotect(now + 8 * PG, PG, PROT_READ);
}

CASE(mprotect_never_mapped, "ENOMEM", "never mapped", NOT_SHOWN) {
  FAILS;
  mprotect(NOWHERE, PG, RW);
}

CASE(mprotect_null, "ENOMEM", "null pointer", PROVEN) {
  FAILS;
  mprotect(NULL, PG, RW);
}

CASE(mprotect_kernel, "ENOMEM", "beyond the address space", PROVEN) {
  FAILS;
  mprotect((void *)0xffffffff80000000, PG, RW);
}

CASE(mprotect_wraps, "ENOMEM", "longer than the address space", PROVEN) {
  char *p = anon(1);
  FAILS;
  mprotect(p, (size_t)-PG, PROT_READ);
}

CASE(mprotect_shared_read_only_file, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(4 * PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  char *p = mmap(NULL, 4 * PG, PROT_READ, MAP_SHARED, fd, 0);
  close(fd);
  FAILS;
  mprotect(p, PG, RW);
}

/* A private mapping of the same file may be written; the shared one beside it may not. */
CASE(mprotect_over_private_and_shared, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(4 * PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  mmap(NOWHERE, PG, PROT_READ, MAP_PRIVATE, fd, 0);
  mmap(NOWHERE + PG, PG, PROT_READ, MAP_SHARED, fd, 0);
  FAILS;
  mprotect(NOWHERE, 2 * PG, RW);
}

CASE(mprotect_denied_by_prctl, "EACCES", "writable and executable denied by prctl", PROVEN) {
  char *p = anon(4);
  PROOF;
  prctl(65, 1, 0, 0, 0);
  FAILS;
  mprotect(p, PG, PROT_READ | PROT_EXEC);
}

CASE(mprotect_noexec_mount, "EACCES", "filesystem mounted noexec", PROVEN) {
  unshare(CLONE_NEWNS);
  mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
  mkdir("here", 0755);
  PROOF;
  mount("none", "here", "tmpfs", MS_NOEXEC, NULL);
  int fd = open("here/code", O_RDWR | O_CREAT, 0755);
  (void)!ftruncate(fd, PG);
  char *p = mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
  FAILS;
  mprotect(p, PG, PROT_READ | PROT_EXEC);
}

CASE(mprotect_over_data_limit, "ENOMEM", "data limit", PROVEN) {
  char *p = anon_prot(4096, PROT_NONE);
  PROOF;
  limit(RLIMIT_DATA, 8 << 20);
  FAILS;
  mprotect(p, 4096 * PG, RW);
}

/* Taken in pieces: the third is too much. */
CASE(mprotect_pieces_over_data_limit, "ENOMEM", "data limit", PROVEN) {
  PROOF;
  limit(RLIMIT_DATA, 8 << 20);
  char *p = anon_prot(4096, PROT_NONE);
  mprotect(p, 1024 * PG, RW);
  mprotect(p + 1024 * PG, 512 * PG, RW);
  FAILS;
  mprotect(p + 1536 * PG, 1024 * PG, RW);
}

CASE_RUN(mprotect_inherited_data_limit, "ENOMEM", "data limit", NOT_SHOWN, "ulimit=-d 65536") {
  char *p = anon_prot(65536, PROT_NONE);
  FAILS;
  mprotect(p, 65536 * PG, RW);
}

CASE(mprotect_more_than_memory, "ENOMEM", "overcommit", NOT_SHOWN) {
  char *p = mmap(NULL, 1UL << 40, PROT_NONE, PRIV, -1, 0);
  FAILS;
  mprotect(p, 1UL << 40, RW);
}

CASE(mprotect_sealed, "EPERM", "memory was sealed", PROVEN) {
  char *p = anon(4);
  mprotect(p, PG, PROT_READ);
  PROOF;
  syscall(462, p, 4 * PG, 0);
  FAILS;
  mprotect(p, PG, RW);
}

CASE(mprotect_write_sealed_file, "EACCES", "memory file sealed against writing", PROVEN) {
  int fd = memfd_create("seal", MFD_ALLOW_SEALING);
  (void)!ftruncate(fd, PG);
  PROOF;
  fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE);
  char *p = mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
  FAILS;
  mprotect(p, PG, RW);
}

CASE(pkey_mprotect_never_allocated, "EINVAL", "protection key not allocated", PROVEN) {
  char *p = anon(4);
  FAILS;
  syscall(SYS_pkey_mprotect, p, PG, RW, 5);
}

CASE(pkey_mprotect_misaligned, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  FAILS;
  syscall(SYS_pkey_mprotect, p + 64, PG, RW, -1);
}

CASE(pkey_alloc_flags, "EINVAL", "unknown flags", PROVEN) {
  FAILS;
  syscall(SYS_pkey_alloc, 1, 0);
}

CASE(pkey_alloc_rights, "EINVAL", "unknown access rights", PROVEN) {
  FAILS;
  syscall(SYS_pkey_alloc, 0, 0x80);
}

CASE(pkey_free_never_allocated, "EINVAL", "protection key not allocated", PROVEN) {
  FAILS;
  syscall(SYS_pkey_free, 9);
}

/* Alignment is looked at before anything is looked up. */
CASE(mprotect_alignment_before_hole, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(4);
  munmap(p, 4 * PG);
  FAILS;
  mprotect(p + 4, PG, RW);
}

/* The hole comes before the part that may not be written. */
CASE(mprotect_hole_before_read_only, "ENOMEM", "unmapped earlier", PROVEN) {
  file_of(4 * PG, O_RDWR);
  int fd = open("data-1", O_RDONLY);
  mmap(NOWHERE, 2 * PG, RW, PRIV, -1, 0);
  mmap(NOWHERE + 2 * PG, 2 * PG, PROT_READ, MAP_SHARED, fd, 0);
  PROOF;
  munmap(NOWHERE + PG, PG);
  FAILS;
  mprotect(NOWHERE, 4 * PG, RW);
}

/* And here behind it. */
CASE(mprotect_read_only_before_hole, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(4 * PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  mmap(NOWHERE, 2 * PG, PROT_READ, MAP_SHARED, fd, 0);
  mmap(NOWHERE + 2 * PG, 2 * PG, RW, PRIV, -1, 0);
  munmap(NOWHERE + 2 * PG, PG);
  FAILS;
  mprotect(NOWHERE, 4 * PG, RW);
}
