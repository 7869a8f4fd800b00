/* One process, one of each: calls that work and that fail, a file, strings, a buffer, output in the middle. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void) {
  struct stat about;
  struct rlimit limit;
  int fd = open("mix.txt", O_RDWR | O_CREAT | O_TRUNC, 0644);
  write(fd, "tab\t quote\" back\\ high\377 esc\033[1m nul\0 end\n", 40);
  fstat(fd, &about);
  char *p = mmap(0, 8 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(p + 4 * 4096, 4096);
  mlock(p, 8 * 4096);
  mprotect(p, 4096, PROT_READ);
  pread(fd, p, 16, 0);
  pread(fd, p + 4096, 16, 0);
  mmap(0, 4096, PROT_READ, MAP_SHARED, fd, 0);
  mremap(p, 4096, 2 * 4096, 0);
  madvise(p + 4096, 4096, MADV_DONTNEED);
  getrlimit(RLIMIT_MEMLOCK, &limit);
  write(1, "to stdout\n", 10);
  write(2, "to stderr\n", 10);
  struct iovec parts[2] = {{"one ", 4}, {"two\n", 4}};
  writev(2, parts, 2);
  poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1, 0);
  fcntl(fd, F_GETFL);
  umask(022);
  munlockall();
  return 5;
}
