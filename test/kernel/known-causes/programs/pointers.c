/*
 * A pointer that the kernel cannot use, handed to many calls for many reasons. Which reasons a call gets goes around, so
 * that every reason meets readers, writers, structures and strings.
 */
#include "known.h"
#include <linux/sched.h>
#include <poll.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/uio.h>

/* Why the pointer is bad: each makes one, and marks the line that proves it. */
static char *unmapped(void) {
  char *p = anon(8);
  PROOF;
  munmap(p + 2 * PG, PG);
  return p + 2 * PG + 64;
}
static char *unmapped_among_many(void) {
  char *p = anon(16);
  munmap(p, PG);
  munmap(p + 15 * PG, PG);
  PROOF;
  munmap(p + 4 * PG, 3 * PG);
  munmap(p + 9 * PG, PG);
  return p + 6 * PG;
}
static char *unmapped_again(void) {
  mmap(NOWHERE, 4 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
  munmap(NOWHERE, 4 * PG);
  mmap(NOWHERE, 2 * PG, RW, PRIV | MAP_FIXED_NOREPLACE, -1, 0);
  PROOF;
  munmap(NOWHERE, 2 * PG);
  return NOWHERE + 16;
}
static char *never(void) { return NOWHERE; }
static char *small(void) { return (char *)0x28; }
static char *null(void) { return NULL; }
static char *kernels(void) { return (char *)0xffff800000001000; }
static char *crooked(void) { return (char *)0x0041414141414141; }
static char *inaccessible(void) {
  PROOF;
  return anon_prot(2, PROT_NONE);
}
static char *taken_away(void) {
  char *p = anon(4);
  PROOF;
  mprotect(p + PG, PG, PROT_NONE);
  return p + PG;
}
static char *taken_away_twice(void) {
  char *p = anon(4);
  mprotect(p, 4 * PG, PROT_NONE);
  mprotect(p, 4 * PG, RW);
  PROOF;
  mprotect(p, 2 * PG, PROT_NONE);
  return p + 128;
}
static char *moved(void) {
  char *p = anon(4);
  PROOF;
  mremap(p, 4 * PG, 8 * PG, MREMAP_MAYMOVE | MREMAP_FIXED, NOWHERE);
  return p + PG + 8;
}
static char *shrunk(void) {
  char *p = anon(8);
  PROOF;
  mremap(p, 8 * PG, 2 * PG, 0);
  return p + 3 * PG;
}
static char *behind_the_file(void) {
  int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0600);
  (void)!ftruncate(fd, PG / 2);
  PROOF;
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  return p + 2 * PG;
}
static char *truncated(void) {
  int fd = file_of(4 * PG, O_RDWR);
  char *p = mmap(NULL, 4 * PG, RW, MAP_SHARED, fd, 0);
  PROOF;
  (void)!ftruncate(fd, PG);
  return p + 2 * PG;
}
static char *broken_off(void) {
  char *now = current_break();
  syscall(SYS_brk, now + 16 * PG);
  PROOF;
  syscall(SYS_brk, now + 4 * PG);
  return now + 8 * PG;
}
static char *replaced(void) {
  char *p = anon(4);
  PROOF;
  mmap(p, 2 * PG, PROT_NONE, PRIV | MAP_FIXED, -1, 0);
  return p + PG;
}
static char *guarded(void) {
  char *p = anon(4);
  PROOF;
  madvise(p, PG, 102);
  return p;
}
static char *of_the_parent(void) {
  char *p = anon(4);
  PROOF;
  madvise(p, 4 * PG, MADV_DONTFORK);
  if (fork() != 0) {
    wait(NULL);
    _exit(0);
  }
  return p + 8;
}
static char *detached(void) {
  int id = shmget(IPC_PRIVATE, 4 * PG, 0600);
  char *p = shmat(id, NULL, 0);
  shmctl(id, IPC_RMID, NULL);
  PROOF;
  shmdt(p);
  return p + PG;
}
/* Those that only a call which writes stumbles over. */
static char *read_only(void) {
  PROOF;
  return anon_prot(2, PROT_READ);
}
static char *made_read_only(void) {
  char *p = anon(4);
  PROOF;
  mprotect(p, PG, PROT_READ);
  mprotect(p + 2 * PG, PG, PROT_NONE);
  return p;
}
static char *read_only_file(void) {
  file_of(PG, O_RDWR);
  int fd = open("data-1", O_RDONLY);
  PROOF;
  return mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}
