/*
 * mlockall-future: after MCL_FUTURE every new mapping must fit into RLIMIT_MEMLOCK.
 *
 * Look for: the refusal falls on a plain mmap() lines after the mlockall() that caused it, and says EAGAIN, not
 * ENOMEM. Memory that will never be touched (PROT_NONE) counts as well. brk() only stays where it was: its failure has
 * no errno. munlockall() ends it all.
 *
 * Expect:
 *   mmap   EAGAIN  256 KiB in one piece, the limit is 128 KiB
 *   mmap   EAGAIN  PROT_NONE is no excuse
 *   brk    stays   the heap would be locked too, and does not fit
 *   mlockall ENOMEM  MCL_CURRENT: the whole process is larger than the limit
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { KIB = 1024 };

static void *map(size_t size, int prot) { return mmap(0, size, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }

int main(void) {
  char *heap_end = sbrk(0);
  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){128 * KIB, 128 * KIB});
  if (geteuid() == 0) setresuid(65534, 65534, 65534); /* takes CAP_IPC_LOCK away */

  mlockall(MCL_FUTURE);
  void *fits = map(64 * KIB, PROT_READ | PROT_WRITE);
  map(256 * KIB, PROT_READ | PROT_WRITE);
  map(256 * KIB, PROT_NONE);
  syscall(SYS_brk, heap_end + 256 * KIB);
  munmap(fits, 64 * KIB);
  mlockall(MCL_CURRENT);

  munlockall();
  map(256 * KIB, PROT_READ | PROT_WRITE);
  return 0;
}
