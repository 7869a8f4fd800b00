/*
 * mlock-enomem: one errno, three reasons, and some of the failing calls lock something nevertheless.
 *
 *      p     p+4      p+8     p+12
 *      | rw-  |  hole  |  rw-  |
 *
 * Look for: over the limit nothing is locked. Over a hole everything before the hole is locked and stays so: 16 kB of
 * VmLck from a call that "failed". PROT_NONE pages are locked, too, although they could not be brought in.
 *
 * Expect:
 *   mlock  ENOMEM  12 pages from p: a hole after the first four, which are now locked
 *   mlock  ENOMEM  it begins in the hole: nothing is locked
 *   munlock ENOMEM  the same hole again: the pages before it are unlocked
 *   mlock  ENOMEM  PROT_NONE cannot be faulted in, and is locked all the same
 *   mlock  ENOMEM  32 pages more than RLIMIT_MEMLOCK allows: nothing is locked
 *   mlock  EPERM   the limit is now 0, and there is no privilege
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum { PAGE = 4096, KIB = 1024 };

int main(void) {
  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){128 * KIB, 128 * KIB});
  if (geteuid() == 0) setresuid(65534, 65534, 65534); /* takes CAP_IPC_LOCK away */

  char *p = mmap(0, 12 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(p + 4 * PAGE, 4 * PAGE);
  mlock(p, 12 * PAGE);
  mlock(p + 4 * PAGE, 8 * PAGE);
  munlock(p, 12 * PAGE);

  char *none = mmap(0, 4 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(none, 4 * PAGE);
  munlock(none, 4 * PAGE);

  char *big = mmap(0, 64 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(big, 64 * PAGE);

  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){0, 0});
  mlock(p, PAGE);
  return 0;
}
