/* Calls that fail for reasons that lie outside the address space. */
#include "known.h"
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/un.h>

static char room[4096];
static int fds[2];
static void interrupts(int number) { (void)number; }

#define OUTSIDE_CASE(id, errno_name, cause, ...)                                                                     \
  CASE(id, errno_name, cause, OUTSIDE) { __VA_ARGS__; }

OUTSIDE_CASE(outside_read_would_block, "EAGAIN", "nothing to read from a non-blocking pipe", (void)!pipe2(fds, O_NONBLOCK);
             FAILS; (void)!read(fds[0], room, 10))
OUTSIDE_CASE(outside_recv_would_block, "EAGAIN", "nothing to read from a non-blocking socket",
             socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds);
             FAILS; recv(fds[0], room, 10, 0))
OUTSIDE_CASE(outside_recv_dontwait, "EAGAIN", "nothing to read and MSG_DONTWAIT", socketpair(AF_UNIX, SOCK_DGRAM, 0, fds);
             FAILS; recv(fds[0], room, 10, MSG_DONTWAIT))
OUTSIDE_CASE(outside_write_would_block, "EAGAIN", "the pipe is full", (void)!pipe2(fds, O_NONBLOCK);
             while (write(fds[1], room, 4096) > 0) if (ioctl(fds[1], FIONREAD, room) == 0 && *(int *)room >= 65536) break;
             FAILS; (void)!write(fds[1], room, 10))
OUTSIDE_CASE(outside_accept_would_block, "EAGAIN", "nobody connects", int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
             listen(s, 1); FAILS; syscall(SYS_accept4, s, NULL, NULL, 0))
OUTSIDE_CASE(outside_event_would_block, "EAGAIN", "counter is zero", int e = eventfd(0, EFD_NONBLOCK); FAILS;
             (void)!read(e, room, 8))
OUTSIDE_CASE(outside_timer_would_block, "EAGAIN", "timer not expired", int t = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
             FAILS; (void)!read(t, room, 8))
OUTSIDE_CASE(outside_futex_value, "EAGAIN", "the futex has another value", FAILS;
             syscall(SYS_futex, room, 128, 5, NULL, NULL, 0))
OUTSIDE_CASE(outside_futex_timeout, "ETIMEDOUT", "time is over", struct timespec t = {0};
             t.tv_nsec = 1000; FAILS; syscall(SYS_futex, room, 128, 0, &t, NULL, 0))
OUTSIDE_CASE(outside_lock_held, "EAGAIN", "another holds the file lock", int a = file_of(0, O_RDWR);
             int b = open("data-1", O_RDWR); (void)!syscall(SYS_flock, a, 2); FAILS; syscall(SYS_flock, b, 2 | 4))
OUTSIDE_CASE(outside_seek_negative, "EINVAL", "offset below zero", int f = file_of(10, O_RDWR); FAILS;
             lseek(f, -5, SEEK_SET))
OUTSIDE_CASE(outside_seek_whence, "EINVAL", "unknown whence", int f = file_of(10, O_RDWR); FAILS; lseek(f, 0, 99))
OUTSIDE_CASE(outside_seek_pipe, "ESPIPE", "a pipe has no position", (void)!pipe(fds); FAILS; lseek(fds[0], 0, SEEK_SET))
OUTSIDE_CASE(outside_no_file, "ENOENT", "no such file", FAILS; open("no-such-file", O_RDONLY))
OUTSIDE_CASE(outside_no_file_stat, "ENOENT", "no such file", FAILS; access("/etc/ld.so.preload-not-there", R_OK))
OUTSIDE_CASE(outside_not_a_directory, "ENOTDIR", "part of the path is a file", FAILS; open("/etc/passwd/x", O_RDONLY))
OUTSIDE_CASE(outside_is_a_directory, "EISDIR", "directory opened for writing", FAILS; open("/tmp", O_WRONLY))
OUTSIDE_CASE(outside_read_directory, "EISDIR", "directory is read", int d = open("/", O_RDONLY | O_DIRECTORY); FAILS;
             (void)!read(d, room, 10))
