/*
 * map-fixed: MAP_FIXED takes what it wants, MAP_FIXED_NOREPLACE asks first.
 *
 *      before   |        rw-  16 pages         |
 *      after    | rw- 4 | r--  4 |  rw-  8     |     no munmap() anywhere in the log
 *
 * Look for: the page that a pointer still points to was replaced by a read-only one, silently, by an mmap() that succeeded.
 *
 * Expect:
 *   read   EFAULT  the page at p+4 is another one now: read-only
 *   mmap   EEXIST  MAP_FIXED_NOREPLACE: something is there
 *   mmap   EINVAL  MAP_FIXED on an address that is not on a page border
 *   mmap   EPERM   MAP_FIXED at address zero, below vm.mmap_min_addr, without the privilege for it
 *   mmap   ENOMEM  MAP_FIXED at the top of the user address space
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY);
  char *p = mmap(0, 16 * PAGE, RW, ANON, -1, 0);
  snapshot();
  mmap(p + 4 * PAGE, 4 * PAGE, PROT_READ, ANON | MAP_FIXED, -1, 0);
  snapshot();
  (void)!read(zero, p + 4 * PAGE, 64);
  mmap(p + 2 * PAGE, PAGE, RW, ANON | MAP_FIXED_NOREPLACE, -1, 0);
  mmap(p + 100, PAGE, RW, ANON | MAP_FIXED, -1, 0);
  if (geteuid() == 0) setresuid(65534, 65534, 65534);
  mmap(0, PAGE, RW, ANON | MAP_FIXED, -1, 0);
  mmap((void *)0x7ffffffff000, PAGE, RW, ANON | MAP_FIXED, -1, 0);
  return 0;
}
