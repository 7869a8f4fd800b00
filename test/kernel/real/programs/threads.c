/* Threads that map, protect, lock, move and free memory of their own while the others do so too. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { THREADS = 4, ROUNDS = 12, PAGE = 4096 };

static void *work(void *argument) {
  unsigned seed = (unsigned)(size_t)argument;
  for (int round = 0; round < ROUNDS; round++) {
    size_t size = (size_t)(1 + rand_r(&seed) % 64) * PAGE;
    char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return NULL;
    memory[0] = 1;
    mprotect(memory, PAGE, PROT_READ);
    mlock(memory + size - PAGE, PAGE);
    char *moved = mremap(memory + PAGE, size - PAGE ? size - PAGE : PAGE, size + 32 * PAGE, MREMAP_MAYMOVE);
    void *heap = malloc(200000 + 1000 * (size_t)round);
    memset(heap, 1, 5000);
    free(heap);
    if (moved != MAP_FAILED) munmap(moved, size + 32 * PAGE);
    munmap(memory, size);
  }
  return NULL;
}

int main(void) {
  pthread_t threads[THREADS];
  for (size_t at = 0; at < THREADS; at++) pthread_create(&threads[at], NULL, work, (void *)(at + 1));
  for (size_t at = 0; at < THREADS; at++) pthread_join(threads[at], NULL);
  return 0;
}
