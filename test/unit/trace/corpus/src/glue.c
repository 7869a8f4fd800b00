/* Output that lands in the middle of strace's own: a number behind a number, several lines, a line without its end. */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
  write(2, "8589934592", 10);
  write(2, "two\nlines\n", 10);
  write(2, "\n", 1);
  write(2, "no end", 6);
  mlock((void *)0x10000, 4096);
  write(2, "= 0) = ", 7);
  mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return 0;
}
