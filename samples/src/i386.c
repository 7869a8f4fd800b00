/*
 * i386: a 32-bit program. Pointers of four bytes, mmap2 with its offset in pages (strace prints bytes), a ceiling of 4 GiB.
 *
 * Look for: strace's note on the 32 bit mode; all addresses are below 0xffffe000; the C library uses
 * mmap2, the program calls the old mmap as well, whose six arguments stand in memory.
 *
 * Expect:
 *   mmap2  ENOMEM  3 GiB and a half in one piece: no gap is that large
 *   mmap   EFAULT  the old call's six arguments lie in a hole: only the pointer is printed
 *   mremap ENOMEM  no room behind
 *
 * cc:     -m32
 * strace:
 * log:    stderr (the notes on the mode go there even when the calls go to a file)
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(void) {
  char *p = mmap(0, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mmap(0, 0xe0000000u, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  unsigned long block[6] = {0, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1ul, 0};
  syscall(SYS_mmap, block);
  munmap(p, PAGE);
  syscall(SYS_mmap, p);

  mprotect(p + 4 * PAGE, PAGE, PROT_READ);
  mremap(p + PAGE, 3 * PAGE, 4 * PAGE, 0);
  snapshot();
  return 0;
}
