/*
 * mseal: memory that nobody may change any more. A call that this strace has no name for.
 *
 * Look for: syscall_0x1ce is mseal (Linux 6.10), with its arguments in hex. After it munmap, mprotect, mremap and a
 * MAP_FIXED over the range are refused with EPERM, for root as well; the range next to it is free.
 *
 * Expect:
 *   munmap EPERM   sealed
 *   mprotect EPERM  sealed
 *   mremap EPERM   sealed
 *   mmap   EPERM   MAP_FIXED would replace sealed memory
 *   munmap EPERM   the range begins before the sealed one: nothing is unmapped
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>
#include <sys/syscall.h>

enum { PAGE = 4096, MSEAL = 462 };

int main(void) {
  char *p = mmap(0, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  syscall(MSEAL, p + 4 * PAGE, 2 * PAGE, 0, 0, 0, 0);
  snapshot();

  munmap(p + 4 * PAGE, PAGE);
  mprotect(p + 4 * PAGE, PAGE, PROT_READ);
  mremap(p + 4 * PAGE, 2 * PAGE, 4 * PAGE, MREMAP_MAYMOVE);
  mmap(p + 5 * PAGE, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  munmap(p, 8 * PAGE);
  mprotect(p, 4 * PAGE, PROT_READ);
  munmap(p + 6 * PAGE, 2 * PAGE);
  snapshot();
  return 0;
}
