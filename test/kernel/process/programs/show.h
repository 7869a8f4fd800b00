/*
 * show("child") leaves the caller's own maps and status, as the kernel has them, in the file child.maps of the working
 * directory. It calls nothing that changes the address space; the test finds the place in the log by the file's name.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096UL

static void copy(const char *from, int to) {
  static char buffer[1 << 16];
  int fd = open(from, O_RDONLY);
  long got;
  while ((got = read(fd, buffer, sizeof buffer)) > 0)
    if (write(to, buffer, got) != got) _exit(9);
  close(fd);
}

static void show(const char *name) {
  char path[64] = "";
  strncat(path, name, 40);
  strcat(path, ".maps");
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  copy("/proc/self/maps", to);
  copy("/proc/self/status", to);
  close(to);
}

/* The log shows that no capability is left. */
static void drop_capabilities(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0}};
  if (syscall(SYS_capset, &header, none)) _exit(8);
}

static char *map(unsigned long pages, int prot, int flags) {
  return mmap(0, pages * PAGE, prot, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
}