static char *constant(void) { return (char *)(uintptr_t)"a text in the program"; }

struct reason {
  const char *name, *cause;
  enum standing standing;
  char *(*make)(void);
  int only_writers;
  const char *how;
};
static const struct reason reasons[] = {
    {"unmapped", "unmapped earlier", PROVEN, unmapped, 0, ""},
    {"read_only", "mapped read-only", PROVEN, read_only, 1, ""},
    {"inaccessible", "mapped without access", PROVEN, inaccessible, 0, ""},
    {"never", "never mapped", NOT_SHOWN, never, 0, ""},
    {"made_read_only", "made read-only earlier", PROVEN, made_read_only, 1, ""},
    {"taken_away", "access taken away earlier", PROVEN, taken_away, 0, ""},
    {"moved", "moved away by mremap", PROVEN, moved, 0, ""},
    {"behind_the_file", "behind the end of the file", PROVEN, behind_the_file, 0, ""},
    {"unmapped_among_many", "unmapped earlier", PROVEN, unmapped_among_many, 0, ""},
    {"null", "null pointer", PROVEN, null, 0, ""},
    {"broken_off", "cut off by brk", PROVEN, broken_off, 0, ""},
    {"kernels", "beyond the address space", PROVEN, kernels, 0, ""},
    {"read_only_file", "mapped read-only", PROVEN, read_only_file, 1, ""},
    {"shrunk", "cut off by mremap", PROVEN, shrunk, 0, ""},
    {"replaced", "replaced by another mapping", PROVEN, replaced, 0, ""},
    {"small", "null pointer", PROVEN, small, 0, ""},
    {"unmapped_again", "unmapped earlier", PROVEN, unmapped_again, 0, ""},
    {"guarded", "guard page", PROVEN, guarded, 0, ""},
    {"of_the_parent", "not inherited by fork", PROVEN, of_the_parent, 0, "children"},
    {"crooked", "beyond the address space", PROVEN, crooked, 0, ""},
    {"truncated", "file made shorter", PROVEN, truncated, 0, ""},
    {"taken_away_twice", "access taken away earlier", PROVEN, taken_away_twice, 0, ""},
    {"constant", "read-only memory of the program", NOT_SHOWN, constant, 1, ""},
    {"detached", "unmapped earlier", PROVEN, detached, 0, ""},
};
enum { REASONS = sizeof reasons / sizeof *reasons };

/* The calls. Everything beside the pointer is right, and made before. */
enum { TAKES_NULL = 1, WRITES = 2, ERRNO_ELSE = 4 };
struct pointer_call {
  const char *name;
  int traits;
  void (*run)(char *);
};
static int data(void) { return open("/dev/zero", O_RDWR); }
static int half_pair(void) {
  int fds[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, fds);
  (void)!write(fds[1], "some words", 10);
  return fds[0];
}
static struct iovec held;
static char page[PG];

#define CALL(id, setup, ...)                                                                                         \
  static void call_##id(char *p) {                                                                                   \
    setup;                                                                                                           \
    FAILS;                                                                                                           \
    syscall(__VA_ARGS__);                                                                                            \
  }