OUTSIDE_CASE(outside_exists, "EEXIST", "file exists", file_of(0, O_RDWR); FAILS;
             open("data-1", O_RDWR | O_CREAT | O_EXCL, 0600))
OUTSIDE_CASE(outside_no_permission, "EACCES", "permissions of the file", file_of(0, O_RDWR); chmod("data-1", 0);
             (void)!setresuid(65534, 65534, 65534); FAILS; open("data-1", O_RDONLY))
OUTSIDE_CASE(outside_read_only_proc, "EACCES", "permissions of the file", (void)!setresuid(65534, 65534, 65534); FAILS;
             open("/proc/1/mem", O_RDWR))
OUTSIDE_CASE(outside_loop, "ELOOP", "symbolic link to itself", (void)!symlink("ring", "ring"); FAILS;
             open("ring", O_RDONLY))
OUTSIDE_CASE(outside_name_too_long, "ENAMETOOLONG", "name too long", memset(room, 'x', 300); FAILS; mkdir(room, 0700))
OUTSIDE_CASE(outside_write_to_read_only, "EBADF", "descriptor opened read-only", int f = open("/dev/null", O_RDONLY); FAILS;
             (void)!write(f, room, 1))
OUTSIDE_CASE(outside_read_from_write_only, "EBADF", "descriptor opened write-only", int f = open("/dev/null", O_WRONLY);
             FAILS; (void)!read(f, room, 1))
OUTSIDE_CASE(outside_closed, "EBADF", "descriptor closed earlier", int f = open("/dev/null", O_RDWR); close(f); FAILS;
             (void)!write(f, room, 1))
OUTSIDE_CASE(outside_close_twice, "EBADF", "descriptor closed earlier", int f = open("/dev/null", O_RDWR); close(f); FAILS;
             close(f))
OUTSIDE_CASE(outside_fstat_minus_one, "EBADF", "descriptor not open", FAILS; syscall(SYS_fstat, -1, room))
OUTSIDE_CASE(outside_dup2, "EBADF", "descriptor beyond the limit", FAILS; dup2(0, 1 << 24))
OUTSIDE_CASE(outside_too_many_files, "EMFILE", "limit of descriptors", limit(RLIMIT_NOFILE, 3); FAILS;
             open("/dev/null", O_RDONLY))
OUTSIDE_CASE(outside_no_child, "ECHILD", "no child", FAILS; wait(NULL))
OUTSIDE_CASE(outside_kill_nobody, "ESRCH", "no such process", FAILS; kill(0x3ffffff, 0))
OUTSIDE_CASE(outside_kill_init, "EPERM", "process of another user", (void)!setresuid(65534, 65534, 65534); FAILS; kill(1, 9))
OUTSIDE_CASE(outside_kill_signal, "EINVAL", "no such signal", pid_t own = getpid(); FAILS; kill(own, 200))
OUTSIDE_CASE(outside_handle_kill, "EINVAL", "signal cannot be handled", struct sigaction a; memset(&a, 0, sizeof a);
             FAILS; syscall(SYS_rt_sigaction, SIGKILL, &a, NULL, 8))
OUTSIDE_CASE(outside_broken_pipe, "EPIPE", "nobody reads the pipe", signal(SIGPIPE, SIG_IGN); (void)!pipe(fds);
             close(fds[0]); FAILS; (void)!write(fds[1], room, 1))
OUTSIDE_CASE(outside_refused, "ECONNREFUSED", "nobody listens", int s = socket(AF_UNIX, SOCK_STREAM, 0);
             struct sockaddr_un a = {AF_UNIX, "nobody"}; close(open("nobody", O_CREAT, 0600)); FAILS;
             connect(s, (struct sockaddr *)&a, sizeof a))
OUTSIDE_CASE(outside_not_connected, "ENOTCONN", "not connected", int s = socket(AF_INET, SOCK_STREAM, 0); FAILS;
             recv(s, room, 10, 0))
