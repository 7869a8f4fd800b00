/* A thread that waits, a child that maps and fails: calls of several tasks that overlap. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];

static void *wait_for_byte(void *unused) {
  char byte;
  read(ends[0], &byte, 1);
  mlock((void *)0x10000, 4096);
  return unused;
}

int main(void) {
  pthread_t thread;
  pipe(ends);
  pthread_create(&thread, 0, wait_for_byte, 0);
  usleep(5000);
  char *p = mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(p, 8192);
  write(ends[1], "x", 1);
  pthread_join(thread, 0);
  if (fork() == 0) {
    munmap(p, 4096);
    mprotect(p, 8192, PROT_READ);
    write(2, "child\n", 6);
    _exit(3);
  }
  wait(0);
  munlock(p, 8192);
  return 0;
}
