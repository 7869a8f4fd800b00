/*
 * fork-inheritance: what a child does not get.
 *
 *      parent   | locked | MADV_DONTFORK | plain |
 *      child    | not l. |     hole      | plain |
 *
 * Look for: a lock is never inherited, so the child may lock what it likes from 0 again; memory marked MADV_DONTFORK is
 * simply not there in the child (device drivers want it so); MCL_FUTURE ends at fork, too.
 *
 * Expect:
 *   mlock  ENOMEM  in the parent: 64 KiB are locked already, the limit is full
 *   read   EFAULT  in the child: the MADV_DONTFORK range is a hole there
 *   mlock  ENOMEM  in the child: over that hole
 *
 * cc:     -static
 * strace: -f
 */
#define _GNU_SOURCE
#include "snapshot.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGE = 4096, KIB = 1024 };

int main(void) {
  int zero = open("/dev/zero", O_RDONLY);
  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){64 * KIB, 64 * KIB});
  if (geteuid() == 0) setresuid(65534, 65534, 65534); /* takes CAP_IPC_LOCK away */

  char *p = mmap(0, 24 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mlock(p, 16 * PAGE);
  madvise(p + 16 * PAGE, 4 * PAGE, MADV_DONTFORK);
  mlock(p + 20 * PAGE, PAGE);

  snapshot();
  if (fork() == 0) {
    snapshot();
    (void)!read(zero, p + 16 * PAGE, 64);
    mlock(p + 20 * PAGE, 4 * PAGE); /* nothing is locked here yet */
    mlock(p + 15 * PAGE, 3 * PAGE);
    _exit(0);
  }
  wait(0);
  (void)!read(zero, p + 16 * PAGE, 64); /* the parent has it still */
  return 0;
}