OUTSIDE_CASE(outside_address_in_use, "EADDRINUSE", "address in use", struct sockaddr_un a = {AF_UNIX, "taken"};
             int s = socket(AF_UNIX, SOCK_STREAM, 0); bind(s, (struct sockaddr *)&a, sizeof a);
             s = socket(AF_UNIX, SOCK_STREAM, 0); FAILS; bind(s, (struct sockaddr *)&a, sizeof a))
OUTSIDE_CASE(outside_no_protocol, "EPROTONOSUPPORT", "protocol not there", FAILS; socket(AF_INET, SOCK_STREAM, 77))
OUTSIDE_CASE(outside_no_family, "EAFNOSUPPORT", "address family not there", FAILS; socket(45, SOCK_STREAM, 0))
OUTSIDE_CASE(outside_option, "ENOPROTOOPT", "no such option", int s = socket(AF_INET, SOCK_STREAM, 0); FAILS;
             setsockopt(s, SOL_SOCKET, 9999, room, 4))
OUTSIDE_CASE(outside_not_a_socket, "ENOTSOCK", "no socket", int f = open("/dev/null", O_RDWR); FAILS; listen(f, 1))
OUTSIDE_CASE(outside_not_a_terminal, "ENOTTY", "no terminal", int f = open("/dev/null", O_RDWR); FAILS;
             ioctl(f, TIOCGWINSZ, room))
OUTSIDE_CASE(outside_short_getcwd, "ERANGE", "buffer too short", FAILS; syscall(SYS_getcwd, room, 1))
OUTSIDE_CASE(outside_no_exec, "ENOENT", "no such file", FAILS; execl("/no/such/program", "x", NULL))
OUTSIDE_CASE(outside_exec_permission, "EACCES", "file not executable", file_of(0, O_RDWR); FAILS; execl("data-1", "x", NULL))
OUTSIDE_CASE(outside_exec_format, "ENOEXEC", "no format of a program", int f = open("script", O_RDWR | O_CREAT, 0755);
             (void)!write(f, "nothing", 7); close(f); FAILS; execl("script", "x", NULL))
OUTSIDE_CASE(outside_exec_busy, "ETXTBSY", "the program is open for writing",
             int f = open("prog", O_RDWR | O_CREAT, 0755); (void)!write(f, "\x7f" "ELF", 4); FAILS; execl("prog", "x", NULL))
OUTSIDE_CASE(outside_write_running, "ETXTBSY", "the program runs", FAILS; open("/proc/self/exe", O_WRONLY))
OUTSIDE_CASE(outside_file_size, "EFBIG", "limit of file size", signal(SIGXFSZ, SIG_IGN); int f = file_of(0, O_RDWR);
             limit(RLIMIT_FSIZE, 10); (void)!write(f, room, 10); FAILS; (void)!write(f, room, 10))
OUTSIDE_CASE(outside_truncate_negative, "EINVAL", "length below zero", int f = file_of(0, O_RDWR); FAILS;
             (void)!ftruncate(f, -1))
OUTSIDE_CASE(outside_truncate_read_only, "EINVAL", "descriptor opened read-only", int f = file_of(0, O_RDONLY); FAILS;
             (void)!ftruncate(f, 10))
OUTSIDE_CASE(outside_full_device, "ENOSPC", "device is full", int f = open("/dev/full", O_RDWR); FAILS;
             (void)!write(f, room, 10))
OUTSIDE_CASE(outside_readlink, "EINVAL", "no symbolic link", FAILS; (void)!readlink("/etc", room, 100))
OUTSIDE_CASE(outside_rmdir, "ENOTEMPTY", "directory is not empty", FAILS; rmdir("/etc"))
OUTSIDE_CASE(outside_cross_device, "EXDEV", "other filesystem", file_of(0, O_RDWR); FAILS;
             rename("data-1", "/dev/shm/x"))