CALL(read, int fd = data(), SYS_read, fd, p, 100)
CALL(pread64, int fd = data(), SYS_pread64, fd, p, 4096, 0)
CALL(readv, int fd = data(); held.iov_base = p; held.iov_len = 48, SYS_readv, fd, &held, 1)
CALL(readv_vector, int fd = data(), SYS_readv, fd, p, 2)
CALL(write, int fd = half_pair(), SYS_write, fd, p, 64)
CALL(pwrite64, int fd = file_of(0, O_RDWR), SYS_pwrite64, fd, p, 32, 0)
CALL(writev, int fd = half_pair(); held.iov_base = p; held.iov_len = 10, SYS_writev, fd, &held, 1)
CALL(writev_vector, int fd = half_pair(), SYS_writev, fd, p, 3)
CALL(open, , SYS_open, p, O_RDONLY)
CALL(openat, , SYS_openat, AT_FDCWD, p, O_RDONLY, 0)
CALL(stat_path, , SYS_stat, p, page)
CALL(stat, , SYS_stat, "/", p)
CALL(fstat, int fd = data(), SYS_fstat, fd, p)
CALL(newfstatat, , SYS_newfstatat, AT_FDCWD, "/", p, 0)
CALL(statx, , SYS_statx, AT_FDCWD, "/", 0, 0x7ff, p)
CALL(statfs, , SYS_statfs, "/", p)
CALL(access, , SYS_access, p, R_OK)
CALL(execve, , SYS_execve, p, NULL, NULL)
CALL(execve_arguments, , SYS_execve, "/bin/true", p, NULL)
CALL(unlink, , SYS_unlink, p)
CALL(mkdir, , SYS_mkdir, p, 0700)
CALL(rename, , SYS_rename, "data-x", p)
CALL(chdir, , SYS_chdir, p)
CALL(readlink, , SYS_readlink, "/proc/self/exe", p, 64)
CALL(getcwd, , SYS_getcwd, p, 256)
CALL(uname, , SYS_uname, p)
CALL(pipe2, , SYS_pipe2, p, O_CLOEXEC)
CALL(socketpair, , SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, p)
CALL(getdents64, int fd = open("/", O_RDONLY | O_DIRECTORY), SYS_getdents64, fd, p, 2048)
CALL(futex_wait, , SYS_futex, p, 0, 0, NULL, NULL, 0)
CALL(futex_timeout, , SYS_futex, page, 128, 0, p, NULL, 0)
CALL(nanosleep, , SYS_nanosleep, p, NULL)
CALL(clock_gettime, , SYS_clock_gettime, 0, p)
CALL(gettimeofday, , SYS_gettimeofday, p, NULL)
CALL(getrandom, , SYS_getrandom, p, 16, 0)
CALL(getrusage, , SYS_getrusage, 0, p)
CALL(sysinfo, , SYS_sysinfo, p)
CALL(times, , SYS_times, p)
CALL(sendto, int fd = half_pair(), SYS_sendto, fd, p, 20, 0, NULL, 0)
CALL(recvfrom, int fd = half_pair(), SYS_recvfrom, fd, p, 8, 0, NULL, NULL)
CALL(sendmsg, int fd = half_pair(), SYS_sendmsg, fd, p, 0)
CALL(recvmsg, int fd = half_pair(), SYS_recvmsg, fd, p, 0)
CALL(bind, int fd = socket(AF_INET, SOCK_DGRAM, 0), SYS_bind, fd, p, 16)
CALL(connect, int fd = socket(AF_INET, SOCK_STREAM, 0), SYS_connect, fd, p, 16)
CALL(getsockname, int fd = half_pair(); *(int *)page = 16, SYS_getsockname, fd, p, page)
CALL(getsockopt, int fd = half_pair(); *(int *)page = 4, SYS_getsockopt, fd, SOL_SOCKET, SO_TYPE, p, page)
CALL(setsockopt, int fd = half_pair(), SYS_setsockopt, fd, SOL_SOCKET, SO_KEEPALIVE, p, 4)
CALL(poll, , SYS_poll, p, 2, 0)
CALL(select, , SYS_select, 8, p, NULL, NULL, NULL)
CALL(epoll_ctl, int fd = epoll_create1(0); int other = half_pair(), SYS_epoll_ctl, fd, EPOLL_CTL_ADD, other, p)
CALL(rt_sigaction, , SYS_rt_sigaction, SIGUSR1, p, NULL, 8)
CALL(rt_sigprocmask, , SYS_rt_sigprocmask, SIG_BLOCK, p, NULL, 8)
CALL(rt_sigpending, , SYS_rt_sigpending, p, 8)
CALL(sigaltstack, , SYS_sigaltstack, NULL, p)
CALL(prlimit_new, , SYS_prlimit64, 0, RLIMIT_CORE, p, NULL)
CALL(prlimit_old, , SYS_prlimit64, 0, RLIMIT_CORE, NULL, p)
CALL(sched_getaffinity, , SYS_sched_getaffinity, 0, 128, p)
CALL(sched_setaffinity, , SYS_sched_setaffinity, 0, 8, p)
CALL(ioctl_pending, int fd = half_pair(), SYS_ioctl, fd, FIONREAD, p)
CALL(ioctl_blocking, int fd = half_pair(), SYS_ioctl, fd, FIONBIO, p)
CALL(clone3, , SYS_clone3, p, 88)
CALL(sendfile, int fd = data(); int to = half_pair(), SYS_sendfile, to, fd, p, 10)
CALL(getitimer, , SYS_getitimer, 0, p)
CALL(setitimer, , SYS_setitimer, 0, p, NULL)
CALL(getresuid, , SYS_getresuid, p, page, page)
CALL(set_name, , SYS_prctl, PR_SET_NAME, p)
CALL(get_name, , SYS_prctl, PR_GET_NAME, p)
CALL(lock_file, int fd = file_of(10, O_RDWR), SYS_fcntl, fd, F_SETLK, p)
CALL(memfd_create, , SYS_memfd_create, p, 0)
CALL(mincore, char *good = anon(1), SYS_mincore, good, PG, p)
CALL(utimensat, , SYS_utimensat, AT_FDCWD, "/tmp", p, 0)
CALL(ppoll_timeout, , SYS_ppoll, NULL, 0, p, NULL, 8)
CALL(wait4, int child = fork(); if (child == 0) _exit(7), SYS_wait4, child, p, 0, NULL)

