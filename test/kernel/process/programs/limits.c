/* Setting and asking limits in every way that fails, without capabilities; personality. */
#include "show.h"
#include <sys/personality.h>

static long prlimit_(int pid, unsigned resource, const void *next, void *old) {
  return syscall(SYS_prlimit64, pid, resource, next, old);
}

int main(void) {
  struct rlimit limit, old;
  show("start");
  drop_capabilities();
  char *pages = map(3, PROT_READ | PROT_WRITE, 0);
  munmap(pages + 2 * PAGE, PAGE);
  mprotect(pages + PAGE, PAGE, PROT_READ);
  struct rlimit *across = (void *)(pages + PAGE + PAGE - 8);

  limit = (struct rlimit){64 * 1024, 128 * 1024};
  prlimit_(0, RLIMIT_MEMLOCK, &limit, &old);
  /* The old limit goes nowhere; the new one is in force. */
  limit.rlim_cur = 32 * 1024;
  prlimit_(0, RLIMIT_MEMLOCK, &limit, (void *)(pages + 2 * PAGE));
  prlimit_(0, RLIMIT_MEMLOCK, 0, &old);
  prlimit_(0, RLIMIT_MEMLOCK, 0, pages + PAGE);
  prlimit_(0, RLIMIT_MEMLOCK, across, 0);
  prlimit_(0, RLIMIT_MEMLOCK, (void *)16, 0);
  limit.rlim_cur = 0;
  syscall(SYS_setrlimit, RLIMIT_MEMLOCK, 0);
  syscall(SYS_setrlimit, 16, &limit);
  prlimit_(0, -1, &limit, 0);
  prlimit_(-5, RLIMIT_MEMLOCK, 0, 0);
  limit = (struct rlimit){2, 1};
  prlimit_(0, RLIMIT_AS, &limit, 0);
  syscall(SYS_setrlimit, RLIMIT_AS, &limit);
  limit = (struct rlimit){0, 256 * 1024};
  prlimit_(0, RLIMIT_MEMLOCK, &limit, 0);
  syscall(SYS_setrlimit, RLIMIT_MEMLOCK, &limit);
  limit = (struct rlimit){0, RLIM_INFINITY};
  prlimit_(getpid(), RLIMIT_MEMLOCK, &limit, 0);
  prlimit_(0, RLIMIT_NOFILE, &limit, 0);
  syscall(SYS_getrlimit, 99, &old);
  syscall(SYS_getrlimit, RLIMIT_MEMLOCK, pages + PAGE);
  syscall(SYS_getrlimit, RLIMIT_MEMLOCK, &old);

  /* A child changes the parent's limit: nothing may be locked any more. */
  limit = (struct rlimit){0, 0};
  int parent = getpid();
  if (fork() == 0) {
    prlimit_(parent, RLIMIT_MEMLOCK, &limit, 0);
    mlock(pages, PAGE);
    munlock(pages, PAGE);
    _exit(0);
  }
  wait(0);
  mlock(pages, PAGE);

  syscall(SYS_personality, 0xffffffff);
  syscall(SYS_personality, ADDR_NO_RANDOMIZE | READ_IMPLIES_EXEC);
  char *readable = map(1, PROT_READ, 0);
  syscall(SYS_personality, 0xffffffff);
  syscall(SYS_personality, PER_LINUX32);
  syscall(SYS_personality, 0);
  map(1, PROT_READ, 0);
  show("end");
  return readable == MAP_FAILED;
}
