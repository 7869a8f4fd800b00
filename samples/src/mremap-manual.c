/*
 * mremap-manual: where the manual pages of mremap and the kernel of today part.
 *
 * Look for: the two moves that the pages do not allow for and that succeed, of locked memory and of several mappings at
 * once, and the errno of the old size 0. lessons/mremap-through-time.md goes through them.
 *
 * Expect:
 *   mremap EFAULT  grows, and the old range goes over mappings of different kinds
 *   mremap EFAULT  the same size, at an address that is not mapped: this succeeded up to 5.15
 *   mremap ENOMEM  old size 0 of shared memory, without MREMAP_MAYMOVE: the page says EINVAL
 *   mremap ENOMEM  no room in place, and MREMAP_MAYMOVE is not given
 *   mremap ENOMEM  no addresses left: nowhere a gap of that size
 *   mremap ENOMEM  RLIMIT_AS: 64 MiB for everything
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/resource.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS, MIB = 1 << 20 };

int main(void) {
  char *to = mmap(0, 64 * PAGE, PROT_NONE, ANON, -1, 0);
  munmap(to, 64 * PAGE);

  char *p = mmap(0, 8 * PAGE, RW, ANON, -1, 0);
  mlock(p, 4 * PAGE);
  mremap(p, 4 * PAGE, 4 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to); /* locked, and moved all the same */

  p = mmap(0, 8 * PAGE, RW, ANON, -1, 0);
  mprotect(p + 4 * PAGE, 4 * PAGE, PROT_READ);
  mremap(p, 8 * PAGE, 12 * PAGE, MREMAP_MAYMOVE);
  mremap(p, 8 * PAGE, 8 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to + 16 * PAGE); /* two mappings: since 6.17 */
  mremap(p, 8 * PAGE, 8 * PAGE, MREMAP_MAYMOVE);                                /* nothing is left there */

  char *shared = mmap(0, 2 * PAGE, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  mremap(shared, 0, 2 * PAGE, 0);
  mremap(shared, 0, 2 * PAGE, MREMAP_MAYMOVE); /* a second mapping of the same pages */

  char *neighbours = mmap(0, 2 * PAGE, PROT_NONE, ANON, -1, 0);
  mremap(neighbours, PAGE, 2 * PAGE, 0);
  mremap(neighbours, PAGE, 0x7fffffff0000, MREMAP_MAYMOVE);
  setrlimit(RLIMIT_AS, &(struct rlimit){64 * MIB, 64 * MIB});
  mremap(neighbours, PAGE, 64 * MIB, MREMAP_MAYMOVE);
  return 0;
}
