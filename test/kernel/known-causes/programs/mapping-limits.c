/* mmap against limits, seals and what else forbids it */
#include "known.h"
#include <sys/mount.h>
#include <sys/prctl.h>

CASE(mmap_over_address_space_limit, "ENOMEM", "address space limit", PROVEN) {
  PROOF;
  limit(RLIMIT_AS, 64 << 20);
  FAILS;
  mmap(NULL, 128 << 20, RW, PRIV, -1, 0);
}

/* Inaccessible memory counts as well. */
CASE(mmap_none_over_address_space_limit, "ENOMEM", "address space limit", PROVEN) {
  anon(10);
  PROOF;
  limit(RLIMIT_AS, 32 << 20);
  anon(2000);
  limit(RLIMIT_DATA, 1 << 30);
  FAILS;
  mmap(NULL, 32 << 20, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
}

CASE(mmap_address_space_limit_raised_and_lowered, "ENOMEM", "address space limit", PROVEN) {
  struct rlimit some = {1 << 30, 1 << 30};
  setrlimit(RLIMIT_AS, &some);
  anon(100);
  some.rlim_cur = 16 << 20;
  PROOF;
  setrlimit(RLIMIT_AS, &some);
  FAILS;
  mmap(NULL, 40 << 20, RW, PRIV, -1, 0);
}

CASE_RUN(mmap_inherited_address_space_limit, "ENOMEM", "address space limit", NOT_SHOWN, "ulimit=-v 400000") {
  anon(100);
  FAILS;
  mmap(NULL, 1 << 30, RW, PRIV, -1, 0);
}

CASE_RUN(mmap_inherited_limit_that_was_read, "ENOMEM", "address space limit", PROVEN, "ulimit=-v 400000") {
  struct rlimit now;
  PROOF;
  getrlimit(RLIMIT_AS, &now);
  anon(100);
  FAILS;
  mmap(NULL, 1 << 30, RW, PRIV, -1, 0);
}

CASE_RUN(mmap_inherited_data_limit, "ENOMEM", "data limit", NOT_SHOWN, "ulimit=-d 100000") {
  FAILS;
  mmap(NULL, 1 << 28, RW, PRIV, -1, 0);
}

CASE(mmap_over_data_limit, "ENOMEM", "data limit", PROVEN) {
  PROOF;
  limit(RLIMIT_DATA, 8 << 20);
  FAILS;
  mmap(NULL, 16 << 20, RW, PRIV, -1, 0);
}

/* Shared memory does not count: it is the fourth private one that is too much. */
CASE(mmap_sum_over_data_limit, "ENOMEM", "data limit", PROVEN) {
  PROOF;
  limit(RLIMIT_DATA, 8 << 20);
  mmap(NULL, 64 << 20, RW, SHRD, -1, 0);
  mmap(NULL, 64 << 20, PROT_READ, PRIV, -1, 0);
  anon(512);
  anon(512);
  anon(512);
  FAILS;
  anon(512);
}

CASE(mmap_fixed_beyond_user_space, "ENOMEM", "beyond the address space", PROVEN) {
  FAILS;
  mmap((void *)0x7ffffffff000, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(mmap_fixed_in_kernel, "ENOMEM", "beyond the address space", PROVEN) {
  FAILS;
  mmap((void *)0xffff888000000000, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(mmap_longer_than_user_space, "ENOMEM", "longer than the address space", PROVEN) {
  FAILS;
  mmap(NULL, 1UL << 48, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
}

CASE(mmap_length_negative, "ENOMEM", "longer than the address space", PROVEN) {
  FAILS;
  mmap(NULL, (size_t)-8192, RW, PRIV, -1, 0);
}

CASE(mmap_length_wraps, "ENOMEM", "longer than the address space", PROVEN) {
  FAILS;
  mmap(NULL, (size_t)-1, RW, PRIV, -1, 0);
}

CASE(mmap_more_than_memory, "ENOMEM", "overcommit", NOT_SHOWN) {
  FAILS;
  mmap(NULL, 1UL << 40, RW, PRIV, -1, 0);
}

CASE(mmap_shared_more_than_memory, "ENOMEM", "overcommit", NOT_SHOWN) {
  FAILS;
  mmap(NULL, 1UL << 40, RW, SHRD, -1, 0);
}

CASE(mmap_locked_over_limit, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  FAILS;
  mmap(NULL, 128 << 10, RW, PRIV | MAP_LOCKED, -1, 0);
}

CASE(mmap_locked_by_sum, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(12);
  PROOF;
  mlock(p, 12 * PG);
  FAILS;
  mmap(NULL, 5 * PG, RW, PRIV | MAP_LOCKED, -1, 0);
}

CASE(mmap_future_locked, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 256 << 10);
  PROOF;
  mlockall(MCL_FUTURE);
  anon(32);
  FAILS;
  anon(40);
}

CASE_RUN(mmap_future_locked_inherited_limit, "EAGAIN", "locked memory limit", PROVEN, "user=nobody") {
  PROOF;
  mlockall(MCL_FUTURE);
  FAILS;
  anon(4096);
}

CASE(mmap_locked_with_limit_zero, "EPERM", "locked memory limit is zero", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 0);
  FAILS;
  mmap(NULL, PG, RW, PRIV | MAP_LOCKED, -1, 0);
}

CASE(mmap_no_huge_pages, "ENOMEM", "no free huge pages", NOT_SHOWN) {
  FAILS;
  mmap(NULL, 1UL << 30, RW, PRIV | MAP_HUGETLB, -1, 0);
}

CASE(mmap_huge_size_unknown, "EINVAL", "huge page size not there", PROVEN) {
  FAILS;
  mmap(NULL, 2 << 20, RW, PRIV | MAP_HUGETLB | (16 << MAP_HUGE_SHIFT), -1, 0);
}

CASE(mmap_huge_fixed_misaligned, "EINVAL", "not aligned to the huge page", PROVEN) {
  FAILS;
  mmap(NOWHERE + PG, 2 << 20, RW, PRIV | MAP_HUGETLB | MAP_FIXED, -1, 0);
}

CASE(mmap_sync_not_supported, "EOPNOTSUPP", "flag not supported by the file", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED_VALIDATE | MAP_SYNC, fd, 0);
}

CASE(mmap_validate_unknown_flag, "EOPNOTSUPP", "flag not supported by the file", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED_VALIDATE | 0x200000, fd, 0);
}

CASE(mmap_stack_shared, "EINVAL", "growing down and shared", PROVEN) {
  FAILS;
  mmap(NULL, PG, RW, SHRD | MAP_GROWSDOWN, -1, 0);
}

CASE(mmap_stack_of_file, "EINVAL", "growing down and of a file", PROVEN) {
  int fd = file_of(PG, O_RDWR);
  FAILS;
  mmap(NULL, PG, RW, MAP_PRIVATE | MAP_GROWSDOWN, fd, 0);
}

CASE(mmap_page_zero, "EPERM", "below the lowest allowed address", PROVEN) {
  drop();
  FAILS;
  mmap(NULL, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE_RUN(mmap_page_zero_as_user, "EPERM", "below the lowest allowed address", PROVEN, "user=nobody") {
  FAILS;
  mmap(NULL, 4 * PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(mmap_sealed_file, "EPERM", "memory file sealed against writing", PROVEN) {
  int fd = memfd_create("seal", MFD_ALLOW_SEALING);
  (void)!ftruncate(fd, PG);
  PROOF;
  fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE(mmap_sealed_future, "EPERM", "memory file sealed against writing", PROVEN) {
  int fd = memfd_create("seal", MFD_ALLOW_SEALING | MFD_CLOEXEC);
  (void)!ftruncate(fd, PG);
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
  fcntl(fd, F_ADD_SEALS, F_SEAL_GROW);
  PROOF;
  fcntl(fd, F_ADD_SEALS, F_SEAL_FUTURE_WRITE);
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE(mmap_write_and_execute_denied, "EACCES", "writable and executable denied by prctl", PROVEN) {
  PROOF;
  prctl(65, 1, 0, 0, 0);
  FAILS;
  mmap(NULL, PG, RW | PROT_EXEC, PRIV, -1, 0);
}

CASE(mmap_over_sealed_memory, "EPERM", "memory was sealed", PROVEN) {
  char *p = anon(4);
  PROOF;
  syscall(462, p, 4 * PG, 0);
  FAILS;
  mmap(p + PG, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(mmap_noexec_mount, "EPERM", "filesystem mounted noexec", PROVEN) {
  unshare(CLONE_NEWNS);
  mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
  mkdir("here", 0755);
  PROOF;
  mount("none", "here", "tmpfs", MS_NOEXEC, NULL);
  int fd = open("here/code", O_RDWR | O_CREAT, 0755);
  (void)!ftruncate(fd, PG);
  FAILS;
  mmap(NULL, PG, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
}

CASE(mmap_noexec_proc, "EPERM", "filesystem mounted noexec", NOT_SHOWN) {
  int fd = open("/proc/self/status", O_RDONLY);
  FAILS;
  mmap(NULL, PG, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
}

CASE(mmap_proc_file, "ENODEV", "kind of file that cannot be mapped", PROVEN) {
  PROOF;
  int fd = open("/proc/self/status", O_RDONLY);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_PRIVATE, fd, 0);
}

/* Bit 31 too: the length does not fit into the window below 2 GiB. */
CASE(mmap_32bit_too_long, "ENOMEM", "no gap is large enough", PROVEN) {
  FAILS;
  mmap(NULL, 2UL << 30, PROT_NONE, PRIV | MAP_32BIT | MAP_NORESERVE, -1, 0);
}
