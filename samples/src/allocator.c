/*
 * allocator: malloc and free, seen from below. Nothing fails.
 *
 * Look for: small blocks come from the heap, which brk() moves in steps of 132 KiB and more; a block of 128 KiB and
 * more is a mapping of its own (one page larger, for the header), which realloc() grows by mremap() without copying a
 * byte; freeing the top of the heap lowers the break; freeing a large block is a munmap() and raises the threshold, so
 * that the next block of the same size comes from the heap.
 *
 * Expect: no failing call.
 *
 * cc:     -O0
 * strace:
 */
#include "snapshot.h"
#include <stdlib.h>

enum { KIB = 1024 };

int main(void) {
  void *small[48];
  for (int i = 0; i < 48; i++) small[i] = malloc(8 * KIB); /* 384 KiB in small blocks: the heap grows */
  snapshot();
  for (int i = 0; i < 48; i++) free(small[i]); /* with the last one the top is free: the heap shrinks */

  char *large = malloc(200 * KIB);
  for (int size = 300; size <= 600; size += 100) large = realloc(large, size * KIB);
  snapshot();
  free(large);
  large = malloc(200 * KIB); /* below the new threshold: from the heap */
  free(large);
  return 0;
}
