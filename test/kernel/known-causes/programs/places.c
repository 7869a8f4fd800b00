/* Addresses and what lies there: further histories, and mappings that no line of the log made. */
#include "known.h"
#include <sys/prctl.h>
#include <sys/uio.h>

#define WRITE(p) (*(volatile char *)(p) = 1)
typedef void (*function)(void);
static int zero(void) { return open("/dev/zero", O_RDWR); }

CASE(place_of_the_program, "EEXIST", "another mapping is there", NOT_SHOWN) {
  uintptr_t here = (uintptr_t)(void *)zero & ~(PG - 1);
  FAILS;
  mmap((void *)here, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

CASE(place_on_the_stack, "EEXIST", "another mapping is there", NOT_SHOWN) {
  char local;
  uintptr_t here = (uintptr_t)&local & ~(PG - 1);
  FAILS;
  mmap((void *)here, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

CASE(place_of_the_heap, "EEXIST", "another mapping is there", PROVEN) {
  char *now = current_break();
  char *heap = (char *)(((uintptr_t)now + PG) & ~(PG - 1));
  PROOF;
  syscall(SYS_brk, now + 16 * PG);
  FAILS;
  mmap(heap + 2 * PG, PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

CASE(place_one_byte_too_far, "SIGSEGV", "never mapped", NOT_SHOWN) {
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  for (size_t n = 0; n < 4 * PG; n += PG) WRITE(p + n);
  FAILS;
  WRITE(p + 4 * PG);
}

CASE(place_below_an_array, "SIGSEGV", "never mapped", NOT_SHOWN) {
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  FAILS;
  WRITE(p - 1);
}

/* realloc had to move it. */
CASE(place_kept_after_growing, "SIGSEGV", "moved away by mremap", PROVEN) {
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  mmap(NOWHERE + 4 * PG, PG, RW, PRIV, -1, 0);
  PROOF;
  (void)!mremap(p, 4 * PG, 64 * PG, MREMAP_MAYMOVE);
  FAILS;
  WRITE(p + 100);
}

CASE(place_read_after_growing, "EFAULT", "moved away by mremap", PROVEN) {
  int fd = zero();
  char *p = mmap(NOWHERE, 4 * PG, RW, PRIV, -1, 0);
  mmap(NOWHERE + 4 * PG, PG, PROT_READ, PRIV, -1, 0);
  PROOF;
  (void)!mremap(p, 4 * PG, 64 * PG, MREMAP_MAYMOVE);
  FAILS;
  (void)!read(fd, p + PG, 100);
}

CASE(place_of_unloaded_code, "SIGSEGV", "unmapped earlier", PROVEN) {
  int fd = file_of(4 * PG, O_RDWR);
  (void)!pwrite(fd, "\xc3", 1, 0);
  char *p = mmap(NULL, 4 * PG, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
  ((function)(uintptr_t)p)();
  PROOF;
  munmap(p, 4 * PG);
  FAILS;
  ((function)(uintptr_t)p)();
}

CASE(place_code_on_the_heap, "SIGSEGV", "not executable", PROVEN) {
  char *now = current_break();
  PROOF;
  syscall(SYS_brk, now + 16 * PG);
  now[8 * PG] = (char)0xc3;
  FAILS;
  ((function)(uintptr_t)(now + 8 * PG))();
}

CASE(place_between_two_mappings, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = zero();
  char *p = mmap(NOWHERE, 12 * PG, RW, PRIV, -1, 0);
  PROOF;
  munmap(p + 4 * PG, 4 * PG);
  mmap(p + 4 * PG, PG, RW, PRIV | MAP_FIXED, -1, 0);
  FAILS;
  (void)!read(fd, p + 6 * PG, 64);
}

/* The hole was filled, and torn again by a mapping that went. */
CASE(place_torn_again, "ENOMEM", "unmapped earlier", PROVEN) {
  char *p = mmap(NOWHERE, 12 * PG, RW, PRIV, -1, 0);
  munmap(p + 4 * PG, 4 * PG);
  mmap(p + 4 * PG, 4 * PG, PROT_READ, PRIV | MAP_FIXED, -1, 0);
  PROOF;
  munmap(p + 5 * PG, PG);
  FAILS;
  mprotect(p, 12 * PG, PROT_READ);
}

CASE(place_moved_from_middle, "ENOMEM", "moved away by mremap", PROVEN) {
  char *p = anon(8);
  PROOF;
  mremap(p + 2 * PG, 2 * PG, 2 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  FAILS;
  madvise(p, 8 * PG, MADV_DONTNEED);
}

/* The fixed mapping's place was in use: what was there is gone. */
CASE(place_overwritten_by_move, "EFAULT", "replaced by another mapping", PROVEN) {
  int fd = zero();
  char *p = anon(8);
  char *other = anon_prot(2, PROT_NONE);
  PROOF;
  mremap(other, 2 * PG, 2 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, p + 2 * PG);
  FAILS;
  (void)!read(fd, p + 2 * PG, 64);
}

CASE_RUN(place_protected_before_fork, "EFAULT", "made read-only earlier", PROVEN, "children") {
  int fd = zero();
  char *p = anon(4);
  PROOF;
  mprotect(p, 4 * PG, PROT_READ);
  if (fork() != 0) {
    mprotect(p, 4 * PG, RW);
    wait(NULL);
    return;
  }
  usleep(1000);
  FAILS;
  (void)!read(fd, p, 64);
}

CASE_RUN(place_protected_by_parent_afterwards, "EFAULT", "unmapped earlier", PROVEN, "children") {
  int fd = zero();
  char *p = anon(4);
  if (fork() != 0) {
    mprotect(p, 4 * PG, PROT_NONE);
    wait(NULL);
    return;
  }
  usleep(1000);
  PROOF;
  munmap(p, PG);
  FAILS;
  (void)!read(fd, p, 64);
}

/* The growing stack of a coroutine meets what was mapped below it. */
CASE(place_growing_into_mapping, "SIGSEGV", "stack meets a mapping", PROVEN) {
  char *p = mmap(NOWHERE + 1024 * PG, PG, RW, PRIV | MAP_GROWSDOWN, -1, 0);
  PROOF;
  mmap(NOWHERE + 1000 * PG, PG, RW, PRIV | MAP_FIXED, -1, 0);
  WRITE(p);
  FAILS;
  WRITE(p - 1);
}

CASE(place_in_other_process, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = anon(8), *q = anon(8);
  pid_t own = getpid();
  PROOF;
  munmap(q, 8 * PG);
  struct iovec local = {p, 2 * PG}, remote = {q + PG, PG};
  FAILS;
  syscall(SYS_process_vm_writev, own, &local, 1, &remote, 1, 0);
}

CASE(place_of_gathered_write, "EFAULT", "file made shorter", PROVEN) {
  int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0600), to = zero();
  (void)!ftruncate(fd, 8 * PG);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  int ends[2];
  (void)!pipe(ends);
  PROOF;
  (void)!ftruncate(fd, PG);
  struct iovec v = {p + 4 * PG, 100};
  (void)to;
  FAILS;
  syscall(SYS_writev, ends[1], &v, 1);
}

CASE(place_emptied_memory_file, "EFAULT", "file made shorter", PROVEN) {
  int fd = memfd_create("shrinks", 0);
  (void)!ftruncate(fd, 8 * PG);
  char *p = mmap(NULL, 8 * PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  (void)!ftruncate(fd, 0);
  int from = zero();
  FAILS;
  (void)!read(from, p + PG, 100);
}

CASE(place_that_cannot_be_named, "EINVAL", "not built into the kernel", NOT_SHOWN) {
  char *p = anon(4);
  FAILS;
  prctl(0x53564d41, 0, p, 4 * PG, "name");
}

CASE(place_key_without_hardware, "EINVAL", "no hardware for protection keys", NOT_SHOWN) {
  FAILS;
  syscall(SYS_pkey_alloc, 0, 0);
}

/* strace came later: the mapping itself it did not see. */
CASE_RUN(place_attached_unmapped, "EFAULT", "unmapped earlier", PROVEN, "attach") {
  int fd = zero();
  char *p = anon(8);
  await_tracer();
  PROOF;
  munmap(p + 2 * PG, PG);
  FAILS;
  (void)!read(fd, p + 2 * PG, 64);
}

CASE_RUN(place_attached_protected, "SIGSEGV", "made read-only earlier", PROVEN, "attach") {
  char *p = anon(8);
  await_tracer();
  PROOF;
  mprotect(p + 2 * PG, PG, PROT_READ);
  FAILS;
  WRITE(p + 2 * PG);
}

CASE_RUN(place_attached_unknown, "EFAULT", "unmapped before the log began", NOT_SHOWN, "attach") {
  int fd = zero();
  char *p = anon(8);
  munmap(p + 2 * PG, PG);
  await_tracer();
  FAILS;
  (void)!read(fd, p + 2 * PG, 64);
}

CASE_RUN(place_attached_dies, "SIGSEGV", "unmapped before the log began", NOT_SHOWN, "attach") {
  char *p = anon(8);
  munmap(p + 2 * PG, PG);
  await_tracer();
  FAILS;
  WRITE(p + 2 * PG);
}

CASE_RUN(place_attached_descriptor, "EACCES", "descriptor opened read-only", NOT_SHOWN, "attach") {
  file_of(PG, O_RDWR);
  int fd = open("data-1", O_RDONLY);
  await_tracer();
  FAILS;
  mmap(NULL, PG, RW, MAP_SHARED, fd, 0);
}

CASE_RUN(place_attached_misaligned, "EINVAL", "not page aligned", PROVEN, "attach") {
  char *p = anon(4);
  await_tracer();
  FAILS;
  munmap(p + 1, PG);
}

CASE_RUN(place_attached_data_limit, "ENOMEM", "data limit", NOT_SHOWN, "attach") {
  limit(RLIMIT_DATA, 16 << 20);
  await_tracer();
  FAILS;
  anon(8192);
}

CASE_RUN(place_attached_outside, "EAGAIN", "nothing to read", OUTSIDE, "attach") {
  int ends[2];
  char byte;
  (void)!pipe2(ends, O_NONBLOCK);
  await_tracer();
  FAILS;
  (void)!read(ends[0], &byte, 1);
}
