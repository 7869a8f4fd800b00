/* Signals that memory brings: each child of a log ends by one, or the program itself does. */
#include "known.h"
#include <pthread.h>

#define WRITE(p) (*(volatile char *)(p) = 1)
#define READ(p) ((void)*(volatile char *)(p))
typedef void (*function)(void);

CASE(dies_by_null_read, "SIGSEGV", "null pointer", PROVEN) {
  FAILS;
  READ(NULL);
}

CASE(dies_by_null_member, "SIGSEGV", "null pointer", PROVEN) {
  FAILS;
  WRITE((char *)0x98);
}

CASE(dies_by_null_call, "SIGSEGV", "null pointer", PROVEN) {
  FAILS;
  ((function)(uintptr_t)0)();
}

CASE(dies_by_wild_write, "SIGSEGV", "never mapped", NOT_SHOWN) {
  FAILS;
  WRITE(NOWHERE);
}

CASE(dies_by_crooked_pointer, "SIGSEGV", "not a canonical address", NOT_SHOWN) {
  FAILS;
  READ((char *)0x4141414141414141);
}

CASE(dies_by_kernel_read, "SIGSEGV", "beyond the address space", PROVEN) {
  FAILS;
  READ((char *)0xffff888000000000);
}

CASE(dies_by_use_after_munmap, "SIGSEGV", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p, 8 * PG);
  FAILS;
  WRITE(p + 3 * PG + 17);
}

CASE(dies_after_two_munmaps, "SIGSEGV", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  munmap(p, 2 * PG);
  PROOF;
  munmap(p + 4 * PG, 2 * PG);
  munmap(p + 6 * PG, PG);
  FAILS;
  READ(p + 5 * PG);
}

CASE(dies_by_write_to_read_only, "SIGSEGV", "mapped read-only", PROVEN) {
  PROOF;
  char *p = anon_prot(4, PROT_READ);
  FAILS;
  WRITE(p + PG);
}

CASE(dies_by_write_to_file, "SIGSEGV", "mapped read-only", PROVEN) {
  int fd = file_of(4 * PG, O_RDONLY);
  PROOF;
  char *p = mmap(NULL, 4 * PG, PROT_READ, MAP_PRIVATE, fd, 0);
  FAILS;
  WRITE(p + 2 * PG + 5);
}

CASE(dies_by_mprotect, "SIGSEGV", "made read-only earlier", PROVEN) {
  char *p = anon(4);
  WRITE(p);
  PROOF;
  mprotect(p, 2 * PG, PROT_READ);
  mprotect(p + 3 * PG, PG, PROT_NONE);
  FAILS;
  WRITE(p + PG);
}

CASE(dies_by_guard_of_own, "SIGSEGV", "access taken away earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  mprotect(p, PG, PROT_NONE);
  FAILS;
  READ(p + 100);
}

CASE(dies_in_reserved, "SIGSEGV", "mapped without access", PROVEN) {
  PROOF;
  char *p = mmap(NULL, 1 << 30, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
  mprotect(p, 64 * PG, RW);
  FAILS;
  WRITE(p + 64 * PG);
}

CASE(dies_by_guard_page, "SIGSEGV", "guard page", PROVEN) {
  char *p = anon(4);
  PROOF;
  madvise(p + PG, PG, 102);
  FAILS;
  WRITE(p + PG + 8);
}

CASE(dies_by_jump_into_data, "SIGSEGV", "not executable", PROVEN) {
  PROOF;
  char *p = anon(1);
  *p = (char)0xc3;
  FAILS;
  ((function)(uintptr_t)p)();
}

CASE(dies_by_execution_taken_away, "SIGSEGV", "not executable", PROVEN) {
  char *p = anon_prot(1, RW | PROT_EXEC);
  *p = (char)0xc3;
  PROOF;
  mprotect(p, PG, PROT_READ);
  FAILS;
  ((function)(uintptr_t)p)();
}

CASE(dies_by_moved, "SIGSEGV", "moved away by mremap", PROVEN) {
  char *p = anon(4);
  PROOF;
  mremap(p, 4 * PG, 256 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  FAILS;
  WRITE(p + 2 * PG);
}

CASE(dies_by_shrunk, "SIGSEGV", "cut off by mremap", PROVEN) {
  char *p = anon(8);
  PROOF;
  mremap(p, 8 * PG, PG, MREMAP_MAYMOVE);
  FAILS;
  WRITE(p + 2 * PG);
}

CASE(dies_by_break, "SIGSEGV", "cut off by brk", PROVEN) {
  char *now = current_break();
  syscall(SYS_brk, now + 64 * PG);
  PROOF;
  syscall(SYS_brk, now + 4 * PG);
  FAILS;
  WRITE(now + 32 * PG);
}

CASE(dies_by_replaced, "SIGSEGV", "replaced by another mapping", PROVEN) {
  char *p = anon(4);
  PROOF;
  mmap(p, 4 * PG, PROT_READ, PRIV | MAP_FIXED, -1, 0);
  FAILS;
  WRITE(p);
}

CASE(dies_by_detached, "SIGSEGV", "unmapped earlier", PROVEN) {
  int id = (int)syscall(SYS_shmget, 0, 4 * PG, 0600);
  char *p = (char *)syscall(SYS_shmat, id, NULL, 0);
  syscall(SYS_shmctl, id, 0, NULL);
  PROOF;
  syscall(SYS_shmdt, p);
  FAILS;
  READ(p);
}

CASE(dies_behind_file, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = file_of(PG + 100, O_RDWR);
  PROOF;
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  FAILS;
  WRITE(p + 3 * PG);
}

CASE(dies_in_empty_file, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = file_of(0, O_RDWR);
  PROOF;
  char *p = mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  FAILS;
  READ(p);
}

CASE(dies_by_truncation, "SIGBUS", "file made shorter", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  WRITE(p + 6 * PG);
  PROOF;
  (void)!ftruncate(fd, 2 * PG);
  FAILS;
  READ(p + 6 * PG);
}

CASE(dies_by_truncation_by_name, "SIGBUS", "file made shorter", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  close(fd);
  PROOF;
  (void)!truncate("data-1", 0);
  FAILS;
  READ(p);
}

CASE(dies_by_reopening_with_truncation, "SIGBUS", "file made shorter", PROVEN) {
  int fd = file_of(8 * PG, O_RDWR);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  open("data-1", O_WRONLY | O_TRUNC);
  FAILS;
  READ(p);
}

CASE(dies_in_memory_file, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = memfd_create("empty", 0);
  PROOF;
  char *p = mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
  FAILS;
  WRITE(p);
}
