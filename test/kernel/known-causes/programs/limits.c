/* Limits and privileges: several at once, raised and lowered, lost on the way. */
#include "known.h"
#include <sys/prctl.h>

static void soft(int resource, unsigned long bytes) {
  struct rlimit now = {bytes, RLIM_INFINITY};
  setrlimit(resource, &now);
}

/* Both are passed by; the address space is looked at first. */
CASE(limits_both, "ENOMEM", "address space limit", PROVEN) {
  soft(RLIMIT_DATA, 16 << 20);
  PROOF;
  soft(RLIMIT_AS, 32 << 20);
  FAILS;
  anon(16384);
}

CASE(limits_data_and_not_space, "ENOMEM", "data limit", PROVEN) {
  soft(RLIMIT_AS, 256 << 20);
  PROOF;
  soft(RLIMIT_DATA, 16 << 20);
  FAILS;
  anon(16384);
}

/* Lowered, raised again, and the other lowered. */
CASE(limits_raised_again, "ENOMEM", "data limit", PROVEN) {
  soft(RLIMIT_AS, 16 << 20);
  soft(RLIMIT_AS, RLIM_INFINITY);
  anon(64);
  PROOF;
  soft(RLIMIT_DATA, 4 << 20);
  FAILS;
  anon(4096);
}

CASE(limits_lowered_twice, "ENOMEM", "address space limit", PROVEN) {
  soft(RLIMIT_AS, 512 << 20);
  anon(1024);
  soft(RLIMIT_AS, 256 << 20);
  anon(1024);
  PROOF;
  soft(RLIMIT_AS, 64 << 20);
  soft(RLIMIT_STACK, 1 << 20);
  soft(RLIMIT_MEMLOCK, 1 << 20);
  FAILS;
  anon(16384);
}

/* What was unmapped has room for others: the rest fills the limit. */
CASE(limits_after_unmapping, "ENOMEM", "address space limit", PROVEN) {
  PROOF;
  soft(RLIMIT_AS, 64 << 20);
  char *a = anon(8192), *b = anon(4096);
  munmap(a, 8192 * PG);
  anon(8192);
  (void)b;
  FAILS;
  anon(6000);
}

CASE(limits_mlock_raised_too_little, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  struct rlimit now = {16 << 10, 256 << 10};
  setrlimit(RLIMIT_MEMLOCK, &now);
  char *p = anon(64);
  mlock(p, 8 * PG);
  now.rlim_cur = 64 << 10;
  PROOF;
  setrlimit(RLIMIT_MEMLOCK, &now);
  mlock(p, 8 * PG);
  FAILS;
  mlock(p, 20 * PG);
}

/* Locking was for root: who has become another user has it no more. */
CASE(limits_after_setuid, "ENOMEM", "locked memory limit", PROVEN) {
  PROOF;
  limit(RLIMIT_MEMLOCK, 32 << 10);
  char *p = anon(64);
  mlock(p, 32 * PG);
  munlock(p, 32 * PG);
  (void)!setresuid(65534, 65534, 65534);
  FAILS;
  mlock(p, 32 * PG);
}

CASE(limits_mapped_locked_then_mlock, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  PROOF;
  mmap(NULL, 10 * PG, RW, PRIV | MAP_LOCKED, -1, 0);
  char *p = anon(16);
  FAILS;
  mlock(p, 10 * PG);
}

/* The moved lock counts at its new place. */
CASE(limits_locked_and_moved, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(10);
  mlock(p, 10 * PG);
  mremap(p, 10 * PG, 12 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  p = anon(16);
  FAILS;
  mlock(p, 10 * PG);
}

CASE(limits_future_and_brk, "", "locked memory limit", PROVEN) {
  char *now = current_break();
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 128 << 10);
  mlockall(MCL_FUTURE);
  anon(20);
  FAILS;
  syscall(SYS_brk, now + 40 * PG);
}

CASE(limits_future_ended, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  mlockall(MCL_FUTURE);
  munlockall();
  anon(100);
  PROOF;
  mlockall(MCL_FUTURE);
  FAILS;
  anon(100);
}

/* A soft limit of zero: by permission, not by number. */
CASE(limits_zero_by_prlimit, "EPERM", "locked memory limit is zero", PROVEN) {
  drop();
  struct rlimit none = {0, 64 << 10};
  char *p = anon(1);
  PROOF;
  prlimit(0, RLIMIT_MEMLOCK, &none, NULL);
  FAILS;
  syscall(SYS_mlock2, p, PG, 1);
}

CASE(limits_break_with_data, "", "data limit", PROVEN) {
  char *now = current_break();
  PROOF;
  soft(RLIMIT_DATA, 8 << 20);
  anon(1024);
  syscall(SYS_brk, now + (1 << 20));
  FAILS;
  syscall(SYS_brk, now + (6 << 20));
}

CASE(limits_fixed_over_old_is_free, "ENOMEM", "address space limit", PROVEN) {
  char *p = anon(4096);
  PROOF;
  soft(RLIMIT_AS, 20 << 20);
  mmap(p, 4096 * PG, RW, PRIV | MAP_FIXED, -1, 0);
  FAILS;
  anon(4096);
}

CASE(limits_denied_after_second_bit, "EACCES", "writable and executable denied by prctl", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  PROOF;
  prctl(65, 1, 0, 0, 0);
  mmap(NULL, PG, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
  FAILS;
  mmap(NULL, PG, RW | PROT_EXEC, MAP_PRIVATE, fd, 0);
}

CASE_RUN(limits_denied_inherited_by_child, "EACCES", "writable and executable denied by prctl", PROVEN, "children") {
  PROOF;
  prctl(65, 1, 0, 0, 0);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  FAILS;
  anon_prot(1, RW | PROT_EXEC);
}
