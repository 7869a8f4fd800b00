/*
 * How many bytes the kernel uses behind a pointer: the pointer goes back from the end of memory, byte by byte, until the call no
 * longer fails with EFAULT.
 *
 *     | memory        |  PROT_NONE  |
 *               <- p  edge
 *
 * One line each: call, argument, bytes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROBE(name, argument, before, ...)                                                           \
  for (int n = 0; n <= 600; n++) {                                                                   \
    char *p = edge - n;                                                                              \
    memset(page, 0, 4096);                                                                           \
    before;                                                                                          \
    errno = 0;                                                                                       \
    if (syscall(__VA_ARGS__) == -1 && errno == EFAULT) continue;                                     \
    printf("%s %s %d %s\n", name, argument, n, errno == ENOSYS ? "ENOSYS" : "");                     \
    break;                                                                                           \
  }
#define CALL(name, argument, ...) PROBE(#name, #argument, , SYS_##name, __VA_ARGS__)

int main(void) {
  char *page = mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), *edge = page + 4096;
  mprotect(edge, 4096, PROT_NONE);
  int file = open("sizes-file", O_RDWR | O_CREAT | O_TRUNC, 0600), tube[2], good[64] = {0};
  (void)!pipe(tube);
#ifdef SYS_stat
  CALL(stat, statbuf, "/", p)
  CALL(lstat, statbuf, "/", p)
  CALL(fstat, statbuf, file, p)
#endif
#ifdef SYS_stat64
  CALL(stat64, statbuf, "/", p)
  CALL(fstat64, statbuf, file, p)
  CALL(fstatat64, statbuf, AT_FDCWD, "/", p, 0)
#endif
#ifdef SYS_oldstat
  CALL(oldstat, statbuf, "/proc", p)
#endif
#ifdef SYS_newfstatat
  CALL(newfstatat, statbuf, AT_FDCWD, "/", p, 0)
#endif
  CALL(statx, statxbuf, AT_FDCWD, "/", 0, 0x7ff, p)
  CALL(statfs, buf, "/", p)
#ifdef SYS_statfs64
  PROBE("statfs64", "buf", , SYS_statfs64, "/", 84, p)
#endif
  CALL(uname, buf, p)
#ifdef SYS_olduname
  CALL(olduname, buf, p)
  CALL(oldolduname, buf, p)
#endif
  CALL(sysinfo, info, p)
  CALL(times, buf, p)
  CALL(getrusage, usage, 0, p)
  CALL(wait4, wstatus, fork() == 0 ? (_exit(0), 0) : -1, p, 0, 0)
  CALL(waitid, infop, P_PID, getpid(), p, WEXITED | WNOHANG, 0)
  CALL(rt_sigaction, oldact, SIGUSR1, 0, p, 8)
  CALL(rt_sigaction, act, SIGUSR1, p, 0, 8)
#ifdef SYS_sigaction
  CALL(sigaction, oldact, SIGUSR1, 0, p)
#endif
  CALL(rt_sigprocmask, oldset, 0, 0, p, 8)
#ifdef SYS_sigprocmask
  CALL(sigprocmask, oldset, 0, 0, p)
#endif
  CALL(rt_sigpending, set, p, 8)
  CALL(sigaltstack, old_ss, 0, p)
  CALL(sigaltstack, ss, p, 0)
  CALL(signalfd4, mask, -1, p, 8, 0)
  CALL(rt_sigtimedwait, timeout, good, 0, p, 8)
  CALL(nanosleep, req, p, 0)
  CALL(clock_gettime, tp, 0, p)
  CALL(clock_getres, res, 0, p)
#ifdef SYS_clock_gettime64
  CALL(clock_gettime64, tp, 0, p)
  CALL(clock_nanosleep_time64, request, 0, 0, p, 0)
#endif
  CALL(adjtimex, buf, p)
  CALL(gettimeofday, tv, p, 0)
  CALL(gettimeofday, tz, 0, p)
  CALL(time, tloc, p)
  CALL(getitimer, curr_value, 0, p)
  CALL(setitimer, new_value, 0, p, 0)
  CALL(timer_create, sevp, 0, p, good)
  CALL(timer_create, timerid, 0, 0, p)
  int timer = syscall(SYS_timerfd_create, 0, 0);
  CALL(timerfd_settime, new_value, timer, 0, p, 0)
  CALL(timerfd_gettime, curr_value, timer, p)
  CALL(sched_getparam, param, 0, p)
  CALL(sched_rr_get_interval, tp, 0, p)
  CALL(getcpu, cpu, p, 0, 0)
  CALL(getresuid, real, p, good, good)
#ifdef SYS_getresuid32
  CALL(getresuid32, real, p, good, good)
#endif
  PROBE("capget", "datap", good[0] = 0x20080522, SYS_capget, good, p)
  CALL(get_robust_list, head_ptr, 0, p, good)
  CALL(pipe2, pipefd, p, 0)
  CALL(socketpair, sv, AF_UNIX, SOCK_STREAM, 0, p)
  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  CALL(sendmsg, msg, pair[0], p, 0)
  int events = epoll_create1(0);
  CALL(epoll_ctl, event, events, EPOLL_CTL_ADD, tube[0], p)
  struct epoll_event ready = {.events = EPOLLOUT};
  epoll_ctl(events, EPOLL_CTL_ADD, tube[1], &ready);
  PROBE("epoll_wait", "events", , SYS_epoll_pwait, events, p, 1, 0, 0, 8)
  CALL(poll, fds, p, 1, 0)
  CALL(ppoll, tmo_p, 0, 0, p, 0, 8)
  CALL(utimensat, times, AT_FDCWD, "/", p, 0)
#ifdef SYS_utime
  PROBE("utime", "times", , SYS_utime, "sizes-file", p)
  PROBE("utimes", "times", , SYS_utimes, "sizes-file", p)
#endif
  CALL(name_to_handle_at, mount_id, AT_FDCWD, "/", (good[0] = 128, good), p, 0)
  CALL(io_setup, ctx_idp, 1, p)
  int queue = msgget(IPC_PRIVATE, 0600), sems = semget(IPC_PRIVATE, 1, 0600), shared = shmget(IPC_PRIVATE, 4096, 0600);
#ifdef SYS_msgctl
  PROBE("msgctl IPC_STAT", "buf", , SYS_msgctl, queue, IPC_STAT, p)
  PROBE("semctl IPC_STAT", "arg", , SYS_semctl, sems, 0, IPC_STAT, p)
  /* The machine may have no segment left. */
  if (shared >= 0) PROBE("shmctl IPC_STAT", "buf", , SYS_shmctl, shared, IPC_STAT, p)
