/*
 * fork-exec: a tree of processes, each with an address space of its own.
 *
 *      parent ── fork ── child A: changes its copy, exits 3
 *            └── vfork ─ child B: shares the parent's memory until it execs itself with an argument
 *
 * Look for: what child A unmaps stays mapped in the parent. What child B maps before execve appears in the parent.
 * After execve the address space is a new one. The locked page is locked in the parent only.
 *
 * Expect:
 *   read   EFAULT  in child A: it has unmapped its own copy of the page
 *   mprotect ENOMEM in child B after execve: the address is from a life before
 *
 * cc:     -static
 * strace: -f
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE = 4096 };

int main(int argc, char **argv) {
  if (argc > 1) { /* child B, reborn: argv[1] is an address of its parent's */
    mprotect((void *)strtoul(argv[1], 0, 16), PAGE, PROT_READ);
    return 0;
  }
  int zero = open("/dev/zero", O_RDONLY);
  char *p = mmap((void *)0x10000000, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(p, PAGE);

  if (fork() == 0) {
    munmap(p, PAGE);
    (void)!read(zero, p, PAGE);
    _exit(3);
  }
  wait(0);
  (void)!read(zero, p, PAGE); /* the parent still has it */

  if (vfork() == 0) {
    mmap((void *)0x20000000, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    execl("./fork-exec", "fork-exec", "10000000", (char *)0);
    _exit(127);
  }
  wait(0);
  munmap((void *)0x20000000, PAGE); /* mapped by the child, while it shared this memory */
  return 0;
}