OUTSIDE_CASE(outside_nanosleep, "EINVAL", "no such time", struct timespec t = {0}; t.tv_nsec = 2000000000; FAILS;
             syscall(SYS_nanosleep, &t, NULL))
OUTSIDE_CASE(outside_clock, "EINVAL", "no such clock", FAILS; syscall(SYS_clock_gettime, 99, room))
OUTSIDE_CASE(outside_prctl, "EINVAL", "no such option", FAILS; prctl(9999, 0, 0, 0, 0))
OUTSIDE_CASE(outside_unknown_call, "ENOSYS", "no such call", FAILS; syscall(999, 1, 2, 3))
OUTSIDE_CASE(outside_epoll_twice, "EEXIST", "registered already", int e = epoll_create1(0);
             struct epoll_event v; memset(&v, 0, sizeof v); (void)!pipe(fds);
             epoll_ctl(e, EPOLL_CTL_ADD, fds[0], &v); FAILS; epoll_ctl(e, EPOLL_CTL_ADD, fds[0], &v))
OUTSIDE_CASE(outside_epoll_file, "EPERM", "file cannot be waited for", int e = epoll_create1(0);
             struct epoll_event v; memset(&v, 0, sizeof v); int f = file_of(0, O_RDWR); FAILS;
             epoll_ctl(e, EPOLL_CTL_ADD, f, &v))
OUTSIDE_CASE(outside_mount, "EPERM", "privilege missing", drop(); FAILS; mount("none", "/tmp", "tmpfs", 0, NULL))
OUTSIDE_CASE(outside_chroot, "EPERM", "privilege missing", drop(); FAILS; (void)!chroot("/tmp"))
OUTSIDE_CASE(outside_setuid, "EPERM", "privilege missing", (void)!setresuid(65534, 65534, 65534); FAILS;
             (void)!syscall(SYS_setuid, 0))
OUTSIDE_CASE(outside_priority, "EACCES", "privilege missing", (void)!setresuid(65534, 65534, 65534); FAILS;
             setpriority(PRIO_PROCESS, 0, -10))
OUTSIDE_CASE(outside_ptrace, "EPERM", "traced already", FAILS; syscall(SYS_ptrace, 0, 0, 0, 0))
OUTSIDE_CASE(outside_attribute, "ENODATA", "no such attribute", file_of(0, O_RDWR); FAILS;
             syscall(SYS_getxattr, "data-1", "user.none", room, 10))

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

OUTSIDE_CASE(outside_filter_mmap, "EPERM", "seccomp filter", filtered(SYS_mmap, EPERM); FAILS; anon(1))
OUTSIDE_CASE(outside_filter_mprotect, "EACCES", "seccomp filter", char *p = anon(1); filtered(SYS_mprotect, EACCES); FAILS;
             mprotect(p, PG, PROT_READ))
OUTSIDE_CASE(outside_filter_mlock, "ENOSYS", "seccomp filter", char *p = anon(1); filtered(SYS_mlock, ENOSYS); FAILS;
             mlock(p, PG))
OUTSIDE_CASE(outside_filter_madvise, "EPERM", "seccomp filter", char *p = anon(1); filtered(SYS_madvise, EPERM); FAILS;
             madvise(p, PG, MADV_DONTNEED))
OUTSIDE_CASE(outside_filter_read, "EUCLEAN", "seccomp filter", filtered(SYS_read, EUCLEAN); FAILS; (void)!read(0, room, 1))
OUTSIDE_CASE(outside_filter_strange_munmap, "EUCLEAN", "seccomp filter", char *p = anon(1);
             filtered(SYS_munmap, EUCLEAN); FAILS; munmap(p, PG))

#define INJECTED(id, call, errno_name, ...)                                                                          \
  CASE_RUN(id, errno_name, "injected by strace", OUTSIDE, "strace=-e inject=" call ":error=" errno_name ":when=" __VA_ARGS__)

