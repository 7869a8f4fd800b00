/* Calls with a pointer that are met less often. */
#include "pointers.h"
#include <linux/aio_abi.h>
#include <linux/openat2.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>

static struct iovec held;
static int listening(void) {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  return fd;
}

CALL(preadv2, int fd = data(); held.iov_base = p; held.iov_len = 40, SYS_preadv2, fd, &held, 1, 0, 0, 0)
CALL(pwritev, int fd = file_of(0, O_RDWR); held.iov_base = p; held.iov_len = 40, SYS_pwritev, fd, &held, 1, 0, 0)
CALL(openat2, , SYS_openat2, AT_FDCWD, "/", p, sizeof(struct open_how))
CALL(faccessat2, , SYS_faccessat2, AT_FDCWD, p, R_OK, 0)
CALL(linkat, , SYS_linkat, AT_FDCWD, "/", AT_FDCWD, p, 0)
CALL(symlinkat, , SYS_symlinkat, "x", AT_FDCWD, p)
CALL(readlinkat, , SYS_readlinkat, AT_FDCWD, "/proc/self/exe", p, 64)
CALL(fchmodat, , SYS_fchmodat, AT_FDCWD, p, 0600)
CALL(fchownat, , SYS_fchownat, AT_FDCWD, p, 0, 0, 0)
CALL(mknodat, , SYS_mknodat, AT_FDCWD, p, 0600, 0)
CALL(unlinkat, , SYS_unlinkat, AT_FDCWD, p, 0)
CALL(renameat2, , SYS_renameat2, AT_FDCWD, p, AT_FDCWD, "data-9", 0)
CALL(truncate, , SYS_truncate, p, 0)
CALL(chmod, , SYS_chmod, p, 0600)
CALL(rmdir, , SYS_rmdir, p)
CALL(lstat, , SYS_lstat, "/", p)
CALL(fstatfs, int fd = data(), SYS_fstatfs, fd, p)
CALL(getxattr, , SYS_getxattr, "/", p, page, 10)
CALL(listxattr, , SYS_listxattr, p, page, 10)
CALL(getsockname_length, int fd = half_pair(), SYS_getsockname, fd, page, p)
CALL(getpeername, int fd = half_pair(); *(int *)page = 16, SYS_getpeername, fd, p, page)
CALL(sendmmsg, int fd = half_pair(), SYS_sendmmsg, fd, p, 1, 0)
CALL(recvmmsg, int fd = half_pair(), SYS_recvmmsg, fd, p, 1, 64, NULL)
CALL(epoll_pwait_mask, int fd = (int)syscall(SYS_epoll_create1, 0), SYS_epoll_pwait, fd, page, 1, 0, p, 8)
CALL(ppoll_fds, , SYS_ppoll, p, 1, NULL, NULL, 8)
CALL(pselect_timeout, , SYS_pselect6, 0, NULL, NULL, NULL, p, NULL)
CALL(clock_nanosleep, , SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, p, NULL)
CALL(clock_getres, , SYS_clock_getres, 0, p)
CALL(timer_create, , SYS_timer_create, CLOCK_MONOTONIC, NULL, p)
CALL(timerfd_settime, int fd = (int)syscall(SYS_timerfd_create, 1, 0), SYS_timerfd_settime, fd, 0, p, NULL)
CALL(rt_sigtimedwait, , SYS_rt_sigtimedwait, p, NULL, page, 8)
CALL(rt_sigqueueinfo, pid_t own = getpid(), SYS_rt_sigqueueinfo, own, 0, p)
CALL(sched_getparam, , SYS_sched_getparam, 0, p)
CALL(sched_setscheduler, , SYS_sched_setscheduler, 0, 0, p)
CALL(getgroups, (void)!syscall(SYS_setgroups, 1, page), SYS_getgroups, 4, p)
CALL(getresgid, , SYS_getresgid, page, p, page)
CALL(capget, , SYS_capget, p, page)
CALL(copy_file_range, int from = file_of(100, O_RDWR); int to = file_of(0, O_RDWR), SYS_copy_file_range, from, p, to, NULL, 10, 0)
CALL(splice, int from = file_of(100, O_RDWR); int ends[2]; (void)!syscall(SYS_pipe2, ends, 0), SYS_splice, from, p, ends[1], NULL, 10, 0)
CALL(inotify, int fd = (int)syscall(SYS_inotify_init1, 0), SYS_inotify_add_watch, fd, p, IN_MODIFY)
CALL(io_setup, , SYS_io_setup, 8, p)
CALL(getcpu, , SYS_getcpu, p, NULL, NULL)
CALL(waitid, int child = fork(); if (child == 0) _exit(7), SYS_waitid, P_PID, child, p, WEXITED, NULL)
CALL(get_robust_list, , SYS_get_robust_list, 0, p, page)
CALL(mq_open, , SYS_mq_open, p, O_RDONLY, 0, NULL)
CALL(sethostname, , SYS_sethostname, p, 5)
CALL(name_to_handle, , SYS_name_to_handle_at, AT_FDCWD, "/", p, page, 0)
CALL(umount, , SYS_umount2, p, 0)
CALL(msgsnd, int id = (int)syscall(SYS_msgget, 0, 0600), SYS_msgsnd, id, p, 10, 0)
CALL(semop, int id = (int)syscall(SYS_semget, 0, 1, 0600), SYS_semop, id, p, 1)
CALL(connect_unix, int fd = listening(), SYS_connect, fd, p, 40)