static const struct pointer_call calls[] = {
    {"read", WRITES, call_read},
    {"pread64", WRITES, call_pread64},
    {"readv", WRITES, call_readv},
    {"readv_vector", 0, call_readv_vector},
    {"write", 0, call_write},
    {"pwrite64", 0, call_pwrite64},
    {"writev", 0, call_writev},
    {"writev_vector", 0, call_writev_vector},
    {"open", 0, call_open},
    {"openat", 0, call_openat},
    {"stat_path", 0, call_stat_path},
    {"stat", WRITES, call_stat},
    {"fstat", WRITES, call_fstat},
    {"newfstatat", WRITES, call_newfstatat},
    {"statx", WRITES, call_statx},
    {"statfs", WRITES, call_statfs},
    {"access", 0, call_access},
    {"execve", 0, call_execve},
    {"execve_arguments", TAKES_NULL, call_execve_arguments},
    {"unlink", 0, call_unlink},
    {"mkdir", 0, call_mkdir},
    {"rename", 0, call_rename},
    {"chdir", 0, call_chdir},
    {"readlink", WRITES, call_readlink},
    {"getcwd", WRITES, call_getcwd},
    {"uname", WRITES, call_uname},
    {"pipe2", WRITES, call_pipe2},
    {"socketpair", WRITES, call_socketpair},
    {"getdents64", WRITES, call_getdents64},
    {"futex_wait", ERRNO_ELSE, call_futex_wait},
    {"futex_timeout", TAKES_NULL, call_futex_timeout},
    {"nanosleep", 0, call_nanosleep},
    {"clock_gettime", WRITES, call_clock_gettime},
    {"gettimeofday", TAKES_NULL | WRITES, call_gettimeofday},
    {"getrandom", WRITES, call_getrandom},
    {"getrusage", WRITES, call_getrusage},
    {"sysinfo", WRITES, call_sysinfo},
    {"times", TAKES_NULL | WRITES, call_times},
    {"sendto", 0, call_sendto},
    {"recvfrom", WRITES, call_recvfrom},
    {"sendmsg", 0, call_sendmsg},
    {"recvmsg", 0, call_recvmsg},
    {"bind", 0, call_bind},
    {"connect", 0, call_connect},
    {"getsockname", WRITES, call_getsockname},
    {"getsockopt", WRITES, call_getsockopt},
    {"setsockopt", 0, call_setsockopt},
    {"poll", 0, call_poll},
    {"select", TAKES_NULL, call_select},
    {"epoll_ctl", 0, call_epoll_ctl},
    {"rt_sigaction", TAKES_NULL, call_rt_sigaction},
    {"rt_sigprocmask", TAKES_NULL, call_rt_sigprocmask},
    {"rt_sigpending", WRITES, call_rt_sigpending},
    {"sigaltstack", TAKES_NULL | WRITES, call_sigaltstack},
    {"prlimit_new", TAKES_NULL, call_prlimit_new},
    {"prlimit_old", TAKES_NULL | WRITES, call_prlimit_old},
    {"sched_getaffinity", WRITES, call_sched_getaffinity},
    {"sched_setaffinity", 0, call_sched_setaffinity},
    {"ioctl_pending", WRITES, call_ioctl_pending},
    {"ioctl_blocking", 0, call_ioctl_blocking},
    {"clone3", 0, call_clone3},
    {"sendfile", TAKES_NULL, call_sendfile},
    {"getitimer", WRITES, call_getitimer},
    {"setitimer", TAKES_NULL, call_setitimer},
    {"getresuid", WRITES, call_getresuid},
    {"set_name", 0, call_set_name},
    {"get_name", WRITES, call_get_name},
    {"lock_file", 0, call_lock_file},
    {"memfd_create", 0, call_memfd_create},
    {"mincore", WRITES, call_mincore},
    {"utimensat", TAKES_NULL, call_utimensat},
    {"ppoll_timeout", TAKES_NULL, call_ppoll_timeout},
    {"wait4", WRITES | TAKES_NULL, call_wait4},
};
enum { CALLS = sizeof calls / sizeof *calls, EACH = 3 };