INJECTED(injected_mmap, "mmap", "ENOMEM", "1") { FAILS; anon(1); }
INJECTED(injected_munmap, "munmap", "EINVAL", "1") {
  char *p = anon(1);
  FAILS;
  munmap(p, PG);
}
INJECTED(injected_mlock, "mlock", "ENOMEM", "1") {
  char *p = anon(1);
  FAILS;
  mlock(p, PG);
}
INJECTED(injected_read, "read", "EFAULT", "1") {
  int fd = open("/dev/zero", O_RDONLY);
  FAILS;
  (void)!read(fd, room, 10);
}
INJECTED(injected_madvise, "madvise", "EAGAIN", "1") {
  char *p = anon(1);
  FAILS;
  madvise(p, PG, MADV_DONTNEED);
}
INJECTED(injected_mremap, "mremap", "EFAULT", "1") {
  char *p = anon(1);
  FAILS;
  (void)!mremap(p, PG, 2 * PG, MREMAP_MAYMOVE);
}
INJECTED(injected_openat, "openat", "EMFILE", "1") { FAILS; open("/dev/null", O_RDONLY); }
INJECTED(injected_write, "write", "EFAULT", "1") {
  char *p = anon(1);
  int fd = open("/dev/null", O_RDWR);
  munmap(p, 0);
  FAILS;
  (void)!write(fd, p, 10);
}

OUTSIDE_CASE(outside_interrupted, "EINTR", "a signal came", struct itimerval t; memset(&t, 0, sizeof t);
             t.it_value.tv_usec = 20000; signal(SIGALRM, interrupts); int e = epoll_create1(0); syscall(SYS_setitimer, 0, &t, NULL);
             struct epoll_event v; FAILS; epoll_wait(e, &v, 1, 5000))
OUTSIDE_CASE(outside_no_message, "ENOMSG", "no message waits", int q = (int)syscall(SYS_msgget, 0, 0600); FAILS;
             syscall(SYS_msgrcv, q, room, 10, 0, 04000); syscall(SYS_msgctl, q, 0, NULL))
OUTSIDE_CASE(outside_affinity, "EINVAL", "no such processor", unsigned long none = 0; FAILS;
             syscall(SYS_sched_setaffinity, 0, 8, &none))
OUTSIDE_CASE(outside_scheduler, "EPERM", "privilege missing", drop(); int priority = 50; FAILS;
             syscall(SYS_sched_setscheduler, 0, SCHED_FIFO, &priority))
OUTSIDE_CASE(outside_exec_too_much, "E2BIG", "arguments too long", static char big[200000]; memset(big, 'x', sizeof big - 1);
             FAILS; execl("/bin/true", "true", big, NULL))
OUTSIDE_CASE(outside_exec_directory, "EACCES", "file not executable", FAILS; execl("/tmp", "x", NULL))
OUTSIDE_CASE(outside_resource, "EINVAL", "no such resource", FAILS; syscall(SYS_getrusage, 77, room))
OUTSIDE_CASE(outside_domain_name, "EPERM", "privilege missing", drop(); FAILS; syscall(SYS_sethostname, "other", 5))
OUTSIDE_CASE(outside_group, "ESRCH", "not a child", FAILS; setpgid(1, 1))
OUTSIDE_CASE(outside_busy_mount, "EBUSY", "in use", FAILS; rmdir("/proc"))
OUTSIDE_CASE(outside_read_only_system, "EROFS", "read-only filesystem", unshare(CLONE_NEWNS);
             mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL); mkdir("ro", 0755); mount("none", "ro", "tmpfs", MS_RDONLY, NULL);
             FAILS; mkdir("ro/x", 0755))
OUTSIDE_CASE(outside_processes, "EAGAIN", "limit of processes", limit(RLIMIT_NPROC, 1);
             (void)!setresuid(65534, 65534, 65534); FAILS; syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0))
OUTSIDE_CASE(outside_timer_id, "EINVAL", "no such timer", FAILS; syscall(SYS_timer_delete, 99))
OUTSIDE_CASE(outside_io_priority, "ESRCH", "no such process", FAILS; syscall(SYS_getpriority, 0, 0x3ffffff))
