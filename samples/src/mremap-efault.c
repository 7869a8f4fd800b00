/*
 * mremap-efault: three ranges that are not one mapping.
 *
 *      p     p+4        p+8       p+12
 *      | rw-  |   hole   |  r--    |          mremap wants [old, old+size) inside ONE VMA when it has to grow it
 *
 * Look for: EFAULT here does not mean that a byte could not be read. It means that the old range is not whole:
 * it starts in a hole, runs into one, or goes over the border between two VMAs.
 *
 * Expect:
 *   mremap EFAULT  the old address lies in a hole
 *   mremap EFAULT  the old range begins in a mapping and ends in the hole behind it
 *   mremap EFAULT  the old range goes over two VMAs: the second half has another protection
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>

enum { PAGE = 4096 };

int main(void) {
  char *p = mmap(0, 16 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(p + 4 * PAGE, 4 * PAGE);
  mprotect(p + 12 * PAGE, 4 * PAGE, PROT_READ);
  snapshot();

  mremap(p + 5 * PAGE, 2 * PAGE, 4 * PAGE, MREMAP_MAYMOVE);
  mremap(p, 6 * PAGE, 12 * PAGE, MREMAP_MAYMOVE);
  mremap(p + 8 * PAGE, 8 * PAGE, 16 * PAGE, MREMAP_MAYMOVE);

  mprotect(p + 12 * PAGE, 4 * PAGE, PROT_READ | PROT_WRITE); /* one VMA again: now it may move */
  mremap(p + 8 * PAGE, 8 * PAGE, 16 * PAGE, MREMAP_MAYMOVE);
  return 0;
}
