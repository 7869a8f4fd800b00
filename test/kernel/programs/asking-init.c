/*
 * The first and only process of a guest: runs asking under strace, and writes the log and the snapshots to the console,
 *
 *     @@ /name\n  contents        ...        @@ end STATUS\n
 *
 * STATUS is the wait status of strace. Then the guest is switched off.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static char bytes[65536];
static int console;

static int copy(const char *path) {
  int from = open(path, O_RDONLY);
  if (from < 0) return 0;
  dprintf(console, "@@ %s\n", path);
  for (ssize_t got; (got = read(from, bytes, sizeof bytes)) > 0;)
    for (ssize_t done = 0, more; done < got; done += more)
      if ((more = write(console, bytes + done, got - done)) <= 0) return 0;
  close(from);
  return 1;
}

int main(void) {
  char path[16];
  int status = -1;
  struct termios raw;
  mount("proc", "/proc", "proc", 0, 0);
  console = open("/dev/console", O_RDWR);
  /* Without translation of line ends: logs come out byte for byte. */
  if (tcgetattr(console, &raw) == 0) {
    cfmakeraw(&raw);
    tcsetattr(console, TCSANOW, &raw);
  }
  if (!fork()) {
    execl("/strace", "strace", "-f", "-o", "/log", "/asking", "/maps", "/data", (char *)0);
    _exit(9);
  }
  wait(&status);
  copy("/log");
  for (int n = 0; snprintf(path, sizeof path, "/maps%d", n), copy(path); n++) ;
  dprintf(console, "@@ end %d\n", status);
  tcdrain(console);
  sync();
  reboot(RB_POWER_OFF);
  for (;;) pause();
}
