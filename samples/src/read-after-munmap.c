/*
 * read-after-munmap: a system call is handed a pointer to memory that was just given back.
 *
 * Look for: the first read() fills the buffer, the second gets EFAULT, and the munmap() between them is why. The program
 * does not crash: it was the kernel that touched the bad page. A buffer that is only half gone gives a short count.
 *
 * Expect:
 *   read   EFAULT  the buffer was unmapped
 *   read   EFAULT  the buffer is mapped read-only: the kernel may not write there
 *   write  EFAULT  the path of data the other way: nothing can be read from unmapped memory
 *   read   short   4096 of 8192: the second page of the buffer is missing
 *   openat EFAULT  a path name in unmapped memory
 *
 * cc:
 * strace: -y
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY), ends[2];
  char *p = mmap(0, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  snapshot();
  (void)!read(zero, p, PAGE);

  munmap(p, PAGE);
  (void)!read(zero, p, PAGE);
  mprotect(p + PAGE, PAGE, PROT_READ);
  (void)!read(zero, p + PAGE, PAGE);
  (void)!pipe(ends);
  (void)!write(ends[1], p, PAGE);
  munmap(p + 3 * PAGE, PAGE);
  (void)!read(zero, p + 2 * PAGE, 2 * PAGE);
  open(p, O_RDONLY);
  return 0;
}
