/*
 * mprotect-hole: a failing call that did half its work.
 *
 *      p     p+4    p+5     p+8
 *      | rw-  | hole |  rw-  |      mprotect(p, 8 pages, PROT_READ)
 *
 * Look for: the answer is ENOMEM, yet the four pages before the hole have become read-only, as the read() after it proves.
 * The pages behind the hole were never reached. A second range begins with its guard page in a hole.
 *
 * Expect:
 *   mprotect ENOMEM  a hole in the middle: the pages before it have changed
 *   read   EFAULT  they are read-only now
 *   mprotect ENOMEM  the range begins in the hole
 *   mprotect EINVAL  not on a page border
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY);
  char *p = mmap(0, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(p + 4 * PAGE, PAGE);
  snapshot();
  mprotect(p, 8 * PAGE, PROT_READ);
  snapshot();
  (void)!read(zero, p, 64);
  (void)!read(zero, p + 5 * PAGE, 64);
  mprotect(p + 4 * PAGE, 2 * PAGE, PROT_NONE);
  mprotect(p + 100, PAGE, PROT_NONE);
  return 0;
}
