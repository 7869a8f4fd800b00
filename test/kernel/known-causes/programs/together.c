/* Several tasks: what one does to the memory of another, and calls that are under way meanwhile. */
#include "known.h"
#include <pthread.h>

static char *place;
static int ends[2];

static void *unmaps_and_writes(void *nothing) {
  usleep(20000);
  PROOF;
  munmap(place, 4 * PG);
  (void)!write(ends[1], "late", 4);
  return nothing;
}

/* The read waits while its buffer goes. */
CASE_RUN(together_unmapped_while_reading, "EFAULT", "unmapped earlier", PROVEN, "children") {
  pthread_t thread;
  (void)!pipe(ends);
  place = anon(4);
  pthread_create(&thread, NULL, unmaps_and_writes, NULL);
  FAILS;
  (void)!read(ends[0], place + PG, 100);
  pthread_join(thread, NULL);
}

static void *protects_and_writes(void *nothing) {
  usleep(20000);
  PROOF;
  mprotect(place, 4 * PG, PROT_READ);
  (void)!write(ends[1], "late", 4);
  return nothing;
}

CASE_RUN(together_protected_while_reading, "EFAULT", "made read-only earlier", PROVEN, "children") {
  pthread_t thread;
  (void)!pipe(ends);
  place = anon(4);
  pthread_create(&thread, NULL, protects_and_writes, NULL);
  FAILS;
  (void)!read(ends[0], place + PG, 100);
  pthread_join(thread, NULL);
}

static void *unmaps(void *nothing) {
  PROOF;
  munmap(place, 2 * PG);
  return nothing;
}

CASE_RUN(together_unmapped_by_thread, "EFAULT", "unmapped earlier", PROVEN, "children") {
  pthread_t thread;
  int fd = open("/dev/zero", O_RDONLY);
  place = anon(4);
  pthread_create(&thread, NULL, unmaps, NULL);
  pthread_join(thread, NULL);
  FAILS;
  (void)!read(fd, place + PG, 100);
}

static void *closes(void *fd) {
  PROOF;
  close(*(int *)fd);
  return NULL;
}

CASE_RUN(together_closed_by_thread, "EBADF", "descriptor closed earlier", PROVEN, "children") {
  pthread_t thread;
  int fd = file_of(PG, O_RDWR);
  pthread_create(&thread, NULL, closes, &fd);
  pthread_join(thread, NULL);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}

/* A child of vfork has the parent's memory itself. */
CASE_RUN(together_unmapped_by_vfork, "EFAULT", "unmapped earlier", PROVEN, "children") {
  int fd = open("/dev/zero", O_RDONLY);
  place = anon(4);
  if (vfork() == 0) {
    PROOF;
    syscall(SYS_munmap, place, PG);
    _exit(0);
  }
  FAILS;
  (void)!read(fd, place, 100);
}

/* A child of fork has a copy: what it unmaps does not concern the parent. */
CASE_RUN(together_unmapped_by_both, "ENOMEM", "unmapped earlier", PROVEN, "children") {
  place = anon(8);
  if (fork() == 0) {
    munmap(place + 2 * PG, PG);
    _exit(0);
  }
  wait(NULL);
  PROOF;
  munmap(place + 6 * PG, PG);
  FAILS;
  mprotect(place, 8 * PG, PROT_READ);
}

/* Unmapped before the fork, by the parent. */
CASE_RUN(together_unmapped_by_parent, "EFAULT", "unmapped earlier", PROVEN, "children") {
  int fd = open("/dev/zero", O_RDONLY);
  place = anon(8);
  PROOF;
  munmap(place + 2 * PG, PG);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  FAILS;
  (void)!read(fd, place + 2 * PG, 8);
}

CASE_RUN(together_limit_of_parent, "ENOMEM", "address space limit", PROVEN, "children") {
  PROOF;
  limit(RLIMIT_AS, 64 << 20);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  FAILS;
  mmap(NULL, 128 << 20, RW, PRIV, -1, 0);
}

/* The parent lowers the limit of its child: in some logs before the child's first line, in others behind it. */
static void limited_from_outside(unsigned wait_for_child) {
  (void)!pipe(ends);
  pid_t child = fork();
  if (child != 0) {
    struct rlimit low = {64 << 20, 64 << 20};
    usleep(wait_for_child);
    PROOF;
    prlimit(child, RLIMIT_AS, &low, NULL);
    (void)!write(ends[1], "x", 1);
    wait(NULL);
    return;
  }
  char byte;
  (void)!read(ends[0], &byte, 1);
  FAILS;
  mmap(NULL, 128 << 20, RW, PRIV, -1, 0);
}

CASE_RUN(together_limit_from_outside, "ENOMEM", "address space limit", PROVEN, "children") { limited_from_outside(0); }

CASE_RUN(together_limit_of_running_child, "ENOMEM", "address space limit", PROVEN, "children") {
  limited_from_outside(20000);
}

static void *locks(void *nothing) {
  PROOF;
  mlock(place, 12 * PG);
  return nothing;
}

CASE_RUN(together_locked_by_thread, "ENOMEM", "locked memory limit", PROVEN, "children") {
  pthread_t thread;
  place = anon(32);
  drop();
  PROOF;
  limit(RLIMIT_MEMLOCK, 64 << 10);
  pthread_create(&thread, NULL, locks, NULL);
  pthread_join(thread, NULL);
  FAILS;
  mlock(place + 16 * PG, 8 * PG);
}

CASE_RUN(together_descriptor_in_child, "EBADF", "descriptor closed earlier", PROVEN, "children") {
  int fd = file_of(PG, O_RDWR);
  if (fork() != 0) {
    wait(NULL);
    return;
  }
  PROOF;
  close(fd);
  FAILS;
  mmap(NULL, PG, PROT_READ, MAP_SHARED, fd, 0);
}
