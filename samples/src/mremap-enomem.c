/*
 * mremap-enomem: no room to grow in place.
 *
 *      p       p+4      p+8
 *      | rw-    |  r--   |        rw- wants eight pages; r-- stands where they would have to be
 *
 * Look for: without MREMAP_MAYMOVE the neighbour decides. The same call succeeds once the flag allows a move, and
 * a range whose neighbour has been unmapped grows where it is.
 *
 * Expect:
 *   mremap ENOMEM  the pages behind the mapping are taken
 *   mremap ENOMEM  the old range ends before its VMA does: its own remainder is in the way
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
  mprotect(p + 4 * PAGE, 4 * PAGE, PROT_READ);
  snapshot();

  mremap(p, 4 * PAGE, 8 * PAGE, 0);
  mremap(p, 2 * PAGE, 3 * PAGE, 0);

  char *moved = mremap(p, 4 * PAGE, 8 * PAGE, MREMAP_MAYMOVE);
  munmap(moved + 4 * PAGE, 4 * PAGE);
  mremap(moved, 4 * PAGE, 8 * PAGE, 0);
  snapshot();
  return 0;
}
