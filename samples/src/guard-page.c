/*
 * guard-page: a hand-made stack with a guard below it, overrun from above.
 *
 *      stack        stack+1                        stack+5
 *      | ---  guard  |  rw-   grows downwards  <──  |
 *
 * Look for: mprotect(PROT_NONE) splits one mapping into two VMAs; a system call that is handed a buffer reaching into the
 * guard gets EFAULT; the program that walks into it itself gets SIGSEGV with SEGV_ACCERR.
 *
 * Expect:
 *   read   EFAULT  the buffer begins in the guard page
 *   SIGSEGV SEGV_ACCERR  one word too far down
 *
 * cc:     -static-pie
 * strace: -i
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY);
  char *stack = mmap(0, 5 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  mprotect(stack, PAGE, PROT_NONE);
  snapshot();
  (void)!read(zero, stack + PAGE, 64);
  (void)!read(zero, stack + PAGE - 32, 64);
  for (volatile long *word = (long *)(stack + 5 * PAGE); ; ) *--word = 1;
}
