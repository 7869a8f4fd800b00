/* Ways to be stopped, interrupted and killed; the argument says which. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void nothing(int signal) { (void)signal; }
static void *wait_for_ever(void *unused) { pause(); return unused; }

int main(int argc, char **argv) {
  (void)argc;
  char *p = mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (!strcmp(argv[1], "maperr")) *(volatile int *)0x1234 = 1;
  if (!strcmp(argv[1], "null")) *(volatile int *)0 = 1;
  if (!strcmp(argv[1], "accerr")) *p = 1;
  if (!strcmp(argv[1], "wild")) *(volatile int *)0xdead000000000000 = 1; /* no canonical address: SI_KERNEL */
  if (!strcmp(argv[1], "bus")) {
    int fd = memfd_create("empty", 0);
    p = mmap(0, 4096, PROT_READ, MAP_SHARED, fd, 0);
    return *(volatile char *)(p + 0x388);
  }
  if (!strcmp(argv[1], "abort")) abort();
  if (!strcmp(argv[1], "kill")) kill(getpid(), SIGKILL), pause();
  if (!strcmp(argv[1], "crowd")) { /* one thread kills them all */
    pthread_t thread;
    pthread_create(&thread, 0, wait_for_ever, 0);
    usleep(20000);
    kill(getpid(), SIGTERM);
  }
  if (!strcmp(argv[1], "stop") || !strcmp(argv[1], "restart")) {
    int stop = argv[1][0] == 's', ends[2];
    pid_t me = getpid();
    pipe(ends);
    signal(SIGUSR1, nothing); /* SA_RESTART */
    if (fork() == 0) {
      usleep(30000);
      kill(me, stop ? SIGSTOP : SIGUSR1);
      usleep(30000);
      if (stop) kill(me, SIGCONT);
      write(ends[1], "x", 1);
      if (!stop) usleep(30000), kill(me, SIGSTOP), usleep(30000), kill(me, SIGCONT), usleep(60000), kill(me, SIGUSR1);
      _exit(0);
    }
    char byte;
    read(ends[0], &byte, 1);
    if (!stop) {
      nanosleep(&(struct timespec){0, 100000000}, 0);
      sigaction(SIGUSR1, &(struct sigaction){.sa_handler = nothing}, 0);
      pause();
    }
    wait(0);
  }
  if (!strcmp(argv[1], "sleep")) {
    for (int i = 0; i < 2; i++) nanosleep(&(struct timespec){0, 400000000}, 0), mlock(p, 4096), mlock(p + 4096, 4096);
    mmap(0, 8192, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  }
  return 0;
}
