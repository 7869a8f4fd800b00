/*
 * Calls that fail for reasons outside the address space, each case in a child that names it by prctl(PR_SET_NAME); the last
 * failing call of the child is the case. Static. Run under strace -f in a directory of its own.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char room[4096];
static int fds[2];

#define CASES                                                                                                          \
  CASE(pipe_nonblock, pipe2(fds, O_NONBLOCK); read(fds[0], room, 10))                                                  \
  CASE(fcntl_nonblk, pipe(fds); fcntl(fds[0], F_SETFL, O_NONBLOCK); read(fds[0], room, 10))                            \
  CASE(fionbio, pipe(fds); int on = 1; ioctl(fds[0], FIONBIO, &on); read(fds[0], room, 10))                            \
  CASE(dup_nonblock, pipe(fds); int d = dup(fds[0]); fcntl(d, F_SETFL, O_NONBLOCK); read(fds[0], room, 10))            \
  CASE(in_child, pipe2(fds, O_NONBLOCK); if (fork() == 0) read(fds[0], room, 10); else wait(NULL))                     \
  CASE(full_pipe, pipe2(fds, O_NONBLOCK); fcntl(fds[1], F_SETPIPE_SZ, 4096); write(fds[1], room, 4096);                \
       write(fds[1], room, 1))                                                                                         \
  CASE(dontwait, socketpair(AF_UNIX, SOCK_DGRAM, 0, fds); recv(fds[0], room, 10, MSG_DONTWAIT))                        \
  CASE(sock_nonblk, socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds); recv(fds[0], room, 10, 0))               \
  CASE(accept_nb, int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); listen(s, 1); accept(s, NULL, NULL))        \
  CASE(rcvtimeo, socketpair(AF_UNIX, SOCK_STREAM, 0, fds); struct timeval t = {0, 1000};                               \
       setsockopt(fds[0], SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t); recv(fds[0], room, 10, 0))                           \
  CASE(eventfd_nb, int e = eventfd(0, EFD_NONBLOCK); read(e, room, 8))                                                 \
  CASE(timerfd_nb, int t = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK); read(t, room, 8))                            \
  CASE(futex_again, syscall(SYS_futex, room, 128, 5, NULL, NULL, 0))                                                   \
  CASE(futex_time, struct timespec t = {0, 1000}; syscall(SYS_futex, room, 128, 0, &t, NULL, 0))                       \
  CASE(flocked, int a = file(), b = open("file", O_RDWR); flock(a, LOCK_EX); flock(b, LOCK_EX | LOCK_NB))              \
  CASE(connecting, int s = socket(AF_INET, SOCK_STREAM, 0); fcntl(s, F_SETFL, O_NONBLOCK); to_nowhere(s))              \
  CASE(interrupted, struct sigaction a; memset(&a, 0, sizeof a); a.sa_handler = nothing; sigaction(SIGALRM, &a, NULL); \
       ualarm(1000, 0); pipe(fds); read(fds[0], room, 1))                                                              \
  CASE(closed, int f = file(); close(f); write(f, room, 1))                                                            \
  CASE(closed_range, int f = file(); close_range(3, ~0U, 0); write(f, room, 1))                                        \
  CASE(closed_dup, int f = file(), d = dup(f); close(d); read(d, room, 1))                                             \
  CASE(minus_one, int f = open("not-there", O_RDONLY); read(f, room, 1))                                               \
  CASE(never_open, read(77, room, 1))                                                                                  \
  CASE(read_only, int f = open("/dev/null", O_RDONLY); write(f, room, 1))                                              \
  CASE(write_only, int f = open("/dev/null", O_WRONLY); read(f, room, 1))                                              \
  CASE(path_only, int f = open("/dev/null", O_PATH); read(f, room, 1))                                                 \
  CASE(nofile, struct rlimit l = {3, 3}; setrlimit(RLIMIT_NOFILE, &l); open("/dev/null", O_RDONLY))                    \
  CASE(missing, open("not-there", O_RDONLY))                                                                           \
  CASE(removed, file(); unlink("file"); open("file", O_RDONLY))                                                        \
  CASE(renamed, file(); rename("file", "other"); stat("file", (struct stat *)room))                                    \
  CASE(dir_renamed, mkdir("d", 0700); rename("d", "e"); open("d/x", O_RDWR | O_CREAT, 0600))                           \
  CASE(made, file(); open("file", O_RDWR | O_CREAT | O_EXCL, 0600))                                                    \
  CASE(exists, mkdir("/tmp", 0700))                                                                                    \
  CASE(through_file, open("/etc/passwd/x", O_RDONLY))                                                                  \
  CASE(directory, open("/tmp", O_WRONLY))                                                                              \
  CASE(read_dir, int d = open("/", O_RDONLY | O_DIRECTORY); read(d, room, 10))                                         \
  CASE(loop, symlink("ring", "ring"); open("ring", O_RDONLY))                                                          \
  CASE(not_empty, rmdir("/etc"))                                                                                       \
  CASE(dropped, file(); chmod("file", 0); setresuid(65534, 65534, 65534); open("file", O_RDONLY))                      \
  CASE(cross, file(); rename("file", "/dev/shm/file"))                                                                 \
  CASE(program_rw, int f = open("program", O_RDWR | O_CREAT, 0755); execl("program", "x", NULL))                       \
  CASE(negative, int f = file(); lseek(f, -5, SEEK_SET))                                                               \
  CASE(whence, int f = file(); lseek(f, 0, 99))                                                                        \
  CASE(seek_pipe, pipe(fds); lseek(fds[0], 0, SEEK_SET))                                                               \
  CASE(no_tty, int f = open("/dev/null", O_RDWR); ioctl(f, TIOCGWINSZ, room))                                          \
  CASE(no_socket, int f = open("/dev/null", O_RDWR); listen(f, 1))                                                     \
  CASE(epipe, signal(SIGPIPE, SIG_IGN); pipe(fds); close(fds[0]); write(fds[1], room, 1))                              \
  CASE(shut_down, signal(SIGPIPE, SIG_IGN); socketpair(AF_UNIX, SOCK_STREAM, 0, fds); shutdown(fds[0], SHUT_WR);       \
       write(fds[0], room, 1))                                                                                         \
  CASE(refused, struct sockaddr_in a = {AF_INET, htons(1), {htonl(0x7f000001)}};                                       \
       connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&a, sizeof a))                                                 \
  CASE(in_use, bind(socket(AF_UNIX, SOCK_STREAM, 0), un("taken"), sizeof(struct sockaddr_un));                         \
       bind(socket(AF_UNIX, SOCK_STREAM, 0), un("taken"), sizeof(struct sockaddr_un)))                                 \
  CASE(unconnected, recv(socket(AF_INET, SOCK_STREAM, 0), room, 10, 0))                                                \
  CASE(no_child, wait(NULL))                                                                                           \
  CASE(waited, if (fork() == 0) _exit(0); wait(NULL); wait(NULL))                                                      \
  CASE(sigchld_ign, signal(SIGCHLD, SIG_IGN); if (fork() == 0) _exit(0); wait(NULL))                                   \
  CASE(ended, pid_t c = fork(); if (c == 0) _exit(0); waitpid(c, NULL, 0); kill(c, 0))                                 \
  CASE(nobody, kill(0x3ffffff, 0))                                                                                     \
  CASE(other_user, setresuid(65534, 65534, 65534); kill(1, SIGTERM))                                                   \
  CASE(unprivileged, setresuid(65534, 65534, 65534); chroot("/tmp"))                                                   \
  CASE(fsize, signal(SIGXFSZ, SIG_IGN); int f = file(); struct rlimit l = {10, 10}; setrlimit(RLIMIT_FSIZE, &l);       \
       write(f, room, 10); write(f, room, 10))                                                                         \
  CASE(no_call, syscall(999, 1, 2, 3))                                                                                 \
  CASE(getcwd_short, syscall(SYS_getcwd, room, 1))                                                                     \
  CASE(full, int f = open("/dev/full", O_RDWR); write(f, room, 1))                                                     \
  CASE(epoll_twice, int e = epoll_create1(0); struct epoll_event v = {0}; pipe(fds);                                   \
       epoll_ctl(e, EPOLL_CTL_ADD, fds[0], &v); epoll_ctl(e, EPOLL_CTL_ADD, fds[0], &v))                               \
  CASE(filter_read, filtered(SYS_read, EUCLEAN); read(0, room, 1))                                                     \
  CASE(filter_mmap, filtered(SYS_mmap, EPERM); mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))        \
  CASE(filter_munmap, void *p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);                       \
       filtered(SYS_munmap, ENOSYS); munmap(p, 4096))                                                                  \
  CASE(filter_chdir, filtered(SYS_chdir, EACCES); chdir("/tmp"))

static void nothing(int signal) { (void)signal; }
static int file(void) { return open("file", O_RDWR | O_CREAT, 0600); }
static struct sockaddr *un(const char *path) {
  static struct sockaddr_un a = {AF_UNIX};
  strcpy(a.sun_path, path);
  return (struct sockaddr *)&a;
}
/* TEST-NET-1 of RFC 5737: nobody is there. */
static void to_nowhere(int s) {
  struct sockaddr_in a = {AF_INET, htons(9), {htonl(0xc0000201)}};
  connect(s, (struct sockaddr *)&a, sizeof a);
}
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

#define CASE(name, ...)                                                                                                \
  static void run_##name(void) { __VA_ARGS__; }
CASES
#undef CASE
#define CASE(name, ...) {#name, run_##name},
static const struct {
  const char *name;
  void (*run)(void);
} cases[] = {CASES};

int main(void) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    unlink("file");
    unlink("other");
    unlink("ring");
    unlink("taken");
    unlink("program");
    rmdir("e");
    pid_t child = fork();
    if (child == 0) {
      prctl(PR_SET_NAME, cases[i].name);
      cases[i].run();
      _exit(0);
    }
    waitpid(child, NULL, 0);
  }
  return 0;
}
