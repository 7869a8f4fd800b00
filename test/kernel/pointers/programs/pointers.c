/*
 * Calls that are given a pointer the kernel cannot use, or several, each beside what is expected of its explanation:
 *
 *     EXPECT("name", "fault.id", "proven", 2)    a write to no file, which strace prints: the id, how certain, which argument
 *     PROOF                                      the next line proves it
 *
 * The memory is the same for all:
 *
 *     rw | rw | ro | ro | none | none | hole | hole | guard | guard |
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/futex.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PG = 4096, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS };
#define KERNELS ((char *)(sizeof(long) == 8 ? 0xffff800000001000ul : 0xfffff000ul))

static char *rw, *ro, *none, *hole, *guard;

static void tell(const char *text) { syscall(SYS_write, -1, text, strlen(text)); }
static void expect(const char *name, const char *id, const char *certainty, int argument) {
  char line[160];
  snprintf(line, sizeof line, "expect %s %s %s %d", name, id, certainty, argument);
  tell(line);
}
#define EXPECT(name, id, certainty, argument) expect(name, id, certainty, argument)
#define PROOF tell("proof")
#define S syscall

static char *anon(int pages) { return mmap(0, pages * PG, RW, ANON, -1, 0); }

static void layout(void) {
  /* Far from where the kernel would put anything: the hole stays one. */
  rw = mmap((void *)0x20000000, 10 * PG, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0);
  memset(rw, 'A', 6 * PG);
  ro = rw + 2 * PG, none = rw + 4 * PG, hole = rw + 6 * PG, guard = rw + 8 * PG;
  mprotect(ro, 2 * PG, PROT_READ);
  mprotect(none, 2 * PG, PROT_NONE);
  munmap(hole, 2 * PG);
  madvise(guard, 2 * PG, 102);
}

static void strings(void) {
  char *name = rw + 64;
  strcpy(name, "/etc/hostname");
  EXPECT("path", "fault.unmapped", "proven", 2);
  S(SYS_openat, AT_FDCWD, hole, O_RDONLY);
  char *edge = anon(2);
  PROOF;
  munmap(edge + PG, PG);
  memset(edge, 'x', PG);
  EXPECT("string-overrun", "fault.string-overrun", "proven", 2);
  S(SYS_openat, AT_FDCWD, edge + PG - 5, O_RDONLY);
  EXPECT("string-overrun-name", "fault.string-overrun", "proven", 2);
  S(SYS_prctl, PR_SET_NAME, edge + PG - 4);
  EXPECT("both-paths", "fault.unmapped", "proven", 1);
  S(SYS_rename, hole, none);
  EXPECT("second-path", "fault.protected", "proven", 2);
  S(SYS_rename, name, none);
  EXPECT("path-before-structure", "fault.protected", "proven", 1);
  S(SYS_statfs, none, hole);
  EXPECT("structure-behind-path", "fault.unmapped", "proven", 2);
  S(SYS_statfs, "/", hole);
  EXPECT("times-before-path", "fault.protected", "proven", 3);
  S(SYS_utimensat, AT_FDCWD, hole, none, 0);
  EXPECT("attribute-name", "fault.unmapped", "proven", 2);
  S(SYS_setxattr, none, hole, rw, 4, 0);
  EXPECT("attribute-value", "fault.protected", "proven", 3);
  S(SYS_setxattr, name, "user.x", none, 4, 0);
  EXPECT("mount-type-first", "fault.unmapped", "proven", 3);
  S(SYS_mount, none, none, hole, 0, 0);
}

