/* Calls with a pointer that programs make every day. */
#include "pointers.h"
#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

static struct iovec held;

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

__attribute__((constructor)) static void add_calls(void) { add_pointer_cases(calls, sizeof calls / sizeof *calls); }
