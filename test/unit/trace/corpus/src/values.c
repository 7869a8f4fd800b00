/* Arguments and results that look unlike the others. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { PAGE = 4096, RW = PROT_READ | PROT_WRITE, ANON = MAP_PRIVATE | MAP_ANONYMOUS };

int main(void) {
  int null = open("/dev/null", O_WRONLY), file = open("values.txt", O_RDWR | O_CREAT, 0600), ends[2];
  pipe(ends);
  char *p = mmap(0, 4 * PAGE, RW, ANON, -1, 0);
  munmap(p + PAGE, PAGE);
  write(null, (void *)8, 10);                       /* a bad pointer need not fail */
  write(file, p + PAGE - 6, 12);                    /* short: 6, the buffer shown as a bare address */
  write(1, p + PAGE, 10);
  writev(null, (struct iovec[]){{"good", 4}, {(void *)8, 4}}, 2);
  writev(file, (struct iovec[]){{"good", 4}, {(void *)8, 4}}, 2);
  open((char *)8, O_RDONLY);
  syscall(SYS_brk, 0x1000);                         /* a brk that does not move has no error mark */
  mmap(0, 2 << 20, RW, ANON | MAP_HUGETLB | 21 << MAP_HUGE_SHIFT, -1, 0);
  mmap(0, PAGE, 0x20, ANON, -1, 0);
  mmap(0, PAGE, RW, MAP_ANONYMOUS, -1, 0);
  mmap(0, PAGE, RW, 0xf | MAP_ANONYMOUS, -1, 0);
  mmap(0, PAGE, RW, ANON | MAP_STACK | MAP_NORESERVE | MAP_GROWSDOWN | 0x80000000, -1, 0);
  madvise(p, PAGE, 200);
  madvise(p, PAGE, 102);                            /* MADV_GUARD_INSTALL, newer than this strace */
  syscall(462, 0x10000, PAGE, 0, 0, 0, 0);          /* mseal, likewise */
  syscall(1023, 1, 2, 3, 4, 5, 6);
  syscall(SYS_mlock2, p, PAGE, MLOCK_ONFAULT);
  syscall(SYS_mlock2, p, PAGE, 2);
  mlockall(8);
  syscall(SYS_mremap, p, PAGE, PAGE, 2, p + PAGE);  /* MREMAP_FIXED alone: no fifth argument printed */
  mremap(p, PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, p + PAGE);
  syscall(SYS_mremap, p + PAGE, PAGE, PAGE, 7, p);
  syscall(SYS_mremap, p, PAGE, PAGE, 8);
  mprotect(p, PAGE, RW | PROT_GROWSDOWN);
  syscall(SYS_pkey_mprotect, p + PAGE, PAGE, PROT_READ, -1);
  msync(p + PAGE, PAGE, MS_SYNC | MS_INVALIDATE);
  unsigned char present[2];
  mincore(p + PAGE, PAGE, present);
  mincore(p + 4 * PAGE, PAGE, present);
  mmap(0, PAGE, PROT_READ, MAP_SHARED, file, 0x7ffffffffffff000);
  syscall(SYS_remap_file_pages, p, PAGE, 0, 3, 0);
  int id = shmget(IPC_PRIVATE, 5000, IPC_CREAT | 0600);
  void *at = shmat(id, 0, SHM_RDONLY);
  shmat(id, p + 100, SHM_RND | SHM_REMAP | SHM_EXEC);
  shmctl(id, IPC_RMID, 0);
  shmdt(at);
  munmap((void *)-PAGE, PAGE);
  munlock((void *)UINTPTR_MAX, 1);
  return 0;
}
