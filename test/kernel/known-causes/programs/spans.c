/* Pointers that begin well: structures and strings that run into bad memory, vectors, and two bad pointers at once. */
#include "known.h"
#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

static int zero(void) { return open("/dev/zero", O_RDWR); }
static int pair(void) {
  int fds[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
  (void)!write(fds[1], "0123456789abcdef0123456789abcdef", 32);
  return fds[0];
}
/* Two pages, the second of which is unmapped: the address between them. */
static char *edge(void) {
  char *p = anon(2);
  memset(p, 'a', PG);
  PROOF;
  munmap(p + PG, PG);
  return p + PG;
}
static char *edge_of_access(int prot) {
  char *p = anon(3);
  memset(p, 'b', 2 * PG);
  PROOF;
  mprotect(p + PG, PG, prot);
  return p + PG;
}

CASE(span_path_without_end, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  FAILS;
  syscall(SYS_open, p - 40, O_RDONLY);
}

CASE(span_path_into_inaccessible, "EFAULT", "access taken away earlier", PROVEN) {
  char *p = edge_of_access(PROT_NONE);
  FAILS;
  syscall(SYS_access, p - 12, F_OK);
}

CASE(span_stat_buffer, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  int fd = zero();
  FAILS;
  syscall(SYS_fstat, fd, p - 64);
}

CASE(span_stat_buffer_read_only, "EFAULT", "made read-only earlier", PROVEN) {
  char *p = edge_of_access(PROT_READ);
  FAILS;
  syscall(SYS_stat, "/", p - 72);
}

CASE(span_uname, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  FAILS;
  syscall(SYS_uname, p - 100);
}

CASE(span_getcwd, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  FAILS;
  syscall(SYS_getcwd, p - 3, 200);
}

CASE(span_poll, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  memset(p - 16, 0xff, 16);
  FAILS;
  syscall(SYS_poll, p - 16, 4, 0);
}

CASE(span_sigaction, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  FAILS;
  syscall(SYS_rt_sigaction, SIGUSR1, p - 8, NULL, 8);
}

CASE(span_timespec, "EFAULT", "access taken away earlier", PROVEN) {
  char *p = edge_of_access(PROT_NONE);
  FAILS;
  syscall(SYS_nanosleep, p - 8, NULL);
}

CASE(span_message_header, "EFAULT", "unmapped earlier", PROVEN) {
  char *p = edge();
  int fd = pair();
  FAILS;
  syscall(SYS_sendmsg, fd, p - 24, 0);
}

CASE(span_rlimit, "EFAULT", "made read-only earlier", PROVEN) {
  char *p = edge_of_access(PROT_READ);
  FAILS;
  syscall(SYS_prlimit64, 0, RLIMIT_CORE, NULL, p - 8);
}

/* Vectors. */
CASE(vector_second_is_bad, "EFAULT", "unmapped earlier", PROVEN) {
  char *good = anon(1), *bad = anon(4);
  int fd = pair();
  PROOF;
  munmap(bad, 4 * PG);
  struct iovec v[2] = {{good, 0}, {bad + PG, 10}};
  FAILS;
  syscall(SYS_readv, fd, v, 2);
}

CASE(vector_write_first_is_bad, "EFAULT", "mapped without access", PROVEN) {
  int fd = pair();
  PROOF;
  char *bad = anon_prot(1, PROT_NONE);
  struct iovec v[2] = {{bad, 10}, {anon(1), 10}};
  FAILS;
  syscall(SYS_writev, fd, v, 2);
}

CASE(vector_itself_at_the_edge, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = pair();
  char *p = edge();
  FAILS;
  syscall(SYS_writev, fd, p - 16, 2);
}

CASE(vector_pread, "EFAULT", "made read-only earlier", PROVEN) {
  int fd = zero();
  char *bad = anon(4);
  PROOF;
  mprotect(bad, 4 * PG, PROT_READ);
  struct iovec v[3] = {{bad, 10}, {bad + PG, 10}, {bad + 2 * PG, 10}};
  FAILS;
  syscall(SYS_preadv, fd, v, 3, 0);
}

CASE(vector_of_message, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = pair();
  char *bad = anon(4);
  PROOF;
  munmap(bad, 4 * PG);
  struct iovec v = {bad, 10};
  struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
  FAILS;
  syscall(SYS_sendmsg, fd, &m, 0);
}

CASE(vector_of_received_message, "EFAULT", "pointer inside what is not printed", NOT_SHOWN) {
  int fd = pair();
  PROOF;
  char *bad = anon_prot(1, PROT_READ);
  struct iovec v = {bad, 10};
  struct msghdr m = {.msg_iov = &v, .msg_iovlen = 1};
  FAILS;
  syscall(SYS_recvmsg, fd, &m, 0);
}

CASE(vector_too_long, "EINVAL", "more than 1024 parts", OUTSIDE) {
  int fd = zero();
  char *p = anon(16);
  FAILS;
  syscall(SYS_writev, fd, p, 2000);
}

/* Two pointers, one of them bad. */
CASE(two_second_is_bad, "EFAULT", "unmapped earlier", PROVEN) {
  char *good = anon(4);
  char *bad = anon(4);
  memcpy(good, "/", 2);
  munmap(good + 3 * PG, PG);
  PROOF;
  munmap(bad + PG, PG);
  FAILS;
  syscall(SYS_stat, good, bad + PG);
}

CASE(two_first_is_bad, "EFAULT", "unmapped earlier", PROVEN) {
  char *good = anon(4);
  char *bad = anon(4);
  munmap(good + 3 * PG, PG);
  PROOF;
  munmap(bad + PG, PG);
  FAILS;
  syscall(SYS_stat, bad + PG, good);
}

/* Both are bad; the path is read first. */
CASE(two_both_are_bad, "EFAULT", "unmapped earlier", PROVEN) {
  char *a = anon(2), *b = anon_prot(2, PROT_READ);
  PROOF;
  munmap(a, 2 * PG);
  FAILS;
  syscall(SYS_stat, a, b);
}

CASE(two_rename_second, "EFAULT", "access taken away earlier", PROVEN) {
  char *good = anon(1), *bad = anon(2);
  memcpy(good, "data-9", 7);
  PROOF;
  mprotect(bad, PG, PROT_NONE);
  FAILS;
  syscall(SYS_rename, good, bad);
}

CASE(two_getsockopt_length, "EFAULT", "pointer inside what is not printed", NOT_SHOWN) {
  int fd = pair();
  char *good = anon(1);
  PROOF;
  char *length = anon_prot(1, PROT_READ);
  FAILS;
  syscall(SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, good, length);
}

CASE(two_getpeername_length, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = pair();
  char *good = anon(1), *bad = anon(1);
  PROOF;
  munmap(bad, PG);
  FAILS;
  syscall(SYS_getpeername, fd, good, bad);
}

CASE(two_epoll_pwait_mask, "EFAULT", "unmapped earlier", PROVEN) {
  int fd = (int)syscall(SYS_epoll_create1, 0);
  char *good = anon(1), *bad = anon(1);
  PROOF;
  munmap(bad, PG);
  FAILS;
  syscall(SYS_epoll_pwait, fd, good, 1, 0, bad, 8);
}

CASE(two_futex_second_word, "EFAULT", "unmapped earlier", PROVEN) {
  char *good = anon(1), *bad = anon(1);
  PROOF;
  munmap(bad, PG);
  FAILS;
  syscall(SYS_futex, good, FUTEX_CMP_REQUEUE, 1, 1, bad, 0);
}

CASE(two_execve_second_argument, "EFAULT", "unmapped earlier", PROVEN) {
  char *bad = anon(1);
  PROOF;
  munmap(bad, PG);
  char *arguments[3] = {(char *)(uintptr_t)"true", bad, NULL};
  FAILS;
  syscall(SYS_execve, "/bin/true", arguments, NULL);
}

CASE(two_execve_environment, "EFAULT", "access taken away earlier", PROVEN) {
  char *bad = anon(1);
  PROOF;
  mprotect(bad, PG, PROT_NONE);
  char *arguments[2] = {(char *)(uintptr_t)"true", NULL};
  FAILS;
  syscall(SYS_execve, "/bin/true", arguments, bad);
}

/* Cut short instead of refused: no errno. What was read strace prints instead of its address, so it is told not to. */
CASE_RUN(short_read, "", "unmapped earlier", PROVEN, "strace=-e raw=read") {
  char *p = edge();
  int fd = zero();
  FAILS;
  syscall(SYS_read, fd, p - 100, 1000);
}

CASE_RUN(short_write, "", "unmapped earlier", PROVEN, "strace=-e raw=write") {
  char *p = edge();
  int fd = file_of(0, O_RDWR);
  FAILS;
  syscall(SYS_write, fd, p - 100, 1000);
}

CASE_RUN(short_read_of_file, "", "made read-only earlier", PROVEN, "strace=-e raw=read") {
  char *p = edge_of_access(PROT_READ);
  int fd = file_of(4 * PG, O_RDONLY);
  FAILS;
  syscall(SYS_read, fd, p - 2048, PG);
}

CASE_RUN(short_random, "", "unmapped earlier", PROVEN, "strace=-e raw=getrandom") {
  char *p = edge();
  FAILS;
  syscall(SYS_getrandom, p - 300, 600, 0);
}

CASE(short_process_vm, "", "unmapped earlier", PROVEN) {
  char *to = anon(2), *from = edge();
  struct iovec local = {to, 2 * PG}, remote[2] = {{from - PG, PG}, {from, PG}};
  pid_t own = getpid();
  FAILS;
  syscall(SYS_process_vm_readv, own, &local, 1, remote, 2, 0);
}
