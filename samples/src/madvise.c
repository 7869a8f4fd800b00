/*
 * madvise: advice that is refused, and advice that is half taken.
 *
 *      p     p+4    p+5     p+8     p+12
 *      | rw-  | hole |  rw-  | locked |
 *
 * Look for: over a hole the call does its work on everything around the hole and says ENOMEM nevertheless. Locked memory
 * cannot be dropped with MADV_DONTNEED; MADV_DONTFORK and MADV_DOFORK put flags on and off that split a VMA and heal it.
 *
 * Expect:
 *   madvise ENOMEM  a hole in the range; both sides of it have been dropped
 *   madvise EINVAL  locked pages may not be dropped
 *   madvise EINVAL  not on a page border
 *   madvise EINVAL  no such advice
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

int main(void) {
  char *p = mmap(0, 12 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(p + 4 * PAGE, PAGE);
  mlock(p + 8 * PAGE, 4 * PAGE);
  snapshot();

  madvise(p, 8 * PAGE, MADV_DONTNEED);
  madvise(p + 8 * PAGE, 4 * PAGE, MADV_DONTNEED);
  madvise(p + 100, PAGE, MADV_DONTNEED);
  madvise(p, PAGE, 99);

  madvise(p + PAGE, PAGE, MADV_DONTFORK);
  snapshot();
  madvise(p + PAGE, PAGE, MADV_DOFORK);
  snapshot();
  return 0;
}
