/*
 * mremap-einval: nine ways to be told that the arguments make no sense.
 *
 * Look for: every refusal here is decided by the arguments alone, before the kernel has looked at a single mapping.
 * The last call asks for the same thing properly, and gets it.
 *
 * Expect:
 *   mremap EINVAL  the old address is not on a page border
 *   mremap EINVAL  the new size is zero
 *   mremap EINVAL  the flags have a bit that nobody has given a meaning
 *   mremap EINVAL  the new size is larger than the whole user address space
 *   mremap EINVAL  MREMAP_FIXED without MREMAP_MAYMOVE
 *   mremap EINVAL  the new address is not on a page border
 *   mremap EINVAL  the new range overlaps the old one
 *   mremap EINVAL  the new range ends above the user address space
 *   mremap EINVAL  old size zero (a second view) of private memory
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>
#include <sys/syscall.h>

enum { PAGE = 4096 };

int main(void) {
  char *p = mmap(0, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *free_place = p - 64 * PAGE;
  snapshot();

  mremap(p + 1, 4 * PAGE, 8 * PAGE, 0);
  mremap(p, 4 * PAGE, 0, 0);
  syscall(SYS_mremap, p, 4 * PAGE, 8 * PAGE, 0x40 | MREMAP_MAYMOVE); /* the C library would refuse this itself */
  mremap(p, 4 * PAGE, (size_t)1 << 62, MREMAP_MAYMOVE);
  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_FIXED, free_place);
  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, free_place + 1);
  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, p + 2 * PAGE);
  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, (void *)0x7ffffffff000);
  mremap(p, 0, 4 * PAGE, MREMAP_MAYMOVE);

  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, free_place);
  return 0;
}