static void vectors(int zero, int out) {
  struct iovec *v = (void *)(rw + 256);
  v[0] = (struct iovec){rw, 4}, v[1] = (struct iovec){hole, 4}, v[2] = (struct iovec){rw, 4};
  EXPECT("short-writev", "fault.unmapped", "proven", 2);
  S(SYS_writev, out, v, 3);
  v[0].iov_base = none;
  EXPECT("first-element", "fault.protected", "proven", 2);
  S(SYS_writev, out, v, 3);
  EXPECT("first-element-to-write", "fault.protected", "proven", 2);
  S(SYS_readv, zero, v, 3);
  v[0].iov_base = rw, v[1].iov_base = KERNELS;
  EXPECT("element-of-the-kernel", "fault.kernel-address", "proven", 2);
  S(SYS_writev, out, v, 3);
  EXPECT("vector", "fault.unmapped", "proven", 2);
  S(SYS_writev, out, hole, 3);
  struct iovec *border = (void *)(ro - sizeof *border);
  mprotect(ro, PG, PROT_NONE);
  *border = (struct iovec){rw, 4};
  EXPECT("vector-breaks-off", "fault.protected", "proven", 2);
  S(SYS_writev, out, border, 2);
  mprotect(ro, PG, PROT_READ);
  EXPECT("short-write", "fault.protected", "proven", 2);
  S(SYS_write, out, none - 8, 100);
  if (sizeof(long) == 8) {
    EXPECT("too-long", "fault.beyond-user-space", "proven", 2);
    S(SYS_write, out, rw, ~0ul >> 1);
  }
}

static void sockets(void) {
  int pair[2], other = socket(AF_UNIX, SOCK_STREAM, 0);
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  struct iovec *v = (void *)(rw + 256);
  struct msghdr *m = (void *)(rw + 512);
  *v = (struct iovec){rw, 4};
  memset(m, 0, sizeof *m);
  m->msg_iov = (void *)hole, m->msg_iovlen = 2;
  EXPECT("message-vector", "fault.unmapped", "proven", 2);
  S(SYS_sendmsg, pair[0], m, 0);
  m->msg_iov = v, m->msg_iovlen = 1, m->msg_control = none, m->msg_controllen = 64;
  EXPECT("message-control", "fault.protected", "proven", 2);
  S(SYS_sendmsg, pair[0], m, 0);
  m->msg_name = hole, m->msg_namelen = 16;
  EXPECT("message-name-before-control", "fault.unmapped", "proven", 2);
  S(SYS_sendmsg, pair[0], m, 0);
  struct mmsghdr *several = (void *)(rw + 1024);
  memset(several, 0, 2 * sizeof *several);
  several[0].msg_hdr.msg_iov = v, several[0].msg_hdr.msg_iovlen = 1;
  several[1].msg_hdr.msg_iov = (void *)hole, several[1].msg_hdr.msg_iovlen = 1;
  EXPECT("second-message", "fault.unmapped", "proven", 2);
  S(SYS_sendmmsg, pair[0], several, 2, 0);
  EXPECT("messages", "fault.protected", "proven", 2);
  S(SYS_sendmmsg, pair[0], none, 2, 0);
  (void)!write(pair[1], "some words", 10);
  EXPECT("received-header", "fault.unmapped", "proven", 2);
  S(SYS_recvmsg, pair[0], hole, 0);
  v->iov_base = ro, m->msg_control = 0, m->msg_controllen = 0, m->msg_name = 0, m->msg_namelen = 0;
  EXPECT("received-inside", "fault.inside", "likely", 2);
  S(SYS_recvmsg, pair[0], m, 0);
  *(int *)(rw + 64) = 100;
  EXPECT("address-length-first", "fault.unmapped", "proven", 3);
  S(SYS_getsockname, other, none, hole);
  EXPECT("address", "fault.protected", "proven", 2);
  S(SYS_getsockname, other, ro, rw + 64);
  EXPECT("length-not-writable", "fault.read-only", "likely", 3);
  S(SYS_getsockname, other, rw + 128, ro + 64);
  EXPECT("option-length-first", "fault.unmapped", "proven", 5);
  S(SYS_getsockopt, other, SOL_SOCKET, SO_TYPE, none, hole);
  EXPECT("address-too-long", "fault.protected", "proven", 2);
  S(SYS_bind, other, none - 20, 60);
  EXPECT("pair", "fault.protected", "proven", 4);
  S(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, ro);
}

