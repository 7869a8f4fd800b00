/*
 * mmap-manual: what the manual page of 1996 lists as errors of mmap, asked of a kernel of today.
 *
 * Look for: two errors of that list cannot happen any more (the calls below succeed), and three mistakes that
 * the page calls EINVAL have an errno of their own by now. lessons/mmap-of-1996.md goes through them.
 *
 * Expect:
 *   mmap   EINVAL  the offset is not on a page border
 *   mmap   EINVAL  the fixed address is not on a page border
 *   mmap   ENOMEM  the fixed address is too large: EINVAL in 1996
 *   mmap   ENOMEM  the length is too large: EINVAL in 1996
 *   mmap   EOVERFLOW  the offset is too large: EINVAL in 1996
 *   mmap   ENODEV  a directory; the page of 1996 knows this one from SVr4 only
 *   mmap   ENOMEM  no addresses left for a second 127 TiB
 *   mmap   EAGAIN  MAP_LOCKED beyond RLIMIT_MEMLOCK
 *   munmap EINVAL  the address is not on a page border
 *
 * cc:     -static
 * strace: -y
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PAGE = 4096, KIB = 1024, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS };

int main(void) {
  /* Set-group-ID without group execution: the mode that made a lock mandatory, until 5.14. */
  int file = open("file", O_RDWR | O_CREAT, 02644);
  int directory = open("/", O_RDONLY | O_DIRECTORY);
  ftruncate(file, PAGE);

  syscall(SYS_mmap, 0, PAGE, PROT_READ, MAP_PRIVATE, file, 100); /* glibc would refuse without asking the kernel */
  mmap((void *)0x10000064, PAGE, RW, ANON | MAP_FIXED, -1, 0);
  mmap((void *)0x7ffffffff000, PAGE, RW, ANON | MAP_FIXED, -1, 0);
  mmap(0, (size_t)1 << 47, PROT_NONE, ANON | MAP_NORESERVE, -1, 0);
  mmap(0, 2 * PAGE, PROT_READ, MAP_PRIVATE, file, (off_t)0xfffffffffffff000);

  mmap(0, PAGE, PROT_READ, MAP_PRIVATE | MAP_DENYWRITE, file, 0); /* open for writing: ETXTBSY, says the page */
  fcntl(file, F_SETLK, &(struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET});
  mmap(0, PAGE, PROT_READ, MAP_SHARED, file, 0); /* locked: EAGAIN, says the page */
  mmap(0, PAGE, PROT_READ, MAP_PRIVATE, file, 16 * PAGE); /* behind the end of the file: ENXIO, says SVr4 */
  mmap(0, PAGE, PROT_READ, MAP_PRIVATE, directory, 0);

  mmap(0, (size_t)127 << 40, PROT_NONE, ANON | MAP_NORESERVE, -1, 0);
  mmap(0, (size_t)127 << 40, PROT_NONE, ANON | MAP_NORESERVE, -1, 0);

  setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){64 * KIB, 64 * KIB});
  if (geteuid() == 0) setresuid(65534, 65534, 65534); /* takes CAP_IPC_LOCK away */
  char *locked = mmap(0, 32 * KIB, RW, ANON | MAP_LOCKED, -1, 0);
  mmap(0, 64 * KIB, RW, ANON | MAP_LOCKED, -1, 0);
  munmap(locked + 1, PAGE);
  mmap(0, 100, PROT_READ, MAP_PRIVATE, file, 0); /* a length is rounded up */
  return 0;
}
