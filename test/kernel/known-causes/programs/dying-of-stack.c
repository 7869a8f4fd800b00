/* Stacks that are used up, and what other tasks do to the memory that is touched. */
#include "known.h"
#include <pthread.h>

#define WRITE(p) (*(volatile char *)(p) = 1)
#define READ(p) ((void)*(volatile char *)(p))

static volatile int depth_reached, enough = 1 << 30;
static __attribute__((noinline)) int deeper(int depth) {
  volatile char room[2000];
  room[0] = (char)depth;
  depth_reached = depth;
  if (depth > enough) return 0;
  return deeper(depth + 1) + room[0];
}

CASE(dies_by_recursion, "SIGSEGV", "stack full", PROVEN) {
  PROOF;
  limit(RLIMIT_STACK, 256 << 10);
  FAILS;
  deeper(0);
}

CASE(dies_by_recursion_default, "SIGSEGV", "stack full", PROVEN) {
  struct rlimit now;
  getrlimit(RLIMIT_STACK, &now);
  FAILS;
  deeper(0);
}

static void *in_thread(void *nothing) {
  FAILS;
  deeper(0);
  return nothing;
}

CASE_RUN(dies_by_recursion_in_thread, "SIGSEGV", "stack of a thread full", PROVEN, "children") {
  pthread_t thread;
  pthread_create(&thread, NULL, in_thread, NULL);
  pthread_join(thread, NULL);
}

CASE_RUN(dies_in_child_of_not_inherited, "SIGSEGV", "not inherited by fork", PROVEN, "children") {
  char *p = anon(4);
  PROOF;
  madvise(p, 4 * PG, MADV_DONTFORK);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  FAILS;
  READ(p + PG);
}

/* The parent's munmap is no concern of the child's: its own is. */
CASE_RUN(dies_in_child, "SIGSEGV", "unmapped earlier", PROVEN, "children") {
  char *p = anon(8);
  munmap(p, PG);
  if (fork() != 0) {
    munmap(p + 4 * PG, PG);
    wait(NULL);
    return;
  }
  PROOF;
  munmap(p + 2 * PG, 4 * PG);
  FAILS;
  READ(p + 4 * PG);
}

static char *shared_place;
static void *unmaps(void *nothing) {
  PROOF;
  munmap(shared_place, 4 * PG);
  return nothing;
}

CASE_RUN(dies_by_other_thread, "SIGSEGV", "unmapped earlier", PROVEN, "children") {
  shared_place = anon(4);
  pthread_t thread;
  pthread_create(&thread, NULL, unmaps, NULL);
  pthread_join(thread, NULL);
  FAILS;
  READ(shared_place + PG);
}

CASE(dies_by_kill_segv, "SIGSEGV", "sent by a process", OUTSIDE) {
  pid_t own = getpid();
  FAILS;
  kill(own, SIGSEGV);
}

CASE(dies_by_write_to_own_text, "SIGSEGV", "read-only memory of the program", NOT_SHOWN) {
  FAILS;
  WRITE((char *)(uintptr_t)"constant text");
}

static void caught(int number) {
  (void)number;
  _exit(3);
}

CASE(dies_caught, "SIGSEGV", "unmapped earlier", PROVEN) {
  signal(SIGSEGV, caught);
  char *p = anon(4);
  PROOF;
  munmap(p + PG, PG);
  FAILS;
  READ(p + PG);
}