static const struct pointer_call calls[] = {
    {"preadv2", WRITES, call_preadv2},
    {"pwritev", 0, call_pwritev},
    {"openat2", 0, call_openat2},
    {"faccessat2", 0, call_faccessat2},
    {"linkat", 0, call_linkat},
    {"symlinkat", 0, call_symlinkat},
    {"readlinkat", WRITES, call_readlinkat},
    {"fchmodat", 0, call_fchmodat},
    {"fchownat", 0, call_fchownat},
    {"mknodat", 0, call_mknodat},
    {"unlinkat", 0, call_unlinkat},
    {"renameat2", 0, call_renameat2},
    {"truncate", 0, call_truncate},
    {"chmod", 0, call_chmod},
    {"rmdir", 0, call_rmdir},
    {"lstat", WRITES, call_lstat},
    {"fstatfs", WRITES, call_fstatfs},
    {"getxattr", 0, call_getxattr},
    {"listxattr", 0, call_listxattr},
    {"getsockname_length", 0, call_getsockname_length},
    {"getpeername", WRITES, call_getpeername},
    {"sendmmsg", 0, call_sendmmsg},
    {"recvmmsg", 0, call_recvmmsg},
    {"epoll_pwait_mask", TAKES_NULL, call_epoll_pwait_mask},
    {"ppoll_fds", 0, call_ppoll_fds},
    {"pselect_timeout", TAKES_NULL, call_pselect_timeout},
    {"clock_nanosleep", 0, call_clock_nanosleep},
    {"clock_getres", WRITES | TAKES_NULL, call_clock_getres},
    {"timer_create", WRITES, call_timer_create},
    {"timerfd_settime", 0, call_timerfd_settime},
    {"rt_sigtimedwait", 0, call_rt_sigtimedwait},
    {"rt_sigqueueinfo", 0, call_rt_sigqueueinfo},
    {"sched_getparam", WRITES | TAKES_NULL, call_sched_getparam},
    {"sched_setscheduler", TAKES_NULL, call_sched_setscheduler},
    {"getgroups", WRITES, call_getgroups},
    {"getresgid", WRITES, call_getresgid},
    {"capget", 0, call_capget},
    {"copy_file_range", TAKES_NULL, call_copy_file_range},
    {"splice", TAKES_NULL, call_splice},
    {"inotify", 0, call_inotify},
    {"io_setup", 0, call_io_setup},
    {"getcpu", WRITES | TAKES_NULL, call_getcpu},
    {"waitid", WRITES | TAKES_NULL, call_waitid},
    {"get_robust_list", WRITES, call_get_robust_list},
    {"mq_open", 0, call_mq_open},
    {"sethostname", 0, call_sethostname},
    {"name_to_handle", 0, call_name_to_handle},
    {"umount", 0, call_umount},
    {"msgsnd", 0, call_msgsnd},
    {"semop", 0, call_semop},
    {"connect_unix", 0, call_connect_unix},
};

__attribute__((constructor)) static void add_calls(void) { add_pointer_cases(calls, sizeof calls / sizeof *calls); }
