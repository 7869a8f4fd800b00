/*
 * The first and only process of a guest: mounts what the calls need, runs call-list under strace for each list in /lists,
 * in order, and writes each log and record to the console, as bytes:
 *
 *     \n@@ N STATUS LOG-BYTES RECORD-BYTES\n  log  record        ...        \n@@ end\n
 *
 * STATUS is the program's wait status in decimal. Then the guest is switched off.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

/* What call-list calls for itself: see machine.h. */
#if defined(__NR_open)
#define UNSEEN "trace=!open,dup2,close_range,pread64,pwrite64,gettid,wait4"
#else
#define UNSEEN "trace=!openat2,dup3,close_range,pread64,pwrite64,gettid,wait4"
#endif

static int console;

static void off(void) {
  tcdrain(console);
  sync();
  reboot(RB_POWER_OFF);
  for (;;) pause();
}

static void put(const char *from, size_t length) {
  while (length > 0) {
    ssize_t done = write(console, from, length);
    if (done <= 0) off();
    from += done;
    length -= done;
  }
}

/* Without translation of line ends: logs come out byte for byte. */
static void open_console(void) {
  struct termios raw;
  console = open("/dev/console", O_RDWR);
  if (tcgetattr(console, &raw) != 0) return;
  cfmakeraw(&raw);
  tcsetattr(console, TCSANOW, &raw);
}

static char *contents(const char *path, size_t *length) {
  int fd = open(path, O_RDONLY);
  struct stat status;
  *length = 0;
  if (fd < 0 || fstat(fd, &status) != 0) return NULL;
  char *bytes = malloc(status.st_size + 1);
  for (ssize_t got; (got = read(fd, bytes + *length, status.st_size - *length)) > 0;) *length += got;
  close(fd);
  return bytes;
}

static void write_file(const char *path, const char *from, size_t length) {
  int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0644);
  if (write(fd, from, length) != (ssize_t)length) off();
  close(fd);
}

/* The files that lists name, as they are when a list begins. */
static void lay_out_files(void) {
  static char data[5 * 4096 + 123];
  for (size_t at = 0; at < sizeof data; at++) data[at] = "pagewalk "[at % 9];
  unlink("/files/data");
  unlink("/files/empty");
  write_file("/files/data", data, sizeof data);
  write_file("/files/empty", "", 0);
}

static int run(const char *list) {
  unlink("/answers/log");
  unlink("/answers/record");
  pid_t pid = fork();
  if (pid == 0) {
    int null = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < 3; fd++) dup2(null, fd);
    if (null > 2) close(null);
    close(console);
    execl("/strace", "strace", "-f", "--seccomp-bpf", "-e", UNSEEN, "-o", "/answers/log", "/call-list", list, "/answers/record", (char *)NULL);
    _exit(127);
  }
  int status = -1;
  while (waitpid(-1, &status, 0) != pid) {}
  return status;
}

int main(void) {
  struct utsname name;
  mount("proc", "/proc", "proc", 0, NULL);
  mount("sys", "/sys", "sysfs", 0, NULL);
  mount("dev", "/dev", "devtmpfs", 0, NULL);
  mount("answers", "/answers", "tmpfs", 0, NULL);
  mount("files", "/files", "tmpfs", 0, NULL);
  open_console();
  uname(&name);
  dprintf(console, "\n@@ release %s\n", name.release);
  for (int number = 0;; number++) {
    char list[64], head[128];
    size_t logged, recorded;
    snprintf(list, sizeof list, "/lists/%d", number);
    if (access(list, R_OK) != 0) break;
    lay_out_files();
    int status = run(list);
    char *log = contents("/answers/log", &logged), *record = contents("/answers/record", &recorded);
    put(head, snprintf(head, sizeof head, "\n@@ %d %d %zu %zu\n", number, status, logged, recorded));
    put(log, logged);
    put(record, recorded);
    free(log);
    free(record);
  }
  put("\n@@ end\n", 8);
  off();
}
