/* mlock and its family */
#include "known.h"

CASE(mlock_over_limit, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(64);
  FAILS;
  mlock(p, 17 * PG);
}

/* One byte into the next page counts as the page. */
CASE(mlock_odd_range_over_limit, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 16 << 10);
  char *p = anon(8);
  FAILS;
  mlock(p + 100, 4 * PG);
}

CASE(mlock_sum_over_limit, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(64);
  PROOF;
  mlock(p, 8 * PG);
  PROOF;
  mlock(p + 16 * PG, 6 * PG);
  FAILS;
  mlock(p + 32 * PG, 4 * PG);
}

/* What was unlocked, or unmapped, counts no more. */
CASE(mlock_sum_with_unlocked, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(64);
  mlock(p, 8 * PG);
  munlock(p, 8 * PG);
  PROOF;
  mlock(p + 16 * PG, 12 * PG - 1);
  mlock(p + 40 * PG, 2 * PG);
  munmap(p + 40 * PG, 2 * PG);
  FAILS;
  mlock(p + 48 * PG, 5 * PG);
}

/* The limit was high enough when the first was locked. */
CASE(mlock_limit_lowered_later, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  struct rlimit now = {256 << 10, 256 << 10};
  setrlimit(RLIMIT_MEMLOCK, &now);
  char *p = anon(128);
  PROOF;
  mlock(p, 30 * PG);
  now.rlim_cur = 128 << 10;
  PROOF;
  setrlimit(RLIMIT_MEMLOCK, &now);
  FAILS;
  mlock(p + 60 * PG, 10 * PG);
}

CASE_RUN(mlock_as_user_over_limit, "ENOMEM", "locked memory limit", PROVEN, "user=nobody") {
  PROOF;
  limit(RLIMIT_MEMLOCK, 8 << 10);
  char *p = anon(16);
  FAILS;
  mlock(p, 3 * PG);
}

CASE_RUN(mlock_as_user_inherited_limit, "ENOMEM", "locked memory limit", NOT_SHOWN, "user=nobody") {
  char *p = anon(8192);
  FAILS;
  mlock(p, 8192 * PG);
}

CASE_RUN(mlock_as_user_limit_read, "ENOMEM", "locked memory limit", PROVEN, "user=nobody") {
  struct rlimit now;
  PROOF;
  getrlimit(RLIMIT_MEMLOCK, &now);
  char *p = anon(8192);
  FAILS;
  mlock(p, 8192 * PG);
}

CASE_RUN(mlock_shell_lowered, "ENOMEM", "locked memory limit", NOT_SHOWN, "user=nobody;ulimit=-l 64") {
  char *p = anon(32);
  FAILS;
  mlock(p, 20 * PG);
}

CASE(mlock_limit_zero, "EPERM", "locked memory limit is zero", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 0);
  char *p = anon(1);
  FAILS;
  mlock(p, PG);
}

CASE_RUN(mlock_limit_zero_inherited, "EPERM", "locked memory limit is zero", PROVEN, "user=nobody;ulimit=-l 0") {
  char *p = anon(1);
  FAILS;
  mlock(p, PG);
}

CASE(mlock_limit_zero_and_hole, "EPERM", "locked memory limit is zero", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 0);
  char *p = anon(1);
  munmap(p, PG);
  FAILS;
  mlock(p, PG);
}

CASE(mlock_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p + 2 * PG, 2 * PG);
  FAILS;
  mlock(p, 8 * PG);
}

CASE(mlock_hole_of_a_byte, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  PROOF;
  munmap(p + 4 * PG, PG);
  FAILS;
  mlock(p + 3 * PG, PG + 1);
}

/* Far below the limit: the hole is the cause, not the limit that was set a line before. */
CASE(mlock_hole_beside_limit, "ENOMEM", "unmapped earlier", PROVEN) {
  drop();
  char *p = anon(8);
  PROOF;
  munmap(p + 2 * PG, 2 * PG);
  limit(RLIMIT_MEMLOCK, 1 << 20);
  FAILS;
  mlock(p, 8 * PG);
}

