/*
 * mremap-keeps-lock: a lock moves with its pages.
 *
 * Look for: VmLck. The lock of 16 KiB survives the move to another address and covers the new pages when the mapping
 * grows; shrinking gives back what is cut off; the unlocked neighbour stays unlocked.
 *
 * Expect: no failing call.
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

int main(void) {
  char *p = mmap(0, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(p, 4 * PAGE);                                                       /* 16 kB locked */
  snapshot();
  char *q = mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, p - 64 * PAGE); /* still 16 kB, elsewhere */
  q = mremap(q, 4 * PAGE, 10 * PAGE, MREMAP_MAYMOVE);                       /* 40 kB */
  snapshot();
  mremap(q, 10 * PAGE, 2 * PAGE, 0);                                        /* 8 kB */
  munlock(q, 2 * PAGE);                                                     /* 0 kB */
  return 0;
}
