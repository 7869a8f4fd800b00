/*
 * Programs that are not executed, and one that is: itself, with another first argument, after the old program has locked
 * memory, set a limit, asked for MCL_FUTURE and a personality, and left two descriptors, one of them close-on-exec.
 */
#include "show.h"
#include <pthread.h>
#include <sys/personality.h>

static char too_long[140000], half[90000];

static void refused(void) {
  char *none[] = {0}, *bad[] = {"x", (char *)16, 0}, *longer[] = {"x", too_long, 0};
  syscall(SYS_execve, 16, none, none);
  syscall(SYS_execve, "", none, none);
  memset(too_long, 'a', sizeof too_long - 1);
  memset(half, 'a', sizeof half - 1);
  static char path[5000];
  memset(path, 'p', sizeof path - 1);
  syscall(SYS_execve, path, none, none);
  syscall(SYS_execve, "/nowhere/at-all", none, none);
  syscall(SYS_execve, "/proc/self/exe", 16, none);
  syscall(SYS_execve, "/proc/self/exe", none, 16);
  syscall(SYS_execve, "/proc/self/exe", bad, none);
  syscall(SYS_execve, "/proc/self/exe", longer, none);
  syscall(SYS_execve, "/proc", none, none);
  syscall(SYS_execve, "/proc/self/exe/x", none, none);
  close(77);
  syscall(SYS_execveat, 77, "x", none, none, 0);
  syscall(SYS_execveat, AT_FDCWD, "x", none, none, 0x40000000);
  syscall(SYS_execveat, AT_FDCWD, "", none, none, 0);
}

static void *waiting(void *unused) {
  pause();
  return unused;
}

int main(int count, char **given) {
  if (count > 1 && strcmp(given[1], "again") == 0) {
    show("again");
    syscall(SYS_personality, 0xffffffff);
    struct rlimit limit;
    syscall(SYS_prlimit64, 0, RLIMIT_MEMLOCK, 0, &limit);
    limit.rlim_cur = 4 * PAGE;
    limit.rlim_max += 1;
    syscall(SYS_prlimit64, 0, RLIMIT_MEMLOCK, &limit, 0);
    mmap(0, PAGE, PROT_READ, MAP_PRIVATE, 100, 0);
    mmap(0, PAGE, PROT_READ, MAP_PRIVATE, 101, 0);
    char *page = map(1, PROT_READ | PROT_WRITE, 0);
    mlock(page, PAGE);
    show("end");
    return 0;
  }
  show("start");
  drop_capabilities();
  refused();
  struct rlimit limit = {16 * PAGE, 32 * PAGE};
  setrlimit(RLIMIT_MEMLOCK, &limit);
  char *page = map(2, PROT_READ | PROT_WRITE, 0);
  mlock(page, PAGE);
  syscall(SYS_personality, ADDR_NO_RANDOMIZE | READ_IMPLIES_EXEC);
  int kept = open("start.maps", O_RDONLY);
  fcntl(kept, F_DUPFD, 100);
  fcntl(kept, F_DUPFD_CLOEXEC, 101);
  pthread_t thread;
  pthread_create(&thread, 0, waiting, 0);
  limit.rlim_cur = 0;
  setrlimit(RLIMIT_MEMLOCK, &limit);
  char *arguments[] = {"execs", "again", 0};
  /* A child with the parent's memory leaves it behind. */
  if (vfork() == 0) {
    char *empty[] = {"true", 0};
    map(3, PROT_READ, 0);
    execve("/bin/true", empty, empty + 1);
    _exit(1);
  }
  wait(0);
  show("left-behind");
  execve("/proc/self/exe", arguments, arguments + 2);
  return 1;
}
