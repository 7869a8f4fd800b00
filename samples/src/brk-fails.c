/*
 * brk-fails: a call that never says no.
 *
 * Look for: brk() returns the break it was asked for, or the one that it had before. There is no -1 and no errno; only
 * the comparison of the argument with the result shows the failure, and malloc() then turns to mmap().
 *
 * Expect:
 *   brk    stays   a mapping stands 17 pages above the break
 *   brk    stays   the same, asked by malloc()
 *   brk    stays   RLIMIT_DATA
 *   brk    stays   below the start of the heap
 *
 * cc:     -static -O0
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>

enum { PAGE = 4096, MIB = 1 << 20 };

int main(void) {
  uintptr_t end = syscall(SYS_brk, 0), wall = (end / PAGE + 17) * PAGE;
  mmap((void *)wall, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  snapshot();
  syscall(SYS_brk, wall + PAGE);
  malloc(100 * 1024);
  char *volatile p = malloc(100 * 1024); /* the second one is too large for the heap: malloc tries brk, then mmap */
  munmap((void *)wall, PAGE);

  setrlimit(RLIMIT_DATA, &(struct rlimit){2 * MIB, 2 * MIB});
  syscall(SYS_brk, end + 4 * MIB);
  syscall(SYS_brk, PAGE);
  syscall(SYS_brk, end + 4 * PAGE); /* a little more is allowed */
  return p == 0;
}