static struct pointer_case {
  struct known known;
  const struct pointer_call *call;
  const struct reason *reason;
  char name[64];
} cases[CALLS * EACH];

static void run_pointer(const struct known *known) {
  const struct pointer_case *it = (const struct pointer_case *)known;
  it->call->run(it->reason->make());
}

/* wait4 has a child of its own: without -f its log has the parent alone. */
static int fits(const struct pointer_call *call, const struct reason *reason) {
  if (reason->only_writers && !(call->traits & WRITES)) return 0;
  if (reason->make == null && (call->traits & TAKES_NULL)) return 0;
  return !(reason->make == small && (call->traits & ERRNO_ELSE));
}

__attribute__((constructor)) static void add_pointer_cases(void) {
  int next = 0, made = 0;
  for (int c = 0; c < CALLS; c++) {
    for (int n = 0; n < EACH; next++) {
      const struct reason *reason = &reasons[next % REASONS];
      if (!fits(&calls[c], reason)) continue;
      struct pointer_case *it = &cases[made++];
      it->call = &calls[c];
      it->reason = reason;
      snprintf(it->name, sizeof it->name, "pointer_%s_%s", calls[c].name, reason->name);
      it->known = (struct known){it->name,    "EFAULT",    reason->cause, reason->standing,
                                 reason->how, run_pointer, all_known};
      all_known = &it->known;
      n++;
    }
  }
}