/* Both: the limit is looked at first. */
CASE(mlock_limit_before_hole, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  char *p = anon(32);
  munmap(p + 2 * PG, 2 * PG);
  PROOF;
  limit(RLIMIT_MEMLOCK, 16 << 10);
  FAILS;
  mlock(p, 32 * PG);
}

CASE(mlock_never_mapped, "ENOMEM", "never mapped", NOT_SHOWN) {
  FAILS;
  mlock(NOWHERE, 2 * PG);
}

CASE(mlock_null, "ENOMEM", "null pointer", PROVEN) {
  FAILS;
  mlock(NULL, PG);
}

CASE(mlock_wraps, "EINVAL", "longer than the address space", PROVEN) {
  FAILS;
  mlock((void *)-PG, 2 * PG);
}

CASE(mlock_inaccessible, "ENOMEM", "mapped without access", PROVEN) {
  PROOF;
  char *p = anon_prot(4, PROT_NONE);
  FAILS;
  mlock(p, 4 * PG);
}

CASE(mlock_behind_file, "ENOMEM", "behind the end of the file", PROVEN) {
  int fd = file_of(100, O_RDWR);
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  FAILS;
  mlock(p, 4 * PG);
}

CASE(mlock2_flags, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(1);
  FAILS;
  syscall(SYS_mlock2, p, PG, 6);
}

CASE(mlock2_flags_before_hole, "EINVAL", "unknown flags", PROVEN) {
  char *p = anon(1);
  munmap(p, PG);
  FAILS;
  syscall(SYS_mlock2, p, PG, 2);
}

CASE(munlock_hole, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(8);
  mlock(p, 8 * PG);
  PROOF;
  munmap(p, 4 * PG);
  FAILS;
  munlock(p, 8 * PG);
}

CASE(munlock_wraps, "EINVAL", "longer than the address space", PROVEN) {
  FAILS;
  munlock((void *)-PG, 4 * PG);
}

CASE(mlockall_no_flags, "EINVAL", "flags do not go together", PROVEN) {
  FAILS;
  mlockall(0);
}

CASE(mlockall_unknown_flags, "EINVAL", "flags do not go together", PROVEN) {
  FAILS;
  mlockall(MCL_CURRENT | 8);
}

CASE(mlockall_on_fault_alone, "EINVAL", "flags do not go together", PROVEN) {
  FAILS;
  mlockall(4);
}

CASE(mlockall_over_limit, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  anon(100);
  FAILS;
  mlockall(MCL_CURRENT);
}

CASE(mlockall_limit_zero, "EPERM", "locked memory limit is zero", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 0);
  FAILS;
  mlockall(MCL_CURRENT | MCL_FUTURE);
}

CASE_RUN(mlockall_as_user, "ENOMEM", "locked memory limit", NOT_SHOWN, "user=nobody") {
  anon(10000);
  FAILS;
  mlockall(MCL_CURRENT | MCL_FUTURE);
}

/* The child has none of the parent's locks: what it locks itself is too much. */
CASE_RUN(mlock_in_child, "ENOMEM", "locked memory limit", PROVEN, "children") {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(64);
  mlock(p, 12 * PG);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  mlock(p + 16 * PG, 10 * PG);
  FAILS;
  mlock(p + 32 * PG, 10 * PG);
}

CASE(mlock_of_moved, "ENOMEM", "moved away by mremap", PROVEN) {
  char *p = anon(4);
  PROOF;
  mremap(p, 4 * PG, 4 * PG, MREMAP_FIXED | MREMAP_MAYMOVE, NOWHERE);
  FAILS;
  mlock(p, 4 * PG);
}

CASE_RUN(mlock_attached, "ENOMEM", "locked memory limit", NOT_SHOWN, "attach") {
  drop();
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(64);
  await_tracer();
  FAILS;
  mlock(p, 32 * PG);
}

CASE_RUN(mlock_attached_hole, "ENOMEM", "unmapped earlier", NOT_SHOWN, "attach") {
  char *p = anon(64);
  munmap(p + PG, PG);
  await_tracer();
  FAILS;
  mlock(p, 32 * PG);
}

CASE_RUN(mlock_attached_hole_seen, "ENOMEM", "unmapped earlier", PROVEN, "attach") {
  char *p = anon(64);
  await_tracer();
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  mlock(p, 12 * PG);
}
