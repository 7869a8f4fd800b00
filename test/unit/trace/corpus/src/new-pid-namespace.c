/* Runs the program named first in a pid namespace of its own, where its first process is 1. */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  (void)argc;
  if (unshare(CLONE_NEWPID) != 0) return 126;
  if (fork() == 0) {
    execv(argv[1], argv + 1);
    _exit(127);
  }
  wait(0);
  return 0;
}
