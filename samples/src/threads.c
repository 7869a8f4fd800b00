/*
 * threads: three tasks, one address space.
 *
 * Look for: "<unfinished ...>" and "<... resumed>" where calls overlap; the memory that one thread maps and locks is used
 * by another; a stack for each thread with a guard page below it (mmap PROT_NONE, then mprotect), and its end when it
 * is joined.
 *
 * Expect:
 *   read   EFAULT  the reader waited in read() while the other thread unmapped its buffer
 *
 * cc:     -pthread
 * strace: -f
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };
static int ends[2];
static char *buffer;

static void *reader(void *unused) {
  (void)!read(ends[0], buffer, 16);
  return unused;
}

static void *unmapper(void *unused) {
  usleep(20000); /* by now the reader sleeps in its read() */
  munmap(buffer, PAGE);
  (void)!write(ends[1], "sixteen letters.", 16);
  return unused;
}

int main(void) {
  pthread_t a, b;
  (void)!pipe(ends);
  buffer = mmap(0, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(buffer, 4 * PAGE);
  pthread_create(&a, 0, reader, 0);
  pthread_create(&b, 0, unmapper, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}
