/*
 * mremap-eagain: locked memory may not grow over RLIMIT_MEMLOCK.
 *
 * Look for: the limit (64 KiB) is in the log, so is the moment when the program stops being root; until then
 * CAP_IPC_LOCK would have let it through. 48 KiB locked + 32 KiB more is over the limit, + 16 KiB is just on it.
 *
 * Expect:
 *   mremap EAGAIN  48 KiB are locked, growing by 32 KiB would pass the limit of 64 KiB
 *   mremap EAGAIN  64 KiB are locked, not one page more
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
  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){64 * KIB, 64 * KIB});
  if (geteuid() == 0) setresuid(65534, 65534, 65534); /* takes CAP_IPC_LOCK away */

  char *p = mmap(0, 12 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(p, 12 * PAGE);
  mremap(p, 12 * PAGE, 20 * PAGE, MREMAP_MAYMOVE);
  p = mremap(p, 12 * PAGE, 16 * PAGE, MREMAP_MAYMOVE);
  mremap(p, 16 * PAGE, 17 * PAGE, MREMAP_MAYMOVE);
  munlock(p, 16 * PAGE);
  mremap(p, 16 * PAGE, 20 * PAGE, MREMAP_MAYMOVE); /* no longer locked: no limit */
  return 0;
}