static void waiting(int out) {
  int tube[2];
  (void)!pipe(tube);
  EXPECT("poll-of-read-only", "fault.read-only", "likely", 1);
  S(SYS_poll, ro, 1, 0);
  EXPECT("timeout-before-sets", "fault.unmapped", "proven", 5);
  S(SYS_pselect6, 5, none, 0, 0, hole, 0);
  EXPECT("mask-before-timeout", "fault.protected", "proven", 6);
  S(SYS_pselect6, 5, hole, 0, 0, hole, none);
  memset(rw + 2048, 0, 256);
  EXPECT("second-set", "fault.unmapped", "proven", 3);
  S(SYS_pselect6, 5, rw + 2048, hole, none, 0, 0);
  int events = epoll_create1(0);
  EXPECT("event", "fault.protected", "proven", 4);
  S(SYS_epoll_ctl, events, EPOLL_CTL_ADD, tube[0], none);
  S(SYS_epoll_ctl, events, EPOLL_CTL_ADD, tube[1], rw + 2048);
  *(struct epoll_event *)(rw + 2048) = (struct epoll_event){.events = EPOLLOUT};
  S(SYS_epoll_ctl, events, EPOLL_CTL_MOD, tube[1], rw + 2048);
  EXPECT("events", "fault.protected", "proven", 2);
  S(SYS_epoll_pwait, events, ro, 10, 0, 0, 8);
  EXPECT("futex", "fault.unmapped", "proven", 1);
  S(SYS_futex, hole, FUTEX_WAIT_PRIVATE, 0, 0);
  EXPECT("futex-timeout-first", "fault.protected", "proven", 4);
  S(SYS_futex, hole, FUTEX_WAIT_PRIVATE, 0, none);
  EXPECT("futex-shared-wake", "fault.protected", "proven", 1);
  S(SYS_futex, none, FUTEX_WAKE, 1);
  EXPECT("futex-shared-wake-of-read-only", "fault.protected", "proven", 1);
  S(SYS_futex, ro, FUTEX_WAKE, 1);
  EXPECT("futex-lock", "fault.protected", "proven", 1);
  S(SYS_futex, ro, FUTEX_LOCK_PI_PRIVATE, 0, 0);
  EXPECT("ioctl-size", "fault.unmapped", "proven", 3);
  S(SYS_ioctl, tube[0], FIONREAD, hole);
  EXPECT("lock", "fault.protected", "proven", 3);
  S(SYS_fcntl, out, F_GETLK, none - 8);
  if (fork() == 0) S(SYS_exit_group, 3);
  EXPECT("status-first", "fault.unmapped", "proven", 2);
  S(SYS_wait4, -1, hole, 0, none);
  if (fork() == 0) S(SYS_exit_group, 3);
  EXPECT("usage", "fault.unmapped", "proven", 4);
  S(SYS_wait4, -1, 0, 0, hole);
  if (fork() == 0) S(SYS_exit_group, 3);
  EXPECT("usage-before-information", "fault.unmapped", "proven", 5);
  S(SYS_waitid, P_ALL, 0, none, WEXITED, hole);
}

static void times(void) {
  EXPECT("new-before-old", "fault.unmapped", "proven", 2);
  S(SYS_rt_sigaction, SIGUSR1, hole, none, 8);
  EXPECT("old-mask", "fault.protected", "proven", 3);
  S(SYS_rt_sigprocmask, SIG_BLOCK, 0, ro, 8);
  EXPECT("stack", "fault.protected", "proven", 2);
  S(SYS_sigaltstack, 0, ro);
  EXPECT("timer-event-first", "fault.unmapped", "proven", 2);
  S(SYS_timer_create, CLOCK_REALTIME, hole, none);
  EXPECT("timer-id", "fault.protected", "proven", 3);
  S(SYS_timer_create, CLOCK_REALTIME, 0, ro);
  EXPECT("node", "fault.protected", "proven", 2);
  S(SYS_getcpu, 0, ro, 0);
  EXPECT("third-id", "fault.unmapped", "proven", 1);
  S(SYS_getresuid, hole, none, none);
  EXPECT("capabilities", "fault.unmapped", "proven", 1);
  S(SYS_capget, hole, none);
  unsigned long context = 0;
  if (S(SYS_io_setup, 4, &context) == 0) {
    EXPECT("requests", "fault.unmapped", "proven", 3);
    S(SYS_io_submit, context, 1, hole);
  }
  EXPECT("null", "fault.null", "proven", 2);
  S(SYS_clock_gettime, CLOCK_REALTIME, 0x40);
  EXPECT("guard", "fault.guard", "proven", 2);
  S(SYS_clock_gettime, CLOCK_REALTIME, guard + PG - 4);
}