#endif
  msgctl(queue, IPC_RMID, 0), semctl(sems, 0, IPC_RMID), shmctl(shared, IPC_RMID, 0);
  PROBE("fcntl F_GETLK", "lock", , SYS_fcntl, file, F_GETLK, p)
#ifdef SYS_fcntl64
  PROBE("fcntl F_GETLK64", "lock", , SYS_fcntl64, file, 12, p)
  PROBE("fcntl F_OFD_GETLK", "lock", , SYS_fcntl64, file, 36, p)
#endif
  PROBE("fcntl F_SETOWN_EX", "owner", , SYS_fcntl, tube[0], 15, p)
  PROBE("prctl PR_GET_NAME", "name", , SYS_prctl, PR_GET_NAME, p)
  PROBE("prctl PR_GET_PDEATHSIG", "arg2", , SYS_prctl, PR_GET_PDEATHSIG, p)
  PROBE("prctl PR_GET_TID_ADDRESS", "addr", , SYS_prctl, 40, p)
  PROBE("ioctl FIONREAD", "argp", , SYS_ioctl, tube[0], FIONREAD, p)
  PROBE("ioctl FIONBIO", "argp", , SYS_ioctl, tube[0], FIONBIO, p)
  PROBE("ioctl FIGETBSZ", "argp", , SYS_ioctl, file, 2, p)
  PROBE("ioctl FIOQSIZE", "argp", , SYS_ioctl, file, 0x5460, p)
  PROBE("ioctl SIOCGIFCONF", "argp", , SYS_ioctl, pair[0], 0x8912, p)
  PROBE("ioctl SIOCGIFFLAGS", "argp", , SYS_ioctl, pair[0], 0x8913, p)
  int terminal = open("/dev/ptmx", O_RDWR);
  PROBE("ioctl TCGETS", "argp", , SYS_ioctl, terminal, 0x5401, p)
  PROBE("ioctl TIOCGWINSZ", "argp", , SYS_ioctl, terminal, 0x5413, p)
  PROBE("ioctl TIOCGPTN", "argp", , SYS_ioctl, terminal, 0x80045430, p)
  return 0;
}
