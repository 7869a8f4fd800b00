/*
 * mmap-errors: what a descriptor, an offset or a limit can say against a mapping.
 *
 * Look for: the flags with which the descriptor was opened decide what may be mapped from it, lines earlier in the log.
 *
 * Expect:
 *   mmap   EINVAL  length zero
 *   mmap   EINVAL  neither MAP_PRIVATE nor MAP_SHARED
 *   mmap   EBADF   no descriptor, and not MAP_ANONYMOUS
 *   mmap   EACCES  any mapping needs a descriptor open for reading; this one is open for writing only
 *   mmap   EACCES  a shared writable view of a file that is open for reading only
 *   mmap   ENODEV  a directory cannot be mapped
 *   mmap   EOVERFLOW  offset plus length is beyond any file
 *   mmap   ENOMEM  longer than the user address space
 *   mmap   ENOMEM  RLIMIT_AS: 64 MiB for everything
 *   munmap EINVAL  length zero
 *   munmap EINVAL  not on a page border
 *
 * cc:     -static
 * strace: -y
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS, MIB = 1 << 20 };

int main(void) {
  int write_only = open("file", O_WRONLY | O_CREAT, 0644);
  int read_only = open("file", O_RDONLY);
  int directory = open("/", O_RDONLY | O_DIRECTORY);
  mmap(0, 0, RW, ANON, -1, 0);
  mmap(0, PAGE, RW, MAP_ANONYMOUS, -1, 0);
  mmap(0, PAGE, PROT_READ, MAP_PRIVATE, -1, 0);
  mmap(0, PAGE, PROT_READ, MAP_PRIVATE, write_only, 0);
  mmap(0, PAGE, RW, MAP_SHARED, read_only, 0);
  mmap(0, PAGE, PROT_READ, MAP_PRIVATE, directory, 0);
  mmap(0, 2 * PAGE, PROT_READ, MAP_PRIVATE, read_only, (off_t)0xfffffffffffff000);
  mmap(0, (size_t)1 << 47, PROT_NONE, ANON | MAP_NORESERVE, -1, 0);
  setrlimit(RLIMIT_AS, &(struct rlimit){64 * MIB, 64 * MIB});
  mmap(0, 64 * MIB, RW, ANON, -1, 0);
  char *p = mmap(0, PAGE, RW, MAP_PRIVATE, read_only, 0); /* a private writable copy is fine */
  munmap(p, 0);
  munmap(p + 1, PAGE);
  return 0;
}