static void programs(void) {
  char **argv = (void *)(rw + 3072);
  argv[0] = "true", argv[1] = none, argv[2] = 0;
  EXPECT("argument", "fault.protected", "proven", 2);
  S(SYS_execve, "/bin/true", argv, 0);
  EXPECT("environment-before-argument", "fault.unmapped", "proven", 3);
  S(SYS_execve, "/bin/true", argv, hole);
  EXPECT("arguments-before-environment", "fault.protected", "proven", 2);
  S(SYS_execve, "/bin/true", none, hole);
}

static void histories(int out) {
  char *p = anon(4), *there = anon(32), *q = mremap(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, there);
  PROOF;
  mremap(q, 8 * PG, 8 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, there + 16 * PG);
  EXPECT("moved-twice", "fault.moved", "proven", 2);
  S(SYS_write, out, p + PG + 8, 10);
  p = anon(8);
  PROOF;
  mremap(p, 8 * PG, 2 * PG, 0);
  EXPECT("shrunk", "fault.cut-off", "proven", 2);
  S(SYS_write, out, p + 3 * PG, 10);
  char *now = (char *)S(SYS_brk, 0);
  S(SYS_brk, now + 16 * PG);
  PROOF;
  S(SYS_brk, now + 4 * PG);
  EXPECT("break", "fault.cut-off", "proven", 2);
  S(SYS_write, out, now + 8 * PG, 10);
  p = anon(4);
  PROOF;
  mmap(p, 2 * PG, PROT_READ, ANON | MAP_FIXED, -1, 0);
  EXPECT("replaced", "fault.replaced", "proven", 1);
  S(SYS_getrandom, p + PG, 10, 0);
  p = anon(4);
  q = mmap(0, 2 * PG, PROT_READ, ANON, -1, 0);
  PROOF;
  mremap(q, 2 * PG, 2 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, p);
  EXPECT("replaced-by-moved", "fault.replaced", "proven", 1);
  S(SYS_getrandom, p + PG, 10, 0);
  int file = open("file", O_RDWR | O_CREAT | O_TRUNC, 0600);
  (void)!ftruncate(file, 4 * PG);
  p = mmap(0, 4 * PG, RW, MAP_SHARED, file, 0);
  PROOF;
  (void)!ftruncate(file, PG + 10);
  EXPECT("truncated", "fault.beyond-file", "proven", 2);
  S(SYS_write, out, p + 2 * PG, 10);
  p = mmap(0, 2 * PG, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  p = mremap(p, 2 * PG, 4 * PG, MREMAP_MAYMOVE);
  EXPECT("behind-shared", "fault.beyond-shared", "proven", 2);
  S(SYS_write, out, p + 3 * PG, 10);
  p = anon(2);
  PROOF;
  madvise(p, 2 * PG, MADV_DONTFORK);
  if (fork() == 0) {
    if (fork() == 0) {
      EXPECT("not-inherited-by-grandchild", "fault.not-inherited", "proven", 2);
      S(SYS_write, out, p, 10);
      S(SYS_exit_group, 0);
    }
    wait(0);
    S(SYS_exit_group, 0);
  }
  wait(0);
  EXPECT("never-read", "fault.never-mapped", "proven", 2);
  S(SYS_write, out, (char *)0x31415000, 10);
}

int main(void) {
  int zero = open("/dev/zero", O_RDONLY), out = open("out", O_RDWR | O_CREAT | O_TRUNC, 0600);
  layout();
  strings();
  vectors(zero, out);
  sockets();
  waiting(out);
  times();
  programs();
  histories(out);
  return 0;
}
