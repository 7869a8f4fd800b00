/*
 * write-to-readonly: SIGSEGV on memory that is mapped.
 *
 * Look for: SEGV_ACCERR, and the mprotect() that took the right away. A handler gives it back, and the very same
 * instruction then succeeds: this is how garbage collectors and debuggers watch writes.
 *
 * Expect:
 *   SIGSEGV SEGV_ACCERR  the page is PROT_READ
 *   SIGBUS BUS_ADRERR    mapped and writable, but the file ends before this page
 *
 * cc:     -static
 * strace:
 */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };
static char *page;

static void allow(int signal) {
  (void)signal;
  mprotect(page, PAGE, PROT_READ | PROT_WRITE);
}

int main(void) {
  page = mmap(0, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  sigaction(SIGSEGV, &(struct sigaction){.sa_handler = allow}, 0);
  mprotect(page, PAGE, PROT_READ);
  *(volatile char *)page = 1;

  int file = memfd_create("short", 0);
  (void)!ftruncate(file, PAGE);
  volatile char *view = mmap(0, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  view[0] = 1;
  view[PAGE + 8] = 1; /* the process ends here */
  return 0;
}
