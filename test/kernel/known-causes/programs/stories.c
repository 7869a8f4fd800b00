/* What users meet: an allocator, a runtime, a database, and the limit, the hole or the slip behind their failure. */
#include "known.h"
#include <stdio.h>
#include <sys/prctl.h>

/* malloc tries the break, then a mapping. */
CASE(story_allocator, "ENOMEM", "address space limit", PROVEN) {
  char *now = current_break();
  PROOF;
  limit(RLIMIT_AS, 24 << 20);
  syscall(SYS_brk, now + (64 << 20));
  mmap(NULL, 64 << 20, RW, PRIV, -1, 0);
  FAILS;
  mmap(NULL, 128 << 20, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
}

CASE_RUN(story_allocator_inherited, "ENOMEM", "address space limit", NOT_SHOWN, "ulimit=-v 200000") {
  char *now = current_break();
  syscall(SYS_brk, now + (256 << 20));
  FAILS;
  mmap(NULL, 256 << 20, RW, PRIV, -1, 0);
}

/* Nobody looked at what malloc gave. */
CASE(story_unchecked_allocation, "SIGSEGV", "null pointer", PROVEN) {
  limit(RLIMIT_AS, 24 << 20);
  char *p = mmap(NULL, 64 << 20, RW, PRIV, -1, 0);
  if (p == MAP_FAILED) p = NULL;
  FAILS;
  *(volatile char *)(p + 8) = 1;
}

CASE(story_used_failed_mapping, "SIGSEGV", "beyond the address space", PROVEN) {
  volatile char *p = mmap(NULL, PG, PROT_READ, MAP_PRIVATE, 99, 0);
  FAILS;
  *p = 1;
}

CASE(story_stack_of_thread, "ENOMEM", "address space limit", PROVEN) {
  PROOF;
  limit(RLIMIT_AS, 40 << 20);
  for (int n = 0; n < 4; n++) {
    char *p = mmap(NULL, 8392704, PROT_NONE, PRIV | MAP_STACK, -1, 0);
    mprotect(p + PG, 8388608, RW);
  }
  FAILS;
  mmap(NULL, 8392704, PROT_NONE, PRIV | MAP_STACK, -1, 0);
}

CASE(story_compiler_of_code, "EACCES", "writable and executable denied by prctl", PROVEN) {
  char *p = anon(16);
  PROOF;
  prctl(65, 1, 0, 0, 0);
  mprotect(p, PG, RW);
  FAILS;
  mprotect(p, 16 * PG, PROT_READ | PROT_EXEC);
}

CASE(story_secrets_locked, "ENOMEM", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p[8];
  for (int n = 0; n < 8; n++) {
    p[n] = anon_prot(6, PROT_NONE);
    mprotect(p[n] + PG, 4 * PG, RW);
    if (n < 4) mlock(p[n] + PG, 4 * PG);
  }
  FAILS;
  mlock(p[5] + PG, 4 * PG);
}

CASE(story_arena_trimmed, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = open("/dev/zero", O_RDONLY);
  char *p = mmap(NULL, 128 << 20, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
  char *aligned = (char *)(((uintptr_t)p + (64 << 20) - 1) & ~((64UL << 20) - 1));
  if (aligned > p) munmap(p, (size_t)(aligned - p));
  PROOF;
  munmap(aligned + (64 << 20), (size_t)(p + (64 << 20) - aligned));
  mprotect(aligned, 135168, RW);
  FAILS;
  (void)!read(fd, aligned + (64 << 20), 100);
}

CASE(story_arena_not_committed, "EFAULT", "mapped without access", PROVEN) {
  int fd = open("/dev/zero", O_RDONLY);
  PROOF;
  char *p = mmap(NULL, 64 << 20, PROT_NONE, PRIV | MAP_NORESERVE, -1, 0);
  mprotect(p, 135168, RW);
  FAILS;
  (void)!read(fd, p + 135168, 4096);
}

CASE(story_database_grows_file, "SIGBUS", "behind the end of the file", PROVEN) {
  int fd = open("db", O_RDWR | O_CREAT | O_TRUNC, 0644);
  (void)!ftruncate(fd, 16 * PG);
  PROOF;
  volatile char *p = mmap(NULL, 1 << 20, RW, MAP_SHARED, fd, 0);
  p[0] = 1;
  FAILS;
  p[20 * PG] = 1;
}

CASE(story_log_rotated, "SIGBUS", "file made shorter", PROVEN) {
  int fd = open("db", O_RDWR | O_CREAT, 0644);
  (void)!ftruncate(fd, 16 * PG);
  volatile char *p = mmap(NULL, 16 * PG, RW, MAP_SHARED, fd, 0);
  p[8 * PG] = 1;
  close(fd);
  PROOF;
  fd = open("db", O_RDWR | O_CREAT | O_TRUNC, 0644);
  (void)!write(fd, "begin\n", 6);
  FAILS;
  (void)p[8 * PG];
}

CASE(story_guard_that_grows, "ENOMEM", "another mapping is there", PROVEN) {
  mmap(NOWHERE, 16 * PG, RW, PRIV, -1, 0);
  PROOF;
  mmap(NOWHERE + 16 * PG, PG, PROT_NONE, PRIV, -1, 0);
  mmap(NOWHERE + 64 * PG, PG, PROT_NONE, PRIV, -1, 0);
  FAILS;
  mremap(NOWHERE, 16 * PG, 32 * PG, 0);
}

/* Is it mapped? Programs ask so on purpose. */
CASE(story_probe_by_write, "EFAULT", "unmapped earlier", PROVEN) {
  int ends[2];
  (void)!pipe(ends);
  char *p = anon(4);
  PROOF;
  munmap(p + PG, PG);
  for (int n = 0; n < 1; n++) (void)!write(ends[1], p, 1);
  FAILS;
  (void)!write(ends[1], p + PG, 1);
}

CASE(story_probe_by_msync, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = anon(4);
  PROOF;
  munmap(p + 2 * PG, PG);
  msync(p + PG, 1, MS_ASYNC);
  FAILS;
  msync(p + 2 * PG, 1, MS_ASYNC);
}

CASE(story_probe_by_mincore, "ENOMEM", "unmapped earlier", PROVEN) {
  unsigned char here;
  char *p = anon(4);
  PROOF;
  munmap(p + 3 * PG, PG);
  mincore(p + 2 * PG, PG, &here);
  FAILS;
  mincore(p + 3 * PG, PG, &here);
}

static void many_mappings(int count) {
  for (int n = 0; n < count; n++)
    if (mmap(NOWHERE + 2UL * n * PG, PG, n % 2 ? PROT_READ : RW, PRIV | MAP_FIXED, -1, 0) == MAP_FAILED) return;
}

CASE_RUN(story_too_many_mappings, "ENOMEM", "limit of mappings", NOT_SHOWN, "long") {
  many_mappings(70000);
  FAILS;
  mmap(NULL, 64 * PG, PROT_READ, SHRD, -1, 0);
}

CASE_RUN(story_too_many_mappings_to_cut, "ENOMEM", "limit of mappings", NOT_SHOWN, "long") {
  char *p = anon(64);
  many_mappings(70000);
  FAILS;
  mprotect(p + 8 * PG, PG, PROT_NONE);
}

/* How many the program began with the log does not show. */
CASE_RUN(story_limit_of_mappings_read, "ENOMEM", "limit of mappings", NOT_SHOWN, "long") {
  char text[32];
  int fd = open("/proc/sys/vm/max_map_count", O_RDONLY);
  (void)!read(fd, text, sizeof text);
  close(fd);
  many_mappings(70000);
  FAILS;
  mmap(NULL, 64 * PG, PROT_READ, SHRD, -1, 0);
}
