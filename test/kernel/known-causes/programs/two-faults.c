/* Two rules are broken at once: the kernel's first check decides. And answers that look like another's. */
#include "known.h"
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/socket.h>

CASE(both_length_and_type, "EINVAL", "length zero", PROVEN) {
  FAILS;
  mmap(NULL, 0, RW, MAP_ANONYMOUS, -1, 0);
}

CASE(both_type_and_limit, "EINVAL", "neither shared nor private", PROVEN) {
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  mmap(NULL, 64 << 20, RW, MAP_ANONYMOUS, -1, 0);
}

CASE(both_descriptor_and_limit, "EACCES", "descriptor opened read-only", PROVEN) {
  file_of(PG, O_RDWR);
  PROOF;
  int fd = open("data-1", O_RDONLY);
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  mmap(NULL, 64 << 20, RW, MAP_SHARED, fd, 0);
}

CASE(both_misaligned_and_beyond, "ENOMEM", "beyond the address space", PROVEN) {
  FAILS;
  mmap((void *)0xffff800000000010, PG, RW, PRIV | MAP_FIXED, -1, 0);
}

CASE(both_in_use_and_too_much, "EEXIST", "another mapping is there", PROVEN) {
  PROOF;
  mmap(NOWHERE, PG, RW, PRIV, -1, 0);
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  mmap(NOWHERE, 64 << 20, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
}

CASE(both_locked_and_space, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  mmap(NULL, 64 << 20, RW, PRIV | MAP_LOCKED, -1, 0);
}

/* The lock is met at once; holes are told of at the end. */
CASE(both_hole_and_lock, "EINVAL", "memory is locked", PROVEN) {
  char *p = anon(8);
  munmap(p + PG, PG);
  PROOF;
  mlock(p + 4 * PG, PG);
  FAILS;
  madvise(p, 8 * PG, MADV_DONTNEED);
}

CASE(both_seal_and_alignment, "EINVAL", "not page aligned", PROVEN) {
  char *p = anon(8);
  syscall(462, p, 8 * PG, 0);
  FAILS;
  munmap(p + 8, PG);
}

CASE(both_key_and_hole, "EINVAL", "protection key not allocated", PROVEN) {
  char *p = anon(8);
  munmap(p + PG, PG);
  FAILS;
  syscall(SYS_pkey_mprotect, p, 8 * PG, PROT_READ, 7);
}

CASE(both_hole_and_bits, "EINVAL", "unknown protection", PROVEN) {
  char *p = anon(8);
  munmap(p + PG, PG);
  FAILS;
  mprotect(p, 8 * PG, 0x200);
}

CASE(both_flags_and_hole, "EINVAL", "flags do not go together", PROVEN) {
  char *p = anon(8);
  munmap(p + PG, PG);
  FAILS;
  msync(p, 8 * PG, MS_SYNC | MS_ASYNC);
}

CASE(both_lock_and_hole_of_sync, "EBUSY", "memory is locked", PROVEN) {
  char *p = anon(8);
  munmap(p + PG, PG);
  PROOF;
  mlock(p + 4 * PG, PG);
  FAILS;
  msync(p, 8 * PG, MS_INVALIDATE);
}

CASE(both_fixed_and_size, "EINVAL", "new length zero", PROVEN) {
  char *p = anon(8);
  FAILS;
  syscall(SYS_mremap, p, 8 * PG, 0, MREMAP_MAYMOVE | MREMAP_FIXED, p + 8);
}

CASE(both_grown_lock_and_space, "EAGAIN", "locked memory limit", PROVEN) {
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  char *p = anon(8);
  mlock(p, 8 * PG);
  limit(RLIMIT_AS, 16 << 20);
  FAILS;
  syscall(SYS_mremap, p, 8 * PG, 64 << 20, MREMAP_MAYMOVE);
}

CASE(both_descriptor_and_vector, "EBADF", "descriptor not open", OUTSIDE) {
  char *p = anon(1);
  munmap(p, PG);
  FAILS;
  syscall(SYS_readv, 88, p, 1);
}

CASE(both_length_and_pointer, "EINVAL", "length is no possible one", OUTSIDE) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  FAILS;
  syscall(SYS_bind, fd, NULL, -5);
}

/* The limit that the shell lowered is looked at before the hole is found. */
CASE_RUN(both_inherited_limit_and_hole, "ENOMEM", "locked memory limit", NOT_SHOWN, "user=nobody;ulimit=-l 64") {
  char *p = anon(64);
  munmap(p + 3 * PG, PG);
  FAILS;
  mlock(p, 40 * PG);
}

/* A filter may give the errno of a memory fault where no memory is at fault. */
static void filtered(int number, unsigned answer) {
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | answer),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog whole = {sizeof program / sizeof *program, program};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole);
}

CASE(disguised_no_memory, "ENOMEM", "seccomp filter", NOT_SHOWN) {
  filtered(SYS_mmap, ENOMEM);
  FAILS;
  anon(1);
}

CASE(disguised_bad_pointer, "EFAULT", "seccomp filter", NOT_SHOWN) {
  char *p = anon(1);
  int fd = open("/dev/zero", O_RDONLY);
  filtered(SYS_read, EFAULT);
  FAILS;
  (void)!read(fd, p, 10);
}

CASE(disguised_argument, "EINVAL", "seccomp filter", NOT_SHOWN) {
  char *p = anon(1);
  filtered(SYS_madvise, EINVAL);
  FAILS;
  madvise(p, PG, MADV_DONTNEED);
}

/* Blocked until the child waits for it: however slow the child is, the signal comes behind the mark. */
CASE_RUN(disguised_sent_by_parent, "SIGSEGV", "sent by a process", OUTSIDE, "children") {
  sigset_t segv, none;
  sigemptyset(&none);
  sigemptyset(&segv);
  sigaddset(&segv, SIGSEGV);
  sigprocmask(SIG_BLOCK, &segv, NULL);
  pid_t child = fork();
  if (child != 0) {
    kill(child, SIGSEGV);
    wait(NULL);
    return;
  }
  FAILS;
  sigsuspend(&none);
}

CASE(disguised_sent_bus, "SIGBUS", "sent by a process", OUTSIDE) {
  pid_t own = getpid();
  FAILS;
  syscall(SYS_tgkill, own, own, SIGBUS);
}

CASE(terminal_bad_pointer, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = open("/dev/ptmx", O_RDWR | O_NOCTTY);
  char *p = anon(4);
  PROOF;
  munmap(p, 4 * PG);
  FAILS;
  ioctl(fd, TCGETS, p);
}

CASE(terminal_read_only_size, "EFAULT", "made read-only earlier", PROVEN) {
  int fd = open("/dev/ptmx", O_RDWR | O_NOCTTY);
  char *p = anon(4);
  PROOF;
  mprotect(p, 4 * PG, PROT_READ);
  FAILS;
  ioctl(fd, TIOCGWINSZ, p + 8);
}

CASE(interface_bad_pointer, "EFAULT", "access taken away earlier", PROVEN) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  char *p = anon(4);
  PROOF;
  mprotect(p, 4 * PG, PROT_NONE);
  FAILS;
  ioctl(fd, SIOCGIFCONF, p);
}
